//! The key figures, each with its qualifier and its marks.

use super::mark;
use briefing::model::{Briefing, Figure};
use leptos::prelude::*;

/// The figures of the masthead.
pub fn figures(briefing: &'static Briefing) -> AnyView {
    let headline = briefing.figures.iter().filter(|figure| figure.headline);
    let cells = headline.map(|figure| cell(figure, briefing)).collect_view();
    view! {
        <div class="figures wide">
            <ul>{cells}</ul>
            <p class="caption">{briefing.site.figures_note.as_str()}</p>
        </div>
    }
    .into_any()
}

fn cell(figure: &'static Figure, briefing: &'static Briefing) -> AnyView {
    let unit = figure.unit.as_deref().map(|unit| {
        let name = figure.unit_name.as_deref();
        view! {
            <small aria-hidden=name.map(|_| "true")>{unit}</small>
            {name.map(|name| view! { <span class="unseen">{format!(" {name}")}</span> })}
        }
    });
    view! {
        <li id=figure.id.as_str()>
            <p class="value">
                <span class="qualifier">{figure.qualifier.as_deref().map(|word| format!("{word} "))}</span>
                <b>{figure.value.as_str()}{unit}</b>
            </p>
            <p class="label">{figure.label.as_str()}</p>
            {mark::marks(&figure.cites, &briefing.catalogue)}
        </li>
    }
    .into_any()
}
