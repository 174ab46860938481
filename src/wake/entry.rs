//! The dialog of one entry: filled from its card, moved through the list, copied from.

use super::Page;
use crate::platform::controls;
use crate::platform::dom::{self, Element};
use crate::platform::events::{self, Target};
use crate::platform::overlay;
use crate::platform::{clipboard, history, timer};
use crate::store::{CONFIRMATION, Store};
use crate::view::ladder;
use crate::view::places::RESULTS;
use crate::view::results::escape;
use briefing::cite::{Cited, citation};
use briefing::model::fill;
use leptos::prelude::*;

/// The id of the dialog.
const ENTRY: &str = "entry";

/// Makes the dialog follow the state, and the state follow the dialog.
pub fn wake(store: Store, page: &'static Page) {
    let Some(dialog) = dom::element(ENTRY) else { return };
    events::on(&dialog, "close", move || {
        if store.entry.get_untracked().is_some() {
            leave(store);
        }
    });
    Effect::new(move |_| match store.entry.get() {
        Some(place) => {
            fill_in(&dialog, place, store, page);
            overlay::show_dialog(&dialog);
        }
        None => overlay::close_dialog(&dialog),
    });
}

/// Opens the entry that the link names, or says that there is none; closes it when the link has
/// left it.
pub fn follow(store: Store) {
    let id = history::fragment();
    let place = store.index().ids.iter().position(|known| *known == id);
    store.entry.set(place);
    let missing = !id.is_empty() && place.is_none() && dom::element(&id).is_none();
    store.missing.set(missing.then(|| id.chars().take(40).collect()));
}

/// A click in the dialog, or on a link to an entry, which then opens over the page.
pub fn clicked(target: &Target, again: bool, store: Store, page: &Page) -> bool {
    if let Some(button) = dom::closest(target, "#entry [data-do]") {
        match dom::attribute(&button, "data-do").as_deref() {
            Some("previous") => step(-1, store),
            Some("next") => step(1, store),
            Some("copy") => copy(target, None, store, page),
            _ => leave(store),
        }
        return true;
    }
    if let Some(format) = dom::closest(target, "[data-cite-as]").and_then(|b| dom::attribute(&b, "data-cite-as")) {
        copy(target, format.parse().ok(), store, page);
        return true;
    }
    if dom::closest(target, "[data-copy]").is_some() {
        copy(target, None, store, page);
        return true;
    }
    // The second click of two on a title falls on the scrim that the first has brought.
    if target.id() == ENTRY && !again {
        leave(store);
        return true;
    }
    let link = dom::closest(target, "a[href^='#']").and_then(|link| dom::attribute(&link, "href"));
    let place = link.and_then(|link| store.index().ids.iter().position(|id| Some(&**id) == link.strip_prefix('#')));
    place.is_some_and(|place| {
        open(place, store);
        true
    })
}

/// Closes the dialog and takes its entry out of the address.
pub fn leave(store: Store) {
    store.entry.set(None);
    // A refused change of the address loses a convenience, nothing else.
    let _ = history::replace(&history::query());
}

/// Shows an entry. The first one is a step that Back undoes, those after it are the same step.
fn open(place: usize, store: Store) {
    let Some(id) = store.index().ids.get(place) else { return };
    let address = format!("{}#{id}", history::query());
    let _ = match store.entry.get_untracked() {
        None => history::push(&address),
        Some(_) => history::replace(&address),
    };
    store.entry.set(Some(place));
}

/// The previous or next entry of the list; from one that is not in it, the first or the last.
pub fn step(by: isize, store: Store) {
    let Some(open_one) = store.entry.get_untracked() else { return };
    let listed = store.listed.get_untracked();
    let at = listed.iter().position(|place| *place == open_one);
    let next = match (at, by > 0) {
        (Some(at), _) => at.wrapping_add_signed(by).min(listed.len()),
        (None, true) => 0,
        (None, false) => listed.len(),
    };
    // Past one end the list begins again at the other.
    let round = if by > 0 { listed.first() } else { listed.last() };
    if let Some(place) = listed.get(next).or(round) {
        open(*place, store);
    }
}

