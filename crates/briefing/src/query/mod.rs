//! Filters to a selection: what is shown, and how many each filter would show.

mod bits;
mod others;

pub use others::Other;

use crate::facet::FACETS;
use crate::model::{Briefing, Catalogue, Commitment};
use crate::search::{Decompose, Folded};
use crate::state::Filters;
use bits::Bits;
use serde::{Deserialize, Serialize};

/// A value of a facet, and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedValue {
    /// The name in links.
    pub id: String,
    /// The name on the page.
    pub label: String,
    who: Bits,
}

/// A facet as far as it is needed to filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedFacet {
    /// The name in links and form controls.
    pub id: String,
    /// The name on the page.
    pub label: String,
    /// Whether a commitment can have several of its values.
    pub several: bool,
    /// Whether it has no boxes of its own.
    pub hidden: bool,
    /// Its values, in the order of the page.
    pub values: Vec<IndexedValue>,
}

/// What every filter and search needs to know of the commitments, worked out once and natively.
///
/// It holds no text that is shown: cards and index travel apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// In the order of the registry.
    pub facets: Vec<IndexedFacet>,
    /// The name of each commitment, which is its address.
    pub ids: Vec<String>,
    /// The folded text of each commitment.
    texts: Vec<String>,
    /// The pillar of each commitment.
    pillars: Vec<u16>,
    /// Everything beyond the cards, in the order of the page.
    pub others: Vec<Other>,
}

/// The shown commitments of one pillar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Place in [`Catalogue::pillars`].
    pub pillar: usize,
    /// Places in [`Catalogue::commitments`], in their order.
    pub shown: Vec<usize>,
}

/// An answer to a [`Filters`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Pillars with something to show, in order.
    pub groups: Vec<Group>,
    /// How many are shown.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// By facet and value: how many would be shown if this were its only chosen value.
    pub counts: Vec<Vec<usize>>,
    /// Places in [`Index::others`] of what the search and the chosen paragraphs find; nothing
    /// without either.
    pub others: Vec<usize>,
}

impl Index {
    /// Works it out.
    #[must_use]
    pub fn new(briefing: &Briefing, decompose: Decompose) -> Self {
        let catalogue = &briefing.catalogue;
        let count = catalogue.commitments.len();
        let facets = FACETS.iter().zip(&catalogue.facet_labels).map(|(facet, label)| {
            let values = (facet.values)(catalogue).into_iter();
            let values = values.map(|value| IndexedValue { id: value.id, label: value.label, who: Bits::none(count) });
            let mut values: Vec<IndexedValue> = values.collect();
            for (at, commitment) in catalogue.commitments.iter().enumerate() {
                for place in (facet.of)(catalogue, commitment) {
                    if let Some(value) = values.get_mut(place) {
                        value.who.insert(at);
                    }
                }
            }
            IndexedFacet {
                id: facet.id.to_owned(),
                label: label.clone(),
                several: facet.several,
                hidden: facet.hidden,
                values,
            }
        });
        Self {
            facets: facets.collect(),
            ids: catalogue.commitments.iter().map(|c| c.id.to_string()).collect(),
            texts: catalogue.commitments.iter().map(|c| searched(c, catalogue, decompose)).collect(),
            pillars: catalogue.commitments.iter().map(|c| c.pillar).collect(),
            others: others::all(briefing, decompose),
        }
    }

