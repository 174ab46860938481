//! Filters to a selection: what is shown, and how many each filter would show.

use crate::facet::{FACETS, Value};
use crate::model::Catalogue;
use crate::search::{Decompose, Folded};
use crate::state::Filters;

/// A set of commitments, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Bits(Vec<u64>);

impl Bits {
    fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn all(count: usize) -> Self {
        let mut bits = Self::none(count);
        (0..count).for_each(|at| bits.insert(at));
        bits
    }

    fn insert(&mut self, at: usize) {
        if let Some(block) = self.0.get_mut(at / 64) {
            *block |= 1 << (at % 64);
        }
    }

    fn contains(&self, at: usize) -> bool {
        self.0
            .get(at / 64)
            .is_some_and(|block| block & (1 << (at % 64)) != 0)
    }

    fn keep(&mut self, other: &Self) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(block, other)| *block &= other);
    }

    fn add(&mut self, other: &Self) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(block, other)| *block |= other);
    }

    fn count(&self) -> usize {
        self.0.iter().map(|block| block.count_ones() as usize).sum()
    }

    fn count_with(&self, other: &Self) -> usize {
        self.0
            .iter()
            .zip(&other.0)
            .map(|(block, other)| (block & other).count_ones() as usize)
            .sum()
    }
}

/// What every filter and search needs to know of the commitments, worked out once.
#[derive(Clone, Debug)]
pub struct Index {
    count: usize,
    /// By facet: its values, and who has each.
    facets: Vec<Vec<(Value, Bits)>>,
    texts: Vec<Folded>,
    /// The pillar of each commitment.
    groups: Vec<usize>,
    group_count: usize,
}

/// The shown commitments of one pillar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Place in [`Catalogue::pillars`].
    pub pillar: usize,
    /// Places in [`Catalogue::commitments`], in their order.
    pub shown: Vec<usize>,
    /// How many there are without any filter.
    pub total: usize,
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
}

impl Index {
    /// Works it out.
    #[must_use]
    pub fn new(catalogue: &Catalogue, decompose: Decompose) -> Self {
        let count = catalogue.commitments.len();
        let facets = FACETS.iter().map(|facet| {
            let mut values: Vec<(Value, Bits)> = (facet.values)(catalogue)
                .into_iter()
                .map(|value| (value, Bits::none(count)))
                .collect();
            for (at, commitment) in catalogue.commitments.iter().enumerate() {
                for place in (facet.of)(catalogue, commitment) {
                    if let Some((_, bits)) = values.get_mut(place) {
                        bits.insert(at);
                    }
                }
            }
            values
        });
        let texts = catalogue.commitments.iter().map(|commitment| {
            let parties = commitment
                .parties
                .iter()
                .filter_map(|party| catalogue.parties.get(usize::from(*party)));
            let mut text = format!(
                "{}\n{}\n{}",
                commitment.title, commitment.text, commitment.id
            );
            for part in parties
                .map(|party| party.label.as_str())
                .chain(commitment.note.as_deref())
            {
                text.push('\n');
                text.push_str(part);
            }
            Folded::new(&text, decompose)
        });
        Self {
            count,
            facets: facets.collect(),
            texts: texts.collect(),
            groups: catalogue
                .commitments
                .iter()
                .map(|c| usize::from(c.pillar))
                .collect(),
            group_count: catalogue.pillars.len(),
        }
    }

    /// The values of the facet at `place`.
    pub fn values(&self, place: usize) -> impl Iterator<Item = &Value> {
        self.facets
            .get(place)
            .into_iter()
            .flatten()
            .map(|(value, _)| value)
    }

    /// The place of a value of the facet at `facet`.
    #[must_use]
    pub fn value_position(&self, facet: usize, id: &str) -> Option<usize> {
        self.values(facet).position(|value| value.id == id)
    }

    /// Answers `filters` and the folded `words` of a search: OR inside a facet, AND between
    /// facets and words. The counts of a facet ignore its own choices.
    #[must_use]
    pub fn select(&self, filters: &Filters, words: &[String]) -> Selection {
        let mut found = Bits::none(self.count);
        for (at, text) in self.texts.iter().enumerate() {
            if words.iter().all(|word| text.contains(word)) {
                found.insert(at);
            }
        }
        let chosen: Vec<Option<Bits>> = (0..self.facets.len())
            .map(|facet| self.chosen(filters, facet))
            .collect();
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
        let counts = self.facets.iter().enumerate().map(|(facet, values)| {
            let others = except(Some(facet));
            values
                .iter()
                .map(|(_, bits)| others.count_with(bits))
                .collect()
        });
        Selection {
            counts: counts.collect(),
            groups: self.group(&shown),
            shown: shown.count(),
            total: self.count,
        }
    }

    /// Who has one of the chosen values of a facet; `None` when nothing is chosen.
    fn chosen(&self, filters: &Filters, facet: usize) -> Option<Bits> {
        let values = self.facets.get(facet)?;
        let mut chosen = filters.chosen(facet).peekable();
        chosen.peek()?;
        let mut bits = Bits::none(self.count);
        chosen
            .filter_map(|place| values.get(place))
            .for_each(|(_, value)| bits.add(value));
        Some(bits)
    }

    fn group(&self, shown: &Bits) -> Vec<Group> {
        let all = Bits::all(self.count);
        let places = |pillar: usize, of: &Bits| -> Vec<usize> {
            let mine = self
                .groups
                .iter()
                .enumerate()
                .filter(|(_, group)| **group == pillar);
            mine.map(|(at, _)| at)
                .filter(|at| of.contains(*at))
                .collect()
        };
        (0..self.group_count)
            .map(|pillar| Group {
                pillar,
                shown: places(pillar, shown),
                total: places(pillar, &all).len(),
            })
            .filter(|group| !group.shown.is_empty())
            .collect()
    }
}
