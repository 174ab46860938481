//! The answer: how many, by which choices, and the commitments.

use super::filters::PANEL;
use super::glyph;
use crate::store::{Copied, Store};
use briefing::model::fill;
use briefing::route::Ignored;
use briefing::search::mark_html;
use briefing::state::{Action, LONGEST_SEARCH, update};
use leptos::prelude::*;

/// The id of the element that is focused when what had the focus goes.
pub const RESULTS: &str = "results";

/// The id of what holds the cards and the table, which are drawn natively.
pub const LISTING: &str = "listing";

/// Everything to the right of the filters.
pub fn results(store: Store) -> impl IntoView + use<> {
    view! {
        <div class="results" id=RESULTS tabindex="-1">
            {bar(store)}
            <p class="notice" role="status">
                {move || notice(store)}
            </p>
            {move || empty(store)}
            <div id=LISTING inner_html=store.data.listing.as_str()></div>
            <section class="elsewhere" inner_html=move || elsewhere(store)></section>
        </div>
    }
}

/// The count, the chips, and what can be done with the view.
fn bar(store: Store) -> impl IntoView + use<> {
    let strings = store.strings();
    view! {
        <div class="bar">
            <p class="count" role="status" inner_html=move || counted(store)></p>
            <button type="button" class="open-filters" popovertarget=PANEL>
                <i inner_html=glyph::FUNNEL></i>
                <span>{move || filter_label(store)}</span>
            </button>
            {move || chips(store)}
            <span class="layouts needs-engine" role="group" aria-label=strings.layout()>
                {layout(false, strings.layout_cards(), store)} {layout(true, strings.layout_table(), store)}
            </span>
            <span class="copy needs-engine">
                <button type="button" class="plain" on:click=move |_| (store.effects.copy)(store)>
                    {strings.copy_link()}
                </button>
                <span role="status">{move || said(store)}</span>
                {move || (store.copied.get() == Copied::Refused).then(|| address(store))}
            </span>
        </div>
    }
}

/// A button that shows the commitments as cards, or as a table.
fn layout(table: bool, label: &'static str, store: Store) -> impl IntoView + use<> {
    let pressed = move || store.state.with(|state| (state.table == table).to_string());
    view! {
        <button type="button" aria-pressed=pressed on:click=move |_| store.dispatch(Action::Table(table))>
            {label}
        </button>
    }
}

/// "9 of 42 commitments", with the first number set large.
fn counted(store: Store) -> String {
    let strings = store.strings();
    let (shown, total) = store.selection.with(|s| (s.shown, s.total));
    let pattern = if total == 1 { strings.results_one() } else { strings.results_other() };
    fill(pattern, &[("total", &total.to_string()), ("shown", &format!("<b>{shown}</b>"))])
}

fn filter_label(store: Store) -> String {
    let strings = store.strings();
    match choices(store).len() {
        0 => strings.filter().to_owned(),
        active => fill(strings.filter_active(), &[("count", &active.to_string())]),
    }
}

/// One choice that can be dropped.
struct Choice {
    label: String,
    drop: Action,
}

fn choices(store: Store) -> Vec<Choice> {
    store.state.with(|state| {
        let mut choices = Vec::new();
        for (facet, value) in state.filters.iter() {
            if let Some(known) = store.index().value(facet, value) {
                choices.push(Choice { label: known.label.clone(), drop: Action::Choose { facet, value, on: false } });
            }
        }
        let words = state.search.trim();
        if !words.is_empty() {
            let label = fill(store.strings().chip_search(), &[("words", words)]);
            choices.push(Choice { label, drop: Action::Search(String::new()) });
        }
        choices
    })
}

/// A button that changes the view and then goes, so that the focus needs a new place.
fn leaving(class: &'static str, name: String, html: String, action: Action, store: Store) -> impl IntoView + use<> {
    let act = move |_| {
        (store.effects.focus)();
        store.dispatch(action.clone());
    };
    view! { <button type="button" class=class aria-label=name on:click=act inner_html=html></button> }
}

