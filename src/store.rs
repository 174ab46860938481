//! The state of the page and everything worked out from it; the one home of both.

use briefing::explorer::Explorer;
use briefing::query::{Index, Selection};
use briefing::route::{self, Ignored};
use briefing::search::{self, Decompose};
use briefing::state::{Action, History, Sort, ViewState, update};
use briefing::table::Orders;
use leptos::prelude::*;

/// How long "Link copied" stays, in milliseconds.
pub const CONFIRMATION: u32 = 2_000;

/// The facet whose values are the pillars.
pub const PILLARS: &str = "pillar";

/// What does not change while a page is open.
#[derive(Debug)]
pub struct Data {
    /// What filters, search and headings need.
    pub explorer: Explorer,
    /// The sign of each value, by facet, as HTML; empty where it has none.
    pub glyphs: Vec<Vec<String>>,
    /// How characters are taken apart here.
    pub decompose: Decompose,
}

/// How the address is brought in line with a view.
pub type Follow = fn(History, &str);

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
    /// The commitments that are shown, as places in the index, in the order of the page or table.
    pub listed: Memo<Vec<usize>>,
    /// The commitment whose dialog is open.
    pub entry: RwSignal<Option<usize>>,
    /// Raised when what stands beside the cards may follow the state: after the cards themselves.
    pub beside: Trigger,
    /// What the link asked for and did not get.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// The entry that the link names and the page does not have.
    pub missing: RwSignal<Option<String>>,
    follow: Follow,
}

impl Store {
    /// A plain view of `data`. The first drawing must be the one that was prerendered, so a link
    /// is opened only afterwards.
    #[must_use]
    pub fn new(data: &'static Data, follow: Follow) -> Self {
        let state = RwSignal::new(ViewState::default());
        let words = Memo::new(move |_| state.with(|state| search::words(&state.search, data.decompose)));
        let selection = Memo::new(move |_| {
            state.with(|state| words.with(|words| data.explorer.index.select(&state.filters, words)))
        });
        let listed = Memo::new(move |_| {
            let sort = state.with(|state| state.sort.filter(|_| state.table));
            selection.with(|selection| listed(selection, sort, &data.explorer.orders))
        });
        Self {
            data,
            state,
            words,
            selection,
            listed,
            entry: RwSignal::new(None),
            beside: Trigger::new(),
            ignored: RwSignal::new(Vec::new()),
            missing: RwSignal::new(None),
            follow,
        }
    }

    /// What filters and search need.
    #[must_use]
    pub const fn index(&self) -> &'static Index {
        &self.data.explorer.index
    }

    /// The sign and the short name of the pillar of a commitment.
    #[must_use]
    pub fn pillar(&self, place: usize) -> Option<(&'static str, &'static str)> {
        let facet = self.index().facet_position(PILLARS)?;
        let pillar = self.index().pillar(place)?;
        let sign = self.data.glyphs.get(facet)?.get(pillar)?;
        Some((sign, &self.index().value(facet, pillar)?.label))
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
        self.missing.set(None);
        (self.follow)(step, &query);
    }

    /// Opens a link.
    pub fn open(&self, query: &str) {
        let parsed = route::parse(query, self.index());
        self.dispatch(Action::Open(parsed.view));
        self.ignored.set(parsed.ignored);
    }
}

/// The shown commitments in the order of the page, or of the column the table is sorted by.
fn listed(selection: &Selection, sort: Option<Sort>, orders: &[Orders]) -> Vec<usize> {
    let shown: Vec<usize> = selection.groups.iter().flat_map(|group| group.shown.iter().copied()).collect();
    let order = sort.and_then(|sort| orders.get(sort.column)?.get(usize::from(sort.descending)));
    match order {
        None => shown,
        Some(order) => order.iter().map(|place| usize::from(*place)).filter(|place| shown.contains(place)).collect(),
    }
}
