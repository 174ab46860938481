//! What a search and a paragraph find beyond the cards.

use super::bits::Bits;
use crate::facet::cites;
use crate::model::{Briefing, Citation, EraKind, Id};
use crate::search::{Decompose, Folded};
use serde::{Deserialize, Serialize};

/// An entry beyond the cards, as far as it is needed to find it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Its address on the page.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The section it stands in.
    pub section: String,
    /// Its folded text.
    pub(super) text: String,
    /// The paragraphs it cites, as places among all of them.
    pub(super) cites: Bits,
}

/// Everything beyond the cards, with the section it stands in.
pub(super) fn all(briefing: &Briefing, decompose: Decompose) -> Vec<Other> {
    let Briefing { catalogue, site, record, .. } = briefing;
    let sections = &site.sections;
    let paragraphs: usize = catalogue.sources.iter().map(|source| usize::from(source.paragraphs)).sum();
    let mut others = Vec::new();
    let mut add = |section: &str, id: &Id, title: &str, texts: &[&str], cited: &[&[Citation]]| {
        let mut bits = Bits::none(paragraphs);
        cited.iter().flat_map(|list| list.iter()).for_each(|cite| bits.insert(cites::place(catalogue, cite)));
        others.push(Other {
            id: id.to_string(),
            title: title.to_owned(),
            section: section.to_owned(),
            text: Folded::new(&format!("{title}\n{}", texts.join("\n")), decompose).as_str().to_owned(),
            cites: bits,
        });
    };
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    for stop in &briefing.stops {
        add(&sections.route.nav, &stop.id, &stop.title, &[&stop.text], &[&stop.cites]);
    }
    for event in &briefing.events {
        let nav = if event.era == EraKind::Open { &sections.next.nav } else { &sections.route.nav };
        add(nav, &event.id, &event.title, &[&some(&event.text)], &[&event.cites]);
    }
    for position in &record.positions {
        let texts = [position.text.as_str(), &some(&position.note)];
        add(&sections.positions.nav, &position.id, &position.title, &texts, &[&position.cites]);
    }
    for statement in &record.statements {
        let speaker = record.people.get(usize::from(statement.speaker)).map_or("", |person| &person.name);
        let texts = [speaker, &some(&statement.note), &statement.setting.join("\n")];
        add(&sections.statements.nav, &statement.id, &statement.text, &texts, &[&statement.cites]);
    }
    for context in &record.context {
        let texts = [context.text.as_str(), &some(&context.note)];
        add(&sections.context.nav, &context.id, &context.title, &texts, &[&context.cites]);
    }
    for figure in &briefing.figures {
        let parts = [some(&figure.qualifier), figure.value.clone(), some(&figure.unit_name)];
        let value: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let title = format!("{}: {}", value.join(" "), figure.label);
        add(&sections.figures.nav, &figure.id, &title, &[&some(&figure.note)], &[&figure.cites]);
    }
    for difference in &record.differences {
        let versions = difference.versions.iter().flatten();
        let texts: Vec<&str> = versions.clone().map(|version| version.text.as_str()).collect();
        let cited: Vec<&[Citation]> = versions.map(|version| version.cites.as_slice()).collect();
        let texts = [texts.join("\n"), difference.verdict.clone(), difference.reason.clone()].join("\n");
        add(&sections.differences.nav, &difference.id, &difference.title, &[&texts], &cited);
    }
    for person in &record.people {
        let texts = [person.text.as_str(), &some(&person.role)];
        add(&sections.people.nav, &person.id, &person.name, &texts, &[&person.cites]);
    }
    for term in &record.terms {
        let texts = [term.text.as_str(), &some(&term.expansion)];
        add(&sections.terms.nav, &term.id, &term.term, &texts, &[&term.cites]);
    }
    others
}
