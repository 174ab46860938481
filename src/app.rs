//! Wiring: the store, the page, and the browser around them.

use crate::platform::events::Target;
use crate::platform::{controls, dom, events, history, text, timer};
use crate::store::{Data, Store};
use crate::view::places::{ANSWER, EXPLORER, RESULTS};
use crate::view::results;
use crate::wake::{Page, agenda, brief, entry, filters, globe, help, listing, mark, matrix, present};
use briefing::explorer::Explorer;
use briefing::query::IndexedFacet;
use briefing::state::{Action, History};
use leptos::mount::hydrate_from;
use leptos::prelude::*;

/// How long typing rests before the address follows, in milliseconds. Safari refuses more than a
/// hundred changes of the address in half a minute.
const TYPING_RESTS: u32 = 300;

/// Wakes the page.
///
/// # Errors
/// When the content cannot be read or the page has no explorer.
pub fn wake(content: &[u8]) -> Result<(), String> {
    let explorer = Explorer::from_bytes(content).map_err(|_| "the content belongs to another version")?;
    let found = dom::element(EXPLORER).zip(dom::element(ANSWER)).zip(Page::find());
    let ((form, root), page) = found.ok_or("the page has no explorer")?;
    let root = dom::html_element(root).ok_or("the page has no explorer")?;
    let page: &'static Page = Box::leak(Box::new(page));
    // Reading the content has taken long enough for one task.
    timer::soon(move || {
        // What the reader chose before the engine came is read before hydration draws over it.
        let chosen = controls::form_state(&form);
        let data: &'static Data =
            Box::leak(Box::new(Data { glyphs: signs(&form, &explorer), explorer, decompose: text::decompose }));
        let handle = hydrate_from(root, move || {
            let store = Store::new(data, follow);
            // Effects run after the first drawing, which has to be the prerendered one.
            Effect::new(move |_| start(store, page, &chosen));
            results::answer(store)
        });
        handle.forget();
    });
    Ok(())
}

/// The sign of each value, as the page has it.
fn signs(root: &dom::Element, explorer: &Explorer) -> Vec<Vec<String>> {
    let of = |facet: &IndexedFacet| dom::contents(root, &format!("label:has([name={}]) > i", facet.id));
    explorer.index.facets.iter().map(of).collect()
}

/// Opens the link of the page, adds what was chosen before, and follows the reader from then on.
fn start(store: Store, page: &'static Page, chosen: &[(String, String)]) {
    store.open(&history::query());
    for (name, value) in chosen {
        choose(store, name, value);
    }
    filters::wake(store);
    // Each in a task of its own: together they would keep an input waiting.
    let owner = Owner::current();
    let steps: [fn(Store, &'static Page); 9] = [
        listing::wake,
        matrix::wake,
        entry::wake,
        |store, _| mark::wake(store),
        help::wake,
        |_, page| brief::wake(page),
        |store, page| agenda::wake(store, page),
        |store, _| beside(store),
        attend,
    ];
    timer::in_turn(steps.into_iter().map(move |step| -> timer::Task {
        let owner = owner.clone();
        Box::new(move || match owner {
            Some(owner) => owner.with(|| step(store, page)),
            None => step(store, page),
        })
    }));
}

/// Lets what stands beside the cards follow a change when it has been painted.
fn beside(store: Store) {
    Effect::new(move |opened: Option<()>| {
        store.state.track();
        match opened {
            None => store.beside.notify(),
            Some(()) => timer::after_paint(move || store.beside.notify()),
        }
    });
}

/// From now on the page answers.
fn attend(store: Store, page: &'static Page) {
    history::on_return(move || {
        timer::cancel();
        store.open(&history::query());
        entry::follow(store);
    });
    history::on_fragment(move || entry::follow(store));
    events::on_click(move |target, again| clicked(target, again, store, page));
    entry::follow(store);
    // The globe asks where things are, which would force the layout of what was just changed.
    timer::after_paint(move || {
        globe::wake(page);
        dom::mark_ready();
    });
}

fn choose(store: Store, name: &str, text: &str) {
    let facet = store.index().facet_position(name);
    let value = facet.and_then(|facet| store.index().value_position(facet, text));
    match (facet, value) {
        (Some(facet), Some(value)) => store.dispatch(Action::Choose { facet, value, on: true }),
        (None, _) if !text.is_empty() => store.dispatch(Action::Search(text.to_owned())),
        _ => {}
    }
}

/// Answers whether the click was for the engine.
fn clicked(target: &Target, again: bool, store: Store, page: &Page) -> bool {
    if globe::clicked(target) {
        return true;
    }
    present::clicked(target, store, page);
    if let Some(query) = dom::closest(target, "a[data-view]").and_then(|link| dom::attribute(&link, "data-view")) {
        show(store, &query);
        return true;
    }
    let column = dom::closest(target, "[data-sort]").and_then(|head| dom::attribute(&head, "data-sort")?.parse().ok());
    if let Some(column) = column {
        store.dispatch(Action::Sort(column));
        return true;
    }
    let clears = dom::closest(target, "[data-clear]").and_then(|button| dom::attribute(&button, "data-clear"));
    if let Some(what) = clears {
        // The button goes, so the focus needs a new place.
        dom::focus(RESULTS);
        store.dispatch(if what == "all" { Action::Clear } else { Action::Search(String::new()) });
        return true;
    }
    matrix::clicked(target, store) || entry::clicked(target, again, store, page) || help::clicked(target)
}

/// Shows what a link inside the page asks for, as a step that Back undoes.
fn show(store: Store, query: &str) {
    timer::flush();
    mark::close();
    store.entry.set(None);
    store.open(query);
    let _ = history::push(query);
    // A dialog that closes gives the focus back first.
    timer::soon(|| {
        dom::focus(RESULTS);
        dom::scroll_to(RESULTS);
    });
}

fn follow(step: History, query: &str) {
    // A refused change of the address loses a convenience, nothing else.
    match step {
        History::Push => {
            // What was typed belongs to the step before.
            timer::flush();
            let _ = history::push(query);
        }
        History::Replace => {
            let query = query.to_owned();
            timer::once(TYPING_RESTS, move || {
                let _ = history::replace(&query);
            });
        }
        History::Keep => {}
    }
}
