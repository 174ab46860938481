//! The timeline as a list of things to draw, in reading order.

use crate::model::{Briefing, EraKind, Event, PlainDate};

/// Years that pass between two past events without being drawn, before it is said.
const LONG_GAP: i32 = 10;

/// One thing on the spine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// An event, as a place in [`Briefing::events`].
    Event(usize),
    /// So many years in which the texts name nothing.
    Gap(i32),
    /// A leg of the trip.
    Leg {
        /// Place in [`Briefing::stops`].
        stop: usize,
        /// Its number among all cities of the trip, counted from 1.
        number: usize,
        /// Its days, one notch each.
        days: Vec<PlainDate>,
        /// Events of this leg, as places in [`Briefing::events`].
        events: Vec<usize>,
    },
}

/// The three parts, each drawn on a scale of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Before the trip, compressed.
    pub past: Vec<Item>,
    /// The trip, day by day.
    pub trip: Vec<Item>,
    /// After the trip: dated, then undated.
    pub future: Vec<Item>,
}

impl Timeline {
    /// Lays a briefing out.
    #[must_use]
    pub fn new(briefing: &Briefing) -> Self {
        let of = |era: EraKind| {
            let places = briefing.events.iter().enumerate();
            places.filter(move |(_, event)| event.era == era).map(|(at, _)| at)
        };
        Self {
            past: with_gaps(briefing, of(EraKind::Past)),
            trip: legs(briefing),
            future: of(EraKind::Future).map(Item::Event).collect(),
        }
    }
}

fn with_gaps(briefing: &Briefing, places: impl Iterator<Item = usize>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut last_year = None;
    for at in places {
        let year = briefing.events.get(at).and_then(year_of);
        if let (Some(last), Some(year)) = (last_year, year)
            && year - last >= LONG_GAP
        {
            items.push(Item::Gap(year - last));
        }
        last_year = year.or(last_year);
        items.push(Item::Event(at));
    }
    items
}

fn year_of(event: &Event) -> Option<i32> {
    Some(event.dated.as_ref()?.when.first_day().year())
}

/// Each leg with its events; an event that names no leg stands on the last one begun by its day.
fn legs(briefing: &Briefing) -> Vec<Item> {
    let mut number = 1;
    let mut items = Vec::new();
    for (at, stop) in briefing.stops.iter().enumerate() {
        let (first, last) = (stop.dated.when.first_day(), stop.dated.when.last_day());
        let mine = briefing
            .events
            .iter()
            .enumerate()
            .filter(|(_, event)| event.era == EraKind::Trip && leg_of(briefing, event) == Some(at));
        let days = first.through(last).collect();
        items.push(Item::Leg { stop: at, number, days, events: mine.map(|(at, _)| at).collect() });
        number += stop.places.len().max(1);
    }
    items
}

fn leg_of(briefing: &Briefing, event: &Event) -> Option<usize> {
    if let Some(stop) = event.stop {
        return Some(usize::from(stop));
    }
    let day = event.dated.as_ref()?.when.first_day();
    briefing.stops.iter().rposition(|stop| stop.dated.when.first_day() <= day)
}
