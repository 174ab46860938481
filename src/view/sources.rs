//! The sources, each with its paragraphs as squares.

use super::mark::anchor;
use briefing::layout::labels;
use briefing::model::{Briefing, Citation, Source, Tier, fill};
use leptos::prelude::*;

/// The section.
pub fn sources(briefing: &'static Briefing) -> AnyView {
    let site = &briefing.site;
    let sources = briefing.catalogue.sources.iter().enumerate().map(|(at, source)| entry(at, source, briefing));
    view! {
        <section class="sources wide" id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{site.sections.sources.title.as_str()}</h2>
            {site.sections.sources.intro.as_deref().map(|intro| view! { <p class="standfirst">{intro}</p> })}
            <div class="list">
                {sources.collect_view()}
                <div class="key">
                    {key()} <p class="caption">{briefing.catalogue.strings.squares_key()}</p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn entry(at: usize, source: &'static Source, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let tier = if source.tier == Tier::Primary { strings.tier_primary() } else { strings.tier_press() };
    let date = source.dated.as_ref().map(|dated| labels::full(dated.when, strings));
    let facts: Vec<String> = [Some(tier.to_owned()), date].into_iter().flatten().collect();
    let squares = (1..=source.paragraphs).map(|paragraph| square(at, paragraph, source, briefing));
    view! {
        <article id=source.id.as_str()>
            <p class="top">
                <span class="mark" class:press=source.tier == Tier::Press>
                    {source.code.as_str()}
                </span>
                " "
                <b data-kind="">{source.kind.as_str()}</b>
                {format!(" · {}", facts.join(" · "))}
            </p>
            <h3>{source.title.as_str()}</h3>
            <div class="paragraphs">
                <ol class="squares">{squares.collect_view()}</ol>
                <p class="caption">{fill(strings.paragraphs(), &[("count", &source.paragraphs.to_string())])}</p>
            </div>
            {source.text.as_deref().map(|text| view! { <p>{text}</p> })}
        </article>
    }
    .into_any()
}

/// From how many citations on a square is how dark.
const SHADES: [(usize, &str); 4] = [(0, ""), (1, "one"), (5, "some"), (10, "many")];

/// One square of each shade with the counts it stands for.
fn key() -> AnyView {
    let ends = SHADES.iter().skip(1).map(|(from, _)| Some(from - 1)).chain([None]);
    let shades = SHADES.iter().zip(ends).map(|((from, shade), to)| {
        let range = match to {
            Some(to) if to == *from => from.to_string(),
            Some(to) => format!("{from}–{to}"),
            None => format!("{from}+"),
        };
        view! { <li class=*shade>{range}</li> }
    });
    view! { <ul class="squares">{shades.collect_view()}</ul> }.into_any()
}

/// A paragraph, darker the more entries cite it.
fn square(at: usize, paragraph: u16, source: &'static Source, briefing: &'static Briefing) -> AnyView {
    let strings = &briefing.catalogue.strings;
    let count = all_cites(briefing)
        .filter(|cites| cites.iter().any(|c| usize::from(c.source) == at && c.paragraph == paragraph))
        .count();
    let shade = SHADES.iter().rev().find(|(from, _)| count >= *from).map(|(_, shade)| *shade);
    let number = paragraph.to_string();
    let id = anchor(source, paragraph);
    let boilerplate = source.boilerplate.iter().find(|(from, to, _)| (*from..=*to).contains(&paragraph));
    if let Some((_, _, reason)) = boilerplate {
        let name = fill(strings.paragraph_boilerplate(), &[("paragraph", number.as_str())]);
        return view! {
            <li id=id class="boilerplate" title=format!("{name}: {reason}")>
                {number}
            </li>
        }
        .into_any();
    }
    let name = fill(strings.paragraph_cited(), &[("paragraph", number.as_str()), ("count", &count.to_string())]);
    let gist = source.gists.get(&paragraph).map(|gist| {
        view! {
            <span class="gist" role="note">
                {gist.as_str()}
            </span>
        }
    });
    let query = format!("?cites={}:{paragraph}", source.code);
    view! {
        <li id=id class=shade>
            <a href=format!("{query}#results") data-view=query.clone() aria-label=name>
                {number.clone()}
            </a>
            {gist}
        </li>
    }
    .into_any()
}

/// The citations of every entry on the page.
fn all_cites(briefing: &'static Briefing) -> impl Iterator<Item = &'static [Citation]> {
    let commitments = briefing.catalogue.commitments.iter().map(|entry| entry.cites.as_slice());
    let pillars = briefing.catalogue.pillars.iter().map(|entry| entry.cites.as_slice());
    let stops = briefing.stops.iter().map(|entry| entry.cites.as_slice());
    let events = briefing.events.iter().map(|entry| entry.cites.as_slice());
    let figures = briefing.figures.iter().map(|entry| entry.cites.as_slice());
    let record = &briefing.record;
    let positions = record.positions.iter().map(|entry| entry.cites.as_slice());
    let statements = record.statements.iter().map(|entry| entry.cites.as_slice());
    let context = record.context.iter().map(|entry| entry.cites.as_slice());
    let people = record.people.iter().map(|entry| entry.cites.as_slice());
    let terms = record.terms.iter().map(|entry| entry.cites.as_slice());
    let versions = record.differences.iter().flat_map(|entry| entry.versions.iter().flatten());
    let versions = versions.map(|version| version.cites.as_slice());
    let claims = commitments.chain(pillars).chain(stops).chain(events).chain(figures);
    claims.chain(positions).chain(statements).chain(context).chain(people).chain(terms).chain(versions)
}