fn chips(store: Store) -> Option<impl IntoView + use<>> {
    let strings = store.strings();
    let choices = choices(store);
    if choices.is_empty() {
        return None;
    }
    let mut chips = Vec::with_capacity(choices.len() + 1);
    for choice in choices {
        let name = fill(strings.remove(), &[("label", &choice.label)]);
        let html = format!("<span>{}</span>{}", escape(&choice.label), glyph::CROSS);
        chips.push(leaving("chip", name, html, choice.drop, store));
    }
    let all = strings.clear_all().to_owned();
    chips.push(leaving("plain", all.clone(), escape(&all), Action::Clear, store));
    Some(view! { <span class="chips">{chips}</span> })
}

/// Text as HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn said(store: Store) -> Option<&'static str> {
    (store.copied.get() == Copied::Yes).then(|| store.strings().link_copied())
}

/// The address, to be copied by hand.
fn address(store: Store) -> impl IntoView + use<> {
    view! {
        <label class="address">
            {store.strings().copy_failed()}
            <input readonly value=(store.effects.address)() />
        </label>
    }
}

/// What the link named or asked for and did not get, in one line.
fn notice(store: Store) -> Option<String> {
    let strings = store.strings();
    let named = |ignored: &Ignored| match ignored {
        Ignored::Value { facet, value } => {
            let facet = store.index().facets.get(*facet).map_or("", |facet| facet.label.as_str());
            format!("{facet} “{value}”")
        }
        Ignored::Setting { name, value } => format!("{name} “{value}”"),
        Ignored::Broken => strings.ignored_broken().to_owned(),
        Ignored::LongSearch => fill(strings.ignored_long(), &[("count", &LONGEST_SEARCH.to_string())]),
    };
    if let Some(id) = store.missing.get() {
        return Some(fill(strings.entry_missing(), &[("id", &id)]));
    }
    let list: Vec<String> = store.ignored.with(|ignored| ignored.iter().map(named).collect());
    (!list.is_empty()).then(|| fill(strings.link_ignored(), &[("list", &list.join(", "))]))
}

/// Why nothing is shown, and the ways out with what each would bring.
fn empty(store: Store) -> Option<impl IntoView + use<>> {
    let strings = store.strings();
    let (shown, total) = store.selection.with(|s| (s.shown, s.total));
    if shown > 0 {
        return None;
    }
    let mut ways = Vec::new();
    for choice in choices(store).into_iter().rev().take(2) {
        let count = shown_after(&choice.drop, store).to_string();
        let label = fill(strings.empty_remove(), &[("label", &choice.label), ("count", &count)]);
        ways.push(leaving("outlined", label.clone(), escape(&label), choice.drop, store));
    }
    let clear = fill(strings.empty_clear(), &[("count", &total.to_string())]);
    ways.push(leaving("plain", clear.clone(), clear, Action::Clear, store));
    let view = view! {
        <div class="empty">
            <h3>{strings.empty_title()}</h3>
            <p>{strings.empty_text()}</p>
            <p class="ways">{ways}</p>
        </div>
    };
    Some(view)
}

fn shown_after(drop: &Action, store: Store) -> usize {
    let mut state = store.state.get_untracked();
    update(&mut state, drop.clone());
    let words = briefing::search::words(&state.search, store.data.decompose);
    store.index().select(&state.filters, &words).shown
}

/// What the search or a paragraph finds beyond the cards, as links.
fn elsewhere(store: Store) -> String {
    let found = store.selection.with(|s| s.others.clone());
    if found.is_empty() {
        return String::new();
    }
    let mut html = format!("<h3>{} <small>{}</small></h3><ul>", escape(store.strings().elsewhere()), found.len());
    for other in found.iter().filter_map(|place| store.index().others.get(*place)) {
        let section = escape(&other.section);
        let link = format!("<li><a href=\"#{}\">{}</a> <small>{section}</small></li>", other.id, escape(&other.title));
        html.push_str(&store.words.with(|words| mark_html(&link, words, store.data.decompose)));
    }
    html.push_str("</ul>");
    html
}
