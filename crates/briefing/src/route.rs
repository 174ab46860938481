//! Links: a view as the text of a query, and back.
//!
//! This is the only place that knows how links are written. Old links keep working because what a
//! link says and this briefing does not know is said aloud, never an error.

use crate::query::Index;
use crate::state::{Sort, ViewState, shorten};
use crate::table::COLUMNS;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The parameter of the search box.
const SEARCH: &str = "q";

/// The parameter that asks for a table, and its only value.
const VIEW: &str = "view";
const TABLE: &str = "table";

/// The parameter of the column a table is sorted by; a minus sign turns the order round.
const SORT: &str = "sort";

/// Parts of a link that are not ours are kept up to this many bytes altogether.
const MOST_FOREIGN: usize = 2_000;

/// As many unknown values are named; a reader does not want a thousand.
const MOST_NAMED: usize = 5;

/// Letters that stand in a link as they are.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Something that a link asked for and did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// This facet has no such value.
    Value {
        /// Place of the facet.
        facet: usize,
        /// The value, as the link names it, shortened.
        value: String,
    },
    /// This parameter has no such value.
    Setting {
        /// The parameter.
        name: &'static str,
        /// The value, shortened.
        value: String,
    },
    /// A part that is not percent-encoded text.
    Broken,
    /// The search was longer than [`crate::state::LONGEST_SEARCH`].
    LongSearch,
}

/// A link as understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The view.
    pub view: ViewState,
    /// What was not understood, without repetition.
    pub ignored: Vec<Ignored>,
}

/// Reads the query of a link, with or without its question mark.
#[must_use]
pub fn parse(query: &str, index: &Index) -> Parsed {
    let mut parsed = Parsed::default();
    let mut foreign_bytes = 0;
    for part in query.trim_start_matches('?').split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let facet = index.facet_position(name);
        if facet.is_none() && ![SEARCH, VIEW, SORT].contains(&name) {
            foreign_bytes += part.len();
            if foreign_bytes <= MOST_FOREIGN {
                parsed.view.foreign.push(part.to_owned());
            }
            continue;
        }
        let Some(value) = decode(value) else {
            parsed.ignore(Ignored::Broken);
            continue;
        };
        match (facet, name) {
            (Some(facet), _) => parsed.choose(facet, &value, index),
            (None, VIEW) => parsed.show(&value),
            (None, SORT) => parsed.sort(&value),
            (None, _) => parsed.search(&value),
        }
    }
    parsed
}

impl Parsed {
    fn choose(&mut self, facet: usize, values: &str, index: &Index) {
        for id in values.split(',').filter(|id| !id.is_empty()) {
            match index.value_position(facet, id) {
                Some(value) => self.view.filters.set(facet, value, true),
                None => self.ignore(Ignored::Value { facet, value: named(id) }),
            }
        }
    }

    fn show(&mut self, value: &str) {
        self.view.table = value == TABLE;
        if !self.view.table {
            self.ignore(Ignored::Setting { name: VIEW, value: named(value) });
        }
    }

    fn sort(&mut self, value: &str) {
        let id = value.strip_prefix('-').unwrap_or(value);
        match COLUMNS.iter().position(|column| *column == id) {
            Some(column) => self.view.sort = Some(Sort { column, descending: id.len() < value.len() }),
            None => self.ignore(Ignored::Setting { name: SORT, value: named(value) }),
        }
    }

    fn search(&mut self, text: &str) {
        let short = shorten(text);
        if short.len() < text.len() {
            self.ignore(Ignored::LongSearch);
        }
        self.view.search = short.to_owned();
    }

    fn ignore(&mut self, what: Ignored) {
        if self.ignored.len() < MOST_NAMED && !self.ignored.contains(&what) {
            self.ignored.push(what);
        }
    }
}

/// An unknown value as it is told to the reader.
fn named(value: &str) -> String {
    value.chars().take(40).collect()
}

/// `None` when a percent sign is not followed by two digits, or the bytes are not UTF-8.
fn decode(text: &str) -> Option<String> {
    let broken = text.split('%').skip(1).any(|after| {
        let digits = after.as_bytes().get(..2);
        !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    });
    if broken {
        return None;
    }
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Writes a view as a query, `?` included; empty for a plain view.
///
/// Facets come in the order of the registry and values in the order of the page, so that the same
/// view always has the same link.
#[must_use]
pub fn print(view: &ViewState, index: &Index) -> String {
    let mut parts = Vec::new();
    for (place, facet) in index.facets.iter().enumerate() {
        let chosen = view.filters.chosen(place).filter_map(|value| facet.values.get(value));
        let values: Vec<&str> = chosen.map(|value| value.id.as_str()).collect();
        if !values.is_empty() {
            parts.push(format!("{}={}", facet.id, values.join(",")));
        }
    }
    if !view.search.trim().is_empty() {
        parts.push(format!("{SEARCH}={}", utf8_percent_encode(&view.search, PLAIN)));
    }
    if view.table {
        parts.push(format!("{VIEW}={TABLE}"));
    }
    if let Some((sort, id)) = view.sort.and_then(|sort| Some((sort, COLUMNS.get(sort.column)?))) {
        let sign = if sort.descending { "-" } else { "" };
        parts.push(format!("{SORT}={sign}{id}"));
    }
    parts.extend(view.foreign.iter().cloned());
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}
