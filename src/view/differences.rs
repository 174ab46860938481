//! Where sources differ, claim by claim, side by side, with what the briefing does and why.

use super::mark;
use briefing::model::{Briefing, Difference, Named, Source, Tier, Version, fill};
use leptos::prelude::*;

/// The section: for each point a table of what bears on a claim, and one of the rest to be opened.
pub fn differences(briefing: &'static Briefing) -> AnyView {
    let heading = &briefing.site.sections.differences;
    let points = briefing.record.points.iter().enumerate();
    let points = points.map(|(at, point)| group(at, point, briefing)).collect_view();
    view! {
        <section class="differences wide" id="differences" aria-labelledby="differences-title">
            <h2 id="differences-title">{heading.title.as_str()}</h2>
            {heading.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            {points}
        </section>
    }
    .into_any()
}

fn group(at: usize, point: &'static Named, briefing: &'static Briefing) -> Option<AnyView> {
    let mine = briefing.record.differences.iter().filter(|difference| usize::from(difference.point) == at);
    let (first, rest): (Vec<_>, Vec<_>) = mine.partition(|difference| difference.important);
    // Where nothing is of weight, nothing has to be put aside for it.
    let (first, rest) = if first.is_empty() { (rest, first) } else { (first, rest) };
    if first.is_empty() {
        return None;
    }
    let rest = (!rest.is_empty()).then(|| {
        let count = rest.len().to_string();
        view! {
            <details>
                <summary>{fill(briefing.catalogue.strings.differences_rest(), &[("count", &count)])}</summary>
                {table(&rest, briefing)}
            </details>
        }
    });
    let group = view! {
        <div>
            <h3>{point.label.as_str()}</h3>
            {table(&first, briefing)}
            {rest}
        </div>
    };
    Some(group.into_any())
}

fn table(rows: &[&'static Difference], briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let columns = briefing.catalogue.sources.iter().map(column).collect_view();
    let rows = rows.iter().map(|difference| row(difference, briefing)).collect_view();
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{strings.differences_point()}</th>
                    {columns}
                    <th scope="col">{strings.differences_verdict()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn column(source: &'static Source) -> AnyView {
    view! {
        <th scope="col">
            <span class="mark" class:press=source.tier == Tier::Press>
                {source.code.as_str()}
            </span>
            " "
            {source.kind.as_str()}
        </th>
    }
    .into_any()
}

fn row(difference: &'static Difference, briefing: &'static Briefing) -> AnyView {
    let sources = briefing.catalogue.sources.iter();
    let versions = difference.versions.iter().zip(sources);
    let versions = versions.map(|(version, source)| said(version.as_ref(), source, briefing)).collect_view();
    let touches = difference.touches.iter().enumerate().map(|(at, id)| {
        view! {
            {(at > 0).then_some(" · ")}
            <a href=format!("#{id}")>{title_of(id, briefing)}</a>
        }
    });
    let touches = (!difference.touches.is_empty()).then(|| view! { <p class="touches">{touches.collect_view()}</p> });
    view! {
        <tr id=difference.id.as_str() class:important=difference.important>
            <th scope="row">
                <a href=format!("#{}", difference.id)>{difference.title.as_str()}</a>
            </th>
            {versions}
            <td class="verdict">
                <b>{difference.verdict.as_str()}</b>
                <p>{difference.reason.as_str()}</p>
                {touches}
            </td>
        </tr>
    }
    .into_any()
}

/// What a source says, or that it is silent, which is not being against.
fn said(version: Option<&'static Version>, source: &'static Source, briefing: &'static Briefing) -> AnyView {
    match version {
        None => view! {
            <td class="silent" data-code=source.code.as_str()>
                <span>{briefing.catalogue.strings.silent()}</span>
            </td>
        }
        .into_any(),
        Some(version) => view! {
            <td data-source=source.kind.as_str()>
                {match version.departs {
                    true => view! { <mark>{version.text.as_str()}</mark> }.into_any(),
                    false => version.text.as_str().into_any(),
                }}
                " "
                {mark::marks(&version.cites, &briefing.catalogue)}
            </td>
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
