//! The answer: how many, by which choices, and the cards by pillar.

use super::card::card;
use super::filters::PANEL;
use super::glyph;
use crate::store::{Copied, Store};
use briefing::model::{Strings, fill};
use briefing::query::Group;
use briefing::route::Ignored;
use briefing::state::{Action, Filters, LONGEST_SEARCH};
use leptos::prelude::*;

/// Everything to the right of the filters.
pub fn results(store: Store) -> impl IntoView + use<> {
    let pillars = move || {
        store.selection.with(|s| {
            s.groups
                .iter()
                .map(|group| group.pillar)
                .collect::<Vec<_>>()
        })
    };
    view! {
        <div class="results" id="results" tabindex="-1">
            {bar(store)} {notice(store)}
            <For each=pillars key=|pillar| *pillar children=move |pillar| band(pillar, store) />
            {move || store.selection.with(|s| s.shown == 0).then(|| empty(store))}
        </div>
    }
}

/// The count, the chips, and what can be done with the view.
fn bar(store: Store) -> impl IntoView + use<> {
    let strings = &store.catalogue().strings;
    view! {
        <div class="bar">
            <p class="count" role="status">
                {move || counted(store)}
            </p>
            <button type="button" class="open-filters" popovertarget=PANEL>
                {glyph::sign(glyph::FUNNEL)} <span>{move || filter_label(store)}</span>
            </button>
            {move || chips(store)}
            <span class="copy needs-engine">
                <button type="button" class="plain" on:click=move |_| (store.effects.copy)(store)>
                    {strings.copy_link.as_str()}
                </button>
                <span role="status">{move || copied(store)}</span>
            </span>
        </div>
    }
}

/// "9 of 42 commitments", with the first number set large.
fn counted(store: Store) -> impl IntoView + use<> {
    let strings = &store.catalogue().strings;
    let (shown, total) = store.selection.with(|s| (s.shown, s.total));
    let pattern = if total == 1 {
        &strings.results_one
    } else {
        &strings.results_other
    };
    let sentence = fill(pattern, &[("total", &total.to_string())]);
    let (before, after) = sentence.split_once("{shown}").unwrap_or(("", &sentence));
    let (before, after) = (before.to_owned(), after.to_owned());
    view! {
        {before}
        <b>{shown}</b>
        {after}
    }
}

fn filter_label(store: Store) -> String {
    let strings = &store.catalogue().strings;
    match store
        .state
        .with(|state| state.filters.count() + usize::from(!state.search.trim().is_empty()))
    {
        0 => strings.filter.clone(),
        active => fill(&strings.filter_active, &[("count", &active.to_string())]),
    }
}

/// One choice that can be dropped.
#[derive(Clone)]
struct Choice {
    label: String,
    drop: Action,
}

fn choices(store: Store) -> Vec<Choice> {
    let strings = &store.catalogue().strings;
    store.state.with(|state| {
        let chosen = state.filters.iter().filter_map(|(facet, value)| {
            let label = store.data.index.values(facet).nth(value)?.label.clone();
            Some(Choice {
                label,
                drop: Action::Choose {
                    facet,
                    value,
                    on: false,
                },
            })
        });
        let words = state.search.trim();
        let search = (!words.is_empty()).then(|| Choice {
            label: fill(&strings.chip_search, &[("words", words)]),
            drop: Action::Search(String::new()),
        });
        chosen.chain(search).collect()
    })
}

fn chips(store: Store) -> Option<impl IntoView + use<>> {
    let strings = &store.catalogue().strings;
    let choices = choices(store);
    if choices.is_empty() {
        return None;
    }
    let chips = choices.into_iter().map(|choice| {
        let name = fill(&strings.remove, &[("label", &choice.label)]);
        let drop = move |_| store.dispatch(choice.drop.clone());
        view! {
            <button type="button" class="chip" aria-label=name on:click=drop>
                <span>{choice.label}</span>
                {glyph::sign(glyph::CROSS)}
            </button>
        }
    });
    let chips = chips.collect_view();
    let view = view! {
        <span class="chips">
            {chips}
            <button type="button" class="plain" on:click=move |_| store.dispatch(Action::Clear)>
                {strings.clear_all.as_str()}
            </button>
        </span>
    };
    Some(view)
}

