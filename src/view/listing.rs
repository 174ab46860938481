//! The commitments: as cards under their pillars, and the head of the table that the engine fills.

use super::{card, glyph};
use briefing::model::{Briefing, Commitment, Pillar, fill};
use briefing::table::COLUMNS;
use leptos::prelude::*;

/// The address of the band of a pillar.
#[must_use]
pub fn band_id(pillar: &Pillar) -> String {
    format!("pillar-{}", pillar.id)
}

/// All bands, and the table.
pub fn listing(briefing: &'static Briefing) -> impl IntoView {
    let bands = briefing.catalogue.pillars.iter().enumerate().map(|(at, pillar)| band(at, pillar, briefing));
    view! {
        {bands.collect_view()}
        {table(briefing)}
    }
}

/// A pillar's heading and its cards; nothing when it has none.
fn band(at: usize, pillar: &'static Pillar, briefing: &'static Briefing) -> Option<impl IntoView + use<>> {
    let strings = &briefing.catalogue.strings;
    let mine = briefing.catalogue.commitments.iter().filter(|c| usize::from(c.pillar) == at);
    let cards: Vec<_> = mine.map(|commitment| view! { <li>{card::card(commitment, false, briefing)}</li> }).collect();
    let total = cards.len().to_string();
    let count = fill(strings.band_count(), &[("shown", &total), ("total", &total)]);
    let official = pillar.official.as_ref().zip(pillar.number);
    let official =
        official.map(|(name, number)| fill(strings.priority(), &[("number", &number.to_string()), ("name", name)]));
    let note: Vec<String> = official.into_iter().chain(pillar.gap.clone()).collect();
    let note = (!note.is_empty()).then(|| view! { <p class="gap">{note.join(" ")}</p> });
    let band = view! {
        <section class="band" id=band_id(pillar) data-pillar=pillar.id.as_str()>
            <h3>
                <i inner_html=glyph::pillar(pillar)></i>
                <span>{pillar.title.as_str()}</span>
                <small data-total=total.clone()>{count}</small>
            </h3>
            {note}
            <ul class="cards">{cards}</ul>
        </section>
    };
    (total != "0").then_some(band)
}

/// One commitment alone under its pillar, with its proof unfolded.
pub fn alone(commitment: &'static Commitment, briefing: &'static Briefing) -> Option<impl IntoView + use<>> {
    let pillar = briefing.catalogue.pillars.get(usize::from(commitment.pillar))?;
    let band = view! {
        <section class="band" data-pillar=pillar.id.as_str()>
            <h3>
                <i inner_html=glyph::pillar(pillar)></i>
                <span>{pillar.title.as_str()}</span>
            </h3>
            <div class="cards">{card::card(commitment, true, briefing)}</div>
        </section>
    };
    Some(band)
}

/// The head of the table; the rows are the engine's.
fn table(briefing: &'static Briefing) -> impl IntoView {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let facet = |id: &str| {
        let place = briefing::facet::FACETS.iter().position(|facet| facet.id == id);
        place.and_then(|place| catalogue.facet_labels.get(place)).map_or("", String::as_str)
    };
    let label = |column: &str| match column {
        "title" => strings.column_title(),
        "parties" => strings.parties(),
        "date" => strings.date(),
        "sources" => strings.facts_sources(),
        other => facet(other),
    };
    let heads = COLUMNS.iter().enumerate().map(|(at, column)| {
        view! {
            <th scope="col">
                <button type="button" data-sort=at.to_string()>
                    {label(column).to_owned()}
                </button>
            </th>
        }
    });
    view! {
        <div class="box" hidden>
            <table class="listing">
                <thead>
                    <tr>{heads.collect_view()}</tr>
                </thead>
                <tbody></tbody>
            </table>
        </div>
    }
}
