//! What a page says, once more for machines: one block of JSON-LD in the words of schema.org.
//!
//! It repeats the page and adds nothing to it: the briefing, its sources, the legs of the trip and
//! what has a date. All but the briefing are named by the fragment under which they stand on it.

use briefing::model::{Basis, Briefing, Dated, Event, Id, Source, Stop, Strings, When};
use serde_json::{Value, json};

/// Sources are quoted as they are written, which is English on every page.
const SOURCE_LANGUAGE: &str = "en";

/// The block of the page at `url`. Without an address all names are relative to the page.
pub(crate) fn block(briefing: &Briefing, url: Option<&str>) -> String {
    let names = Names { page: url.unwrap_or_default() };
    let sources = briefing.catalogue.sources.iter().map(|source| work(source, &names));
    let stops = briefing.stops.iter().map(|stop| leg(stop, &names, &briefing.catalogue.strings));
    let events = briefing.events.iter().filter_map(|entry| event(entry, briefing, &names));
    let graph: Vec<Value> =
        std::iter::once(page(briefing, url, &names)).chain(sources).chain(stops).chain(events).collect();
    let data = json!({ "@context": "https://schema.org", "@graph": graph });
    // A script element ends at the first closing tag, whatever the data means by it.
    let data = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>")
}

/// How things on the page are named.
struct Names<'a> {
    page: &'a str,
}

impl Names<'_> {
    fn of(&self, id: &Id) -> String {
        format!("{}#{id}", self.page)
    }

    fn all<'i>(&self, ids: impl Iterator<Item = &'i Id>) -> Vec<Value> {
        ids.map(|id| json!({ "@id": self.of(id) })).collect()
    }
}

/// The briefing. It is no `Report`: that is the text of an organisation, and none is named here.
fn page(briefing: &Briefing, url: Option<&str>, names: &Names<'_>) -> Value {
    let Briefing { catalogue, site, stops, .. } = briefing;
    node(json!({
        "@type": "Article",
        "@id": url,
        "url": url,
        "name": site.title,
        "description": site.description,
        "inLanguage": catalogue.language,
        "dateModified": site.as_of.iso(),
        "about": names.all(stops.iter().map(|stop| &stop.id)),
        "citation": names.all(catalogue.sources.iter().map(|source| &source.id)),
    }))
}

fn work(source: &Source, names: &Names<'_>) -> Value {
    // A date that was worked out would pass for the source's own.
    let stated = source.dated.as_ref().filter(|dated| dated.basis == Basis::Stated);
    node(json!({
        "@type": "CreativeWork",
        "@id": names.of(&source.id),
        "name": source.title,
        "identifier": source.code,
        "genre": source.kind,
        "inLanguage": SOURCE_LANGUAGE,
        "datePublished": stated.and_then(|dated| dated.when.datetime()),
    }))
}

fn leg(stop: &Stop, names: &Names<'_>, strings: &Strings) -> Value {
    let places: Vec<Value> = stop.places.iter().map(|place| json!({ "@type": "Place", "name": place.name })).collect();
    let (start, end) = days(stop.dated.when);
    node(json!({
        "@type": "Event",
        "@id": names.of(&stop.id),
        "name": stop.title,
        "description": described(Some(&stop.text), &stop.dated, strings),
        "startDate": start,
        "endDate": end,
        "location": places,
    }))
}

/// What has a date; what has none has nothing by which a machine could place it.
///
/// Events that surround the trip are told like all others, since the page dates them too. Only what
/// belongs to the trip is part of a leg, so they are never said to be. No event has a location: texts
/// give the places of a leg, and not which one a thing happened in.
fn event(event: &Event, briefing: &Briefing, names: &Names<'_>) -> Option<Value> {
    let dated = event.dated.as_ref()?;
    let stop = event.stop.filter(|_| !event.context).and_then(|at| briefing.stops.get(usize::from(at)));
    let (start, end) = days(dated.when);
    Some(node(json!({
        "@type": "Event",
        "@id": names.of(&event.id),
        "name": event.title,
        "description": described(event.text.as_deref(), dated, &briefing.catalogue.strings),
        "startDate": start,
        "endDate": end,
        "superEvent": stop.map(|stop| json!({ "@id": names.of(&stop.id) })),
    })))
}

/// First and last day of a range, and otherwise one date, as precise as it is.
fn days(when: When) -> (Option<String>, Option<String>) {
    match when {
        When::Range(from, to) => (Some(from.iso()), Some(to.iso())),
        when => (when.datetime(), None),
    }
}

/// What is said of an event and of its date. Schema.org has no word for a date that is hedged or was
/// worked out, so that is said here as it is said on the page.
fn described(text: Option<&str>, dated: &Dated, strings: &Strings) -> Option<String> {
    let reasoning = dated.reasoning.as_deref().filter(|_| dated.basis == Basis::Derived);
    let derived = reasoning.map(|reasoning| format!("{} {reasoning}", strings.derived()));
    let parts: Vec<&str> = [dated.note.as_deref(), text, derived.as_deref()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The properties that have a value.
fn node(mut properties: Value) -> Value {
    if let Value::Object(properties) = &mut properties {
        properties.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
    }
    properties
}

#[cfg(test)]
mod tests;
