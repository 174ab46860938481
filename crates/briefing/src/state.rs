//! What the reader is looking at, and how that changes.

use std::collections::BTreeSet;

/// The longest search, in characters; more than anybody types, and cheap to answer.
pub const LONGEST_SEARCH: usize = 200;

/// The chosen values, as pairs of places: facet, value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(BTreeSet<(usize, usize)>);

impl Filters {
    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: usize, value: usize) -> bool {
        self.0.contains(&(facet, value))
    }

    /// The chosen values of a facet, in order.
    pub fn chosen(&self, facet: usize) -> impl Iterator<Item = usize> {
        self.0.range((facet, 0)..=(facet, usize::MAX)).map(|(_, value)| *value)
    }

    /// All chosen values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        self.0.iter().copied()
    }

    /// How many values are chosen.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Chooses a value, or takes the choice back.
    pub fn set(&mut self, facet: usize, value: usize, on: bool) {
        if on {
            self.0.insert((facet, value));
        } else {
            self.0.remove(&(facet, value));
        }
    }
}

/// Everything about a view that a link can restore.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The chosen values.
    pub filters: Filters,
    /// The search as typed, at most [`LONGEST_SEARCH`] characters.
    pub search: String,
    /// Parts of the link that are not ours, as they were, such as a campaign's mark.
    pub foreign: Vec<String>,
}

impl ViewState {
    /// Whether nothing is filtered or searched.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.filters.count() == 0 && self.search.trim().is_empty()
    }
}

/// Something the reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chooses a value, or takes the choice back.
    Choose {
        /// Place of the facet.
        facet: usize,
        /// Place of its value.
        value: usize,
        /// Chosen, or taken back.
        on: bool,
    },
    /// Types into the search box.
    Search(String),
    /// Removes every filter and the search.
    Clear,
    /// Opens a link, or goes back or forward to one.
    Open(ViewState),
}

/// What a change means for the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// A step that Back undoes.
    Push,
    /// The same step goes on, as while typing.
    Replace,
    /// The link is already right.
    Keep,
}

/// Applies an action, and says what it means for the history.
pub fn update(state: &mut ViewState, action: Action) -> History {
    let before = state.clone();
    let step = match action {
        Action::Choose { facet, value, on } => {
            state.filters.set(facet, value, on);
            History::Push
        }
        Action::Search(text) => {
            state.search = shorten(&text).to_owned();
            History::Replace
        }
        Action::Clear => {
            state.filters = Filters::default();
            state.search.clear();
            History::Push
        }
        Action::Open(view) => {
            *state = view;
            History::Keep
        }
    };
    if *state == before { History::Keep } else { step }
}

/// The first [`LONGEST_SEARCH`] characters.
#[must_use]
pub fn shorten(text: &str) -> &str {
    text.char_indices().nth(LONGEST_SEARCH).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Action, History, LONGEST_SEARCH, ViewState, update};

    #[test]
    fn choosing_is_a_step_back_can_undo_and_typing_is_not() {
        let mut state = ViewState::default();
        let choose = Action::Choose { facet: 0, value: 3, on: true };
        assert_eq!(update(&mut state, choose.clone()), History::Push);
        assert!(state.filters.has(0, 3));
        assert_eq!(update(&mut state, choose), History::Keep, "choosing twice changes nothing");
        assert_eq!(update(&mut state, Action::Search("arctic".into())), History::Replace);
        assert_eq!(update(&mut state, Action::Clear), History::Push);
        assert!(state.is_plain());
        assert_eq!(update(&mut state, Action::Clear), History::Keep);
    }

    #[test]
    fn what_is_not_ours_outlives_clearing() {
        let mut state = ViewState { foreign: vec!["utm=a".into()], ..ViewState::default() };
        update(&mut state, Action::Search("x".into()));
        update(&mut state, Action::Clear);
        assert_eq!(state.foreign, ["utm=a"]);
    }

    #[test]
    fn a_search_is_cut_between_characters() {
        let mut state = ViewState::default();
        update(&mut state, Action::Search("協".repeat(4_000)));
        assert_eq!(state.search.chars().count(), LONGEST_SEARCH);
    }
}
