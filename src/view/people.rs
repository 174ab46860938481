//! People and bodies, with the roles the texts give; and terms, with the expansions they give. Both
//! are directories: short entries in columns.

use super::mark;
use briefing::model::{Briefing, Citation, Heading, Id, Person, Term};
use leptos::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The section of people and bodies: people first, each in the order of their weight in the texts.
pub fn people(briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let (bodies, people): (Vec<_>, Vec<_>) = briefing.record.people.iter().partition(|person| person.body);
    let group = |label: &'static str, group: Vec<&'static Person>| {
        let entries = group.into_iter().map(|person| {
            entry(&person.id, &person.name, person.role.as_deref(), &person.text, &person.cites, briefing)
        });
        let entries: Vec<_> = entries.collect();
        (!entries.is_empty()).then(|| {
            view! {
                <div class="topic">
                    <h3>{label}</h3>
                    <dl class="directory">{entries}</dl>
                </div>
            }
        })
    };
    let groups = view! {
        {group(strings.persons(), people)}
        {group(strings.bodies(), bodies)}
    };
    section("people", &briefing.site.sections.people, groups.into_any())
}

/// The section of terms: from A to Z, with a way to each letter.
pub fn terms(briefing: &'static Briefing) -> AnyView {
    let mut terms: Vec<(String, &'static Term)> =
        briefing.record.terms.iter().map(|term| (alphabetical(&term.term), term)).collect();
    terms.sort_by(|(one, _), (other, _)| one.cmp(other));
    let letters = letters(&terms, briefing);
    let entries = terms
        .iter()
        .map(|(_, term)| entry(&term.id, &term.term, term.expansion.as_deref(), &term.text, &term.cites, briefing));
    let entries: Vec<_> = entries.collect();
    let directory = view! {
        {letters}
        <dl class="directory">{entries}</dl>
    };
    section("terms", &briefing.site.sections.terms, directory.into_any())
}

/// What a term is sorted by: its letters and digits without accents and case.
fn alphabetical(term: &str) -> String {
    term.nfkd().filter(|part| part.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first letters, leading to the first term of each; none for a script that has no alphabet.
fn letters(terms: &[(String, &'static Term)], briefing: &'static Briefing) -> Option<AnyView> {
    let mut firsts: Vec<(char, &'static Term)> =
        terms.iter().filter_map(|(key, term)| Some((key.chars().next()?, *term))).collect();
    firsts.dedup_by_key(|(letter, _)| *letter);
    if !firsts.iter().all(|(letter, _)| letter.is_ascii()) {
        return None;
    }
    let links = firsts.into_iter().map(|(letter, term)| {
        view! { <a href=format!("#{}", term.id)>{letter.to_ascii_uppercase()}</a> }
    });
    let links = links.collect_view();
    let nav = view! {
        <nav class="index" aria-label=briefing.catalogue.strings.letters()>
            {links}
        </nav>
    };
    Some(nav.into_any())
}

fn section(id: &'static str, heading: &'static Heading, content: AnyView) -> AnyView {
    let title = format!("{id}-title");
    let name = title.clone();
    view! {
        <section class="people wide" id=id aria-labelledby=name>
            <h2 id=title>{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            {content}
        </section>
    }
    .into_any()
}

fn entry(
    id: &'static Id,
    name: &'static str,
    role: Option<&'static str>,
    text: &'static str,
    cites: &'static [Citation],
    briefing: &'static Briefing,
) -> AnyView {
    view! {
        <div id=id.as_str()>
            <dt>
                <a href=format!("#{id}")>{name}</a>
            </dt>
            {role.map(|role| view! { <dd class="role">{role}</dd> })}
            <dd>{text} " " {mark::proof(id, cites, briefing)}</dd>
        </div>
    }
    .into_any()
}
