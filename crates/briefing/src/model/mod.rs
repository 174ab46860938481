//! What a briefing is, in one language, checked and ready to be drawn.
//!
//! These types hold plain data and no references to the files they came from.

mod briefing;
mod catalogue;
mod citation;
pub mod date;
mod globe;
mod id;
mod record;
mod status;
mod strings;
mod trip;
mod words;

pub use briefing::{Briefing, Era, Figure, Heading, Sections, Site};
pub use catalogue::{Catalogue, Commitment, Named, Pillar, StatusWord};
pub use citation::{Citation, Role, Source, Tier, Voice};
pub use date::{Basis, Dated, PlainDate, When};
pub use globe::{Coordinates, Globe, MapName};
pub use id::Id;
pub use record::{Context, Difference, Person, Position, Record, Statement, Term, Version};
pub use status::Status;
pub use strings::{Strings, fill};
pub use trip::{City, Due, EraKind, Event, Stop};
