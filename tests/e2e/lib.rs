//! What the tests in real browsers share: a [`Session`] with a browser, and what its reader sees.
//!
//! A test stands in `page_tests/` or `hosts/` and is named as a sentence. It takes a browser, does what a reader
//! does, and compares states of the page with each other: how many commitments there are is never
//! written down here, so that the tests hold for any briefing.
//!
//! Everything is standard WebDriver, except what [`browser`] says about one browser at a time.

pub mod browser;
pub mod deck;
pub mod error;
pub mod host;
pub mod page;
pub mod paper;
pub mod parts;
mod pool;
pub mod publication;
pub mod session;
pub mod settings;
pub mod site;
pub mod traffic;
pub mod view;

pub use browser::BrowserOptions;
pub use error::{Error, Result};
pub use session::{Session, browse};
pub use traffic::Traffic;
pub use view::View;
