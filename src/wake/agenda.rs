//! What is due is set against the reader's day, in the room that the page keeps for it.

use super::Page;
use crate::platform::{clock, dom};
use crate::store::Store;
use crate::view::day;

/// Fills that room; nothing else on the page moves.
pub fn wake(store: Store, page: &Page) {
    let today = clock::today();
    let Some(told) = today.and_then(|today| store.data.explorer.deadlines.told(today, store.strings())) else { return };
    dom::find(&page.root, day::LINE).iter().for_each(|line| dom::set_text(line, &told.line));
    for (standing, words) in dom::find(&page.root, day::STANDINGS).iter().zip(&told.words) {
        dom::set_text(standing, words);
    }
    if let Some(place) = told.place {
        dom::set_place(day::NOW, &day::percent(place));
    }
}
