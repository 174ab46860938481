//! Who said what: the speaker at the left, what they said and where at the right.

use super::mark;
use briefing::layout::labels;
use briefing::model::{Basis, Briefing, Person, Statement};
use leptos::prelude::*;

/// The section: an index of speakers, and the statements of each.
pub fn statements(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.statements;
    let record = &briefing.record;
    let speakers: Vec<(&'static Person, Vec<&'static Statement>)> = record
        .people
        .iter()
        .enumerate()
        .map(|(at, person)| {
            let mine = record.statements.iter().filter(|statement| usize::from(statement.speaker) == at);
            (person, mine.collect())
        })
        .filter(|(_, statements): &(_, Vec<_>)| !statements.is_empty())
        .collect();
    let index = speakers.iter().map(|(person, statements)| {
        view! {
            <a href=format!("#{}", anchor(person))>{person.name.as_str()} " " <span>{statements.len()}</span></a>
        }
    });
    let index = index.collect_view();
    let groups = speakers.iter().map(|(person, statements)| group(person, statements, briefing)).collect_view();
    view! {
        <section class="statements wide" id="statements" aria-labelledby="statements-title">
            <h2 id="statements-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <nav class="index" aria-label=briefing.catalogue.strings.speakers()>
                {index}
            </nav>
            {groups}
        </section>
    }
    .into_any()
}

/// The address of a speaker's statements; their own name leads to their entry among the people.
fn anchor(person: &Person) -> String {
    format!("statements-{}", person.id)
}

fn group(person: &'static Person, statements: &[&'static Statement], briefing: &'static Briefing) -> AnyView {
    let entries = statements.iter().map(|statement| entry(statement, briefing)).collect_view();
    view! {
        <div class="topic" id=anchor(person)>
            <div class="who">
                <h3>
                    <a href=format!("#{}", person.id)>{person.name.as_str()}</a>
                </h3>
                {person.role.as_deref().map(|role| view! { <p>{role}</p> })}
            </div>
            <ol class="entries">{entries}</ol>
        </div>
    }
    .into_any()
}

fn entry(statement: &'static Statement, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let date = statement.dated.as_ref().map(|dated| labels::full(dated.when, strings));
    let setting: Vec<&str> = date.as_deref().into_iter().chain(statement.setting.iter().map(String::as_str)).collect();
    let setting = (!setting.is_empty()).then(|| {
        view! {
            <p class="setting">
                <a href=format!("#{}", statement.id)>{setting.join(" · ")}</a>
            </p>
        }
    });
    let derived = statement.dated.as_ref().filter(|dated| dated.basis == Basis::Derived);
    let derived = derived.and_then(|dated| dated.reasoning.as_deref());
    let derived = derived.map(|reasoning| format!("{} {reasoning}", strings.derived()));
    let notes: Vec<&str> = statement.note.as_deref().into_iter().chain(derived.as_deref()).collect();
    let notes = (!notes.is_empty()).then(|| view! { <p class="caption">{notes.join(" ")}</p> });
    view! {
        <li id=statement.id.as_str()>
            {setting}
            <p class="said">{statement.text.as_str()}</p>
            {notes}
            {mark::proof(&statement.id, &statement.cites, briefing)}
        </li>
    }
    .into_any()
}
