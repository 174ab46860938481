//! What the journeys share: a [`Reader`] with a browser of their own, and what the reader sees.
//!
//! A journey is a test in `readers/` or `hosts/`, named as a sentence. It opens a browser, does what a reader
//! does, and compares states of the page with each other: how many commitments there are is never
//! written down here, so that the journeys hold for any briefing.
//!
//! Everything is standard WebDriver, except what [`browser`] says about one browser at a time.

pub mod browser;
pub mod deck;
pub mod failure;
pub mod host;
pub mod page;
pub mod paper;
pub mod parts;
mod pool;
pub mod publication;
pub mod reader;
pub mod settings;
pub mod site;
pub mod traffic;
pub mod view;

pub use browser::Wish;
pub use failure::{Failure, Outcome};
pub use reader::{Reader, journey};
pub use traffic::Traffic;
pub use view::View;
