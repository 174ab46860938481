//! Where sources differ, claim by claim, side by side, with what the briefing does and why.

use super::mark;
use briefing::model::{Briefing, Difference, Named, Source, Tier, Version};
use leptos::prelude::*;

/// The section: a table, one body of rows for each point.
pub fn differences(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.differences;
    let strings = &briefing.catalogue.strings;
    let columns = briefing.catalogue.sources.iter().map(column).collect_view();
    let points = briefing.record.points.iter().enumerate();
    let points = points.map(|(at, point)| rows(at, point, briefing)).collect_view();
    view! {
        <section class="differences wide" id="differences" aria-labelledby="differences-title">
            <h2 id="differences-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <div class="box">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{strings.differences_point()}</th>
                            {columns}
                            <th scope="col">{strings.differences_verdict()}</th>
                        </tr>
                    </thead>
                    {points}
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn column(source: &'static Source) -> AnyView {
    view! {
        <th scope="col">
            <span class="mark" class:press=source.tier == Tier::Press>
                <b>{source.code.as_str()}</b>
            </span>
            " "
            <span>{source.kind.as_str()}</span>
        </th>
    }
    .into_any()
}

fn rows(at: usize, point: &'static Named, briefing: &'static Briefing) -> Option<AnyView> {
    let mine = briefing.record.differences.iter().filter(|difference| usize::from(difference.point) == at);
    let mine: Vec<_> = mine.map(|difference| row(difference, briefing)).collect();
    if mine.is_empty() {
        return None;
    }
    let columns = briefing.catalogue.sources.len() + 2;
    let body = view! {
        <tbody>
            <tr class="point">
                <th colspan=columns scope="rowgroup">
                    {point.label.as_str()}
                </th>
            </tr>
            {mine}
        </tbody>
    };
    Some(body.into_any())
}

fn row(difference: &'static Difference, briefing: &'static Briefing) -> AnyView {
    let sources = briefing.catalogue.sources.iter();
    let versions = difference.versions.iter().zip(sources).map(|(version, source)| {
        view! { <td data-source=source.kind.as_str()>{said(version.as_ref(), briefing)}</td> }
    });
    let versions = versions.collect_view();
    let touches = difference.touches.iter().map(|id| view! { <a href=format!("#{id}")>{title_of(id, briefing)}</a> });
    let touches = (!difference.touches.is_empty()).then(|| view! { <p class="touches">{touches.collect_view()}</p> });
    view! {
        <tr id=difference.id.as_str() class:important=difference.important>
            <th scope="row">
                <a href=format!("#{}", difference.id)>{difference.title.as_str()}</a>
            </th>
            {versions}
            <td class="verdict" data-source=briefing.catalogue.strings.differences_verdict()>
                <b>{difference.verdict.as_str()}</b>
                <p>{difference.reason.as_str()}</p>
                {touches}
            </td>
        </tr>
    }
    .into_any()
}

/// What a source says, or that it is silent, which is not being against.
fn said(version: Option<&'static Version>, briefing: &'static Briefing) -> AnyView {
    match version {
        None => view! { <span class="silent">{briefing.catalogue.strings.silent()}</span> }.into_any(),
        Some(version) => view! {
            <span>{version.text.as_str()}</span>
            " "
            {mark::marks(&version.cites, &briefing.catalogue)}
        }
        .into_any(),
    }
}

/// The name of any entry of the page.
fn title_of(id: &briefing::model::Id, briefing: &'static Briefing) -> &'static str {
    let record = &briefing.record;
    let commitments = briefing.catalogue.commitments.iter().map(|entry| (&entry.id, &entry.title));
    let events = briefing.events.iter().map(|entry| (&entry.id, &entry.title));
    let stops = briefing.stops.iter().map(|entry| (&entry.id, &entry.title));
    let figures = briefing.figures.iter().map(|entry| (&entry.id, &entry.label));
    let positions = record.positions.iter().map(|entry| (&entry.id, &entry.title));
    let context = record.context.iter().map(|entry| (&entry.id, &entry.title));
    let people = record.people.iter().map(|entry| (&entry.id, &entry.name));
    let terms = record.terms.iter().map(|entry| (&entry.id, &entry.term));
    let statements = record.statements.iter().filter_map(|entry| {
        let speaker = record.people.get(usize::from(entry.speaker))?;
        Some((&entry.id, &speaker.name))
    });
    let differences = record.differences.iter().map(|entry| (&entry.id, &entry.title));
    let known = commitments.chain(events).chain(stops).chain(figures).chain(positions);
    let mut known = known.chain(context).chain(people).chain(terms).chain(statements).chain(differences);
    known.find(|(other, _)| *other == id).map_or("", |(_, title)| title.as_str())
}
