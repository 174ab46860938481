//! Names refer to something; no two things share one, because each is an address on the page.

use crate::diag::{Diagnostic, Place};
use crate::load::draft::{Draft, Entry};
use crate::load::reader::Spot;
use crate::model::Id;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn run(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    unique(draft, wrong);
    let pillars = names(&draft.pillars);
    let stops = names(&draft.stops);
    let commitments = names(&draft.commitments);
    let kinds = names(&draft.vocabulary.kinds);
    let parties = names(&draft.vocabulary.parties);
    let themes = names(&draft.vocabulary.themes);
    let mut resolve = |what: &str, name: &Spot<Id>, known: &BTreeSet<&str>| {
        let text = name.value.as_str();
        if !known.contains(text) {
            let message = format!("there is no {what} `{text}`");
            wrong.push(Diagnostic::at(&name.place, message).nearest(text, known.iter().copied()));
        }
    };
    for event in &draft.events {
        event.record.stop.iter().for_each(|stop| resolve("stop", stop, &stops));
        event.record.about.iter().for_each(|about| resolve("commitment", about, &commitments));
    }
    for commitment in &draft.commitments {
        let record = &commitment.record;
        resolve("pillar", &record.pillar, &pillars);
        resolve("kind", &record.kind, &kinds);
        record.parties.value.iter().for_each(|party| resolve("party", party, &parties));
        record.theme.iter().for_each(|theme| resolve("theme", theme, &themes));
        record.stop.iter().for_each(|stop| resolve("stop", stop, &stops));
        record.related.iter().for_each(|other| resolve("commitment", other, &commitments));
    }
    let topics = names(&draft.vocabulary.topics);
    let points = names(&draft.vocabulary.points);
    let people = names(&draft.people);
    let entries: BTreeSet<&str> = on_the_page(draft).map(|(id, _)| id.as_str()).collect();
    let codes: Vec<&str> = draft.sources.iter().map(|source| source.record.code.value.as_str()).collect();
    draft.positions.iter().for_each(|position| resolve("topic", &position.record.topic, &topics));
    draft.statements.iter().for_each(|statement| resolve("person", &statement.record.speaker, &people));
    for difference in &draft.differences {
        resolve("point", &difference.record.topic, &points);
        difference.record.touches.iter().for_each(|entry| resolve("entry", entry, &entries));
    }
    let versions = draft.differences.iter().flat_map(|difference| &difference.record.versions.value);
    let unknown = versions.filter(|version| !codes.contains(&version.value.source.value.as_str()));
    let unknown: Vec<&Spot<String>> = unknown.map(|version| &version.value.source).collect();
    if let Some(home) = draft.site.as_ref().and_then(|site| site.record.home_party.as_ref()) {
        resolve("party", home, &parties);
    }
    for code in unknown {
        let message = format!("there is no source `{}`", code.value);
        wrong.push(Diagnostic::at(&code.place, message).nearest(&code.value, codes.iter().copied()));
    }
}

fn names<T>(entries: &[Entry<T>]) -> BTreeSet<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn places<T>(entries: &[Entry<T>]) -> impl Iterator<Item = (&Id, &Place)> {
    entries.iter().map(|entry| (&entry.id, &entry.place))
}

/// Everything that has an address on the page.
fn on_the_page(draft: &Draft) -> impl Iterator<Item = (&Id, &Place)> {
    places(&draft.stops)
        .chain(places(&draft.events))
        .chain(places(&draft.commitments))
        .chain(places(&draft.figures))
        .chain(places(&draft.positions))
        .chain(places(&draft.statements))
        .chain(places(&draft.context))
        .chain(places(&draft.people))
        .chain(places(&draft.terms))
        .chain(places(&draft.differences))
}

fn unique(draft: &Draft, wrong: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&Id, &Place> = BTreeMap::new();
    for (id, place) in on_the_page(draft) {
        if seen.insert(id, place).is_some() {
            let message = format!("`{id}` is the name of another thing too");
            wrong.push(
                Diagnostic::at(place, message).hint("each name is an address on the page; rename one of the files"),
            );
        }
    }
    let mut codes: BTreeMap<&str, &Place> = BTreeMap::new();
    for source in &draft.sources {
        let code = &source.record.code;
        if codes.insert(code.value.as_str(), &code.place).is_some() {
            let message = format!("`{}` is the code of another source too", code.value);
            wrong.push(Diagnostic::at(&code.place, message).hint("each source has a code of its own"));
        }
        if !(2..=4).contains(&code.value.len()) || !code.value.bytes().all(|b| b.is_ascii_uppercase()) {
            let message = format!("`{}` is not a code", code.value);
            wrong.push(Diagnostic::at(&code.place, message).hint("write two to four capital letters"));
        }
    }
    twice(&draft.commitments, |entry| &entry.record.parties.value, wrong);
    twice(&draft.commitments, |entry| &entry.record.related, wrong);
}

fn twice<T>(entries: &[Entry<T>], list: impl Fn(&Entry<T>) -> &Vec<Spot<Id>>, wrong: &mut Vec<Diagnostic>) {
    for entry in entries {
        let list = list(entry);
        for (at, name) in list.iter().enumerate() {
            if list.iter().take(at).any(|earlier| earlier.value == name.value) {
                let message = format!("`{}` stands twice in this list", name.value);
                wrong.push(Diagnostic::at(&name.place, message).hint("remove one of them"));
            }
        }
    }
}
