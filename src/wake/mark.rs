//! What a source mark stands for, beside it, while the pointer or the focus is on it.

use crate::platform::dom::{self, Element};
use crate::platform::overlay;
use crate::platform::{events, timer};
use crate::store::Store;
use crate::view::results::escape;
use std::cell::Cell;

/// How long attention rests before a note comes or goes, in milliseconds.
const REST: u32 = 150;

/// The marks that have notes; in the dialog the words stand beside them.
const MARK: &str = "main a[data-cite]";

/// Makes notes come and go.
pub fn wake(store: Store) {
    let Some(note) = dom::element("note") else { return };
    let note: &'static Element = Box::leak(Box::new(note));
    let latest: &'static Cell<usize> = Box::leak(Box::new(Cell::new(0)));
    events::on_attention(move |target| {
        latest.set(latest.get() + 1);
        // The way to the note must not close it.
        if dom::closest(target, "#note").is_some() {
            return;
        }
        let (turn, mark) = (latest.get(), dom::closest(target, MARK));
        timer::after(REST, move || {
            if latest.get() == turn {
                let html = mark.as_ref().and_then(|mark| text(mark, store));
                dom::set_html(note, html.as_deref().unwrap_or_default());
                overlay::set_beside(note, mark.as_ref().filter(|_| html.is_some()));
            }
        });
    });
}

/// Takes the note away; answers whether there was one.
pub fn close() -> bool {
    let note = dom::element("note").filter(|note| !dom::html(note).is_empty());
    note.is_some_and(|note| {
        dom::set_html(&note, "");
        overlay::set_beside(&note, None);
        true
    })
}

/// The source, what the paragraph says, and the way to everything that rests on it.
fn text(mark: &Element, store: Store) -> Option<String> {
    let cite = dom::attribute(mark, "data-cite")?;
    let square = dom::element(&cite.replace(':', "-"))?;
    let source = dom::closest(&square, "article")?;
    let part = |of: &Element, selector: &str| dom::first(of, selector).map(|part| dom::html(&part)).unwrap_or_default();
    Some(format!(
        "<p class=\"top\">{}</p><p>{}</p><p><a href=\"?cites={cite}#results\" data-view=\"?cites={cite}\">{}</a></p>",
        part(&source, ".top"),
        part(&square, ".gist"),
        escape(store.strings().see_all())
    ))
}
