//! The time axis of the next steps: month by month to the end of a year, then whole years.
//!
//! Places are whole hundredths of a percent of its width, so that neither a page nor the engine
//! has to round.

use crate::model::PlainDate;
use crate::model::date::When;
use serde::{Deserialize, Serialize};

/// The width of the axis.
pub const WIDTH: u32 = 10_000;

/// How wide a month, the break and a year are beside each other.
const MONTH: u32 = 10;
const BREAK: u32 = 9;
const YEAR: u32 = 24;

/// With fewer months left in the first year the next one is drawn by the month too.
const FEW_MONTHS: u8 = 4;

/// So many years are all drawn; of more only those in which something begins or ends.
const MANY_YEARS: usize = 4;

/// A month or a year as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it begins.
    pub place: u32,
    /// Its middle.
    pub middle: u32,
    /// Its year.
    pub year: i32,
    /// Its month, from 1; none for a whole year.
    pub month: Option<u8>,
}

/// Where months and years stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    year: i32,
    month: u8,
    months: u8,
    years: Vec<i32>,
}

impl Axis {
    /// The axis from the month of `origin` to the last of `dates`.
    #[must_use]
    pub fn new(origin: PlainDate, dates: &[When]) -> Self {
        let (year, month) = (origin.year(), origin.month());
        let rest = 13 - month;
        let months = if rest < FEW_MONTHS { rest + 12 } else { rest };
        let last_by_month = year + i32::from(months > 12 || rest < FEW_MONTHS);
        let ends = dates.iter().flat_map(|when| [when.first_day().year(), when.last_day().year()]);
        let mut named: Vec<i32> = ends.filter(|year| *year > last_by_month).collect();
        named.sort_unstable();
        named.dedup();
        let all: Vec<i32> = (last_by_month + 1..=named.last().copied().unwrap_or(last_by_month)).collect();
        let years = if all.len() > MANY_YEARS { named } else { all };
        Self { year, month, months, years }
    }

    /// Months and years, from left to right.
    #[must_use]
    pub fn ticks(&self) -> Vec<Tick> {
        let months = (0..self.months).map(|at| {
            let count = self.month - 1 + at;
            let units = MONTH * u32::from(at);
            Tick {
                place: self.scaled(units, 1),
                middle: self.scaled(2 * units + MONTH, 2),
                year: self.year + i32::from(count / 12),
                month: Some(count % 12 + 1),
            }
        });
        let years = self.years.iter().zip(0..).map(|(year, at)| {
            let units = self.years_begin() + YEAR * at;
            Tick { place: self.scaled(units, 1), middle: self.scaled(2 * units + YEAR, 2), year: *year, month: None }
        });
        months.chain(years).collect()
    }

    /// The middle of the stretch that is left out between months and years.
    #[must_use]
    pub fn break_place(&self) -> Option<u32> {
        let units = 2 * (MONTH * u32::from(self.months)) + BREAK;
        (!self.years.is_empty()).then(|| self.scaled(units, 2))
    }

    /// Where a day begins; none for a day that is not drawn.
    #[must_use]
    pub fn begin(&self, date: PlainDate) -> Option<u32> {
        self.place(date, date.day() - 1)
    }

    /// Where a day ends; none for a day that is not drawn.
    #[must_use]
    pub fn end(&self, date: PlainDate) -> Option<u32> {
        self.place(date, date.day())
    }

    /// Where so many days of the month of `date` have passed.
    fn place(&self, date: PlainDate, days: u8) -> Option<u32> {
        let (length, days) = (u32::from(date.month_length()), u32::from(days));
        let month = u32::from(date.month()) - 1;
        let since = (date.year() - self.year) * 12 + i32::from(date.month()) - i32::from(self.month);
        if let Some(since) = u32::try_from(since).ok().filter(|since| *since < u32::from(self.months)) {
            return Some(self.scaled(MONTH * (since * length + days), length));
        }
        let at = self.years.iter().position(|year| *year == date.year())?;
        let units = self.years_begin() + YEAR * u32::try_from(at).ok()?;
        Some(self.scaled(12 * length * units + YEAR * (month * length + days), 12 * length))
    }

