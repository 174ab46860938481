//! What was measured, and whether it keeps a limit.

use std::fmt;

/// Measured values of one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample(Vec<f64>);

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }
}

impl Sample {
    /// The middle value. Without any value it is not a number, which keeps no limit.
    pub(super) fn median(&self) -> f64 {
        let at = |place: usize| self.0.get(place).copied().unwrap_or(f64::NAN);
        let middle = self.0.len() / 2;
        if self.0.len().is_multiple_of(2) { (at(middle.wrapping_sub(1)) + at(middle)) / 2.0 } else { at(middle) }
    }

    /// The smallest value.
    pub(super) fn least(&self) -> f64 {
        self.0.first().copied().unwrap_or(f64::NAN)
    }

    /// The largest value.
    pub(super) fn most(&self) -> f64 {
        self.0.last().copied().unwrap_or(f64::NAN)
    }

    /// These values and those.
    pub(super) fn and(&self, other: &Self) -> Self {
        self.0.iter().chain(&other.0).copied().collect()
    }
}

/// A line of a table: a name with its unit, and a sample for each column.
pub(super) struct Row<'a> {
    pub(super) name: &'a str,
    pub(super) decimals: usize,
    pub(super) samples: Vec<&'a Sample>,
}

const NAME: usize = 26;
const CELL: usize = 24;

/// Prints medians, with the smallest and the largest value behind each.
pub(super) fn print(title: &str, columns: &[&str], rows: &[Row<'_>]) {
    let heads: String = columns.iter().map(|column| format!("{column:>CELL$}")).collect();
    println!("\n{title:<NAME$}{heads}");
    for Row { name, decimals, samples } in rows {
        let cells: String = samples
            .iter()
            .map(|sample| {
                let (middle, least, most) = (sample.median(), sample.least(), sample.most());
                let cell = format!("{middle:.decimals$} ({least:.decimals$}–{most:.decimals$})");
                format!("{cell:>CELL$}")
            })
            .collect();
        println!("{name:<NAME$}{cells}");
    }
}

/// Whether a limit is kept.
pub(super) struct Verdict {
    pub(super) kept: bool,
    line: String,
}

impl Verdict {
    /// Compares what was measured with the most that is allowed; `what` says which limit it is.
    pub(super) fn at_most(what: &str, measured: f64, limit: f64, decimals: usize) -> Self {
        let kept = measured <= limit;
        Self { kept, line: format!("{what}: {measured:.decimals$}, at most {limit:.decimals$}") }
    }

    /// Compares what was measured with the least that is wanted.
    pub(super) fn at_least(what: &str, measured: f64, limit: f64) -> Self {
        Self { kept: measured >= limit, line: format!("{what}: {measured:.0}, at least {limit:.0}") }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", if self.kept { "kept  " } else { "BROKEN" }, self.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(values: &[f64]) -> Sample {
        values.iter().copied().collect()
    }

    #[test]
    fn the_median_is_in_the_middle_of_the_sorted() {
        assert_eq!(sample(&[30.0, 10.0, 20.0]).median(), 20.0);
        assert_eq!(sample(&[4.0, 1.0, 3.0, 2.0]).median(), 2.5);
        let both = sample(&[5.0, 1.0]).and(&sample(&[3.0]));
        assert_eq!((both.least(), both.median(), both.most()), (1.0, 3.0, 5.0));
    }

    #[test]
    fn what_was_never_measured_keeps_no_limit() {
        assert!(!Verdict::at_most("x", Sample::default().median(), 1.0, 0).kept);
        assert!(!Verdict::at_least("x", Sample::default().median(), 1.0).kept);
    }

    #[test]
    fn a_limit_itself_is_kept_and_more_breaks_it() {
        assert!(Verdict::at_most("x", 1.1, 1.1, 2).kept);
        let broken = Verdict::at_most("longest task in ms", 201.0, 200.0, 0);
        assert!(!broken.kept);
        assert_eq!(broken.to_string(), "BROKEN longest task in ms: 201, at most 200");
        assert!(!Verdict::at_least("x", 99.0, 100.0).kept);
    }
}
