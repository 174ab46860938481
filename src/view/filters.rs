//! The pillar row, and the facets and search beside the cards. All are plain form controls.

use super::glyph;
use crate::store::Store;
use briefing::facet::FACETS;
use briefing::model::{Source, Status, Tier, fill};
use briefing::state::Action;
use leptos::prelude::*;

/// The panel of the filters on small screens; beside the cards on large ones.
pub const PANEL: &str = "filters";

/// A checkbox bound to one value of a facet.
fn checkbox(facet: usize, value: usize, id: &'static str, store: Store) -> impl IntoView + use<> {
    let name = FACETS.get(facet).map_or("", |facet| facet.id);
    let chosen = move || store.state.with(|state| state.filters.has(facet, value));
    let choose = move |event| {
        store.dispatch(Action::Choose {
            facet,
            value,
            on: event_target_checked(&event),
        });
    };
    view! { <input type="checkbox" name=name value=id prop:checked=chosen on:change=choose /> }
}

/// How many cards a value would show; zero stays operable but steps back.
fn count(
    facet: usize,
    value: usize,
    store: Store,
) -> impl Fn() -> usize + Copy + Send + Sync + 'static {
    move || {
        store.selection.with(|selection| {
            selection
                .counts
                .get(facet)
                .and_then(|c| c.get(value))
                .copied()
                .unwrap_or(0)
        })
    }
}

/// The pillars as large switches, with counts.
pub fn pillars(store: Store) -> Option<impl IntoView + use<>> {
    let catalogue = store.catalogue();
    let facet = briefing::facet::position("pillar")?;
    let label = catalogue
        .strings
        .facets
        .get(facet)
        .map_or("", String::as_str);
    let cells = catalogue.pillars.iter().enumerate().map(|(at, pillar)| {
        let count = count(facet, at, store);
        view! {
            <label data-pillar=pillar.id.as_str() class:zero=move || count() == 0>
                {checkbox(facet, at, pillar.id.as_str(), store)} {glyph::pillar(pillar)}
                <b class="number">{count}</b> <span>{pillar.short.as_str()}</span>
            </label>
        }
    });
    let cells = cells.collect_view();
    let row = view! {
        <fieldset class="pillars">
            <legend>{label}</legend>
            {cells}
        </fieldset>
    };
    Some(row)
}

/// Search and all other facets.
pub fn panel(store: Store) -> impl IntoView + use<> {
    let strings = &store.catalogue().strings;
    let facets = FACETS
        .iter()
        .enumerate()
        .filter(|(_, facet)| facet.id != "pillar");
    let facets = facets.map(|(at, _)| facet_box(at, store)).collect_view();
    let typed = move |event| store.dispatch(Action::Search(event_target_value(&event)));
    let text = move || store.state.with(|state| state.search.clone());
    view! {
        <div id=PANEL class="filters" popover="auto">
            <div class="head">
                <h3>{strings.filter.as_str()}</h3>
                <button type="button" popovertarget=PANEL popovertargetaction="hide" aria-label=strings.close.as_str()>
                    {glyph::sign(glyph::CROSS)}
                </button>
            </div>
            <label class="search needs-engine">
                {glyph::sign(glyph::GLASS)} <span class="unseen">{strings.search.as_str()}</span>
                <input
                    type="search"
                    name="q"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=strings.search.as_str()
                    prop:value=text
                    on:input=typed
                />
            </label>
            {facets}
            <div class="tail">
                <button type="button" class="solid" popovertarget=PANEL popovertargetaction="hide">
                    {move || show_label(store)}
                </button>
            </div>
        </div>
    }
}

fn show_label(store: Store) -> String {
    let strings = &store.catalogue().strings;
    let shown = store.selection.with(|selection| selection.shown);
    let pattern = if shown == 1 {
        &strings.show_results_one
    } else {
        &strings.show_results_other
    };
    fill(pattern, &[("count", &shown.to_string())])
}

fn facet_box(facet: usize, store: Store) -> Option<impl IntoView + use<>> {
    let catalogue = store.catalogue();
    let known = FACETS.get(facet)?;
    let label = catalogue
        .strings
        .facets
        .get(facet)
        .map_or("", String::as_str);
    let values = store.data.index.values(facet).enumerate().map(|(at, value)| {
        let count = count(facet, at, store);
        view! {
            <label class:zero=move || count() == 0>
                {checkbox(facet, at, value.id.as_str(), store)} {value_glyph(known.id, at, store)}
                <span>{value.label.as_str()}</span> <b class="number">{count}</b>
            </label>
        }
    });
    let values = values.collect_view();
    // Where a card can have several values, the stylesheet alone cannot tell what to show.
    let facet = view! {
        <fieldset class:needs-engine=known.several data-facet=known.id>
            <legend>{label}</legend>
            {values}
        </fieldset>
    };
    Some(facet)
}

/// Statuses show their square, sources their mark.
fn value_glyph(facet: &str, value: usize, store: Store) -> impl IntoView + use<> {
    let status = Status::LADDER.get(value).filter(|_| facet == "status");
    let source = store.catalogue().sources.get(value).filter(|_| facet == "source");
    (status.map(|status| glyph::status(*status)), source.map(source_code))
}

fn source_code(source: &'static Source) -> impl IntoView + use<> {
    view! {
        <span class="mark" class:press=source.tier == Tier::Press>
            <b>{source.code.as_str()}</b>
        </span>
    }
}
