//! Facets and search as plain form controls, which work before the engine does and without it.

use super::glyph;
use super::places::PANEL;
use super::results::show_label;
use crate::store::{Data, PILLARS};
use briefing::query::IndexedFacet;
use leptos::prelude::*;

/// One value of a facet: a checkbox with its sign, name and count.
fn choice(known: &'static IndexedFacet, value: usize, count: usize, sign: &'static str) -> Option<impl IntoView> {
    let of = known.values.get(value)?;
    let pillar = (known.id == PILLARS).then_some(of.id.as_str());
    let view = view! {
        <label data-pillar=pillar>
            <input type="checkbox" name=known.id.as_str() value=of.id.as_str() />
            <i inner_html=sign></i>
            <span>{of.label.as_str()}</span>
            <b>{count}</b>
        </label>
    };
    Some(view)
}

/// A facet with all its values. Where a card can have several of them, the stylesheet alone cannot
/// tell what to show, so that facet waits for the engine.
fn facet(known: &'static IndexedFacet, counts: &[usize], signs: &'static [String]) -> impl IntoView + use<> {
    let sign = |value: usize| signs.get(value).map_or("", String::as_str);
    let choices = counts.iter().enumerate().map(|(value, count)| choice(known, value, *count, sign(value)));
    view! {
        <fieldset id=format!("facet-{}", known.id) class:needs-engine=known.several>
            <legend>{known.label.as_str()}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}

/// Search and all facets.
pub fn panel(data: &'static Data) -> impl IntoView {
    let explorer = &data.explorer;
    let strings = &explorer.strings;
    let plain = explorer.index.select(&briefing::state::Filters::default(), &[]);
    let facets = explorer.index.facets.iter().zip(&plain.counts).zip(&data.glyphs);
    let facets =
        facets.filter(|((facet, _), _)| !facet.hidden).map(|((known, counts), signs)| facet(known, counts, signs));
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
                <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder=strings.search() />
            </label>
            {facets.collect_view()}
            <div class="tail">
                <button type="button" class="solid" popovertarget=PANEL popovertargetaction="hide">
                    {show_label(plain.shown, strings)}
                </button>
            </div>
        </div>
    }
}
