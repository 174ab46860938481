//! What the reader sees of the explorer, read in one go so that its parts belong together.

use serde::Deserialize;
use std::collections::BTreeSet;

pub(crate) const SCRIPT: &str = include_str!("view.js");

/// The state of the page.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct View {
    /// Whether the engine has woken the page.
    pub ready: bool,
    /// The ids of the cards that are in the layout, in order.
    pub cards: Vec<String>,
    /// The chosen values, as `facet=value`, in order.
    pub checked: Vec<String>,
    /// All values, as `facet=value`, with the number beside each; −1 when there is none.
    pub counts: Vec<(String, i64)>,
    /// What stands in the search box.
    pub search: String,
    /// The numbers of the status line: shown and total.
    pub status: Vec<usize>,
    /// The chips.
    pub chips: Vec<String>,
    /// What is highlighted on the cards.
    pub marked: Vec<String>,
    /// Lines that tell of something wrong.
    pub notices: Vec<String>,
    /// The buttons that lead out of an empty view.
    pub ways: Vec<String>,
    /// The query of the address.
    pub query: String,
    /// How many steps the history of this tab has.
    pub steps: usize,
}

impl View {
    /// The ids of the cards, to reckon with.
    #[must_use]
    pub fn set(&self) -> BTreeSet<String> {
        self.cards.iter().cloned().collect()
    }

    /// What a link must bring back: cards, choices, search.
    #[must_use]
    pub fn essence(&self) -> (&[String], &[String], &str) {
        (&self.cards, &self.checked, &self.search)
    }

    /// The values of a facet, in order.
    #[must_use]
    pub fn values(&self, facet: &str) -> Vec<String> {
        let values = self.counts.iter().map(|(value, _)| value);
        let mine = values.filter(|value| value.split('=').next() == Some(facet));
        mine.cloned().collect()
    }

    /// The facets, in order.
    #[must_use]
    pub fn facets(&self) -> Vec<String> {
        let mut facets: Vec<String> = Vec::new();
        for (value, _) in &self.counts {
            let facet = value.split('=').next().unwrap_or_default();
            if facets.last().is_none_or(|last| last != facet) {
                facets.push(facet.to_owned());
            }
        }
        facets
    }

    /// The number beside a value.
    #[must_use]
    pub fn count(&self, value: &str) -> i64 {
        let found = self.counts.iter().find(|(name, _)| name == value);
        found.map_or(-1, |(_, count)| *count)
    }
}
