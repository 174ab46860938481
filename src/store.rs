//! The state of the page and everything worked out from it; the one home of both.

use briefing::explorer::Explorer;
use briefing::query::{Index, Selection};
use briefing::route::{self, Ignored};
use briefing::search::{self, Decompose};
use briefing::state::{Action, History, ViewState, update};
use leptos::prelude::*;

/// What does not change while a page is open.
#[derive(Debug)]
pub struct Data {
    /// What filters, search and headings need.
    pub explorer: Explorer,
    /// The cards as HTML, in the order of the index. The page has them already, so the engine
    /// takes them from there.
    pub cards: Vec<String>,
    /// The sign of each value, by facet, as HTML; empty where it has none.
    pub glyphs: Vec<Vec<String>>,
    /// How characters are taken apart here.
    pub decompose: Decompose,
}

/// How the last attempt to copy a link ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// There was none, or it is long ago.
    #[default]
    No,
    /// It worked.
    Yes,
    /// The browser refused.
    Refused,
}

/// What views ask of the world; the app decides how it is done.
#[derive(Clone, Copy)]
pub struct Effects {
    /// Brings the address in line with the view.
    pub history: fn(History, &str),
    /// Copies the address of the current view.
    pub copy: fn(Store),
    /// The address of the current view, to show when copying is refused.
    pub address: fn() -> String,
    /// Moves the focus to the results, when what had it is about to go.
    pub focus: fn(),
}

impl Effects {
    /// A world in which nothing happens, for writing pages.
    #[must_use]
    pub fn none() -> Self {
        Self { history: |_, _| {}, copy: |_| {}, address: String::new, focus: || {} }
    }
}

/// Handles to the state; cheap to copy.
#[derive(Clone, Copy)]
pub struct Store {
    /// What does not change.
    pub data: &'static Data,
    /// What the reader is looking at.
    pub state: RwSignal<ViewState>,
    /// The words of the search, folded.
    pub words: Memo<Vec<String>>,
    /// What is shown, and how many each filter would show.
    pub selection: Memo<Selection>,
    /// What the link asked for and did not get.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// How the last attempt to copy a link ended.
    pub copied: RwSignal<Copied>,
    /// How views reach the world.
    pub effects: Effects,
}

impl Store {
    /// A plain view of `data`. The first drawing must be the one that was prerendered, so a link
    /// is opened only afterwards.
    #[must_use]
    pub fn new(data: &'static Data, effects: Effects) -> Self {
        let state = RwSignal::new(ViewState::default());
        let words = Memo::new(move |_| state.with(|state| search::words(&state.search, data.decompose)));
        let selection = Memo::new(move |_| {
            state.with(|state| words.with(|words| data.explorer.index.select(&state.filters, words)))
        });
        Self {
            data,
            state,
            words,
            selection,
            ignored: RwSignal::new(Vec::new()),
            copied: RwSignal::new(Copied::No),
            effects,
        }
    }

    /// What filters and search need.
    #[must_use]
    pub const fn index(&self) -> &'static Index {
        &self.data.explorer.index
    }

    /// The words of the interface.
    #[must_use]
    pub const fn strings(&self) -> &'static briefing::model::Strings {
        &self.data.explorer.strings
    }

    /// Applies what the reader did and keeps the address in line.
    pub fn dispatch(&self, action: Action) {
        let mut next = self.state.get_untracked();
        let step = update(&mut next, action);
        if next == self.state.get_untracked() {
            return;
        }
        let query = route::print(&next, self.index());
        self.state.set(next);
        self.ignored.set(Vec::new());
        (self.effects.history)(step, &query);
    }

    /// Opens a link.
    pub fn open(&self, query: &str) {
        let parsed = route::parse(query, self.index());
        self.dispatch(Action::Open(parsed.view));
        self.ignored.set(parsed.ignored);
    }
}
