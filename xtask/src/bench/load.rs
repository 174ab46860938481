//! Loading the page: when it is seen, whether it moves, how long it is deaf, and when it answers.

use serde::Deserialize;

use super::Bench;
use super::rounds::interleave;
use super::sample::{Row, Sample, Verdict, print};
use super::session::Session;
use crate::error::Result;

/// The limits, in the units of the table, or as times of what is beside the page.
const PAINT_RATIO: f64 = 1.30;
const ANSWER_RATIO: f64 = 1.25;
const SHIFT: f64 = 0.02;
const LONGEST_MS: f64 = 150.0;
const GROWTH_PERCENT: f64 = 2.0;

/// What was seen of one load; times in milliseconds from its start.
#[derive(Deserialize)]
struct Load {
    lcp: f64,
    fcp: f64,
    shift: f64,
    ready: f64,
    /// When a filter was first answered, if somebody pressed one.
    answers: f64,
    /// The height of the page when it had arrived, and when it was quiet.
    first: f64,
    last: f64,
    bytes: f64,
    elements: f64,
    /// Start and duration of each long task.
    tasks: Vec<(f64, f64)>,
}

impl Load {
    fn longest(&self) -> f64 {
        self.tasks.iter().map(|(_, length)| *length).fold(0.0, f64::max)
    }

    /// By how much the height changes after the page has arrived, in percent.
    fn growth(&self) -> f64 {
        if self.first > 0.0 { ((self.last - self.first) / self.first * 100.0).abs() } else { 0.0 }
    }
}

/// Loads the built page beside a lean one and its copy without scripts, and then presses a filter on it and on
/// the list in plain JavaScript.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Verdict>> {
    let sides = [(bench.copies.lean.url(), false), (bench.copies.still.url(), false), (bench.copies.built.url(), true)];
    let loads = interleave(bench.rounds, &sides, |(url, wakes)| load(bench, url, *wakes, false))?;
    let table = |value: fn(&Load) -> f64| loads.each_ref().map(|loads| loads.iter().map(value).collect::<Sample>());
    let tables = [
        ("first paint, ms", 0, table(|load| load.fcp)),
        ("largest paint, ms", 0, table(|load| load.lcp)),
        ("layout shift", 4, table(|load| load.shift)),
        ("longest task, ms", 0, table(Load::longest)),
        ("height after arrival, %", 1, table(Load::growth)),
        ("awake, ms", 0, table(|load| load.ready)),
        ("first visit, kB", 0, table(|load| load.bytes / 1000.0)),
        ("elements", 0, table(|load| load.elements)),
    ];
    let rows: Vec<Row<'_>> = tables
        .iter()
        .map(|(name, decimals, samples)| Row { name, decimals: *decimals, samples: samples.iter().collect() })
        .collect();
    print("load", &["lean", "without scripts", "built"], &rows);
    let hurried = [bench.copies.windowed.url(), bench.copies.built.url()];
    let hurried = interleave(bench.rounds, &hurried, |url| load(bench, url, true, true))?;
    let answers = hurried.map(|loads| loads.iter().map(|load| load.answers).collect::<Sample>());
    let row = Row { name: "first filter answers, ms", decimals: 0, samples: answers.iter().collect() };
    print("pressing a filter while it loads", &["plain JavaScript", "built"], &[row]);
    let [(.., first), (.., largest), (.., shift), (.., longest), (.., growth), ..] = &tables;
    Ok(verdicts([first, largest], shift, longest, growth, &answers))
}

fn verdicts(
    paints: [&[Sample; 3]; 2],
    shift: &[Sample; 3],
    longest: &[Sample; 3],
    growth: &[Sample; 3],
    [windowed, answers]: &[Sample; 2],
) -> Vec<Verdict> {
    let [first, largest] = paints.map(|[lean, _, built]| built.median() / lean.median());
    let answers = answers.median() / windowed.median();
    // A shift is no matter of noise, so the worst load counts.
    vec![
        Verdict::at_most("first paint, times lean", first, PAINT_RATIO, 2),
        Verdict::at_most("largest paint, times lean", largest, PAINT_RATIO, 2),
        Verdict::at_most("first filter, times plain", answers, ANSWER_RATIO, 2),
        Verdict::at_most("layout shift, worst load", shift[2].most(), SHIFT, 4),
        Verdict::at_most("longest task, ms, median load", longest[2].median(), LONGEST_MS, 0),
        Verdict::at_most("height after arrival, %", growth[2].most(), GROWTH_PERCENT, 1),
    ]
}

fn load(bench: &Bench, url: &str, wakes: bool, hurried: bool) -> Result<Load> {
    let session = Session::open(&bench.driver, &bench.browser.program)?;
    session.slow_network()?;
    if hurried {
        session.prepare("bench.impatient()")?;
    }
    session.visit(url)?;
    session.evaluate(&format!("bench.settled({wakes})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_of_the_load_can_be_broken() {
        let three = |lean: f64, built: f64| [lean, 0.0, built].map(|value| Sample::from_iter([value]));
        let kept = |paint: f64, shift: f64, longest: f64, growth: f64, answers: f64| -> Vec<bool> {
            let paint = three(100.0, paint);
            let answers = [100.0, answers].map(|value| Sample::from_iter([value]));
            verdicts([&paint, &paint], &three(0.0, shift), &three(0.0, longest), &three(0.0, growth), &answers)
                .iter()
                .map(|verdict| verdict.kept)
                .collect()
        };
        assert_eq!(kept(129.0, 0.019, 150.0, 1.9, 125.0), [true; 6]);
        assert_eq!(kept(131.0, 0.021, 151.0, 2.1, 126.0), [false; 6]);
    }

    #[test]
    fn growth_is_a_share_of_the_first_height() {
        let load = |first, last| Load {
            lcp: 0.0,
            fcp: 0.0,
            shift: 0.0,
            ready: 0.0,
            answers: 0.0,
            first,
            last,
            bytes: 0.0,
            elements: 0.0,
            tasks: vec![(0.0, 90.0), (80.0, 120.0)],
        };
        assert_eq!([load(1000.0, 990.0).growth(), load(0.0, 9.0).growth()], [1.0, 0.0]);
        assert_eq!(load(0.0, 0.0).longest(), 120.0);
    }
}