fn copied(store: Store) -> impl IntoView + use<> {
    let strings = &store.catalogue().strings;
    let copied = store.copied.get();
    let said = (copied == Copied::Yes).then(|| view! { <span class="said">{strings.link_copied.as_str()}</span> });
    let address = (copied == Copied::Refused).then(|| {
        let address = (store.effects.address)();
        view! {
            <label class="address">
                {strings.copy_failed.as_str()} " " <input readonly value=address />
            </label>
        }
    });
    (said, address)
}

/// What the link asked for and did not get, in one line.
fn notice(store: Store) -> impl IntoView + use<> {
    move || {
        let ignored = store.ignored.get();
        (!ignored.is_empty()).then(|| {
            let strings = &store.catalogue().strings;
            let list: Vec<String> = ignored.iter().map(|what| named(what, strings)).collect();
            let line = fill(&strings.link_ignored, &[("list", &list.join(", "))]);
            view! {
                <p class="notice" role="status">
                    {line}
                </p>
            }
        })
    }
}

fn named(ignored: &Ignored, strings: &Strings) -> String {
    match ignored {
        Ignored::Value { facet, value } => {
            let facet = strings.facets.get(*facet).map_or("", String::as_str);
            format!("{facet} “{value}”")
        }
        Ignored::Broken => strings.ignored_broken.clone(),
        Ignored::LongSearch => fill(
            &strings.ignored_long,
            &[("count", &LONGEST_SEARCH.to_string())],
        ),
    }
}

/// A pillar's heading and its cards.
fn band(pillar: usize, store: Store) -> Option<impl IntoView + use<>> {
    let catalogue = store.catalogue();
    let known = catalogue.pillars.get(pillar)?;
    let group = Memo::new(move |_| {
        let found = store.selection.with(|s| {
            s.groups
                .iter()
                .find(|group| group.pillar == pillar)
                .cloned()
        });
        found.unwrap_or(Group {
            pillar,
            shown: Vec::new(),
            total: 0,
        })
    });
    let count = move || {
        let (shown, total) =
            group.with(|group| (group.shown.len().to_string(), group.total.to_string()));
        fill(
            &catalogue.strings.band_count,
            &[("shown", &shown), ("total", &total)],
        )
    };
    let band = view! {
        <section class="band" data-pillar=known.id.as_str()>
            <h3>
                {known.number.is_some().then(|| glyph::pillar(known))} <span>{known.title.as_str()}</span>
                <small>{count}</small>
            </h3>
            {known.gap.as_deref().map(|gap| view! { <p class="gap">{gap}</p> })}
            <div class="cards">
                <For
                    each=move || group.with(|group| group.shown.clone())
                    key=|place| *place
                    children=move |place| card(place, store)
                />
            </div>
        </section>
    };
    Some(band)
}

/// Why nothing is shown, and the ways out with what each would bring.
fn empty(store: Store) -> impl IntoView + use<> {
    let strings = &store.catalogue().strings;
    let total = store.selection.with(|s| s.total);
    let ways = choices(store).into_iter().rev().take(2).map(|choice| {
        let count = shown_after(&choice.drop, store);
        let label = fill(
            &strings.empty_remove,
            &[("label", &choice.label), ("count", &count.to_string())],
        );
        let drop = choice.drop;
        view! {
            <button type="button" class="outlined" on:click=move |_| store.dispatch(drop.clone())>
                {label}
            </button>
        }
    });
    let ways = ways.collect_view();
    let clear = fill(&strings.empty_clear, &[("count", &total.to_string())]);
    view! {
        <div class="empty">
            <h3>{strings.empty_title.as_str()}</h3>
            <p>{strings.empty_text.as_str()}</p>
            <p class="ways">
                {ways}
                <button type="button" class="plain" on:click=move |_| store.dispatch(Action::Clear)>
                    {clear}
                </button>
            </p>
        </div>
    }
}

fn shown_after(drop: &Action, store: Store) -> usize {
    let mut state = store.state.get();
    briefing::state::update(&mut state, drop.clone());
    let words = briefing::search::words(&state.search, store.data.decompose);
    let filters: &Filters = &state.filters;
    store.data.index.select(filters, &words).shown
}
