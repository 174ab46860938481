//! The firmness matrix: pillars across, statuses down, one mark for each commitment.
//!
//! Without the engine its heads lead to the bands and its marks to the cards. The engine makes
//! them choose what they stand for.

use super::glyph;
use super::listing::band_id;
use briefing::model::{Briefing, Commitment, Pillar, Status, StatusWord, fill};
use leptos::prelude::*;

/// The id of the table.
pub const MATRIX: &str = "matrix";

/// The whole of it; a grid for screen readers and for the keyboard. The `note` explains it.
pub fn matrix(briefing: &'static Briefing, note: &'static str) -> impl IntoView {
    let catalogue = &briefing.catalogue;
    let strings = &catalogue.strings;
    let columns: Vec<(usize, &Pillar)> =
        catalogue.pillars.iter().enumerate().filter(|(_, pillar)| pillar.number.is_some()).collect();
    let heads = columns.iter().map(|(at, pillar)| head(*at, pillar, briefing)).collect_view();
    let rows = Status::LADDER.into_iter().zip(&catalogue.statuses);
    let rows = rows.map(|(status, word)| row(status, word, &columns, briefing)).collect_view();
    view! {
        <table class="matrix" id=MATRIX role="grid" aria-label=strings.matrix_name()>
            <thead>
                <tr>
                    <td>{note}</td>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn head(at: usize, pillar: &'static Pillar, briefing: &Briefing) -> impl IntoView + use<> {
    let count = briefing.catalogue.commitments.iter().filter(|c| usize::from(c.pillar) == at).count();
    view! {
        <th scope="col" data-pillar=pillar.id.as_str()>
            <a href=format!("#{}", band_id(pillar)) data-choose=format!("pillar={}", pillar.id)>
                <i inner_html=glyph::pillar(pillar)></i>
                <b>{count}</b>
                <span>{pillar.short.as_str()}</span>
            </a>
        </th>
    }
}

fn row(
    status: Status,
    word: &'static StatusWord,
    columns: &[(usize, &'static Pillar)],
    briefing: &'static Briefing,
) -> impl IntoView + use<> {
    let all = || briefing.catalogue.commitments.iter().enumerate().filter(move |(_, c)| c.status == status);
    let cells = columns.iter().map(|(at, pillar)| {
        let mine = all().filter(|(_, c)| usize::from(c.pillar) == *at).collect();
        cell(mine, pillar, status, word, briefing)
    });
    // What spans all pillars is drawn as a bar across all of them, on a line of its own.
    let spans = |c: &Commitment| columns.iter().all(|(at, _)| usize::from(c.pillar) != *at);
    let bars: Vec<_> = all().filter(|(_, c)| spans(c)).map(|(place, c)| bar(place, c, status, briefing)).collect();
    let cells = (all().any(|(_, c)| !spans(c)) || bars.is_empty()).then(|| cells.collect_view());
    let lines = if cells.is_some() && !bars.is_empty() { "2" } else { "1" };
    let head = view! {
        <th scope="row" rowspan=lines>
            <a href="#facet-status" data-choose=format!("status={}", status.id())>
                <i inner_html=glyph::status(status)></i>
                <span>{word.label.as_str()}</span>
                <b>{all().count()}</b>
                <small>{word.meaning.as_str()}</small>
            </a>
        </th>
    };
    let bars = (!bars.is_empty()).then(|| view! { <td class="bars" colspan=columns.len()>{bars}</td> });
    match cells {
        Some(cells) => view! {
            <tr>{head} {cells}</tr>
            {bars.map(|bars| view! { <tr>{bars}</tr> })}
        }
        .into_any(),
        None => view! { <tr>{head} {bars}</tr> }.into_any(),
    }
}

/// The marks of a cell, and their number for where there is no room for marks.
fn cell(
    mine: Vec<(usize, &'static Commitment)>,
    pillar: &'static Pillar,
    status: Status,
    word: &'static StatusWord,
    briefing: &'static Briefing,
) -> impl IntoView + use<> {
    let count = mine.len().to_string();
    let choose = format!("pillar={}&status={}", pillar.id, status.id());
    let values = [("count", count.as_str()), ("pillar", pillar.short.as_str()), ("status", word.label.as_str())];
    let name = fill(briefing.catalogue.strings.matrix_cell(), &values);
    let sum = (!mine.is_empty()).then(|| {
        view! {
            <a class="sum" href=format!("#{}", band_id(pillar)) data-choose=choose.clone() aria-label=name>
                {count}
            </a>
        }
    });
    let marks = mine.iter().map(|(place, commitment)| {
        view! {
            <a
                class="one"
                href=format!("#{}", commitment.id)
                data-choose=choose.clone()
                data-place=place.to_string()
                title=commitment.title.as_str()
                aria-label=commitment.title.as_str()
                inner_html=glyph::pillar(pillar)
            ></a>
        }
    });
    view! { <td data-pillar=pillar.id.as_str()>{sum} {marks.collect_view()}</td> }
}

fn bar(place: usize, commitment: &'static Commitment, status: Status, briefing: &Briefing) -> impl IntoView + use<> {
    let firm = status >= Status::Announced;
    let pillar = briefing.catalogue.pillars.get(usize::from(commitment.pillar)).map_or("", |pillar| pillar.id.as_str());
    view! {
        <a
            class="bar"
            class:firm=firm
            href=format!("#{}", commitment.id)
            data-choose=format!("pillar={pillar}&status={}", status.id())
            data-place=place.to_string()
        >
            <b>{commitment.title.as_str()}</b>
            " "
            <small>{briefing.catalogue.strings.matrix_spans().to_owned()}</small>
        </a>
    }
}
