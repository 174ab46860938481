//! Doing something later.

use gloo_timers::callback::Timeout;
use std::cell::RefCell;

thread_local! {
    static WAITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Calls `then` after so many milliseconds, unless it is asked again or cancelled before.
pub fn once(milliseconds: u32, then: impl FnOnce() + 'static) {
    let timeout = Timeout::new(milliseconds, then);
    // Dropping the one that was waiting cancels it.
    WAITING.with(|waiting| waiting.replace(Some(timeout)));
}

/// Cancels what [`once`] was to do.
pub fn cancel() {
    WAITING.with(|waiting| waiting.replace(None));
}

/// Calls `then` after so many milliseconds, whatever else happens.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, then).forget();
}

/// Calls `then` when the page has been redrawn.
pub fn soon(then: impl FnOnce() + 'static) {
    after(0, then);
}
