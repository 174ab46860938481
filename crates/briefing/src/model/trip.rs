//! The journey: stops, and what happened before, on and after it.

use super::{Citation, Coordinates, Dated, Id};

/// A city or other place of a leg.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Its name.
    pub name: String,
    /// Where it is; without it the city is not on the globe.
    pub position: Option<Coordinates>,
}

/// One leg of the trip.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// File name of the content file.
    pub id: Id,
    /// "India: Mumbai and New Delhi".
    pub title: String,
    /// "India".
    pub country: String,
    /// The cities, in the order the texts list them.
    pub places: Vec<City>,
    /// The days; no text gives a day for a city.
    pub dated: Dated,
    /// What the leg brought.
    pub text: String,
    /// A few words for the trip diagram.
    pub label: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

impl Stop {
    /// The names of the cities in one line.
    #[must_use]
    pub fn cities(&self) -> String {
        let names: Vec<&str> = self.places.iter().map(|city| city.name.as_str()).collect();
        names.join(", ")
    }
}

/// Which part of the timeline an event stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EraKind {
    /// Before the first day of the trip.
    Past,
    /// From the first to the last day of the trip.
    Trip,
    /// After the trip, or announced without a date.
    Future,
    /// Open as far as the texts go, and promised by none; it stands among the next steps alone.
    Open,
}

/// How a date binds what is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// It is to be done by its end at the latest.
    By,
    /// It is to be done at any time in it.
    Within,
}

/// Something that happened or is to happen.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// File name of the content file.
    pub id: Id,
    /// What happened, as a short sentence.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
    /// When, if a text gives it or it can be derived.
    pub dated: Option<Dated>,
    /// How the date binds; without it the date is that of the thing itself.
    pub due: Option<Due>,
    /// A nearer time that the press alone gives, in words.
    pub sooner: Option<String>,
    /// The part of the timeline it stands in.
    pub era: EraKind,
    /// The leg it belongs to, as a place in [`super::Briefing::stops`].
    pub stop: Option<u16>,
    /// It surrounded the trip and is not part of it.
    pub context: bool,
    /// A few words for the trip diagram.
    pub label: Option<String>,
    /// The commitment it concerns, as a place in the catalogue.
    pub about: Option<u32>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}
