//! The browser: the only home of web-sys, js-sys and gloo. Small calls that never panic.

pub mod clipboard;
pub mod dom;
pub mod history;
pub mod text;
pub mod timer;
pub mod watch;
