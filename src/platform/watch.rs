//! Where the reader is: the block that has come to a line across the window.

use super::dom::Element;
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
pub fn reading(blocks: Vec<Element>, line: Element, then: impl Fn(Option<usize>) + 'static) {
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