/// Puts the parts of a card into the dialog.
fn fill_in(dialog: &Element, place: usize, store: Store, page: &Page) {
    let Some(card) = page.cards.get(place) else { return };
    let strings = store.strings();
    let put = |selector: &str, html: &str| {
        if let Some(part) = dom::first(dialog, selector) {
            dom::set_html(&part, html);
        }
    };
    let position = store.listed.with_untracked(|listed| {
        let at = listed.iter().position(|known| *known == place)?;
        Some(fill(strings.entry_position(), &[("number", &(at + 1).to_string()), ("count", &listed.len().to_string())]))
    });
    if let Some(note) = dom::first(dialog, ".caption") {
        dom::hide(&note, position.is_some());
    }
    let title = part(card, "h4");
    put(".position", &format!("{}<span class=unseen>, {title}</span>", position.unwrap_or_default()));
    put(".said", "");
    put(".text", &words(card, place, store));
    put(".proof", &proof(card, store, page));
    if let Some(area) = dom::first(dialog, ".address") {
        dom::hide(&area, true);
    }
    let pillar = store.index().pillar(place).and_then(|pillar| store.data.explorer.bands.get(pillar));
    dom::set_attribute(dialog, "data-pillar", pillar.map(|band| band.id.as_str()));
}

/// What stands in a part of a card, as HTML.
fn part(card: &Element, selector: &str) -> String {
    dom::first(card, selector).map(|part| dom::html(&part)).unwrap_or_default()
}

/// The left side: what was promised, how firmly, by whom and when.
fn words(card: &Element, place: usize, store: Store) -> String {
    let strings = store.strings();
    let (sign, pillar) = store.pillar(place).unwrap_or_default();
    let title = dom::first(card, "h4").map(|title| dom::text(&title)).unwrap_or_default();
    let mut html = format!(
        "<p class=pillar>{sign}<b>{}</b> {}</p><h2 id=entry-title>{}</h2><p class=lede>{}</p><p class=voice>{}</p>",
        escape(pillar),
        part(card, ".top > span"),
        escape(&title),
        part(card, ".text"),
        part(card, ".voice")
    );
    html += &ladder::ladder(&part(card, ".top > b"), store);
    let notes = dom::find(card, "details > p");
    notes.iter().for_each(|note| html += &dom::whole(note));
    html += "<dl>";
    for (name, selector) in [(strings.parties(), ".meta > :first-child"), (strings.date(), ".meta > :last-child")] {
        html += &format!("<div><dt>{}</dt><dd>{}</dd></div>", escape(name), part(card, selector));
    }
    html + "</dl>"
}

/// The right side: each cited paragraph, and its place among all of its source.
fn proof(card: &Element, store: Store, page: &Page) -> String {
    let strings = store.strings();
    let mut html = format!("<h3>{}</h3><ul>", escape(strings.entry_proof()));
    let proofs: Vec<(Element, String)> = dom::find(card, ".cites > a")
        .into_iter()
        .filter_map(|mark| Some((mark.clone(), dom::attribute(&mark, "href")?.trim_start_matches('#').to_owned())))
        .collect();
    for (mark, at) in &proofs {
        let gist = dom::element(at).map(|square| part(&square, ".gist")).unwrap_or_default();
        let said = dom::after(mark).filter(|next| !dom::is_link(next)).map(|said| dom::html(&said)).unwrap_or_default();
        html += &format!("<li>{}<div><p>{gist}</p><p class=role>{said}</p></div></li>", dom::whole(mark));
    }
    html += "</ul>";
    let mut silent = Vec::new();
    for source in dom::find(&page.root, ".sources article") {
        let (code, name) = (part(&source, ".mark"), part(&source, "[data-kind]"));
        let mine = proofs.iter().filter(|(_, at)| at.split('-').next() == Some(&code));
        // The squares of the page keep their addresses; those in the dialog only look the same.
        let squares = dom::first(&source, ".squares").map(|squares| dom::whole(&squares)).unwrap_or_default();
        let squares = squares.replace(" id=\"", " data-id=\"");
        let mut marked = squares.clone();
        for (_, at) in mine {
            let own = format!("data-id=\"{at}\"");
            marked = marked.replace(&own, &format!("{own} aria-current=true"));
        }
        if marked == squares {
            silent.push(format!("{code}, {name}"));
        } else {
            let heading = fill(strings.entry_place(), &[("code", &code), ("source", &name)]);
            html += &format!("<p>{heading}</p>{marked}");
        }
    }
    if !silent.is_empty() {
        html += &format!("<p>{}</p>", fill(strings.entry_silent(), &[("list", &silent.join("; "))]));
    }
    html
}

