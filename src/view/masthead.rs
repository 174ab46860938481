//! The masthead: what this is, how current, how much.

use super::mark;
use briefing::layout::labels;
use briefing::model::{Briefing, Tier, fill};
use leptos::prelude::*;

/// Headline, lede and fact box.
pub fn masthead(briefing: &'static Briefing) -> AnyView {
    let site = &briefing.site;
    view! {
        <div class="masthead wide" id="top">
            <div class="words">
                <p class="kicker">{site.kicker.as_str()}</p>
                <h1>{site.title.as_str()}</h1>
                <p class="lede">{briefing.counted(&site.lede)}</p>
            </div>
            {facts(briefing)}
        </div>
    }
    .into_any()
}

fn facts(briefing: &'static Briefing) -> AnyView {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let of_tier = |tier: Tier| catalogue.sources.iter().filter(|s| s.tier == tier).count().to_string();
    let numbered = |pillar: u16| catalogue.pillars.get(usize::from(pillar)).is_some_and(|p| p.number.is_some());
    let sorted = catalogue.commitments.iter().filter(|commitment| numbered(commitment.pillar)).count();
    let pillars = catalogue.pillars.iter().filter(|pillar| pillar.number.is_some()).count();
    let rows: [(&str, String); 4] = [
        (strings.as_of(), labels::day(briefing.site.as_of, strings)),
        (
            strings.facts_sources(),
            fill(
                strings.facts_sources_value(),
                &[("primary", &of_tier(Tier::Primary)), ("press", &of_tier(Tier::Press))],
            ),
        ),
        (
            strings.facts_commitments(),
            fill(
                strings.facts_commitments_value(),
                &[
                    ("count", &catalogue.commitments.len().to_string()),
                    ("sorted", &sorted.to_string()),
                    ("pillars", &pillars.to_string()),
                ],
            ),
        ),
        (strings.facts_differences(), briefing.record.differences.len().to_string()),
    ];
    let rows = rows.map(|(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! {
        <div class="facts">
            <dl>{rows.into_iter().collect_view()}</dl>
            <p class="key">{key(briefing)}</p>
        </div>
    }
    .into_any()
}

/// Explains source marks by two that really stand on the page.
pub(super) fn key(briefing: &'static Briefing) -> Vec<AnyView> {
    let catalogue = &briefing.catalogue;
    let example = |tier: Tier| {
        let mut cites = catalogue.commitments.iter().flat_map(|commitment| &commitment.cites);
        let of_tier = |source: u16| catalogue.sources.get(usize::from(source)).is_some_and(|s| s.tier == tier);
        cites.find(|cite| of_tier(cite.source)).map(|cite| mark::mark(cite, catalogue))
    };
    let mut parts = Vec::new();
    let mut rest = catalogue.strings.mark_key();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        parts.push(before.into_any());
        let tier = if name == "press" { Tier::Press } else { Tier::Primary };
        parts.push(example(tier).into_any());
        rest = after;
    }
    parts.push(rest.into_any());
    parts
}
