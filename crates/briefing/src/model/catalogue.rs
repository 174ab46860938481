//! The part of a briefing that the engine filters and draws.

use super::{Citation, Dated, Id, Source, Status, Strings};
use serde::{Deserialize, Serialize};

/// Something with a name, such as a kind or a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The name in links.
    pub id: Id,
    /// The name on the page.
    pub label: String,
}

/// One of the priorities that commitments are sorted under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// The name in links.
    pub id: Id,
    /// The heading of its band.
    pub title: String,
    /// A shorter name for narrow places.
    pub short: String,
    /// Its number in the source; `None` for what spans all of them.
    pub number: Option<u8>,
    /// Outline on a 24 × 24 grid, as SVG path data; none for what spans all.
    pub shape: Option<String>,
    /// Inner line on the same grid.
    pub cut: Option<String>,
    /// Light and dark colour, as `#RRGGBB`.
    pub colors: Option<(String, String)>,
    /// A sentence on what it lacks, where it lacks something.
    pub gap: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// A card: what was promised, how firmly, and where that stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    /// File name of the content file; also its address on the page.
    pub id: Id,
    /// A short title.
    pub title: String,
    /// What exactly, with the qualifiers of the text.
    pub text: String,
    /// Place in [`Catalogue::pillars`].
    pub pillar: u16,
    /// How firmly it is worded.
    pub status: Status,
    /// Place in [`Catalogue::kinds`].
    pub kind: u16,
    /// Places in [`Catalogue::parties`].
    pub parties: Vec<u16>,
    /// Place in [`Catalogue::themes`].
    pub theme: Option<u16>,
    /// When, if a text gives it or it can be derived.
    pub dated: Option<Dated>,
    /// Where texts use different words, or why this status.
    pub note: Option<String>,
    /// Places in [`Catalogue::commitments`].
    pub related: Vec<u32>,
    /// Where it stands, the weightiest first.
    pub cites: Vec<Citation>,
}

/// Everything the engine needs, in one language.
///
/// Lists are in the order in which a reader meets them; places in them are indices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// BCP 47 tag.
    pub language: String,
    /// The words of the interface.
    pub strings: Strings,
    /// By number, the whole roadmap first.
    pub pillars: Vec<Pillar>,
    /// In the order of the vocabulary.
    pub kinds: Vec<Named>,
    /// In the order of the vocabulary.
    pub parties: Vec<Named>,
    /// The party whose partners are the "partner" facet.
    pub home_party: Option<u16>,
    /// A source's own grouping, in the order of the vocabulary.
    pub themes: Vec<Named>,
    /// In the order of the content.
    pub sources: Vec<Source>,
    /// By pillar, then from firm to tentative, then by name.
    pub commitments: Vec<Commitment>,
}

impl Catalogue {
    /// Writes the form that travels to the browser.
    ///
    /// # Errors
    /// Only when memory runs out.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the form that travels to the browser.
    ///
    /// # Errors
    /// When the bytes were cut short or belong to another version of the engine.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}
