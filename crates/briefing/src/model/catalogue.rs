//! Commitments, and what they are sorted by.

use super::{Citation, Dated, Id, Source, Status, Strings};

/// Something with a name, such as a kind or a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name in links.
    pub id: Id,
    /// The name on the page.
    pub label: String,
}

/// The words for a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusWord {
    /// The word.
    pub label: String,
    /// What it means, in a sentence.
    pub meaning: String,
}

/// One of the priorities that commitments are sorted under.
#[derive(Clone, Debug, PartialEq)]
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
    /// Its name in the source.
    pub official: Option<String>,
    /// A sentence on what it lacks, where it lacks something.
    pub gap: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// A card: what was promised, how firmly, and where that stands.
#[derive(Clone, Debug, PartialEq)]
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

/// The commitments and everything they refer to, in one language.
///
/// Lists are in the order in which a reader meets them; places in them are indices.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// BCP 47 tag.
    pub language: String,
    /// The words of the interface.
    pub strings: Strings,
    /// Labels of the facets, in the order of the registry.
    pub facet_labels: Vec<String>,
    /// The words for the statuses, in the order of the ladder.
    pub statuses: Vec<StatusWord>,
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
