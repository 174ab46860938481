//! What must be true of the content: a named list, all of it run, everything reported.

mod citations;
mod dates;
mod ids;
mod languages;
mod numbers;
mod status;

use crate::diag::Diagnostic;
use crate::diag::Place;
use crate::load::draft::{DateFields, Draft};
use crate::load::reader::Spot;
use crate::load::values::{CitationText, Text};

/// One rule of the desk.
pub struct Check {
    /// A name to speak of it.
    pub name: &'static str,
    /// What it demands.
    pub rule: &'static str,
    /// It looks names up, so it is only fair when every file could be read.
    pub needs_all_files: bool,
    /// Reports what breaks it.
    pub run: fn(&Draft, &mut Vec<Diagnostic>),
}

/// All rules, in the order in which they are explained.
pub const CHECKS: &[Check] = &[
    Check {
        name: "languages",
        rule: "every text stands in every declared language, and in no other",
        needs_all_files: true,
        run: languages::run,
    },
    Check {
        name: "ids",
        rule: "every name refers to something, and no two things share one",
        needs_all_files: true,
        run: ids::run,
    },
    Check {
        name: "citations",
        rule: "every claim cites a paragraph that exists, and none twice",
        needs_all_files: true,
        run: citations::run,
    },
    Check {
        name: "dates",
        rule: "every date says what it rests on, and everything has its place in time",
        needs_all_files: false,
        run: dates::run,
    },
    Check {
        name: "numbers",
        rule: "what is ordered by number has a number of its own",
        needs_all_files: false,
        run: numbers::run,
    },
    Check { name: "status", rule: "press never raises a status", needs_all_files: true, run: status::run },
];

/// Calls `see` with every list of citations, with the top of its file and whether it may be empty.
fn each_citation_list<'d>(draft: &'d Draft, mut see: impl FnMut(&'d Place, &'d [Spot<CitationText>])) {
    draft.pillars.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.stops.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.events.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.commitments.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.figures.iter().for_each(|e| see(&e.place, &e.record.cites));
}

/// Calls `see` with every date.
fn each_date<'d>(draft: &'d Draft, mut see: impl FnMut(&'d DateFields)) {
    draft.sources.iter().for_each(|e| see(&e.record.dated));
    draft.stops.iter().for_each(|e| see(&e.record.dated));
    draft.events.iter().for_each(|e| see(&e.record.dated));
    draft.commitments.iter().for_each(|e| see(&e.record.dated));
}

/// Calls `see` with every text of the content.
fn each_text<'d>(draft: &'d Draft, mut see: impl FnMut(&'d Spot<Text>)) {
    if let Some(site) = &draft.site {
        let site = &site.record;
        let sections = &site.sections.value;
        for heading in [&sections.route, &sections.commitments, &sections.sources] {
            see(&heading.value.title);
            see(&heading.value.nav);
            heading.value.intro.iter().for_each(&mut see);
        }
        let eras = &site.eras.value;
        for era in [&eras.past, &eras.trip, &eras.future] {
            see(&era.value.title);
            see(&era.value.note);
        }
        [&site.title, &site.short_title, &site.kicker, &site.lede, &site.description, &site.figures_note]
            .into_iter()
            .for_each(&mut see);
    }
    let vocabulary = &draft.vocabulary;
    for items in [&vocabulary.kinds, &vocabulary.parties, &vocabulary.themes] {
        items.iter().for_each(|item| see(&item.record.label));
    }
    for pillar in &draft.pillars {
        see(&pillar.record.title);
        see(&pillar.record.short);
        pillar.record.official.iter().chain(&pillar.record.gap).for_each(&mut see);
    }
    for source in &draft.sources {
        see(&source.record.title);
        see(&source.record.kind);
        source.record.text.iter().for_each(&mut see);
    }
    for stop in &draft.stops {
        see(&stop.record.title);
        see(&stop.record.country);
        see(&stop.record.text);
        stop.record.places.value.iter().for_each(|place| see(&place.value.name));
        stop.record.label.iter().for_each(&mut see);
    }
    for event in &draft.events {
        see(&event.record.title);
        event.record.text.iter().chain(&event.record.label).for_each(&mut see);
    }
    for commitment in &draft.commitments {
        see(&commitment.record.title);
        see(&commitment.record.text);
        commitment.record.note.iter().for_each(&mut see);
    }
    for figure in &draft.figures {
        let record = &figure.record;
        see(&record.value);
        see(&record.label);
        [&record.qualifier, &record.unit, &record.unit_name, &record.note].into_iter().flatten().for_each(&mut see);
    }
    each_date(draft, |date| date.reasoning.iter().chain(&date.note).for_each(&mut see));
}
