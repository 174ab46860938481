//! A reader who is faster than the engine loses nothing.

use journeys::site::Held;
use journeys::{Failure, Outcome, Reader, View, Wish, journey};

/// Opens `query` with the engine held back, takes steps before it comes, and lets it come.
async fn hurry(reader: &Reader, query: &str, steps: impl AsyncFn(&Reader) -> Outcome) -> Outcome<View> {
    let held = Held::new();
    reader.open_plain(&format!("{}{query}", held.prefix())).await?;
    let there = "return document.querySelector('#explorer input').getClientRects().length > 0";
    reader.until("the form is there", there).await?;
    steps(reader).await?;
    assert!(!reader.view().await?.ready, "the engine is held back");
    held.release();
    reader.until_view("the engine wakes the page", |view| view.ready).await?;
    reader.settled().await
}

#[test]
fn what_is_chosen_before_the_engine_wakes_stays_chosen() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let plain = reader.open_awake("").await?;
        let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
        let ([.., one, other], Some(status)) = (pillars.as_slice(), statuses.last()) else {
            return Err(Failure::new("the page has too little to choose"));
        };
        reader.press_choice(one).await?;
        reader.press_choice(other).await?;
        let late = reader.press_choice(status).await?;
        let early = hurry(reader, "", async |reader: &Reader| {
            reader.press_choice(one).await?;
            reader.press_choice(other).await?;
            let asleep = reader.press_choice(status).await?;
            assert_eq!(asleep.cards, late.cards, "filtered without the engine");
            Ok(())
        })
        .await?;
        assert_eq!(early.essence(), late.essence());
        assert_eq!(early.chips, late.chips);
        reader.until_view("the address follows", |view| view.query == late.query).await?;
        Ok(())
    })
}

#[test]
fn what_is_typed_before_the_engine_wakes_is_searched_for() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        let late = reader.search("energy").await?;
        let early = hurry(reader, "", async |reader: &Reader| reader.search("energy").await.map(drop)).await?;
        assert_eq!(early.essence(), late.essence());
        assert_eq!(early.marked, late.marked);
        reader.until_view("the address follows", |view| view.query == "?q=energy").await?;
        // The caret is still in the box: what is typed next goes on.
        reader.press('x').await?;
        assert_eq!(reader.settled().await?.search, "energyx");
        Ok(())
    })
}

#[test]
fn an_early_choice_comes_on_top_of_what_the_link_says() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let plain = reader.open_awake("").await?;
        let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
        let (Some(pillar), Some(status)) = (pillars.last(), statuses.last()) else {
            return Err(Failure::new("the page has too little to choose"));
        };
        reader.open_awake(&format!("?{status}")).await?;
        let late = reader.press_choice(pillar).await?;
        let early =
            hurry(reader, &format!("?{status}"), async |reader: &Reader| reader.press_choice(pillar).await.map(drop))
                .await?;
        assert_eq!(early.essence(), late.essence());
        Ok(())
    })
}