    /// The place of the facet called `id`.
    #[must_use]
    pub fn facet_position(&self, id: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.id == id)
    }

    /// The pillar of the commitment at a place.
    #[must_use]
    pub fn pillar(&self, commitment: usize) -> Option<usize> {
        self.pillars.get(commitment).map(|pillar| usize::from(*pillar))
    }

    /// The value at a place of the facet at another.
    #[must_use]
    pub fn value(&self, facet: usize, value: usize) -> Option<&IndexedValue> {
        self.facets.get(facet)?.values.get(value)
    }

    /// The place of a value of the facet at `facet`.
    #[must_use]
    pub fn value_position(&self, facet: usize, id: &str) -> Option<usize> {
        self.facets.get(facet)?.values.iter().position(|value| value.id == id)
    }

    /// Answers `filters` and the folded `words` of a search: OR inside a facet, AND between
    /// facets and words. The counts of a facet ignore its own choices.
    #[must_use]
    pub fn select(&self, filters: &Filters, words: &[String]) -> Selection {
        let count = self.texts.len();
        let mut found = Bits::none(count);
        for (at, text) in self.texts.iter().enumerate() {
            if words.iter().all(|word| text.contains(word.as_str())) {
                found.insert(at);
            }
        }
        let chosen: Vec<Option<Bits>> = (0..self.facets.len()).map(|facet| self.chosen(filters, facet)).collect();
        let except = |left_out: Option<usize>| {
            let mut bits = found.clone();
            for (facet, chosen) in chosen.iter().enumerate() {
                if let Some(chosen) = chosen.as_ref().filter(|_| Some(facet) != left_out) {
                    bits.keep(chosen);
                }
            }
            bits
        };
        let shown = except(None);
        let counts = self.facets.iter().enumerate().map(|(place, facet)| {
            let others = except(Some(place));
            facet.values.iter().map(|value| others.count_with(&value.who)).collect()
        });
        Selection {
            counts: counts.collect(),
            groups: self.group(&shown),
            others: self.found_elsewhere(filters, words),
            shown: shown.count(),
            total: count,
        }
    }

    /// Who has one of the chosen values of a facet; `None` when nothing is chosen.
    fn chosen(&self, filters: &Filters, facet: usize) -> Option<Bits> {
        let values = &self.facets.get(facet)?.values;
        let mut chosen = filters.chosen(facet).peekable();
        chosen.peek()?;
        let mut bits = Bits::none(self.texts.len());
        chosen.filter_map(|place| values.get(place)).for_each(|value| bits.add(&value.who));
        Some(bits)
    }

    /// What stands beyond the cards and has all the words and one of the chosen paragraphs.
    fn found_elsewhere(&self, filters: &Filters, words: &[String]) -> Vec<usize> {
        let facet = self.facet_position("cites");
        let chosen: Vec<usize> = facet.into_iter().flat_map(|facet| filters.chosen(facet)).collect();
        if words.is_empty() && chosen.is_empty() {
            return Vec::new();
        }
        let matches = |other: &Other| {
            words.iter().all(|word| other.text.contains(word.as_str()))
                && (chosen.is_empty() || chosen.iter().any(|place| other.cites.contains(*place)))
        };
        self.others.iter().enumerate().filter(|(_, other)| matches(other)).map(|(at, _)| at).collect()
    }

    /// The shown ones by pillar; commitments stand in the order of their pillars.
    fn group(&self, shown: &Bits) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (at, pillar) in self.pillars.iter().enumerate() {
            let pillar = usize::from(*pillar);
            if groups.last().is_none_or(|group| group.pillar != pillar) {
                groups.push(Group { pillar, shown: Vec::new() });
            }
            if let Some(group) = groups.last_mut().filter(|_| shown.contains(at)) {
                group.shown.push(at);
            }
        }
        groups.retain(|group| !group.shown.is_empty());
        groups
    }
}

/// Everything a search looks at, folded.
fn searched(commitment: &Commitment, catalogue: &Catalogue, decompose: Decompose) -> String {
    let parties = commitment.parties.iter().filter_map(|party| catalogue.parties.get(usize::from(*party)));
    let mut text = format!("{}\n{}\n{}", commitment.title, commitment.text, commitment.id);
    for part in parties.map(|party| party.label.as_str()).chain(commitment.note.as_deref()) {
        text.push('\n');
        text.push_str(part);
    }
    Folded::new(&text, decompose).as_str().to_owned()
}
