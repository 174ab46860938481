//! What the content claims, entry by entry, with the paragraphs each claim stands on.

use crate::load::draft::{DateFields, Draft};
use crate::load::reader::Spot;
use crate::load::values::{CitationText, Text};
use crate::model::Basis;
use crate::model::date::When;

/// The language of the source texts.
const LANGUAGE: &str = "en";

/// One claim.
pub(super) struct Claim<'d> {
    /// What is said.
    pub texts: Vec<&'d Spot<String>>,
    /// A date that a cited paragraph is said to print.
    pub stated: Option<&'d Spot<When>>,
    /// Where it stands.
    pub cites: &'d [Spot<CitationText>],
    /// It rests on reasoning that the page shows, so its words need not stand in the texts.
    pub derived: bool,
}

impl<'d> Claim<'d> {
    fn new(cites: &'d [Spot<CitationText>], texts: impl IntoIterator<Item = Option<&'d Spot<Text>>>) -> Self {
        let texts = texts.into_iter().flatten().filter_map(|text| text.value.0.get(LANGUAGE)).collect();
        Self { texts, stated: None, cites, derived: false }
    }

    fn dated(mut self, date: &'d DateFields) -> Self {
        let stated = date.basis.as_ref().is_some_and(|basis| basis.value == Basis::Stated);
        self.stated = date.when.as_ref().filter(|_| stated);
        self
    }

    fn derived(mut self, derived: Option<&Spot<Text>>) -> Self {
        self.derived = derived.is_some();
        self
    }
}

/// Every claim of a draft.
pub(super) fn of(draft: &Draft) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for entry in &draft.stops {
        let r = &entry.record;
        let places = r.places.value.iter().map(|place| Some(&place.value.name));
        let texts = [Some(&r.title), Some(&r.country), Some(&r.text), r.label.as_ref()].into_iter().chain(places);
        claims.push(Claim::new(&r.cites, texts).dated(&r.dated));
    }
    for entry in &draft.events {
        let r = &entry.record;
        let texts = [Some(&r.title), r.text.as_ref(), r.label.as_ref(), r.sooner.as_ref()];
        claims.push(Claim::new(&r.cites, texts).dated(&r.dated).derived(r.derived.as_ref()));
    }
    for entry in &draft.commitments {
        let r = &entry.record;
        let texts = [Some(&r.title), Some(&r.text)];
        claims.push(Claim::new(&r.cites, texts).dated(&r.dated).derived(r.derived.as_ref()));
    }
    for entry in &draft.figures {
        let r = &entry.record;
        let texts = [r.qualifier.as_ref(), Some(&r.value), r.unit_name.as_ref(), Some(&r.label)];
        claims.push(Claim::new(&r.cites, texts).derived(r.derived.as_ref()));
    }
    for entry in &draft.positions {
        let r = &entry.record;
        claims.push(Claim::new(&r.cites, [Some(&r.title), Some(&r.text)]));
    }
    for entry in &draft.statements {
        let r = &entry.record;
        let texts = [Some(&r.text), r.place.as_ref(), r.language.as_ref(), r.via.as_ref()];
        claims.push(Claim::new(&r.cites, texts).dated(&r.dated).derived(r.derived.as_ref()));
    }
    for entry in &draft.context {
        let r = &entry.record;
        claims.push(Claim::new(&r.cites, [Some(&r.title), Some(&r.text)]).derived(r.derived.as_ref()));
    }
    for entry in &draft.people {
        let r = &entry.record;
        let texts = [Some(&r.name), r.role.as_ref(), Some(&r.text)];
        claims.push(Claim::new(&r.cites, texts).derived(r.derived.as_ref()));
    }
    for entry in &draft.terms {
        let r = &entry.record;
        let texts = [Some(&r.term), r.expansion.as_ref(), Some(&r.text)];
        claims.push(Claim::new(&r.cites, texts).derived(r.derived.as_ref()));
    }
    for gist in draft.sources.iter().flat_map(|entry| &entry.record.gists) {
        claims.push(Claim::new(std::slice::from_ref(&gist.value.at), [Some(&gist.value.text)]));
    }
    for version in draft.differences.iter().flat_map(|entry| &entry.record.versions.value) {
        claims.push(Claim::new(&version.value.cites, [Some(&version.value.text)]));
    }
    claims
}
