//! Loading the page: when it is seen, whether it moves, and how long it is deaf.

use serde::Deserialize;

use super::Bench;
use super::rounds::interleave;
use super::sample::{Row, Sample, Verdict, print};
use super::session::Session;
use crate::error::Result;

/// A task is long from here on; what is above is time in which an input has to wait.
const LONG: f64 = 50.0;

/// The limits, in the units of the table.
const PAINT_RATIO: f64 = 1.10;
const SHIFT: f64 = 0.001;
const MORE_BLOCKING: f64 = 100.0;
const LONGEST: f64 = 200.0;

/// What was seen of one load; times in milliseconds from its start.
#[derive(Deserialize)]
struct Load {
    lcp: f64,
    fcp: f64,
    shift: f64,
    ready: f64,
    /// Start and duration of each long task.
    tasks: Vec<(f64, f64)>,
}

impl Load {
    /// The part of long tasks over 50 ms, from the first paint on.
    fn blocking(&self) -> f64 {
        let over = |(start, length): &(f64, f64)| (start + length - start.max(self.fcp) - LONG).max(0.0);
        self.tasks.iter().map(over).sum()
    }

    fn longest(&self) -> f64 {
        self.tasks.iter().map(|(_, length)| *length).fold(0.0, f64::max)
    }
}

/// Loads the built page beside the static copy, and that twice, which shows the noise.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Verdict>> {
    let still = bench.copies.still.url();
    let sides = [(still.clone(), false), (still, false), (bench.copies.built.url(), true)];
    let loads = interleave(bench.rounds, &sides, |(url, wakes)| load(bench, url, *wakes))?;
    let table = |value: fn(&Load) -> f64| loads.each_ref().map(|loads| loads.iter().map(value).collect::<Sample>());
    let tables = [
        ("largest paint, ms", 0, table(|load| load.lcp)),
        ("layout shift", 4, table(|load| load.shift)),
        ("total blocking time, ms", 0, table(Load::blocking)),
        ("longest task, ms", 0, table(Load::longest)),
        ("first paint, ms", 0, table(|load| load.fcp)),
        ("awake, ms", 0, table(|load| load.ready)),
    ];
    let rows: Vec<Row<'_>> = tables
        .iter()
        .map(|(name, decimals, samples)| Row { name, decimals: *decimals, samples: samples.iter().collect() })
        .collect();
    print("load", &["static", "static again", "built"], &rows);
    let [(.., paint), (.., shift), (.., blocking), (.., longest), ..] = &tables;
    Ok(verdicts(paint, shift, blocking, longest))
}

fn verdicts(paint: &[Sample; 3], shift: &[Sample; 3], blocking: &[Sample; 3], longest: &[Sample; 3]) -> Vec<Verdict> {
    let still = |[first, again, _]: &[Sample; 3]| first.and(again).median();
    let ratio = paint[2].median() / still(paint);
    // A shift is no matter of noise, so the worst load counts.
    vec![
        Verdict::at_most("largest paint, times static", ratio, PAINT_RATIO, 3),
        Verdict::at_most("layout shift, worst load", shift[2].most(), SHIFT, 4),
        Verdict::at_most("blocking, ms more than static", blocking[2].median() - still(blocking), MORE_BLOCKING, 0),
        Verdict::at_most("longest task, ms, median load", longest[2].median(), LONGEST, 0),
    ]
}

fn load(bench: &Bench, url: &str, wakes: bool) -> Result<Load> {
    let session = Session::open(&bench.driver, &bench.browser.program)?;
    session.slow_network()?;
    session.visit(url)?;
    session.evaluate(&format!("bench.settled({wakes})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocking_counts_what_is_over_fifty_after_the_first_paint() {
        let load = Load {
            lcp: 0.0,
            fcp: 100.0,
            shift: 0.0,
            ready: 0.0,
            tasks: vec![(0.0, 90.0), (80.0, 120.0), (300.0, 60.0), (400.0, 51.0)],
        };
        // The first is before the paint, and of the second 100 ms are after it.
        assert_eq!(load.blocking(), 50.0 + 10.0 + 1.0);
        assert_eq!(load.longest(), 120.0);
    }

    #[test]
    fn each_limit_of_the_load_can_be_broken() {
        let three = |still: f64, again: f64, built: f64| [still, again, built].map(|value| Sample::from_iter([value]));
        let kept = |paint, shift, blocking, longest| -> Vec<bool> {
            verdicts(paint, shift, blocking, longest).iter().map(|verdict| verdict.kept).collect()
        };
        let good = [
            three(1000.0, 1000.0, 1090.0),
            three(0.0, 0.0, 0.0009),
            three(90.0, 110.0, 199.0),
            three(300.0, 300.0, 200.0),
        ];
        let [paint, shift, blocking, longest] = &good;
        assert_eq!(kept(paint, shift, blocking, longest), [true; 4]);
        let bad = [
            three(1000.0, 1000.0, 1110.0),
            three(0.0, 0.0, 0.0011),
            three(90.0, 110.0, 201.0),
            three(300.0, 300.0, 201.0),
        ];
        let [paint, shift, blocking, longest] = &bad;
        assert_eq!(kept(paint, shift, blocking, longest), [false; 4]);
    }
}
