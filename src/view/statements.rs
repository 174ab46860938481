//! Who said what: speaker and setting at the left, the words at the right.

use super::mark;
use briefing::layout::labels;
use briefing::model::{Basis, Briefing, Statement};
use leptos::prelude::*;

/// The section.
pub fn statements(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.statements;
    let entries: Vec<_> = briefing.record.statements.iter().map(|statement| entry(statement, briefing)).collect();
    view! {
        <section class="statements wide" id="statements" aria-labelledby="statements-title">
            <h2 id="statements-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <ol>{entries}</ol>
        </section>
    }
    .into_any()
}

fn entry(statement: &'static Statement, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let speaker = briefing.record.people.get(usize::from(statement.speaker));
    let role = speaker.and_then(|person| person.role.as_deref());
    let date = statement.dated.as_ref().map(|dated| labels::full(dated.when, strings));
    let setting: Vec<&str> = date.as_deref().into_iter().chain(statement.setting.iter().map(String::as_str)).collect();
    let setting = setting.join(" · ");
    let derived = statement.dated.as_ref().filter(|dated| dated.basis == Basis::Derived);
    let derived = derived.and_then(|dated| dated.reasoning.as_deref());
    let derived = derived.map(|reasoning| format!("{} {reasoning}", strings.derived()));
    view! {
        <li id=statement.id.as_str()>
            <div class="who">
                <h3>
                    <a href=format!("#{}", statement.id)>{speaker.map(|person| person.name.as_str())}</a>
                </h3>
                {role.map(|role| view! { <p>{role}</p> })}
                <p class="caption">{setting}</p>
            </div>
            <div class="what">
                <p class="said">{statement.text.as_str()}</p>
                {statement.note.as_deref().map(|note| view! { <p class="caption">{note}</p> })}
                {derived.map(|derived| view! { <p class="caption">{derived}</p> })}
                {mark::proof(&statement.id, &statement.cites, briefing)}
            </div>
        </li>
    }
    .into_any()
}
