//! Filtering and searching, from the input to the next paint, beside a filter written by hand.

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
    /// How many cards were in the layout after it.
    shown: usize,
}

/// What one visit measured: the answers to the clicks, and those to the keys.
struct Visit {
    clicks: Vec<Answer>,
    keys: Vec<Answer>,
}

/// Uses the built page beside the copy with the filter written by hand, and that twice.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Verdict>> {
    let by_hand = bench.copies.by_hand.url();
    let visits =
        interleave(bench.rounds, &[by_hand.clone(), by_hand, bench.copies.built.url()], |url| use_(bench, url))?;
    let [hand, _, built] = visits.each_ref().map(|visits| visits.first().map(shown).unwrap_or_default());
    if hand != built {
        return Err(Error::new(format!(
            "the filters do not show the same numbers of cards, so their times say nothing: {hand:?} by hand, {built:?} \
             as built; mend xtask/src/bench/filter.js or the engine"
        )));
    }
    let table = |of: fn(&Visit) -> &Vec<Answer>| visits.each_ref().map(|visits| times(visits, of));
    let (clicks, keys) = (table(|visit| &visit.clicks), table(|visit| &visit.keys));
    let rows = [
        Row { name: "a filter, ms", decimals: 1, samples: clicks.iter().collect() },
        Row { name: "a letter of a search, ms", decimals: 1, samples: keys.iter().collect() },
    ];
    print("input to next paint", &["by hand", "by hand again", "built"], &rows);
    Ok(vec![verdict("a filter, ms", &clicks), verdict("a letter of a search, ms", &keys)])
}

/// No slower than by hand, as far as the copy by hand can be told from itself.
fn verdict(what: &str, [hand, again, built]: &[Sample; 3]) -> Verdict {
    Verdict::at_most(what, built.median(), hand.median().max(again.median()), 1)
}

/// The times of all answers: a visit has some that are quick and some that are slow by their
/// nature, and every visit has the same ones.
fn times(visits: &[Visit], of: fn(&Visit) -> &Vec<Answer>) -> Sample {
    visits.iter().flat_map(of).map(|answer| answer.took).collect()
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
    fn slower_than_by_hand_is_broken_and_noise_is_not() {
        let three = |values: [f64; 3]| values.map(|value| Sample::from_iter([value]));
        assert!(verdict("x", &three([50.0, 54.0, 53.0])).kept);
        assert!(!verdict("x", &three([50.0, 54.0, 55.0])).kept);
    }
}
