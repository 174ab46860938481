//! Filtering and searching, from the input to the next paint, beside a list in plain JavaScript and a filter
//! written by hand for the same page.

use serde::Deserialize;

use super::Bench;
use super::rounds::interleave;
use super::sample::{Row, Sample, Verdict, print};
use super::session::Session;
use crate::error::{Error, Result};

/// The checkboxes that are clicked: on, and then off again.
const CLICKS: &str = "#explorer input[name=status]";

/// How many of them; more would only make the run longer.
const BOXES: usize = 3;

const SEARCH: &str = "#explorer input[name=q]";

/// A word of which each letter leaves fewer cards than the one before.
const WORD: &str = "energy";

/// The answer to one input.
#[derive(Deserialize)]
struct Answer {
    /// Milliseconds from the input to the end of the work for the next paint.
    took: f64,
    /// How many cards the page says it shows.
    shown: usize,
}

/// What one visit measured: the answers to the clicks, and those to the keys.
struct Visit {
    clicks: Vec<Answer>,
    keys: Vec<Answer>,
}

/// How many times as long as in plain JavaScript an answer may take. Our cards say more.
const RATIO: f64 = 1.5;

/// Uses the built page beside the list in plain JavaScript and the copy with the filter written by hand.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Verdict>> {
    let sides = [bench.copies.windowed.url(), bench.copies.by_hand.url(), bench.copies.built.url()];
    let visits = interleave(bench.rounds, &sides, |url| use_(bench, url))?;
    let [windowed, hand, built] = visits.each_ref().map(|visits| visits.first().map(shown).unwrap_or_default());
    // The plain list does not know all words of a card, so a search may find less there.
    if hand != built || windowed.get(..2 * BOXES) != built.get(..2 * BOXES) {
        return Err(Error::new(format!(
            "the filters do not show the same numbers of cards, so their times say nothing: {windowed:?} in the plain \
             list, {hand:?} by hand, {built:?} as built; mend xtask/src/bench or the engine"
        )));
    }
    let table =
        |of: fn(&Visit) -> Vec<f64>| visits.each_ref().map(|visits| visits.iter().flat_map(of).collect::<Sample>());
    let tables = [
        ("a filter on, ms", table(|visit| visit.clicks.iter().step_by(2).map(|answer| answer.took).collect())),
        ("all again, ms", table(|visit| visit.clicks.iter().skip(1).step_by(2).map(|answer| answer.took).collect())),
        ("a key of a search, ms", table(|visit| visit.keys.iter().map(|answer| answer.took).collect())),
    ];
    let rows: Vec<Row<'_>> =
        tables.iter().map(|(name, samples)| Row { name, decimals: 1, samples: samples.iter().collect() }).collect();
    print("input to next paint", &["plain JavaScript", "by hand", "built"], &rows);
    let verdict = |(name, samples): &(&'static str, [Sample; 3])| verdict(name, samples);
    Ok(tables.iter().map(verdict).collect())
}

fn verdict(what: &'static str, [windowed, _, built]: &[Sample; 3]) -> Verdict {
    Verdict::at_most(what, built.median(), RATIO * windowed.median(), 1)
}

/// The numbers of cards after the clicks and after the whole word. By hand the words of the
/// interface are searched too, which single letters find and the whole word does not.
fn shown(visit: &Visit) -> Vec<usize> {
    visit.clicks.iter().chain(visit.keys.last()).map(|answer| answer.shown).collect()
}

fn use_(bench: &Bench, url: &str) -> Result<Visit> {
    let session = Session::open(&bench.driver, &bench.browser.program)?;
    session.visit(url)?;
    // Both pages are awake when their scripts have run.
    session.evaluate::<serde::de::IgnoredAny>("bench.settled(true)")?;
    let mut count = 0;
    let mut answers = Vec::new();
    for place in 0..BOXES {
        let at = session.evaluate(&format!("bench.place('{CLICKS}', {place})"))?;
        for _ in 0..2 {
            session.click(at)?;
            count += 1;
            answers = session.evaluate(&format!("bench.answered({count})"))?;
        }
    }
    let clicks = answers;
    session.click(session.evaluate(&format!("bench.place('{SEARCH}', 0)"))?)?;
    let mut keys = Vec::new();
    for letter in WORD.chars() {
        session.key(letter)?;
        count += 1;
        keys = session.evaluate(&format!("bench.answered({count})"))?;
    }
    let keys = keys.split_off(clicks.len().min(keys.len()));
    Ok(Visit { clicks, keys })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slower_than_plain_is_broken_and_noise_is_not() {
        let three = |values: [f64; 3]| values.map(|value| Sample::from_iter([value]));
        assert!(verdict("x", &three([50.0, 54.0, 75.0])).kept);
        assert!(!verdict("x", &three([50.0, 54.0, 75.1])).kept);
    }
}
