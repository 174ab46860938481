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
