//! Shared positions, by topic, as strongly as they are worded.

use super::mark;
use briefing::model::{Briefing, Position};
use leptos::prelude::*;

/// The section.
pub fn positions(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.positions;
    let record = &briefing.record;
    let topics = record.topics.iter().enumerate().map(|(at, topic)| {
        let mine = record.positions.iter().filter(|position| usize::from(position.topic) == at);
        let mine: Vec<_> = mine.map(|position| entry(position, briefing)).collect();
        (!mine.is_empty()).then(|| {
            view! {
                <div class="topic">
                    <h3>{topic.label.as_str()}</h3>
                    <ul class="entries">{mine}</ul>
                </div>
            }
        })
    });
    view! {
        <section class="positions wide" id="positions" aria-labelledby="positions-title">
            <h2 id="positions-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            {topics.collect_view()}
        </section>
    }
    .into_any()
}

fn entry(position: &'static Position, briefing: &'static Briefing) -> AnyView {
    view! {
        <li id=position.id.as_str()>
            <h4>
                <a href=format!("#{}", position.id)>{position.title.as_str()}</a>
            </h4>
            <p>{position.text.as_str()}</p>
            {position.note.as_deref().map(|note| view! { <p class="caption">{note}</p> })}
            {mark::proof(&position.id, &position.cites, briefing)}
        </li>
    }
    .into_any()
}
