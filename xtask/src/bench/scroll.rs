//! Scrolling through the route: how many frames are dropped.

use super::Bench;
use super::rounds::interleave;
use super::sample::{Row, Sample, Verdict, print};
use super::session::Session;
use crate::error::{Error, Result};

const SECTION: &str = "#route";

/// Pixels in a second: a reader who skims.
const SPEED: u32 = 1200;

/// Milliseconds from frame to frame on a screen of 60 Hz.
const FRAME: f64 = 1000.0 / 60.0;

/// How many percentage points more than the static copy may be dropped.
const MORE_DROPPED: f64 = 2.0;

/// Scrolls the built page beside the static copy, and that twice.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Verdict>> {
    let still = bench.copies.still.url();
    let sides = [(still.clone(), false), (still, false), (bench.copies.built.url(), true)];
    let shares = interleave(bench.rounds, &sides, |(url, wakes)| scroll(bench, url, *wakes))?;
    let samples = shares.map(Sample::from_iter);
    let row = Row { name: "dropped frames, %", decimals: 1, samples: samples.iter().collect() };
    print("scroll through the route", &["static", "static again", "built"], &[row]);
    Ok(vec![verdict(&samples)])
}

fn verdict([still, again, built]: &[Sample; 3]) -> Verdict {
    let more = built.median() - still.and(again).median();
    Verdict::at_most("dropped frames, points more than static", more, MORE_DROPPED, 1)
}

/// The percentage of frames that were dropped.
fn scroll(bench: &Bench, url: &str, wakes: bool) -> Result<f64> {
    let session = Session::open(&bench.driver, &bench.browser.program)?;
    session.visit(url)?;
    session.evaluate::<serde::de::IgnoredAny>(&format!("bench.settled({wakes})"))?;
    let distance: f64 = session.evaluate(&format!("bench.start('{SECTION}')"))?;
    session.evaluate::<serde::de::IgnoredAny>("bench.film()")?;
    session.scroll(distance, SPEED)?;
    let times: Vec<f64> = session.evaluate("bench.filmed()")?;
    dropped(&times).ok_or_else(|| Error::new(format!("the page at {url} did not scroll through {SECTION}")))
}

/// The percentage of frames that are missing between the first and the last time.
fn dropped(times: &[f64]) -> Option<f64> {
    let (first, last) = (times.first()?, times.last()?);
    let wanted = ((last - first) / FRAME).round();
    let drawn = times.len() as f64 - 1.0;
    (wanted > 0.0).then(|| ((wanted - drawn) / wanted * 100.0).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_frames_are_counted() {
        let times = |frames: &[u32]| -> Vec<f64> { frames.iter().map(|frame| f64::from(*frame) * FRAME).collect() };
        assert_eq!(dropped(&times(&[0, 1, 2, 3, 4])), Some(0.0));
        assert_eq!(dropped(&times(&[0, 1, 4])), Some(50.0));
        assert_eq!(dropped(&[]), None);
    }

    #[test]
    fn more_than_two_points_are_broken() {
        let three = |values: [f64; 3]| values.map(|value| Sample::from_iter([value]));
        assert!(verdict(&three([3.0, 5.0, 6.0])).kept);
        assert!(!verdict(&three([3.0, 5.0, 6.1])).kept);
    }
}
