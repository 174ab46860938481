//! The part of the page that the engine wakes: pillar row, filters, cards.

use super::{filters, pillars, results};
use crate::store::Store;
use leptos::prelude::*;

/// The id of the element that holds the explorer and nothing else.
pub const ROOT: &str = "explorer";

/// All of it, inside one form: its controls work before the engine does.
pub fn explorer(store: Store) -> impl IntoView + use<> {
    view! {
        <form class="explorer" autocomplete="off" on:submit=move |event| event.prevent_default()>
            {pillars::pillars(store)}
            <div class="columns">{filters::panel(store)} {results::results(store)}</div>
        </form>
    }
}
