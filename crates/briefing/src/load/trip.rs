//! Stops and events to one language, each event in its part of the timeline and in order.

use super::compile::Compiler;
use super::draft::{Entry, EventFile, StopFile};
use super::globe::PlaceFile;
use crate::model::{City, Dated, EraKind, Event, PlainDate, Stop};

impl Compiler<'_> {
    /// All events in the order of the page. Within a part of the timeline their own order comes
    /// before the date, because what happened on one day has an order too.
    pub(super) fn events(&self, trip: Option<(PlainDate, PlainDate)>) -> Option<Vec<Event>> {
        let mut events: Vec<(u16, Event)> = Vec::new();
        for entry in &self.draft.events {
            let order = entry.record.order.as_ref().map_or(u16::MAX, |order| order.value);
            events.push((order, self.event(entry, trip)?));
        }
        events.sort_by(|(first, a), (second, b)| {
            let by_rank = a.era.cmp(&b.era).then(first.cmp(second));
            by_rank.then_with(|| by_date(a, b)).then_with(|| a.id.cmp(&b.id))
        });
        Some(events.into_iter().map(|(_, event)| event).collect())
    }

    pub(super) fn stop(&self, stop: &Entry<StopFile>) -> Option<Stop> {
        let record = &stop.record;
        Some(Stop {
            id: stop.id.clone(),
            title: self.text(&record.title)?,
            country: self.text(&record.country)?,
            places: record.places.value.iter().map(|p| self.city(&p.value)).collect::<Option<_>>()?,
            dated: self.dated(&record.dated)??,
            text: self.text(&record.text)?,
            label: self.maybe(record.label.as_ref())?,
            cites: self.cites(&record.cites)?,
        })
    }

    fn city(&self, place: &PlaceFile) -> Option<City> {
        Some(City { name: self.text(&place.name)?, position: place.position.as_ref().map(|position| position.value) })
    }

    fn event(&self, event: &Entry<EventFile>, trip: Option<(PlainDate, PlainDate)>) -> Option<Event> {
        let record = &event.record;
        let dated = self.dated(&record.dated)?;
        let stop = record.stop.as_ref().map(|stop| self.stops.iter().position(|s| s.id == stop.value));
        let stop = stop.map_or(Some(None), |at| at.and_then(|at| u16::try_from(at).ok()).map(Some))?;
        let about = record.about.as_ref().map_or(Some(None), |id| self.place_of(&id.value).map(Some))?;
        Some(Event {
            id: event.id.clone(),
            title: self.text(&record.title)?,
            text: match (&record.text, &record.derived) {
                (Some(text), derived) => Some(self.reasoned(text, derived.as_ref())?),
                (None, derived) => self.maybe(derived.as_ref())?,
            },
            due: record.due.as_ref().map(|due| due.value),
            sooner: self.maybe(record.sooner.as_ref())?,
            era: record.era.as_ref().map_or_else(|| era_of(dated.as_ref(), trip), |era| era.value.0),
            dated,
            stop,
            context: record.context,
            label: self.maybe(record.label.as_ref())?,
            about,
            cites: self.cites(&record.cites)?,
        })
    }
}

/// Dated ones by date, then those without.
fn by_date(a: &Event, b: &Event) -> std::cmp::Ordering {
    match (&a.dated, &b.dated) {
        (Some(a), Some(b)) => a.when.order(b.when),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// The date decides; what has none and names no era belongs to its leg of the trip.
fn era_of(dated: Option<&Dated>, trip: Option<(PlainDate, PlainDate)>) -> EraKind {
    match (dated, trip) {
        (Some(dated), Some((first, _))) if dated.when.last_day() < first => EraKind::Past,
        (Some(dated), Some((_, last))) if dated.when.last_day() > last => EraKind::Future,
        _ => EraKind::Trip,
    }
}
