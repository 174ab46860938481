//! The trip drawn as a train diagram: time across, place down.
//!
//! Everything is in the units of a 1296 × 170 drawing; the page scales it.

use crate::model::{Briefing, EraKind, PlainDate};

/// Where the part before the trip ends, and the trip begins and ends.
const PAST: (f64, f64) = (6.0, 252.0);
const TRIP: (f64, f64) = (300.0, 1046.0);
const FUTURE: (f64, f64) = (1092.0, 1290.0);

/// The height of the first leg, and the step to the next.
const FIRST_LEG: f64 = 48.0;
const LEG_STEP: f64 = 40.0;

/// How far before a day line a leg bends down to the next.
const BEND: f64 = 22.0;

/// A mark with its word.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Across.
    pub x: f64,
    /// Place in [`Briefing::events`].
    pub event: usize,
    /// What stands at it.
    pub label: String,
    /// It would touch its neighbour's word and moves to the other side of the line.
    pub above: bool,
}

/// A leg as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// Place in [`Briefing::stops`].
    pub stop: usize,
    /// Where it begins.
    pub x: f64,
    /// Where it ends.
    pub end: f64,
    /// Its height.
    pub y: f64,
    /// Where its line bends down to the next, or ends.
    pub turn: f64,
}

/// A day of the trip.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// Its date.
    pub date: PlainDate,
    /// Its left line.
    pub x: f64,
    /// Its middle.
    pub middle: f64,
}

/// Everything to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    /// Years before the trip.
    pub past: Vec<Mark>,
    /// A dotted stretch between two of them, where many years pass.
    pub past_gaps: Vec<(f64, f64)>,
    /// The days.
    pub days: Vec<Day>,
    /// The right line of the last day.
    pub days_end: f64,
    /// The legs, in order.
    pub legs: Vec<Leg>,
    /// The line of the whole trip, as SVG path data.
    pub route: String,
    /// What follows.
    pub future: Vec<Mark>,
    /// The height of the lines left and right of the trip.
    pub axis: f64,
}

impl Diagram {
    /// Lays a briefing out; empty without a trip.
    #[must_use]
    pub fn new(briefing: &Briefing) -> Self {
        let Some((first, last)) = briefing.trip_days() else {
            return Self::default();
        };
        let count = first.days_until(last) + 1;
        let width = (TRIP.1 - TRIP.0) / f64_of(count);
        let x_of = |date: PlainDate| TRIP.0 + width * f64_of(first.days_until(date));
        let day = |date| Day { date, x: x_of(date), middle: x_of(date) + width / 2.0 };
        let days = first.through(last).map(day).collect();
        let mut legs: Vec<Leg> = briefing
            .stops
            .iter()
            .enumerate()
            .map(|(at, stop)| {
                let when = stop.dated.when;
                let end = x_of(when.last_day()) + width;
                Leg {
                    stop: at,
                    x: x_of(when.first_day()) + if at == 0 { 8.0 } else { 14.0 },
                    end,
                    y: FIRST_LEG + LEG_STEP * f64_of(i64::try_from(at).unwrap_or_default()),
                    turn: end - 4.0,
                }
            })
            .collect();
        let next: Vec<f64> = legs.iter().skip(1).map(|leg| leg.x - BEND).collect();
        for (leg, next) in legs.iter_mut().zip(next) {
            leg.turn = next.max(leg.x);
        }
        let (past, past_gaps) = past(briefing);
        Self {
            route: route(&legs),
            axis: FIRST_LEG + LEG_STEP,
            days_end: TRIP.1,
            days,
            legs,
            past,
            past_gaps,
            future: future(briefing),
        }
    }
}

fn f64_of(number: i64) -> f64 {
    i32::try_from(number).map_or(0.0, f64::from)
}

/// The trip as one line: along each leg, then down to the next.
fn route(legs: &[Leg]) -> String {
    let mut path = String::new();
    for (at, leg) in legs.iter().enumerate() {
        let command = if at == 0 { 'M' } else { 'L' };
        path.push_str(&format!("{command}{:.0} {:.0}H{:.0}", leg.x, leg.y, leg.turn.max(leg.x)));
    }
    path
}

/// The years of the past, one mark for each year, spread evenly: the scale is compressed.
fn past(briefing: &Briefing) -> (Vec<Mark>, Vec<(f64, f64)>) {
    let mut years: Vec<(i32, usize)> = Vec::new();
    for (at, event) in briefing.events.iter().enumerate() {
        let year = event.dated.as_ref().map(|dated| dated.when.first_day().year());
        if let Some(year) = year.filter(|_| event.era == EraKind::Past && !event.context)
            && years.last().is_none_or(|(last, _)| *last != year)
        {
            years.push((year, at));
        }
    }
    let step = (PAST.1 - PAST.0) / f64_of(i64::try_from(years.len()).unwrap_or_default()).max(1.0);
    let x_of = |at: usize| PAST.0 + step * f64_of(i64::try_from(at).unwrap_or_default());
    let marks = years.iter().enumerate().map(|(at, (year, event))| Mark {
        x: x_of(at),
        event: *event,
        label: year.to_string(),
        above: at % 2 == 1 && step < 56.0,
    });
    let gaps = years.iter().zip(years.iter().skip(1)).enumerate();
    let gaps = gaps.filter(|(_, ((earlier, _), (later, _)))| later - earlier >= 10);
    let gaps = gaps.map(|(at, _)| (x_of(at), x_of(at + 1))).collect();
    (marks.collect(), gaps)
}

/// The dated future that the content gives a label to, spread evenly.
fn future(briefing: &Briefing) -> Vec<Mark> {
    let labelled = briefing.events.iter().enumerate().filter_map(|(at, event)| {
        let label = event.label.clone()?;
        (event.era == EraKind::Future && event.dated.is_some()).then_some((at, label))
    });
    let labelled: Vec<(usize, String)> = labelled.collect();
    let gaps = f64_of(i64::try_from(labelled.len().saturating_sub(1)).unwrap_or_default()).max(1.0);
    let step = (FUTURE.1 - FUTURE.0 - 12.0) / gaps;
    labelled
        .into_iter()
        .enumerate()
        .map(|(at, (event, label))| Mark {
            x: FUTURE.0 + 6.0 + step * f64_of(i64::try_from(at).unwrap_or_default()),
            event,
            label,
            above: false,
        })
        .collect()
}
