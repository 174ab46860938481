//! How the dates of the next steps stand against the day of a reader.
//!
//! The page says dates; this adds what depends on when it is read. It travels to the browser, and
//! the day is an argument, because the core has no clock.

use super::agenda::{Agenda, binding, steps};
use super::axis::Axis;
use super::labels;
use crate::model::date::When;
use crate::model::{Briefing, PlainDate, Strings, fill};
use serde::{Deserialize, Serialize};

/// The age at which content is said to be old, in months.
const OLD: i32 = 2;

/// The age from which it is told in years, in months.
const YEARS: i32 = 24;

/// No reader comes so many months later: the device does not know the day.
const NEVER: i32 = 1200;

/// How a date stands against a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In a later year.
    Ahead,
    /// It ends in the year of that day.
    ThisYear,
    /// It ends in the month of that day.
    ThisMonth,
    /// Its last day is over.
    Passed,
}

impl Standing {
    /// How `when` stands on the day `today`. Its last day still belongs to it.
    #[must_use]
    pub fn new(when: When, today: PlainDate) -> Self {
        Self::of(when.last_day(), matches!(when, When::Year(_)), today)
    }

    fn of(last: PlainDate, year: bool, today: PlainDate) -> Self {
        // A year is no date in December, though it ends there.
        let month = !year && last.month() == today.month();
        match (last < today, last.year() == today.year()) {
            (true, _) => Self::Passed,
            (false, true) if month => Self::ThisMonth,
            (false, true) => Self::ThisYear,
            (false, false) => Self::Ahead,
        }
    }

    fn word(self, strings: &Strings) -> &str {
        match self {
            Self::Ahead => strings.standing_ahead(),
            Self::ThisYear => strings.standing_year(),
            Self::ThisMonth => strings.standing_month(),
            Self::Passed => strings.standing_passed(),
        }
    }
}

/// What is said to a reader on their day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<'s> {
    /// The day it holds for, and how old the content is by then.
    pub line: String,
    /// A word for each date.
    pub words: Vec<&'s str>,
    /// Where the day stands on the axis, if it is drawn.
    pub place: Option<u32>,
}

/// The dates of the next steps, and what is needed to set a day against them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadlines {
    as_of: PlainDate,
    axis: Axis,
    dates: Vec<(PlainDate, bool)>,
}

impl Deadlines {
    /// The dates of a briefing, in the order of the rows.
    #[must_use]
    pub fn new(briefing: &Briefing) -> Self {
        Self {
            as_of: briefing.site.as_of,
            axis: Agenda::new(briefing).axis,
            dates: steps(briefing)
                .into_iter()
                .filter_map(|(_, event)| binding(event))
                .map(|when| (when.last_day(), matches!(when, When::Year(_))))
                .collect(),
        }
    }

    /// What to say on the day `today`; nothing on a day that cannot be: before the content, or long
    /// after every reader.
    #[must_use]
    pub fn told<'s>(&self, today: PlainDate, strings: &'s Strings) -> Option<Told<'s>> {
        let age = months_between(self.as_of, today).filter(|months| *months < NEVER)?;
        let (pattern, count) = match age {
            age if age < OLD => (strings.agenda_today(), age),
            age if age < YEARS => (strings.agenda_months(), age),
            _ => (strings.agenda_years(), age / 12),
        };
        let line = fill(pattern, &[("date", &labels::day(today, strings)), ("count", &count.to_string())]);
        let words = self.dates.iter().map(|(last, year)| Standing::of(*last, *year, today).word(strings));
        Some(Told { line, words: words.collect(), place: self.axis.begin(today) })
    }
}

/// Whole months from one day to another; none when the other is earlier.
fn months_between(from: PlainDate, to: PlainDate) -> Option<i32> {
    let months = (to.year() - from.year()) * 12 + i32::from(to.month()) - i32::from(from.month());
    (from <= to).then(|| months - i32::from(to.day() < from.day()))
}

#[cfg(test)]
mod tests {
    use super::{Standing, months_between};
    use crate::model::PlainDate;
    use crate::model::date::When;

    fn day(text: &str) -> PlainDate {
        When::parse(text).expect("a date").first_day()
    }

    #[test]
    fn a_date_stands_by_its_last_day() {
        use Standing::{Ahead, Passed, ThisMonth, ThisYear};
        for (when, today, standing) in [
            ("2026-12-31", "2026-12-31", ThisMonth),
            ("2026-12-31", "2027-01-01", Passed),
            ("2026-12-31", "2026-11-30", ThisYear),
            ("2026-12-31", "2025-12-31", Ahead),
            ("2026", "2026-01-01", ThisYear),
            ("2026", "2026-12-31", ThisYear),
            ("2026", "2027-01-01", Passed),
            ("2028", "2026-12-31", Ahead),
            ("2028-02", "2028-02-29", ThisMonth),
            ("2028-02", "2028-03-01", Passed),
            ("2026-02", "2026-02-28", ThisMonth),
            ("2026-12-20/2027-01-10", "2026-12-31", Ahead),
            ("2026-12-20/2027-01-10", "2027-01-10", ThisMonth),
            ("2026-12-20/2027-01-10", "2027-01-11", Passed),
            ("2026-05-20/2026-06-10", "2026-05-25", ThisYear),
            ("2026", "1970-01-01", Ahead),
            ("2026", "9999-12-31", Passed),
        ] {
            let when = When::parse(when).expect("a date");
            assert_eq!(Standing::new(when, day(today)), standing, "{when:?} on {today}");
        }
    }

    #[test]
    fn months_are_whole_and_never_negative() {
        for (from, to, months) in [
            ("2026-03-07", "2026-03-07", Some(0)),
            ("2026-03-07", "2026-04-06", Some(0)),
            ("2026-03-07", "2026-04-07", Some(1)),
            ("2026-03-07", "2028-03-06", Some(23)),
            ("2024-02-29", "2025-02-28", Some(11)),
            ("2026-03-07", "2026-03-06", None),
            ("2026-03-07", "1970-01-01", None),
        ] {
            assert_eq!(months_between(day(from), day(to)), months, "{from} to {to}");
        }
    }
}
