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

pub(super) fn cell(figure: &'static Figure, briefing: &'static Briefing) -> AnyView {
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
            {mark::proof(&figure.id, &figure.cites, briefing)}
        </li>
    }
    .into_any()
}

/// The section of the other figures, and of the notes on those in the masthead.
pub fn more(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.figures;
    let notes = briefing.figures.iter().filter(|figure| figure.headline && figure.note.is_some());
    let others = briefing.figures.iter().filter(|figure| !figure.headline);
    let entries = notes.chain(others).map(|figure| entry(figure, briefing)).collect_view();
    view! {
        <section class="figures more wide" id="figures" aria-labelledby="figures-title">
            <h2 id="figures-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <ul>{entries}</ul>
        </section>
    }
    .into_any()
}

/// A figure as an entry, with its unit in words; one of the masthead has its address there.
fn entry(figure: &'static Figure, briefing: &'static Briefing) -> AnyView {
    let unit = figure.unit_name.as_deref().or(figure.unit.as_deref());
    view! {
        <li id=(!figure.headline).then(|| figure.id.as_str())>
            <p class="value">
                <span class="qualifier">{figure.qualifier.as_deref().map(|word| format!("{word} "))}</span>
                <b>
                    <a href=format!("#{}", figure.id)>
                        {figure.value.as_str()} {unit.map(|unit| view! { <small>" " {unit}</small> })}
                    </a>
                </b>
            </p>
            <p class="label">{figure.label.as_str()}</p>
            {figure.note.as_deref().map(|note| view! { <p class="caption">{note}</p> })}
            {mark::proof(&figure.id, &figure.cites, briefing)}
        </li>
    }
    .into_any()
}
