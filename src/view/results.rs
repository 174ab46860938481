//! What is said of the answer: how many, by which choices, what was left out, why nothing is shown.

use super::glyph;
use super::places::{PANEL, TAKE};
use crate::store::Store;
use briefing::model::{Strings, fill};
use briefing::route::Ignored;
use briefing::search::mark_html;
use briefing::state::{Action, Filters, LONGEST_SEARCH};
use leptos::prelude::*;

/// What is said of the answer: one view, so that it can be woken.
pub fn answer(store: Store) -> impl IntoView + use<> {
    view! {
        {bar(store)}
        <label class="address" hidden>
            {store.strings().copy_failed()}
            <textarea readonly rows="2"></textarea>
        </label>
        <p class="notice" role="status">
            {move || notice(store)}
        </p>
        <div class="empty" inner_html=move || empty(store)></div>
    }
}

/// "Show 9 commitments": closes the filters on small screens.
#[must_use]
pub fn show_label(shown: usize, strings: &Strings) -> String {
    let pattern = if shown == 1 { strings.show_results_one() } else { strings.show_results_other() };
    fill(pattern, &[("count", &shown.to_string())])
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
            <span class="chips" inner_html=move || chips(store)></span>
            <span class="layouts needs-engine" role="group" aria-label=strings.layout()>
                {layout(false, strings.layout_cards(), store)} {layout(true, strings.layout_table(), store)}
            </span>
            <button type="button" class="plain needs-engine" data-copy="view">
                {strings.copy_link()}
            </button>
            <button type="button" class="plain open-take" popovertarget=TAKE>
                {strings.take()}
            </button>
            <a class="plain" href="present.html" data-present="">
                {strings.present()}
            </a>
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
    store.beside.track();
    let strings = store.strings();
    match choices(store).len() {
        0 => strings.filter().to_owned(),
        active => fill(strings.filter_active(), &[("count", &active.to_string())]),
    }
}

/// One choice that can be dropped.
struct Choice {
    label: String,
    /// What a button says of itself so that it drops it.
    drop: String,
    /// How many would be shown without it.
    left: usize,
}

/// What a button says of itself so that it drops every choice, or the search.
const CLEAR: &str = "data-clear=all";
const CLEAR_SEARCH: &str = "data-clear=search";

fn choices(store: Store) -> Vec<Choice> {
    let state = store.state.get_untracked();
    let left = |filters: &Filters, search: &str| {
        let words = briefing::search::words(search, store.data.decompose);
        store.index().select(filters, &words).shown
    };
    let mut choices = Vec::new();
    for (facet, value) in state.filters.iter() {
        let known = store.index().facets.get(facet).zip(store.index().value(facet, value));
        if let Some((of, known)) = known {
            let mut without = state.filters.clone();
            without.set(facet, value, false);
            let drop = format!("data-choose=\"{}={}\"", of.id, escape(&known.id));
            choices.push(Choice { label: known.label.clone(), drop, left: left(&without, &state.search) });
        }
    }
    let words = state.search.trim();
    if !words.is_empty() {
        let label = fill(store.strings().chip_search(), &[("words", words)]);
        choices.push(Choice { label, drop: CLEAR_SEARCH.to_owned(), left: left(&state.filters, "") });
    }
    choices
}

/// A button that changes the view and then goes.
fn leaving(class: &str, name: &str, html: &str, change: &str) -> String {
    format!("<button type=button class={class} {change} aria-label=\"{}\">{html}</button>", escape(name))
}

fn chips(store: Store) -> String {
    store.beside.track();
    let strings = store.strings();
    let choices = choices(store);
    let mut html = String::new();
    for choice in &choices {
        let name = fill(strings.remove(), &[("label", &choice.label)]);
        let label = format!("<span>{}</span>{}", escape(&choice.label), glyph::CROSS);
        html += &leaving("chip", &name, &label, &choice.drop);
    }
    if !choices.is_empty() {
        let all = strings.clear_all();
        html += &leaving("plain", all, &escape(all), CLEAR);
    }
    html
}

/// Text as HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
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
fn empty(store: Store) -> String {
    let strings = store.strings();
    let (shown, total) = store.selection.with(|s| (s.shown, s.total));
    if shown > 0 {
        return String::new();
    }
    store.state.track();
    let mut ways = String::new();
    for choice in choices(store).into_iter().rev().take(2) {
        let label = fill(strings.empty_remove(), &[("label", &choice.label), ("count", &choice.left.to_string())]);
        ways += &leaving("outlined", &label, &escape(&label), &choice.drop);
    }
    let clear = fill(strings.empty_clear(), &[("count", &total.to_string())]);
    ways += &leaving("plain", &clear, &escape(&clear), CLEAR);
    let (title, text) = (escape(strings.empty_title()), escape(strings.empty_text()));
    format!("<h3>{title}</h3><p>{text}</p><p class=ways>{ways}</p>")
}

/// What the search or a paragraph finds beyond the cards, as links.
#[must_use]
pub fn elsewhere(store: Store) -> String {
    let found = store.selection.with_untracked(|s| s.others.clone());
    if found.is_empty() {
        return String::new();
    }
    let mut html = format!("<h3>{} <small>{}</small></h3><ul>", escape(store.strings().elsewhere()), found.len());
    for other in found.iter().filter_map(|place| store.index().others.get(*place)) {
        let section = escape(&other.section);
        let link = format!("<li><a href=\"#{}\">{}</a> <small>{section}</small></li>", other.id, escape(&other.title));
        html.push_str(&store.words.with_untracked(|words| mark_html(&link, words, store.data.decompose)));
    }
    html.push_str("</ul>");
    html
}
