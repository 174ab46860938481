//! Printing.

use super::dom::Element;
use gloo_events::EventListener;

/// Calls `then` before every printing, however it was asked for, for as long as the page is open.
pub fn before(then: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "beforeprint", move |_| then()).forget();
    }
}

/// Lets a click on `button` print the page, for as long as the page is open.
pub fn on_click(button: &Element) {
    EventListener::new(button, "click", |_| {
        // A frame may be forbidden to print; the browser's own command still works.
        let _ = web_sys::window().map(|window| window.print());
    })
    .forget();
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::before;
    use std::cell::Cell;
    use std::rc::Rc;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn every_printing_is_announced() {
        let times = Rc::new(Cell::new(0));
        let counted = Rc::clone(&times);
        before(move || counted.set(counted.get() + 1));
        let window = web_sys::window().expect("a browser has a window");
        for _ in 0..2 {
            let event = web_sys::Event::new("beforeprint").expect("an event");
            window.dispatch_event(&event).expect("it is dispatched");
        }
        assert_eq!(times.get(), 2);
    }
}
