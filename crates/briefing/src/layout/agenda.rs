//! What is still to come, as rows on a time axis.

use super::axis::{Axis, WIDTH};
use crate::model::date::When;
use crate::model::{Briefing, Due, EraKind, Event, PlainDate, Voice};

/// A stretch of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// One step still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Place in [`Briefing::events`].
    pub event: usize,
    /// The commitment it is a step of, as a place in the catalogue.
    pub commitment: usize,
    /// Its time; none without a date.
    pub span: Option<Span>,
}

/// The rows, those with a date first, and the axis that they are drawn on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day everything is counted from: that of the joint text, else that of the content.
    pub origin: PlainDate,
    /// Where that day stands.
    pub origin_place: u32,
    /// The axis.
    pub axis: Axis,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Agenda {
    /// Lays a briefing out. Its steps are the events to come that belong to a commitment.
    #[must_use]
    pub fn new(briefing: &Briefing) -> Self {
        let origin = origin(briefing);
        let steps = steps(briefing);
        let dates: Vec<When> = steps.iter().filter_map(|(_, event)| Some(event.dated.as_ref()?.when)).collect();
        let axis = Axis::new(origin, &dates);
        let origin_place = axis.begin(origin).unwrap_or_default();
        let span = |event: &Event| {
            let when = event.dated.as_ref()?.when;
            let (first, last) = (when.first_day(), when.last_day());
            // Until a deadline there is time from the beginning; nothing reaches back before it.
            let from = if event.due == Some(Due::By) { origin } else { first.max(origin) };
            Some(Span { from: axis.begin(from).unwrap_or_default(), to: axis.end(last).unwrap_or(WIDTH) })
        };
        let rows = steps.iter().filter_map(|(at, event)| {
            Some(Row { event: *at, commitment: usize::try_from(event.about?).ok()?, span: span(event) })
        });
        let mut rows: Vec<Row> = rows.collect();
        // Dates decide where there are any; the others stand in the order of their commitments.
        let era = |row: &Row| briefing.events.get(row.event).map(|event| event.era);
        rows.sort_by_key(|row| (row.span.is_none(), row.span.is_none().then(|| (era(row), row.commitment))));
        Self { origin, origin_place, axis, rows }
    }
}

/// Events that are to come and belong to a commitment, with their places; in the order of the
/// events, so that dated ones come first and what no text promises comes last.
pub(super) fn steps(briefing: &Briefing) -> Vec<(usize, &Event)> {
    let events = briefing.events.iter().enumerate();
    let steps = events.filter(|(_, event)| event.era >= EraKind::Future && event.about.is_some() && !event.context);
    steps.collect()
}

/// When it turns out whether a step was taken: for a deadline its last day, else the time itself.
pub(super) fn binding(event: &Event) -> Option<When> {
    let when = event.dated.as_ref()?.when;
    Some(if event.due == Some(Due::By) { When::Day(when.last_day()) } else { when })
}

fn origin(briefing: &Briefing) -> PlainDate {
    let joint = briefing.catalogue.sources.iter().filter(|source| source.voice == Voice::Joint);
    let days = joint.filter_map(|source| match source.dated.as_ref()?.when {
        When::Day(day) => Some(day),
        _ => None,
    });
    days.min().unwrap_or(briefing.site.as_of)
}
