//! What the reader does, for as long as the page is open.

use super::dom::{Element, document};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, KeyboardEvent, MouseEvent};

/// What an event began at; it may be part of a drawing.
pub type Target = Element;

fn target(event: &Event) -> Option<Target> {
    event.target()?.dyn_into().ok()
}

fn listen(on: Option<&EventTarget>, name: &'static str, then: Box<dyn Fn(&Event)>) {
    if let Some(on) = on {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(on, name, options, move |event| then(event)).forget();
    }
}

fn on_page(name: &'static str, then: Box<dyn Fn(&Event)>) {
    listen(document().as_deref().map(AsRef::as_ref), name, then);
}

/// Calls `then` with what is clicked and whether it is the second click of two; the browser does
/// not follow the click when it answers yes. Clicks that ask for a new tab are left to the browser.
pub fn on_click(then: impl Fn(&Target, bool) -> bool + 'static) {
    on_page(
        "click",
        Box::new(move |event| {
            let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
            let elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
            if !elsewhere && target(event).is_some_and(|target| then(&target, click.detail() > 1)) {
                event.prevent_default();
            }
        }),
    );
}

/// Calls `then` with a key and where it is pressed; the browser does nothing more with it when it
/// answers yes. Keys with a modifier are left to the browser.
pub fn on_key(then: impl Fn(&str, &Target) -> bool + 'static) {
    on_page(
        "keydown",
        Box::new(move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let modified = key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing();
            // With Shift, WebKitGTK knows which key it is, but not what it is called.
            let name = if key.shift_key() && key.code() == "Tab" { "Shift+Tab".to_owned() } else { key.key() };
            if !modified && target(event).is_some_and(|target| then(&name, &target)) {
                event.prevent_default();
            }
        }),
    );
}

/// Calls `then` with what the pointer comes over, or what gets the focus.
pub fn on_attention(then: impl Fn(&Target) + Copy + 'static) {
    for name in ["pointerover", "focusin"] {
        on_page(
            name,
            Box::new(move |event| {
                if let Some(target) = target(event) {
                    then(&target);
                }
            }),
        );
    }
}

/// Calls `then` when a dialog has closed, in whatever way, or a box is ticked.
pub fn on(element: &Element, name: &'static str, then: impl Fn() + 'static) {
    listen(Some(element.as_ref()), name, Box::new(move |_| then()));
}

/// Calls `then` with the control inside `form` that an event is about.
pub fn on_control(form: &Element, name: &'static str, then: impl Fn(&Target) + 'static) {
    let then = move |event: &Event| {
        if let Some(target) = target(event) {
            then(&target);
        }
    };
    listen(Some(form.as_ref()), name, Box::new(then));
}

/// Keeps a form from being sent.
pub fn on_submit(form: &Element) {
    listen(Some(form.as_ref()), "submit", Box::new(Event::prevent_default));
}

/// Whether keys are letters there, and not commands.
#[must_use]
pub fn takes_letters(target: &Target) -> bool {
    let selector = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])";
    target.closest(selector).ok().flatten().is_some()
}
