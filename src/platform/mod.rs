//! The browser: the only home of web-sys, js-sys and gloo. Small calls that never panic.

pub mod clipboard;
pub mod clock;
pub mod controls;
pub mod dom;
pub mod events;
pub mod history;
pub mod overlay;
pub mod print;
pub mod storage;
pub mod text;
pub mod timer;
pub mod watch;