    /// How far the months and the break reach.
    fn years_begin(&self) -> u32 {
        MONTH * u32::from(self.months) + BREAK
    }

    /// A place of so many parts of a unit.
    fn scaled(&self, parts: u32, parts_of_a_unit: u32) -> u32 {
        let years = u32::try_from(self.years.len()).unwrap_or_default();
        let units = if years == 0 { MONTH * u32::from(self.months) } else { self.years_begin() + YEAR * years };
        let whole = u64::from(units) * u64::from(parts_of_a_unit);
        let place = (u64::from(WIDTH) * u64::from(parts)).checked_div(whole);
        place.and_then(|place| u32::try_from(place).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, WIDTH};
    use crate::model::PlainDate;
    use crate::model::date::When;

    fn day(year: i32, month: u32, day: u32) -> PlainDate {
        PlainDate::new(year, month, day).expect("a day that exists")
    }

    fn drawn(axis: &Axis) -> Vec<(i32, Option<u8>)> {
        axis.ticks().iter().map(|tick| (tick.year, tick.month)).collect()
    }

    #[test]
    fn months_run_to_the_end_of_the_year_and_whole_years_follow_the_break() {
        let axis = Axis::new(day(2026, 3, 6), &[When::Year(2026), When::Year(2028)]);
        let months = (3..=12).map(|month| (2026, Some(month)));
        assert_eq!(drawn(&axis), months.chain([(2027, None), (2028, None)]).collect::<Vec<_>>());
        let break_place = axis.break_place().expect("years follow");
        let december = axis.end(day(2026, 12, 31)).expect("it is drawn");
        let january = axis.begin(day(2027, 1, 1)).expect("it is drawn");
        assert!(december < break_place && break_place < january, "{december} {break_place} {january}");
        assert_eq!(axis.begin(day(2026, 3, 1)), Some(0));
        assert_eq!(axis.end(day(2028, 12, 31)), Some(WIDTH));
    }

    #[test]
    fn days_are_in_order_and_each_ends_where_the_next_begins() {
        let axis = Axis::new(day(2026, 3, 6), &[When::Year(2028)]);
        let mut date = day(2026, 3, 1);
        while date < day(2028, 12, 31) {
            let next = date.next();
            assert!(axis.begin(date) < axis.end(date), "{}", date.iso());
            assert!(axis.end(date) == axis.begin(next) || date == day(2026, 12, 31), "{}", date.iso());
            date = next;
        }
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        let axis = Axis::new(day(2026, 3, 6), &[When::Year(2028)]);
        for date in [day(1970, 1, 1), day(2026, 2, 28), day(2029, 1, 1), day(9999, 12, 31)] {
            assert_eq!((axis.begin(date), axis.end(date)), (None, None), "{}", date.iso());
        }
    }

    #[test]
    fn late_in_a_year_the_next_one_is_drawn_by_the_month_too() {
        let axis = Axis::new(day(2026, 11, 20), &[When::Month(2027, 2)]);
        assert_eq!(drawn(&axis).len(), 14);
        assert_eq!(drawn(&axis).last(), Some(&(2027, Some(12))));
        assert_eq!((axis.break_place(), axis.end(day(2027, 12, 31))), (None, Some(WIDTH)));
    }

    #[test]
    fn of_many_years_only_those_are_drawn_in_which_something_is() {
        let axis = Axis::new(day(2026, 9, 1), &[When::Year(2030), When::Range(day(2040, 1, 1), day(2045, 5, 1))]);
        let years: Vec<i32> = axis.ticks().iter().filter(|tick| tick.month.is_none()).map(|tick| tick.year).collect();
        assert_eq!(years, [2030, 2040, 2045]);
        assert_eq!(axis.begin(day(2035, 1, 1)), None);
    }

    #[test]
    fn a_january_without_dates_is_one_year_of_months() {
        let axis = Axis::new(day(2026, 1, 1), &[]);
        assert_eq!((drawn(&axis).len(), axis.break_place()), (12, None));
        assert_eq!(Axis::default().begin(day(2026, 1, 1)), None);
    }
}
