//! Sets of places, one bit each.

use serde::{Deserialize, Serialize};

/// A set of places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub(super) fn insert(&mut self, at: usize) {
        if let Some(block) = self.0.get_mut(at / 64) {
            *block |= 1 << (at % 64);
        }
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|block| block & (1 << (at % 64)) != 0)
    }

    pub(super) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(block, other)| *block &= other);
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(block, other)| *block |= other);
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|block| block.count_ones() as usize).sum()
    }

    pub(super) fn count_with(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(block, other)| (block & other).count_ones() as usize).sum()
    }
}
