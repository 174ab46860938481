//! People and bodies, with the roles the texts give; and terms, with the expansions they give.

use super::mark;
use briefing::model::{Briefing, Citation, Heading, Id};
use leptos::prelude::*;

/// The section of people and bodies: people first.
pub fn people(briefing: &'static Briefing) -> AnyView {
    let (bodies, people): (Vec<_>, Vec<_>) = briefing.record.people.iter().partition(|person| person.body);
    let entries = people
        .into_iter()
        .chain(bodies)
        .map(|person| entry(&person.id, &person.name, person.role.as_deref(), &person.text, &person.cites, briefing));
    section("people", &briefing.site.sections.people, entries.collect())
}

/// The section of terms.
pub fn terms(briefing: &'static Briefing) -> AnyView {
    let entries = briefing
        .record
        .terms
        .iter()
        .map(|term| entry(&term.id, &term.term, term.expansion.as_deref(), &term.text, &term.cites, briefing));
    section("terms", &briefing.site.sections.terms, entries.collect())
}

fn section(id: &'static str, heading: &'static Heading, entries: Vec<AnyView>) -> AnyView {
    let title = format!("{id}-title");
    let name = title.clone();
    view! {
        <section class="people wide" id=id aria-labelledby=name>
            <h2 id=title>{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <ul class="entries">{entries}</ul>
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
        <li id=id.as_str()>
            <h3>
                <a href=format!("#{id}")>{name}</a>
            </h3>
            {role.map(|role| view! { <p class="role">{role}</p> })}
            <p>{text}</p>
            {mark::proof(id, cites, briefing)}
        </li>
    }
    .into_any()
}
