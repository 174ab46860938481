//! Where the reader is: the block that has come to a line across the window.

use super::dom::Part;
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsCast};
use web_sys::{IntersectionObserver, IntersectionObserverInit};

/// Calls `then` at the beginning, whenever a block comes to the line or leaves it, and when the window
/// changes, with the place of the last block that has come to it. `line` is an element that begins
/// there and ends at the foot of the window.
///
/// The browser watches the line, so that nothing runs while the reader scrolls within a block. Where
/// each block is, is asked then: after a jump, what the observer tells is not the whole story.
pub fn reading(blocks: Vec<Part>, line: Part, then: impl Fn(Option<usize>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let blocks = Rc::new(blocks);
    let (seen, at) = (Rc::clone(&blocks), line.clone());
    let callback = Closure::<dyn Fn()>::new(move || {
        let line = top(&at);
        then(seen.iter().rposition(|block| top(block) <= line));
    });
    let observer = RefCell::new(None::<IntersectionObserver>);
    let watch = move || {
        let area = line.get_bounding_client_rect();
        // The part of the window that is left is one pixel high.
        let (above, below) = (area.top() as i32, area.height() as i32 - 1);
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("-{above}px 0px -{below}px"));
        let callback = callback.as_ref().unchecked_ref();
        let Ok(watching) = IntersectionObserver::new_with_options(callback, &options) else { return };
        blocks.iter().for_each(|block| watching.observe(block));
        if let Some(old) = observer.replace(Some(watching)) {
            old.disconnect();
        }
    };
    watch();
    EventListener::new(&window, "resize", move |_| watch()).forget();
}

fn top(element: &Part) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Whether `line` goes through an element.
#[must_use]
pub fn crosses(line: &Part, element: &Part) -> bool {
    let (line, area) = (top(line), element.get_bounding_client_rect());
    area.top() <= line && line < area.bottom()
}
