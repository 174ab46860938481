//! What must be true of the content: a named list, all of it run, everything reported.

mod citations;
mod dates;
mod ids;
mod languages;
mod numbers;
pub mod paragraphs;
mod status;
pub(crate) mod texts;

use crate::diag::Diagnostic;
use crate::diag::Place;
use crate::load::draft::{DateFields, Draft};
use crate::load::reader::Spot;
use crate::load::values::CitationText;

/// One editorial rule.
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
    Check {
        name: "paragraphs",
        rule: "every paragraph of every source is cited or is boilerplate, and none is both",
        needs_all_files: true,
        run: paragraphs::run,
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
    draft.positions.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.statements.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.context.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.people.iter().for_each(|e| see(&e.place, &e.record.cites));
    draft.terms.iter().for_each(|e| see(&e.place, &e.record.cites));
    for difference in &draft.differences {
        difference.record.versions.value.iter().for_each(|version| see(&version.place, &version.value.cites));
    }
}

/// Calls `see` with every date.
fn each_date<'d>(draft: &'d Draft, mut see: impl FnMut(&'d DateFields)) {
    draft.sources.iter().for_each(|e| see(&e.record.dated));
    draft.stops.iter().for_each(|e| see(&e.record.dated));
    draft.events.iter().for_each(|e| see(&e.record.dated));
    draft.commitments.iter().for_each(|e| see(&e.record.dated));
    draft.statements.iter().for_each(|e| see(&e.record.dated));
}
