//! Wiring: the store, the explorer, and the browser around them.

use crate::globe;
use crate::platform::{clipboard, dom, history, text, timer};
use crate::store::{Copied, Data, Effects, Store};
use crate::view::explorer::{ROOT, explorer as view};
use crate::view::results::RESULTS;
use briefing::explorer::Explorer;
use briefing::query::IndexedFacet;
use briefing::state::{Action, History};
use leptos::mount::hydrate_from;
use leptos::prelude::*;

/// How long typing rests before the address follows, in milliseconds. Safari refuses more than a
/// hundred changes of the address in half a minute.
const TYPING_RESTS: u32 = 300;

/// How long "Link copied" stays, in milliseconds.
const CONFIRMATION: u32 = 2_000;

/// Wakes the page.
///
/// # Errors
/// When the content cannot be read or the page has no explorer.
pub fn wake(content: &[u8]) -> Result<(), String> {
    let explorer = Explorer::from_bytes(content).map_err(|_| "the content belongs to another version")?;
    let root = dom::element(ROOT).ok_or("the page has no explorer")?;
    // What the reader chose before the engine came is read before hydration draws over it.
    let chosen = dom::form_state(&root);
    let data: &'static Data = Box::leak(Box::new(Data {
        cards: dom::contents(&root, ".cards > li"),
        glyphs: signs(&root, &explorer),
        explorer,
        decompose: text::decompose,
    }));
    let effects = Effects { history: follow, copy, address: history::address, focus: || dom::focus(RESULTS) };
    let handle = hydrate_from(root, move || {
        let store = Store::new(data, effects);
        // Effects run after the first drawing, which has to be the prerendered one.
        Effect::new(move |_| start(store, &chosen));
        view(store)
    });
    handle.forget();
    Ok(())
}

/// The sign of each value, as the page has it.
fn signs(root: &dom::Element, explorer: &Explorer) -> Vec<Vec<String>> {
    let of = |facet: &IndexedFacet| dom::contents(root, &format!("label:has([name={}]) > i", facet.id));
    explorer.index.facets.iter().map(of).collect()
}

/// Opens the link of the page, adds what was chosen before, and follows Back and Forward.
fn start(store: Store, chosen: &[(String, String)]) {
    store.open(&history::query());
    for (name, value) in chosen {
        choose(store, name, value);
    }
    history::on_return(move || {
        timer::cancel();
        store.open(&history::query());
    });
    history::on_fragment(move || reveal(store));
    let view = move |query: String| {
        show(store, &query);
        dom::focus(RESULTS);
        dom::scroll_to(RESULTS);
    };
    dom::on_link("data-view", true, Box::new(view));
    globe::follow();
    reveal(store);
    dom::mark_ready();
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

/// Shows what a link inside the page asks for, as a step that Back undoes.
fn show(store: Store, query: &str) {
    timer::flush();
    store.open(query);
    let _ = history::push(query);
}

/// A link to a commitment that the filters hide clears them, so that no link leads nowhere.
fn reveal(store: Store) {
    let wanted = history::fragment();
    let Some(place) = store.index().ids.iter().position(|id| *id == wanted) else {
        return;
    };
    let shown = store.selection.with_untracked(|s| s.groups.iter().any(|group| group.shown.contains(&place)));
    if !shown {
        store.dispatch(Action::Clear);
        // Clearing wrote an address without the fragment, and the card was not there to scroll to.
        let _ = history::point_to(&wanted);
        timer::soon(move || dom::scroll_to(&wanted));
    }
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

fn copy(store: Store) {
    timer::flush();
    clipboard::copy(&history::address(), move |worked| {
        store.copied.set(if worked { Copied::Yes } else { Copied::Refused });
        if worked {
            timer::after(CONFIRMATION, move || store.copied.set(Copied::No));
        }
    });
}
