//! Facets and search as plain form controls, which work before the engine does.

use super::glyph;
use crate::store::{PILLARS, Store};
use briefing::model::fill;
use briefing::state::Action;
use leptos::prelude::*;

/// The panel of the filters on small screens; beside the cards on large ones.
pub const PANEL: &str = "filters";

/// One value of a facet: a checkbox with its sign, name and count.
fn choice(facet: usize, value: usize, store: Store) -> Option<impl IntoView + use<>> {
    let known = store.index().facets.get(facet)?;
    let of = known.values.get(value)?;
    let chosen = move || store.state.with(|state| state.filters.has(facet, value));
    let choose = move |event| {
        store.dispatch(Action::Choose { facet, value, on: event_target_checked(&event) });
    };
    let count = move || {
        store.selection.with(|s| s.counts.get(facet).and_then(|counts| counts.get(value)).copied().unwrap_or(0))
    };
    let sign = store.data.glyphs.get(facet).and_then(|signs| signs.get(value)).map_or("", String::as_str);
    let pillar = (known.id == PILLARS).then_some(of.id.as_str());
    let view = view! {
        <label data-pillar=pillar class:zero=move || count() == 0>
            <input
                type="checkbox"
                name=known.id.as_str()
                value=of.id.as_str()
                prop:checked=chosen
                on:change=choose
            />
            <i inner_html=sign></i>
            <span>{of.label.as_str()}</span>
            <b>{count}</b>
        </label>
    };
    Some(view)
}

/// A facet with all its values. Where a card can have several of them, the stylesheet alone cannot
/// tell what to show, so that facet waits for the engine.
fn facet(facet: usize, store: Store) -> Option<impl IntoView + use<>> {
    let known = store.index().facets.get(facet)?;
    let choices: Vec<_> = (0..known.values.len()).map(|value| choice(facet, value, store)).collect();
    let view = view! {
        <fieldset id=format!("facet-{}", known.id) class:needs-engine=known.several>
            <legend>{known.label.as_str()}</legend>
            {choices}
        </fieldset>
    };
    Some(view)
}

/// Search and all facets.
pub fn panel(store: Store) -> impl IntoView + use<> {
    let strings = store.strings();
    let facets = store.index().facets.iter().enumerate().filter(|(_, facet)| !facet.hidden);
    let facets: Vec<_> = facets.map(|(at, _)| facet(at, store)).collect();
    let typed = move |event| store.dispatch(Action::Search(event_target_value(&event)));
    let text = move || store.state.with(|state| state.search.clone());
    view! {
        <div id=PANEL class="filters" popover="auto">
            <div class="head">
                <h3>{strings.filter()}</h3>
                <button
                    type="button"
                    popovertarget=PANEL
                    popovertargetaction="hide"
                    aria-label=strings.close()
                    inner_html=glyph::CROSS
                ></button>
            </div>
            <label class="search needs-engine">
                <i inner_html=glyph::GLASS></i>
                <span class="unseen">{strings.search()}</span>
                <input
                    type="search"
                    name="q"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=strings.search()
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
    let strings = store.strings();
    let shown = store.selection.with(|selection| selection.shown);
    let pattern = if shown == 1 { strings.show_results_one() } else { strings.show_results_other() };
    fill(pattern, &[("count", &shown.to_string())])
}
