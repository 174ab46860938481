//! What is next is complete as it is written, and set against the reader's day without a jolt.

use e2e::site::Held;
use e2e::{BrowserOptions, Result, Session, browse};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const READ: &str = "
    const words = (element) => element?.textContent.trim() ?? '';
    const now = document.querySelector('#agenda-now').getBoundingClientRect().left;
    const axis = document.querySelector('.agenda .grid').getBoundingClientRect();
    const day = new Date();
    return {
        ready: 'ready' in document.documentElement.dataset,
        height: document.querySelector('#next').getBoundingClientRect().height,
        line: words(document.querySelector('.agenda .day')),
        drawn: now >= axis.left && now <= axis.right,
        year: day.getFullYear(),
        date: day.getDate(),
        rows: [...document.querySelectorAll('.agenda tbody tr')].map((row) => ({
            due: words(row.querySelector('.due')),
            open: row.querySelector('.due').classList.contains('open'),
            standing: words(row.querySelector('.standing')),
            marks: row.querySelectorAll('a[data-cite]').length,
            leads: !!document.querySelector(`article${row.querySelector('th a').hash}`),
        })),
    };";

#[derive(Debug, Deserialize, PartialEq)]
struct Section {
    ready: bool,
    height: f64,
    line: String,
    drawn: bool,
    year: i32,
    date: u32,
    rows: Vec<Row>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Row {
    due: String,
    open: bool,
    standing: String,
    marks: usize,
    leads: bool,
}

impl Row {
    /// The last year that its date names.
    fn year(&self) -> Option<i32> {
        let words = self.due.split(|c: char| !c.is_ascii_digit());
        words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).next_back()
    }
}

#[test]
fn without_scripts_every_step_has_its_date_and_its_proof() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        for width in [1440, 390] {
            session.resize(width, 844).await?;
            session.open_plain("").await?;
            let section: Section = session.ask(READ).await?;
            assert!(!section.rows.is_empty());
            assert!(section.line.is_empty() && !section.drawn, "nobody knows the day: {section:?}");
            for row in &section.rows {
                assert!(!row.due.is_empty() && row.marks > 0 && row.leads && row.standing.is_empty(), "{row:?}");
            }
            let kept: f64 = session
                .ask(
                    "return [...document.querySelectorAll('.agenda .standing, .agenda .day')]
                    .reduce((sum, place) => sum + place.getBoundingClientRect().height, 0)",
                )
                .await?;
            assert!(kept < 1.0, "no room is kept for what never comes: {kept}");
        }
        Ok(())
    })
}

/// With letters and boxes as they stay.
const LAID_OUT: &str = "
    return document.readyState === 'complete' && document.fonts.status === 'loaded'";

/// The section before and after the engine wakes.
async fn woken(session: &Session) -> Result<(Section, Section)> {
    let held = Held::new();
    session.open_plain(&format!("{}#next", held.prefix())).await?;
    session.until("the section is laid out", LAID_OUT).await?;
    let asleep: Section = session.ask(READ).await?;
    assert!(!asleep.ready, "the engine is held back");
    held.release();
    session.until_view("the engine wakes the page", |view| view.ready).await?;
    Ok((asleep, session.ask(READ).await?))
}

#[test]
fn dates_are_set_against_the_readers_day_and_nothing_moves() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for width in [1440, 1024, 768, 320] {
            session.resize(width, 844).await?;
            let (asleep, awake) = woken(session).await?;
            assert!(asleep.line.is_empty());
            assert_eq!(asleep.height, awake.height, "at {width} something moved");
            let (year, date) = (awake.year.to_string(), awake.date.to_string());
            assert!(awake.line.contains(&year) && awake.line.contains(&date), "{}", awake.line);
            let mut words: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
            for row in &awake.rows {
                assert_eq!(row.standing.is_empty(), row.open, "a word for each date, and for nothing else: {row:?}");
                if let Some(of) = row.year() {
                    words.entry(of.cmp(&awake.year)).or_default().insert(&row.standing);
                }
            }
            assert!(!words.is_empty());
            let sets: Vec<_> = words.values().collect();
            for (at, one) in sets.iter().enumerate() {
                assert!(sets.iter().skip(at + 1).all(|other| one.is_disjoint(other)), "past, now and later: {words:?}");
            }
        }
        Ok(())
    })
}
