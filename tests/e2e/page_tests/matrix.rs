//! The matrix: one mark for each commitment, the same choices as the facets, a grid for the keyboard.

use e2e::{BrowserOptions, Error, Result, Session, browse, parts};
use serde::Deserialize;

const TAB: char = '\u{e004}';
const DOWN: char = '\u{e015}';
const RIGHT: char = '\u{e014}';
const SPACE: char = ' ';

/// The matrix as it is seen.
#[derive(Debug, Deserialize)]
struct Matrix {
    /// The cards that the marks stand for.
    marks: Vec<String>,
    /// Those that are not filtered out.
    shown: Vec<String>,
    /// What the selected heads stand for.
    selected: Vec<String>,
    /// How many elements the tab key stops at.
    stops: usize,
}

async fn matrix(session: &Session) -> Result<Matrix> {
    let script = "
        const all = (selector) => [...document.querySelectorAll(`.matrix ${selector}`)];
        const ids = (marks) => marks.map((mark) => mark.hash.slice(1)).sort();
        const marks = all('a[data-place]');
        return {
            marks: ids(marks),
            shown: ids(marks.filter((mark) => !mark.hasAttribute('data-out'))),
            selected: all('th[aria-selected=true] a').map((head) => head.dataset.choose),
            stops: all('a').filter((link) => link.tabIndex >= 0).length,
        }";
    session.ask(script).await
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[test]
fn every_commitment_has_one_mark_and_the_filtered_ones_step_back() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let seen = matrix(session).await?;
        assert_eq!(seen.marks, sorted(plain.cards.clone()));
        assert_eq!(seen.shown, seen.marks);
        let found = session.search("trade").await?;
        let seen = matrix(session).await?;
        assert_eq!(seen.shown, sorted(found.cards.clone()), "a search counts as much as a choice");
        assert!(seen.shown.len() < seen.marks.len());
        Ok(())
    })
}

#[test]
fn heads_and_marks_choose_what_the_facets_choose() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
        let (Some(pillar), Some(status)) = (pillars.get(1), statuses.get(1)) else {
            return Err(Error::new("the page has too few pillars or statuses"));
        };
        let column = session.click(&format!(".matrix th [data-choose='{pillar}']")).await?;
        assert_eq!(column.checked, std::slice::from_ref(pillar));
        let both = session.click(&format!(".matrix th [data-choose='{status}']")).await?;
        assert_eq!(both.checked, [pillar.clone(), status.clone()]);
        assert_eq!(matrix(session).await?.selected, [pillar.clone(), status.clone()]);
        assert_eq!(both.query, format!("?{pillar}&{status}"));

        session.press_choice(pillar).await?;
        assert_eq!(matrix(session).await?.selected, std::slice::from_ref(status), "the facets move the matrix");
        session.open_awake("").await?;
        let mark = format!(".matrix .one[data-choose='{pillar}&{status}']");
        let cell = session.click(&mark).await?;
        assert_eq!(cell.essence(), both.essence(), "a mark chooses its cell");
        let back = session.click(&mark).await?;
        assert_eq!(back.essence(), plain.essence(), "and takes it back");
        Ok(())
    })
}

#[test]
fn the_grid_is_one_stop_for_the_tab_key_and_arrows_move_in_it() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        assert_eq!(matrix(session).await?.stops, 1);
        session.ask::<()>("document.querySelector('.matrix a').focus()").await?;
        let here = "return document.activeElement.dataset.choose ?? ''";
        let first: String = session.ask(here).await?;
        session.press(RIGHT).await?;
        let right: String = session.ask(here).await?;
        assert!(right.starts_with("pillar=") && right != first, "{first} {right}");
        session.press(DOWN).await?;
        let below: String = session.ask(here).await?;
        assert!(below.contains("status="), "{below}");
        session.press(SPACE).await?;
        let chosen = session.settled().await?;
        assert_eq!(chosen.query, format!("?{below}"), "the space bar chooses");
        assert_eq!(matrix(session).await?.stops, 1, "the stop has moved along");
        session.press(TAB).await?;
        let left: bool = session.ask("return !document.activeElement.closest('.matrix')").await?;
        assert!(left, "Tab leaves the grid");
        Ok(())
    })
}

#[test]
fn without_scripts_a_mark_leads_to_its_card() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let mark = session.find(".matrix .one").await?;
        let target = mark.prop("hash").await?.unwrap_or_default();
        mark.click().await?;
        assert!(session.client.current_url().await?.as_str().ends_with(&target));
        assert!(session.find(&format!("article{target}")).await?.is_displayed().await?);
        Ok(())
    })
}

#[test]
fn on_a_phone_a_number_stands_for_the_marks_of_a_cell() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.resize(390, 844).await?;
        session.open_awake("").await?;
        let sum = session.find(".matrix .sum").await?;
        let count = sum.text().await?;
        let choice = sum.attr("data-choose").await?.unwrap_or_default();
        sum.click().await?;
        let chosen = session.settled().await?;
        assert_eq!(chosen.query, format!("?{choice}"));
        assert_eq!(chosen.cards.len().to_string(), count);
        assert!(session.find(parts::MATRIX).await?.is_displayed().await?);
        Ok(())
    })
}

#[test]
fn no_word_of_the_matrix_lies_over_another() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for width in [768, 390, 320] {
            session.resize(width, 844).await?;
            session.open_awake("").await?;
            let covered: Vec<String> = session
                .ask(
                    "return [...document.querySelectorAll('.matrix tbody tr')].flatMap((row) => {
                        const words = document.createRange();
                        const label = row.querySelector('th span');
                        const next = row.querySelector('.sum, .bar');
                        if (!label || !next) return [];
                        words.selectNodeContents(label);
                        const box = words.getBoundingClientRect();
                        return box.right > next.getBoundingClientRect().left ? [label.textContent] : [];
                    })",
                )
                .await?;
            assert!(covered.is_empty(), "at {width}: {covered:?}");
        }
        Ok(())
    })
}
