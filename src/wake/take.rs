//! The files that can be taken away have what is shown, in its order. Without the engine, and with a
//! key that asks for a new tab, the same links lead to complete ones.

use crate::platform::dom;
use crate::platform::events::Target;
use crate::platform::{download, history, overlay, timer};
use crate::store::Store;
use crate::view::places::TAKE;
use briefing::export::{Address, Pieces};
use leptos::prelude::*;

/// A click on one of them.
pub fn clicked(target: &Target, store: Store) -> bool {
    let Some(link) = dom::closest(target, "a[data-pieces]") else { return false };
    let Some((menu, failed)) = dom::element(TAKE).and_then(|menu| Some((dom::first(&menu, ".failed")?, menu))) else {
        return false;
    };
    timer::flush();
    let (page, query) = (history::entry_address(""), history::query());
    let view = page.trim_end_matches('#').to_owned() + &query;
    let listed = store.listed.get_untracked();
    let of = move |name: &str| dom::attribute(&link, name).unwrap_or_default();
    download::fetch(&of("data-pieces"), move |bytes| {
        let pieces = bytes.and_then(|bytes| Pieces::from_bytes(&bytes).ok());
        let file = pieces.map(|pieces| pieces.joined(&listed, Address { page: &page, view: &view }));
        let saved = file.is_some_and(|file| download::save(&file, &of("type"), &of("download")).is_ok());
        dom::hide(&failed, saved);
        if saved {
            overlay::set_beside(&menu, None);
        }
    });
    true
}
