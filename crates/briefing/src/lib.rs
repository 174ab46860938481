//! The pure core of a briefing.
//!
//! Content files are loaded into a [`load::draft::Draft`] that remembers where everything stands,
//! checked as a whole, and compiled into one [`model::Briefing`] per language. In the browser the
//! [`explorer::Explorer`] drawn from it answers a [`state::ViewState`] with a
//! [`query::Selection`]; [`route`] turns a view into the text of a link and back.
//!
//! Nothing here reads a clock, touches a browser, or does I/O outside [`load`].

pub mod model;

#[cfg(feature = "load")]
pub mod diag;

#[cfg(feature = "load")]
pub mod load;

#[cfg(feature = "load")]
pub mod check;

#[cfg(feature = "load")]
pub mod verify;

pub mod facet;

pub mod query;

pub mod search;

pub mod table;

pub mod explorer;

pub mod export;

pub mod layout;

#[cfg(feature = "picture")]
pub mod picture;

pub mod cite;

pub mod state;

pub mod route;
