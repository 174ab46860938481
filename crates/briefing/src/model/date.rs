//! Calendar dates with a precision.
//!
//! A date here is a day, month or year on a calendar, never an instant: the reader's time zone
//! must not be able to move it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A day on the calendar, stored as its three numbers so that it reads the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u32", from = "u32")]
pub struct PlainDate {
    year: i32,
    month: u8,
    day: u8,
}

impl PlainDate {
    /// A day that exists, in a year of at most four digits; `None` for the 30th of February.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        (0..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day).map(Self::from_naive))?
    }

    fn from_naive(date: NaiveDate) -> Self {
        let part = |number: u32| u8::try_from(number).unwrap_or(1);
        Self { year: date.year(), month: part(date.month()), day: part(date.day()) }
    }

    fn naive(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.into(), self.day.into()).unwrap_or_default()
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, Monday 0 to Sunday 6.
    #[must_use]
    pub fn weekday(self) -> usize {
        self.naive().weekday().num_days_from_monday() as usize
    }

    /// Days from `self` to `later`; negative when it is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.naive().signed_duration_since(self.naive()).num_days()
    }

    /// How many days its month has.
    #[must_use]
    pub fn month_length(self) -> u8 {
        self.naive().num_days_in_month()
    }

    /// The following day; the last day of the calendar follows itself.
    #[must_use]
    pub fn next(self) -> Self {
        let next = self.naive().succ_opt().map(Self::from_naive);
        next.filter(|next| next.year <= 9999).unwrap_or(self)
    }

    /// All days from `self` to `last`; `self` alone when `last` is earlier.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), move |day| (*day < last).then(|| day.next()))
    }

    /// `2026-03-06`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<PlainDate> for u32 {
    /// 20260306.
    fn from(date: PlainDate) -> Self {
        Self::try_from(date.year).unwrap_or_default() * 10_000 + Self::from(date.month) * 100 + Self::from(date.day)
    }
}

impl From<u32> for PlainDate {
    fn from(date: u32) -> Self {
        let part = |number: u32| u8::try_from(number % 100).unwrap_or_default();
        Self { year: i32::try_from(date / 10_000).unwrap_or_default(), month: part(date / 100), day: part(date) }
    }
}

/// When something is, as precisely as a source says and no more precisely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u8),
    /// A day.
    Day(PlainDate),
    /// From one day to another, both included.
    Range(PlainDate, PlainDate),
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not written as year, year-month, year-month-day or day/day.
    Shape,
    /// No calendar has this day or month.
    Impossible,
    /// The range ends before it starts.
    OutOfOrder,
}

impl When {
    /// Reads `1976`, `2025-07`, `2026-03-06` or `2026-02-28/2026-03-02` (ISO 8601).
    ///
    /// # Errors
    /// Says whether the form, the calendar or the order is wrong.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some((from, to)) = text.split_once('/') {
            let (Self::Day(from), Self::Day(to)) = (Self::parse(from)?, Self::parse(to)?) else {
                return Err(DateError::Shape);
            };
            return match from.cmp(&to) {
                Ordering::Less => Ok(Self::Range(from, to)),
                Ordering::Equal | Ordering::Greater => Err(DateError::OutOfOrder),
            };
        }
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?;
        let year_number = i32::try_from(year).map_err(|_| DateError::Shape)?;
        let Some(month) = parts.next() else {
            return Ok(Self::Year(year_number));
        };
        let month = number(Some(month), 2)?;
        let Some(day) = parts.next() else {
            return match u8::try_from(month) {
                Ok(month @ 1..=12) => Ok(Self::Month(year_number, month)),
                _ => Err(DateError::Impossible),
            };
        };
        if parts.next().is_some() {
            return Err(DateError::Shape);
        }
        let day = number(Some(day), 2)?;
        PlainDate::new(year_number, month, day).map(Self::Day).ok_or(DateError::Impossible)
    }

    /// The first day it can mean; used for order only, never shown.
    #[must_use]
    pub fn first_day(self) -> PlainDate {
        let fallback = PlainDate { year: 0, month: 1, day: 1 };
        match self {
            Self::Year(year) => PlainDate::new(year, 1, 1).unwrap_or(fallback),
            Self::Month(year, month) => PlainDate::new(year, month.into(), 1).unwrap_or(fallback),
            Self::Day(day) | Self::Range(day, _) => day,
        }
    }

    /// The last day it can mean; used for order and for what is due, never shown.
    #[must_use]
    pub fn last_day(self) -> PlainDate {
        match self {
            Self::Year(year) => PlainDate::new(year, 12, 31).unwrap_or_else(|| self.first_day()),
            Self::Month(year, month) => {
                let first = self.first_day();
                PlainDate::new(year, month.into(), first.month_length().into()).unwrap_or(first)
            }
            Self::Day(day) | Self::Range(_, day) => day,
        }
    }

    /// The machine-readable form for `<time datetime>`; `None` for ranges, which HTML has no
    /// form for.
    #[must_use]
    pub fn datetime(self) -> Option<String> {
        match self {
            Self::Year(year) => Some(format!("{year:04}")),
            Self::Month(year, month) => Some(format!("{year:04}-{month:02}")),
            Self::Day(day) => Some(day.iso()),
            Self::Range(..) => None,
        }
    }

    /// Earlier first; of two that begin together the more precise one first.
    #[must_use]
    pub fn order(self, other: Self) -> Ordering {
        (self.first_day(), self.last_day()).cmp(&(other.first_day(), other.last_day()))
    }
}

