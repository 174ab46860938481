//! What travels to the browser: enough to filter, search and head the cards, which are on the page
//! already.

use crate::cite;
use crate::layout::deadlines::Deadlines;
use crate::model::{Briefing, Strings};
use crate::query::Index;
use crate::search::Decompose;
use crate::table::{self, Orders};
use serde::{Deserialize, Serialize};

/// The heading above the cards of a pillar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The name in links.
    pub id: String,
    /// The heading.
    pub title: String,
}

/// The content of an explorer, apart from its cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explorer {
    /// The words of the interface.
    pub strings: Strings,
    /// By pillar, in the order of the page.
    pub bands: Vec<Band>,
    /// What filters and search need.
    pub index: Index,
    /// By column of the table.
    pub orders: Vec<Orders>,
    /// The formats of a citation; see [`cite::patterns`].
    pub citations: Vec<String>,
    /// What is set against the reader's day.
    pub deadlines: Deadlines,
}

impl Explorer {
    /// Draws it from the briefing.
    #[must_use]
    pub fn new(briefing: &Briefing, decompose: Decompose) -> Self {
        let catalogue = &briefing.catalogue;
        let bands =
            catalogue.pillars.iter().map(|pillar| Band { id: pillar.id.to_string(), title: pillar.title.clone() });
        Self {
            strings: catalogue.strings.clone(),
            bands: bands.collect(),
            index: Index::new(briefing, decompose),
            orders: table::orders(briefing, decompose),
            citations: cite::patterns(briefing),
            deadlines: Deadlines::new(briefing),
        }
    }

    /// Writes the form that travels.
    ///
    /// # Errors
    /// Only when memory runs out.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the form that travels.
    ///
    /// # Errors
    /// When the bytes were cut short or belong to another version of the engine.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}
