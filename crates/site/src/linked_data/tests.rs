//! The data block of the small content tree, read back as data.

use super::block;
use briefing::model::{Briefing, When};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const START: &str = "<script type=\"application/ld+json\">";
const URL: &str = "https://example.org/b/";

/// Type, properties it must have, and properties it may have: the part of the vocabulary of
/// schema.org in use here, with what its types inherit from `Thing` and `CreativeWork`.
const VOCABULARY: [(&str, &[&str], &[&str]); 4] = [
    ("Article", &["name", "description", "inLanguage", "dateModified", "citation"], &["@id", "url", "about"]),
    ("CreativeWork", &["@id", "name", "identifier", "genre", "inLanguage"], &["datePublished"]),
    ("Event", &["@id", "name", "startDate"], &["description", "endDate", "location", "superEvent"]),
    ("Place", &["name"], &[]),
];

fn small() -> Briefing {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys");
    let briefings = briefing::load::compile_dir(&content).map_err(|report| report.render(false));
    briefings.expect("a good tree").remove(0)
}

fn graph(block: &str) -> Vec<Value> {
    let data = block.strip_prefix(START).and_then(|rest| rest.strip_suffix("</script>")).expect("a block");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("a graph").clone()
}

/// The date of each name, as one text.
fn dates(graph: &[Value]) -> BTreeMap<&str, When> {
    let dated = graph.iter().filter_map(|node| {
        let start = node["startDate"].as_str().or(node["datePublished"].as_str())?;
        let text = node["endDate"].as_str().map_or(start.to_owned(), |end| format!("{start}/{end}"));
        Some((node["@id"].as_str()?.trim_start_matches('#'), When::parse(&text).expect("a calendar date")))
    });
    dated.collect()
}

/// Calls `see` with every object that has a type, however deep.
fn typed<'v>(value: &'v Value, see: &mut impl FnMut(&'v str, BTreeSet<&'v str>)) {
    if let Value::Object(properties) = value {
        let names = properties.keys().map(String::as_str);
        match value["@type"].as_str() {
            Some(kind) => see(kind, names.filter(|name| *name != "@type").collect()),
            None => assert_eq!(names.collect::<Vec<_>>(), ["@id"], "a thing without a type is a reference"),
        }
        properties.values().for_each(|value| typed(value, see));
    }
    value.as_array().into_iter().flatten().for_each(|value| typed(value, see));
}

#[test]
fn every_type_and_property_is_in_the_vocabulary_and_nothing_required_is_missing() {
    let mut seen = BTreeSet::new();
    for url in [None, Some(URL)] {
        for node in &graph(&block(&small(), url)) {
            typed(node, &mut |kind, names| {
                let known = VOCABULARY.iter().find(|(known, ..)| *known == kind);
                let (_, required, optional) = known.unwrap_or_else(|| panic!("{kind} is no known type"));
                seen.insert(kind.to_owned());
                for name in *required {
                    assert!(names.contains(name), "{kind} lacks {name}");
                }
                for name in names {
                    assert!(required.contains(&name) || optional.contains(&name), "{kind} has no {name}");
                }
            });
        }
    }
    assert_eq!(seen.len(), VOCABULARY.len(), "only {seen:?} is in use");
}

#[test]
fn dates_are_those_of_the_content_and_no_more_precise() {
    let mut briefing = small();
    let graph = graph(&block(&briefing, None));
    let sources = briefing.catalogue.sources.drain(..).map(|source| (source.id, source.dated));
    let stops = briefing.stops.into_iter().map(|stop| (stop.id, Some(stop.dated)));
    let events = briefing.events.into_iter().map(|event| (event.id, event.dated));
    let content: Vec<_> = sources.chain(stops).chain(events).collect();
    let told = dates(&graph);
    for (id, dated) in &content {
        assert_eq!(told.get(id.as_str()).copied(), dated.as_ref().map(|dated| dated.when), "{id}");
    }
    assert!(content.iter().any(|(_, dated)| dated.is_none()), "one event has no date");
    assert_eq!(graph[0]["dateModified"], briefing.site.as_of.iso());
}

#[test]
fn a_date_that_was_worked_out_is_never_given_as_stated() {
    let mut briefing = small();
    briefing.events[0].dated.as_mut().expect("a date").note = Some("by its end".to_owned());
    let told = graph(&block(&briefing, None));
    let worked_out = told.iter().find(|node| node["startDate"] == "1990").expect("an event");
    assert_eq!(worked_out["description"], "by its end · Date derived: Forty-one years before the charter.");
    for source in &mut briefing.catalogue.sources {
        source.dated.as_mut().expect("a date").basis = briefing::model::Basis::Derived;
    }
    assert!(graph(&block(&briefing, None)).iter().all(|node| node["datePublished"].is_null()));
}

#[test]
fn what_surrounds_the_trip_is_no_part_of_a_leg() {
    let mut briefing = small();
    let signing = |briefing: &Briefing| {
        let graph = graph(&block(briefing, None));
        graph.into_iter().find(|node| node["@id"] == "#signing").expect("the signing")
    };
    assert_eq!(signing(&briefing)["superEvent"]["@id"], "#crane");
    for event in &mut briefing.events {
        event.context = true;
    }
    assert!(signing(&briefing)["superEvent"].is_null());
}

#[test]
fn the_address_is_told_only_when_it_is_known() {
    let briefing = small();
    let relative = graph(&block(&briefing, None));
    assert!(relative[0]["url"].is_null() && relative[0]["@id"].is_null());
    let absolute = graph(&block(&briefing, Some(URL)));
    assert_eq!(absolute[0]["url"], URL);
    assert_eq!(absolute[0]["citation"][0]["@id"], format!("{URL}#charter"));
    assert_eq!(absolute[1]["@id"], absolute[0]["citation"][0]["@id"]);
}

#[test]
fn no_text_ends_the_block() {
    let mut briefing = small();
    let title = "A <!-- <script> and a </script> \"of sorts\" & more";
    briefing.site.title = title.to_owned();
    briefing.events[0].title = title.to_owned();
    let block = block(&briefing, None);
    assert_eq!(block.matches('<').count(), 2, "only the element itself has tags");
    let graph = graph(&block);
    assert_eq!(graph[0]["name"], title);
    assert!(graph.iter().skip(1).any(|node| node["name"] == title));
}
