//! Dates in words, by the patterns of a language.

use crate::model::date::When;
use crate::model::{Due, PlainDate, Strings, fill};

fn name(names: &[String], at: usize) -> &str {
    names.get(at).map_or("", String::as_str)
}

fn filled(pattern: &str, date: PlainDate, strings: &Strings, months: &[String]) -> String {
    fill(
        pattern,
        &[
            ("day", &date.day().to_string()),
            ("month", name(months, usize::from(date.month()).saturating_sub(1))),
            ("year", &date.year().to_string()),
            ("weekday", name(&strings.weekdays_short, date.weekday())),
        ],
    )
}

/// "6 March 2026".
#[must_use]
pub fn day(date: PlainDate, strings: &Strings) -> String {
    filled(strings.date_day(), date, strings, &strings.months)
}

/// "Fri 6 Mar".
#[must_use]
pub fn short_day(date: PlainDate, strings: &Strings) -> String {
    filled(strings.date_short(), date, strings, &strings.months_short)
}

/// "6 Mar", for what stands beside its year.
#[must_use]
pub fn edge(date: PlainDate, strings: &Strings) -> String {
    filled(strings.date_edge(), date, strings, &strings.months_short)
}

/// A date in full, as precisely as it is known.
#[must_use]
pub fn full(when: When, strings: &Strings) -> String {
    match when {
        When::Year(year) => year.to_string(),
        When::Month(year, month) => fill(
            strings.date_month(),
            &[("month", name(&strings.months, usize::from(month).saturating_sub(1))), ("year", &year.to_string())],
        ),
        When::Day(date) => day(date, strings),
        When::Range(from, to) if (from.year(), from.month()) == (to.year(), to.month()) => fill(
            strings.date_range_month(),
            &[
                ("from", &from.day().to_string()),
                ("to", &to.day().to_string()),
                ("month", name(&strings.months, usize::from(from.month()).saturating_sub(1))),
                ("year", &from.year().to_string()),
            ],
        ),
        When::Range(from, to) => {
            let edge = |date: PlainDate| {
                let month = name(&strings.months, usize::from(date.month()).saturating_sub(1));
                fill(strings.date_edge(), &[("day", &date.day().to_string()), ("month", month)])
            };
            fill(strings.date_range(), &[("from", &edge(from)), ("to", &edge(to)), ("year", &to.year().to_string())])
        }
    }
}

/// A date in full, with how it binds.
#[must_use]
pub fn due(due: Option<Due>, when: When, strings: &Strings) -> String {
    let date = full(when, strings);
    match (due, when) {
        (Some(Due::By), When::Year(_) | When::Month(..)) => fill(strings.due_by_end(), &[("date", &date)]),
        (Some(Due::By), when) => fill(strings.due_by(), &[("date", &day(when.last_day(), strings))]),
        (Some(Due::Within), When::Year(_) | When::Month(..)) => fill(strings.due_within(), &[("date", &date)]),
        _ => date,
    }
}

/// A date without its year and in little room, "28 Feb–2 Mar", for what stands beside the years.
#[must_use]
pub fn span(when: When, strings: &Strings) -> String {
    match when {
        When::Range(from, to) if (from.year(), from.month()) == (to.year(), to.month()) => fill(
            strings.date_span_month(),
            &[
                ("from", &from.day().to_string()),
                ("to", &to.day().to_string()),
                ("month", name(&strings.months_short, usize::from(from.month()).saturating_sub(1))),
            ],
        ),
        When::Range(from, to) => {
            fill(strings.date_span(), &[("from", &edge(from, strings)), ("to", &edge(to, strings))])
        }
        When::Day(date) => filled(strings.date_edge(), date, strings, &strings.months),
        When::Year(_) | When::Month(..) => full(when, strings),
    }
}
