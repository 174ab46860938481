//! When the engine does not come, every word stays and the page says what does not work.

use crate::texts::texts;
use crate::words::{dead_controls, pillars_filter};
use e2e::{BrowserOptions, Result, Session, browse};

async fn stays_readable(session: &Session, prefix: &str) -> Result {
    session.open_awake("").await?;
    let whole = texts(session).await?;
    session.open_plain(prefix).await?;
    let view = session.until_view("the page says that the engine failed", |view| !view.notices.is_empty()).await?;
    assert_eq!(view.notices.len(), 1, "{:?}", view.notices);
    assert!(!view.ready);
    assert_eq!(texts(session).await?, whole);
    pillars_filter(session).await?;
    assert!(!session.view().await?.ready);
    let dead = dead_controls(session).await?;
    assert!(dead.is_empty(), "shown and useless: {dead:?}");
    Ok(())
}

#[test]
fn a_missing_engine_takes_no_words_away() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| stays_readable(session, "no-wasm/").await)
}

#[test]
fn a_broken_engine_takes_no_words_away() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| stays_readable(session, "bad-wasm/").await)
}

#[test]
fn missing_data_take_no_words_away() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| stays_readable(session, "no-data/").await)
}

#[test]
fn a_policy_against_scripts_takes_no_words_away() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let whole = texts(session).await?;
        session.open_plain("no-scripts/").await?;
        assert_eq!(texts(session).await?, whole);
        assert!(!session.view().await?.ready);
        pillars_filter(session).await
    })
}

#[test]
fn without_the_engine_a_link_with_filters_shows_everything() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillars = plain.values("pillar");
        let pillar = pillars.last().map_or("", String::as_str);
        session.open_plain(&format!("no-wasm/?{pillar}&q=a")).await?;
        let view = session.until_view("the page says that the engine failed", |view| !view.notices.is_empty()).await?;
        assert_eq!(view.cards, plain.cards);
        Ok(())
    })
}