/// Copies the link to the entry that `target` belongs to, or its citation in a format.
fn copy(target: &Target, format: Option<usize>, store: Store, page: &Page) {
    let button = dom::closest(target, "[data-copy]");
    if button.as_ref().and_then(|button| dom::attribute(button, "data-copy")).as_deref() == Some("view") {
        timer::flush();
        hand_over(history::address(), button, "data-link", store.entry.get_untracked(), store);
        return;
    }
    let own = dom::closest(target, "article").and_then(|card| dom::attribute(&card, "id"));
    let own = own.and_then(|id| store.index().ids.iter().position(|known| *known == id));
    let Some(place) = own.or_else(|| store.entry.get_untracked()) else { return };
    let Some((card, id)) = page.cards.get(place).zip(store.index().ids.get(place)) else { return };
    let url = history::entry_address(id);
    let text = match format.and_then(|format| store.data.explorer.citations.get(format)) {
        None => url,
        Some(pattern) => {
            let marks: Vec<String> = dom::find(card, ".cites > a").iter().map(dom::text).collect();
            let title = dom::first(card, "h4").map(|title| dom::text(&title)).unwrap_or_default();
            citation(pattern, Cited { id, title: &title, marks: &marks.join(", "), url: &url })
        }
    };
    let what = if format.is_none() { "data-link" } else { "data-citation" };
    hand_over(text, button, what, Some(place), store);
}

/// Gives a text to the clipboard, or to the reader to be copied by hand.
fn hand_over(text: String, button: Option<Element>, what: &'static str, place: Option<usize>, store: Store) {
    clipboard::copy(&text.clone(), move |worked| {
        if worked {
            say(button, what);
            return;
        }
        // What belongs to an entry has its place in the dialog.
        if let Some(place) = place {
            open(place, store);
        }
        timer::soon(move || offer(if place.is_some() { ENTRY } else { RESULTS }, &text));
    });
}

/// Confirms what was copied: beside the button and to screen readers, or in the dialog.
fn say(button: Option<Element>, what: &str) {
    let heard = dom::element("said");
    let Some(words) = heard.as_ref().and_then(|heard| dom::attribute(heard, what)) else { return };
    let inside = || dom::element(ENTRY).and_then(|dialog| dom::first(&dialog, ".said"));
    let Some(region) = (if button.is_some() { heard } else { inside() }) else { return };
    let set = move |words: &str, shown: Option<&str>| {
        dom::set_text(&region, words);
        if let Some(button) = &button {
            dom::set_attribute(button, "data-said", shown);
        }
    };
    set(&words, Some(&words));
    timer::after(CONFIRMATION, move || set("", None));
}

/// Shows a text to be copied by hand in the element called `id`.
fn offer(id: &str, text: &str) {
    let label = dom::element(id).and_then(|place| dom::first(&place, "label.address"));
    if let Some((area, label)) = label.and_then(|label| Some((dom::first(&label, "textarea")?, label))) {
        dom::hide(&label, false);
        controls::offer(&area, text);
    }
}
