//! Cards and table follow the state.

use super::Page;
use crate::platform::dom::{self, Element};
use crate::platform::timer;
use crate::store::Store;
use crate::view::places::{ELSEWHERE, LISTING};
use crate::view::results::{self, escape};
use briefing::model::fill;
use briefing::query::Group;
use briefing::search::mark_html;
use briefing::state::Filters;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// How long typing rests before what it found is marked, in milliseconds.
const MARKING_RESTS: u32 = 150;

/// The band of a pillar.
struct Band {
    pillar: usize,
    section: Element,
    list: Element,
    count: Element,
    /// Places of its cards.
    cards: Vec<usize>,
}

/// Makes them follow.
pub fn wake(store: Store, page: &'static Page) {
    let Some(listing) = dom::element(LISTING) else { return };
    let bands: Vec<Band> = dom::find(&listing, ".band").into_iter().filter_map(|s| band(s, store)).collect();
    let marks = Rc::new(RefCell::new(Marks::default()));
    let busy = listing.clone();
    let elsewhere = dom::element(ELSEWHERE);
    Effect::new(move |before: Option<Vec<Group>>| {
        let groups = store.selection.with(|selection| selection.groups.clone());
        // The page arrives with everything shown.
        let before = before.unwrap_or_else(|| store.index().select(&Filters::default(), &[]).groups);
        bands.iter().for_each(|band| fill_band(band, &before, &groups, store, page));
        let words = store.words.get();
        let turn = marks.borrow_mut().turn(&words);
        dom::set_attribute(&busy, "aria-busy", Some("true"));
        // What is shown is seen at once; what is marked in it, and what is found elsewhere, follows
        // when the typing rests.
        let (marks, shown, busy, elsewhere) = (Rc::clone(&marks), groups.clone(), busy.clone(), elsewhere.clone());
        timer::after(MARKING_RESTS, move || {
            if marks.borrow_mut().follow(turn, &words, &shown, store, page) {
                if let Some(elsewhere) = elsewhere {
                    dom::set_html(&elsewhere, &results::elsewhere(store));
                }
                dom::set_attribute(&busy, "aria-busy", None);
            }
        });
        groups
    });
    table(listing, store, page);
}

/// What the search has marked in the cards.
#[derive(Default)]
struct Marks {
    words: Vec<String>,
    /// How often what is shown or searched has changed.
    turn: usize,
    /// The turn of the last change of the words.
    words_turn: usize,
    /// The cards without marks, as HTML; read when the first search comes.
    plain: Vec<String>,
    /// By card: the turn whose words are marked in it, 0 for none.
    marked: Vec<usize>,
}

impl Marks {
    /// Begins a turn.
    fn turn(&mut self, words: &[String]) -> usize {
        self.turn += 1;
        if self.words != words {
            self.words = words.to_vec();
            self.words_turn = self.turn;
        }
        self.turn
    }

    /// Marks the words in the cards that are shown, unless another turn has begun since, which it
    /// tells by answering no; the other cards wait until they are shown.
    fn follow(&mut self, turn: usize, words: &[String], groups: &[Group], store: Store, page: &Page) -> bool {
        if self.turn != turn || (self.plain.is_empty() && words.is_empty()) {
            return self.turn == turn;
        }
        if self.plain.is_empty() {
            self.plain = page.cards.iter().map(dom::html).collect();
            self.marked = vec![0; self.plain.len()];
        }
        let wanted = if words.is_empty() { 0 } else { self.words_turn };
        for place in groups.iter().flat_map(|group| &group.shown) {
            let known = page.cards.get(*place).zip(self.plain.get(*place)).zip(self.marked.get_mut(*place));
            if let Some(((card, plain), marked)) = known.filter(|(_, marked)| **marked != wanted) {
                *marked = wanted;
                dom::set_html(card, &mark_html(plain, words, store.data.decompose));
            }
        }
        true
    }
}

fn band(section: Element, store: Store) -> Option<Band> {
    let id = dom::attribute(&section, "data-pillar")?;
    let pillar = store.data.explorer.bands.iter().position(|band| band.id == id)?;
    let (list, count) = (dom::first(&section, ".cards")?, dom::first(&section, "small")?);
    let cards = (0..store.index().ids.len()).filter(|place| store.index().pillar(*place) == Some(pillar));
    Some(Band { pillar, section, list, count, cards: cards.collect() })
}

/// The commitments of a pillar that are shown.
fn shown(pillar: usize, groups: &[Group]) -> &[usize] {
    groups.iter().find(|group| group.pillar == pillar).map_or(&[], |group| &group.shown)
}

/// Takes out what goes and puts in what comes; a card that stays is not touched, for it would be laid
/// out again.
fn fill_band(band: &Band, before: &[Group], groups: &[Group], store: Store, page: &Page) {
    let (before, now) = (shown(band.pillar, before), shown(band.pillar, groups));
    if before == now {
        return;
    }
    dom::hide(&band.section, now.is_empty());
    let mut next = None;
    for place in band.cards.iter().rev() {
        let Some(card) = page.cards.get(*place) else { continue };
        match (before.contains(place), now.contains(place)) {
            (true, false) => dom::remove(card),
            (false, true) => dom::insert(&band.list, card, next),
            _ => {}
        }
        if now.contains(place) {
            next = Some(card);
        }
    }
    let values = [("shown", &*now.len().to_string()), ("total", &*band.cards.len().to_string())];
    dom::set_text(&band.count, &fill(store.strings().band_count(), &values));
}

fn table(listing: Element, store: Store, page: &'static Page) {
    let Some((frame, body)) = dom::first(&listing, ".box").zip(dom::first(&listing, "tbody")) else { return };
    let heads = dom::find(&listing, "thead th");
    let mut rows = Vec::new();
    Effect::new(move |_| {
        let (shown, sort) = store.state.with(|state| (state.table, state.sort));
        dom::set_attribute(&listing, "data-table", shown.then_some(""));
        dom::hide(&frame, !shown);
        if !shown {
            return;
        }
        if rows.is_empty() {
            rows = page.cards.iter().enumerate().map(|(place, card)| row(place, card, store)).collect();
        }
        for (at, head) in heads.iter().enumerate() {
            let order = sort.filter(|sort| sort.column == at);
            let order = order.map(|sort| if sort.descending { "descending" } else { "ascending" });
            dom::set_attribute(head, "aria-sort", order);
        }
        let mut html = String::new();
        store.listed.with(|listed| listed.iter().filter_map(|place| rows.get(*place)).for_each(|row| html += row));
        dom::set_html(&body, &store.words.with(|words| mark_html(&html, words, store.data.decompose)));
    });
}

/// The row of a commitment, from the parts of its card.
fn row(place: usize, card: &Element, store: Store) -> String {
    let part = |selector: &str| dom::first(card, selector).map(|part| dom::html(&part)).unwrap_or_default();
    let (sign, pillar) = store.pillar(place).unwrap_or_default();
    let band = store.index().pillar(place).and_then(|pillar| store.data.explorer.bands.get(pillar));
    let id = band.map_or("", |band| band.id.as_str());
    format!(
        "<tr data-pillar={id}><td>{}<b>{}</b></td><th scope=row>{}</th><td>{sign}{}</td><td>{}</td><td>{}</td><td><p class=cites>{}</p></td></tr>",
        part(".top > i"),
        part(".top > b"),
        part("h4"),
        escape(pillar),
        part(".meta > :first-child"),
        part(".meta > :last-child"),
        part(".cites"),
    )
}
