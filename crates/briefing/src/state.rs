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

/// By what a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Place in [`crate::table::COLUMNS`].
    pub column: usize,
    /// From last to first.
    pub descending: bool,
}

/// Everything about a view that a link can restore.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The chosen values.
    pub filters: Filters,
    /// The search as typed, at most [`LONGEST_SEARCH`] characters.
    pub search: String,
    /// A table instead of cards.
    pub table: bool,
    /// By what the table is sorted; the order of the page without it.
    pub sort: Option<Sort>,
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
    /// Chooses all these values, or takes them back if all of them are chosen.
    Toggle(Filters),
    /// Types into the search box.
    Search(String),
    /// Shows a table, or cards.
    Table(bool),
    /// Sorts the table by a column; by the same one again the other way round.
    Sort(usize),
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
        Action::Toggle(values) => {
            let on = !values.iter().all(|(facet, value)| state.filters.has(facet, value));
            for (facet, value) in values.iter() {
                state.filters.set(facet, value, on);
            }
            History::Push
        }
        Action::Table(table) => {
            state.table = table;
            History::Push
        }
        Action::Sort(column) => {
            let again = state.sort.is_some_and(|sort| sort.column == column && !sort.descending);
            state.sort = Some(Sort { column, descending: again });
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
    use super::{Action, Filters, History, LONGEST_SEARCH, ViewState, update};

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
    fn a_cell_of_the_matrix_is_chosen_whole_and_taken_back_whole() {
        let mut cell = Filters::default();
        cell.set(0, 3, true);
        cell.set(1, 2, true);
        let mut state = ViewState::default();
        state.filters.set(0, 3, true);
        state.filters.set(2, 0, true);
        update(&mut state, Action::Toggle(cell.clone()));
        assert!(state.filters.has(0, 3) && state.filters.has(1, 2), "half of it was chosen before");
        update(&mut state, Action::Toggle(cell));
        assert_eq!(state.filters.iter().collect::<Vec<_>>(), [(2, 0)], "other choices stay");
    }

    #[test]
    fn sorting_by_the_same_column_turns_the_order_round() {
        let mut state = ViewState::default();
        let sorted = |state: &ViewState| state.sort.map(|sort| (sort.column, sort.descending));
        for (column, expected) in [(4, false), (4, true), (4, false), (1, false)] {
            assert_eq!(update(&mut state, Action::Sort(column)), History::Push);
            assert_eq!(sorted(&state), Some((column, expected)));
        }
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
