//! What a briefing is, in one language, checked and ready to be drawn.
//!
//! These types hold plain data and no references to the files they came from.

mod briefing;
mod catalogue;
mod citation;
pub mod date;
mod id;
mod status;
mod strings;
mod trip;

pub use briefing::{Briefing, Era, Figure, Heading, Site};
pub use catalogue::{Catalogue, Commitment, Named, Pillar, StatusWord};
pub use citation::{Citation, Source, Tier, Voice};
pub use date::{Basis, Dated, PlainDate, When};
pub use id::Id;
pub use status::Status;
pub use strings::{Strings, fill};
pub use trip::{EraKind, Event, Stop};
