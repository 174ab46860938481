//! When the engine does not come, every word stays and the page says what does not work.

use crate::texts::texts;
use crate::words::{dead_controls, pillars_filter};
use journeys::{Outcome, Reader, Wish, journey};

async fn stays_readable(reader: &Reader, prefix: &str) -> Outcome {
    reader.open_awake("").await?;
    let whole = texts(reader).await?;
    reader.open_plain(prefix).await?;
    let view = reader.until_view("the page says that the engine failed", |view| !view.notices.is_empty()).await?;
    assert_eq!(view.notices.len(), 1, "{:?}", view.notices);
    assert!(!view.ready);
    assert_eq!(texts(reader).await?, whole);
    pillars_filter(reader).await?;
    assert!(!reader.view().await?.ready);
    let dead = dead_controls(reader).await?;
    assert!(dead.is_empty(), "shown and useless: {dead:?}");
    Ok(())
}

#[test]
fn a_missing_engine_takes_no_words_away() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| stays_readable(reader, "no-wasm/").await)
}

#[test]
fn a_broken_engine_takes_no_words_away() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| stays_readable(reader, "bad-wasm/").await)
}

#[test]
fn missing_data_take_no_words_away() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| stays_readable(reader, "no-data/").await)
}

#[test]
fn a_policy_against_scripts_takes_no_words_away() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        let whole = texts(reader).await?;
        reader.open_plain("no-scripts/").await?;
        assert_eq!(texts(reader).await?, whole);
        assert!(!reader.view().await?.ready);
        pillars_filter(reader).await
    })
}

#[test]
fn without_the_engine_a_link_with_filters_shows_everything() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let plain = reader.open_awake("").await?;
        let pillars = plain.values("pillar");
        let pillar = pillars.last().map_or("", String::as_str);
        reader.open_plain(&format!("no-wasm/?{pillar}&q=a")).await?;
        let view = reader.until_view("the page says that the engine failed", |view| !view.notices.is_empty()).await?;
        assert_eq!(view.cards, plain.cards);
        Ok(())
    })
}
