//! The pillars as a row of large switches with their counts, above everything they filter.

use super::filters;
use crate::store::Store;
use leptos::prelude::*;

/// The facet whose values are the pillars.
pub const FACET: &str = "pillar";

/// The row; nothing when the content has no pillars.
pub fn pillars(store: Store) -> Option<impl IntoView + use<>> {
    filters::facet(store.index().facet_position(FACET)?, store)
}
