//! Doing something later.

use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::prelude::{Closure, JsCast};

/// Something to be done.
pub type Task = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<Option<(Timeout, Task)>> = const { RefCell::new(None) };
}

/// Calls `then` after so many milliseconds, unless it is asked again or cancelled before.
pub fn once(milliseconds: u32, then: impl FnOnce() + 'static) {
    let timeout = Timeout::new(milliseconds, flush);
    // Dropping the one that was waiting cancels it.
    WAITING.with(|waiting| waiting.replace(Some((timeout, Box::new(then)))));
}

/// Does now what [`once`] was to do.
pub fn flush() {
    if let Some((_, then)) = WAITING.take() {
        then();
    }
}

/// Cancels what [`once`] was to do.
pub fn cancel() {
    WAITING.with(|waiting| waiting.replace(None));
}

/// Something that is done later, unless this is dropped before.
pub type Later = Timeout;

/// Calls `then` after so many milliseconds, as long as the answer is kept.
pub fn later(milliseconds: u32, then: impl FnOnce() + 'static) -> Later {
    Timeout::new(milliseconds, then)
}

/// Calls `then` after so many milliseconds, whatever else happens.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, then).forget();
}

/// Calls `then` when the page has been redrawn.
pub fn soon(then: impl FnOnce() + 'static) {
    after(0, then);
}

/// Does one thing after the other, and lets inputs and frames in between.
pub fn in_turn(things: impl IntoIterator<Item = Task> + 'static) {
    let mut things = things.into_iter();
    if let Some(thing) = things.next() {
        thing();
        // What is left is boxed, since an iterator that goes on with itself has no name.
        let rest: Box<dyn Iterator<Item = Task>> = Box::new(things);
        soon(move || in_turn(rest));
    }
}

/// Calls `then` after the next frame has been drawn.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let frame = Closure::once_into_js(move || soon(then));
    if let Some(window) = web_sys::window() {
        // Refused only without a function.
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::{after, cancel, flush, once};
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    async fn asking_again_replaces_what_was_asked_before() {
        let done = Rc::new(RefCell::new(Vec::new()));
        let note = |word: &'static str| {
            let done = Rc::clone(&done);
            move || done.borrow_mut().push(word)
        };
        once(1, note("cancelled"));
        cancel();
        once(1, note("first"));
        once(1, note("second"));
        let (tell, told) = promise();
        after(30, tell);
        told.await.expect("the timer tells");
        assert_eq!(*done.borrow(), ["second"]);
        once(10_000, note("third"));
        flush();
        flush();
        assert_eq!(*done.borrow(), ["second", "third"]);
    }

    /// A promise that is kept when the function is called.
    fn promise() -> (impl FnOnce() + 'static, wasm_bindgen_futures::JsFuture) {
        let mut keep = None;
        let kept = js_sys::Promise::new(&mut |resolve, _| keep = Some(resolve));
        let tell = move || {
            if let Some(resolve) = keep {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            }
        };
        (tell, kept.into())
    }
}