fn number(text: Option<&str>, digits: usize) -> Result<u32, DateError> {
    match text {
        Some(text) if text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().map_err(|_| DateError::Shape)
        }
        _ => Err(DateError::Shape),
    }
}

/// Whether a text gives the date or it was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A cited paragraph prints it.
    Stated,
    /// Worked out; the reasoning stands beside it.
    Derived,
}

/// A date with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// When.
    pub when: When,
    /// Stated or derived.
    pub basis: Basis,
    /// How it was derived.
    pub reasoning: Option<String>,
    /// What to say beside the date, such as "by the end of the year".
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{DateError, PlainDate, When};

    fn day(year: i32, month: u32, day: u32) -> PlainDate {
        PlainDate::new(year, month, day).expect("a day that exists")
    }

    #[test]
    fn the_calendar_has_a_last_day() {
        let day = |day| PlainDate::new(9999, 12, day).expect("a day that exists");
        assert_eq!(day(30).through(day(31)).collect::<Vec<_>>(), [day(30), day(31)]);
        assert_eq!(day(31).through(day(30)).collect::<Vec<_>>(), [day(31)]);
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_written() {
        assert_eq!(When::parse("1976"), Ok(When::Year(1976)));
        assert_eq!(When::parse("2025-07"), Ok(When::Month(2025, 7)));
        assert_eq!(When::parse("2026-03-06"), Ok(When::Day(day(2026, 3, 6))));
        assert_eq!(When::parse("2026-02-28/2026-03-02"), Ok(When::Range(day(2026, 2, 28), day(2026, 3, 2))));
    }

    #[test]
    fn what_no_calendar_has_is_refused_with_its_reason() {
        for (text, error) in [
            ("2026-02-30", DateError::Impossible),
            ("2026-13", DateError::Impossible),
            ("2026-00-10", DateError::Impossible),
            ("6 March 2026", DateError::Shape),
            ("2026-3-6", DateError::Shape),
            ("2026-03-06-01", DateError::Shape),
            ("2026/2027", DateError::Shape),
            ("2026-03-02/2026-02-28", DateError::OutOfOrder),
            ("2026-03-02/2026-03-02", DateError::OutOfOrder),
            ("+026", DateError::Shape),
            ("", DateError::Shape),
        ] {
            assert_eq!(When::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn an_imprecise_date_spans_all_it_can_mean() {
        assert_eq!(When::Month(2024, 2).last_day(), day(2024, 2, 29));
        assert_eq!(When::Month(2025, 12).last_day(), day(2025, 12, 31));
        assert_eq!(When::Year(2026).first_day(), day(2026, 1, 1));
        assert_eq!(When::Year(2026).last_day(), day(2026, 12, 31));
    }

    #[test]
    fn the_sixth_of_march_2026_is_a_friday() {
        assert_eq!(day(2026, 3, 6).weekday(), 4);
        assert_eq!(day(2026, 2, 28).next(), day(2026, 3, 1));
        assert_eq!(day(2026, 2, 28).days_until(day(2026, 3, 7)), 7);
    }

    #[test]
    fn days_follow_each_other_through_leap_years_and_to_the_end_of_the_calendar() {
        assert_eq!(day(2024, 2, 28).next(), day(2024, 2, 29));
        assert_eq!(day(1900, 2, 28).next(), day(1900, 3, 1));
        assert_eq!(day(2000, 2, 29).next(), day(2000, 3, 1));
        assert_eq!(day(2025, 12, 31).next(), day(2026, 1, 1));
        assert_eq!(day(9999, 12, 31).next(), day(9999, 12, 31));
        assert_eq!(PlainDate::new(2025, 2, 29), None);
        assert_eq!(PlainDate::new(10_000, 1, 1), None);
        let (mut date, mut days) = (day(0, 1, 1), 0);
        while date < day(2100, 3, 1) {
            let next = date.next();
            assert_eq!((date.days_until(next), next.weekday()), (1, (date.weekday() + 1) % 7), "{}", next.iso());
            date = next;
            days += 1;
        }
        assert_eq!(day(0, 1, 1).days_until(date), days);
    }
}
