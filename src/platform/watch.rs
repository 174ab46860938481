//! Where the reader is: the block that has come to a line across the window.

use super::dom::Element;
use super::timer;
use gloo_events::EventListener;
use std::cell::Cell;
use std::rc::Rc;

/// How often the page looks where a reader is who scrolls, in milliseconds.
const LOOKS: u32 = 100;

/// How many looks in a row must find the same block before the page follows: nobody reads what changes
/// more often, and whoever skims is not to lose a frame to it.
const ENOUGH: u32 = 4;

/// Calls `then` with the place of the last block that has come to a line: at the beginning, and when
/// another one has come there and stays for a moment. `line` is an element that begins there.
///
/// Where each block is, is asked a few times in a second while the reader scrolls. An observer of the
/// browser would work it out in every frame.
pub fn reading(blocks: Vec<Element>, line: Element, then: impl Fn(Option<usize>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let (seen, times, told, waits) = (Cell::new(None), Cell::new(0), Cell::new(None), Cell::new(false));
    let reading = Rc::new(Reading { blocks, line, then, seen, times, told, waits });
    reading.look();
    for name in ["scroll", "resize"] {
        let reading = Rc::clone(&reading);
        EventListener::new(&window, name, move |_| reading.wait()).forget();
    }
}

struct Reading<F> {
    blocks: Vec<Element>,
    line: Element,
    then: F,
    /// The place of the last look.
    seen: Cell<Option<usize>>,
    /// How many looks in a row have found it.
    times: Cell<u32>,
    told: Cell<Option<Option<usize>>>,
    /// Whether the next look is to come.
    waits: Cell<bool>,
}

impl<F: Fn(Option<usize>) + 'static> Reading<F> {
    fn wait(self: &Rc<Self>) {
        if !self.waits.replace(true) {
            let reading = Rc::clone(self);
            timer::after(LOOKS, move || reading.look());
        }
    }

    fn look(self: &Rc<Self>) {
        self.waits.set(false);
        let line = top(&self.line);
        let at = self.blocks.iter().rposition(|block| top(block) <= line);
        self.times.set(if self.seen.replace(at) == at { self.times.get() + 1 } else { 1 });
        if self.times.get() < ENOUGH && self.told.get().is_some() {
            self.wait();
        } else if self.told.replace(Some(at)) != Some(at) {
            (self.then)(at);
        }
    }
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Whether `line` goes through an element.
#[must_use]
pub fn crosses(line: &Element, element: &Element) -> bool {
    let (line, area) = (top(line), element.get_bounding_client_rect());
    area.top() <= line && line < area.bottom()
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::{crosses, reading};
    use crate::platform::dom::{find, page};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    async fn the_last_block_that_has_come_to_the_line_is_told() {
        let document = web_sys::window().and_then(|window| window.document()).expect("a browser has a document");
        let root = document.create_element("div").expect("a plain name");
        let block =
            |top: u32| format!("<p class=watched style='position:fixed;margin:0;top:{top}px;height:20px'>x</p>");
        let line = "<p class=at style='position:fixed;margin:0;top:50px;bottom:0'></p>";
        root.set_inner_html(&format!("{}{}{}{line}", block(10), block(40), block(70)));
        document.body().expect("a page has a body").append_child(&root).expect("a body takes children");
        let page = page().expect("a page");
        let (blocks, line) = (find(&page, ".watched"), find(&page, ".at").pop().expect("the line is there"));
        assert_eq!(blocks.iter().map(|block| crosses(&line, block)).collect::<Vec<_>>(), [false, true, false]);
        let mut keep = None;
        let kept = js_sys::Promise::new(&mut |resolve, _| keep = Some(resolve));
        let keep = keep.expect("a promise is made at once");
        reading(blocks, line, move |at| {
            let _ = keep.call1(&wasm_bindgen::JsValue::NULL, &at.map_or(-1.0, |at| at as f64).into());
        });
        let told = wasm_bindgen_futures::JsFuture::from(kept).await.expect("the observer tells");
        assert_eq!(told.as_f64(), Some(1.0));
    }
}
