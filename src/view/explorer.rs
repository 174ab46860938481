//! The part of the page that the engine draws again: filters, and what is said of the answer.

use super::{filters, results};
use crate::store::Store;
use leptos::prelude::*;

/// The id of the element that holds the explorer and nothing else.
pub const ROOT: &str = "explorer";

/// All of it, inside one form: its controls work before the engine does.
pub fn explorer(store: Store) -> impl IntoView + use<> {
    view! {
        <form class="explorer" autocomplete="off" on:submit=move |event| event.prevent_default()>
            {filters::panel(store)} {results::results(store)}
        </form>
    }
}
