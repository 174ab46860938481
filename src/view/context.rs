//! What surrounded the visit and is not part of it.

use super::mark;
use briefing::model::{Briefing, Context};
use leptos::prelude::*;

/// The section.
pub fn context(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.context;
    let entries: Vec<_> = briefing.record.context.iter().map(|context| entry(context, briefing)).collect();
    view! {
        <section class="context wide" id="context" aria-labelledby="context-title">
            <h2 id="context-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <ul class="entries">{entries}</ul>
        </section>
    }
    .into_any()
}

fn entry(context: &'static Context, briefing: &'static Briefing) -> AnyView {
    view! {
        <li id=context.id.as_str()>
            <h3>
                <a href=format!("#{}", context.id)>{context.title.as_str()}</a>
            </h3>
            <p>{context.text.as_str()}</p>
            {context.note.as_deref().map(|note| view! { <p class="caption">{note}</p> })}
            {mark::proof(&context.id, &context.cites, briefing)}
        </li>
    }
    .into_any()
}
