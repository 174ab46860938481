//! A reader who is faster than the engine loses nothing.

use e2e::site::Held;
use e2e::{BrowserOptions, Error, Result, Session, View, browse};

/// Opens `query` with the engine held back, takes steps before it comes, and lets it come.
async fn hurry(session: &Session, query: &str, steps: impl AsyncFn(&Session) -> Result) -> Result<View> {
    let held = Held::new();
    session.open_plain(&format!("{}{query}", held.prefix())).await?;
    let there = "const box = document.querySelector('#explorer input[name=q]');
        return box.getClientRects().length > 0";
    session.until("the form is there", there).await?;
    steps(session).await?;
    assert!(!session.view().await?.ready, "the engine is held back");
    held.release();
    session.until_view("the engine wakes the page", |view| view.ready).await?;
    session.settled().await
}

#[test]
fn what_is_chosen_before_the_engine_wakes_stays_chosen() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
        let ([.., one, other], Some(status)) = (pillars.as_slice(), statuses.last()) else {
            return Err(Error::new("the page has too little to choose"));
        };
        session.press_choice(one).await?;
        session.press_choice(other).await?;
        let late = session.press_choice(status).await?;
        let early = hurry(session, "", async |session: &Session| {
            session.press_choice(one).await?;
            session.press_choice(other).await?;
            let asleep = session.press_choice(status).await?;
            assert_eq!(asleep.cards, late.cards, "filtered without the engine");
            Ok(())
        })
        .await?;
        assert_eq!(early.essence(), late.essence());
        assert_eq!(early.chips, late.chips);
        session.until_view("the address follows", |view| view.query == late.query).await?;
        Ok(())
    })
}

#[test]
fn what_is_typed_before_the_engine_wakes_is_searched_for() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let late = session.search("energy").await?;
        let early = hurry(session, "", async |session: &Session| session.search("energy").await.map(drop)).await?;
        assert_eq!(early.essence(), late.essence());
        assert_eq!(early.marked, late.marked);
        session.until_view("the address follows", |view| view.query == "?q=energy").await?;
        // The caret is still in the box: what is typed next goes on.
        session.press('x').await?;
        assert_eq!(session.settled().await?.search, "energyx");
        Ok(())
    })
}

#[test]
fn an_early_choice_comes_on_top_of_what_the_link_says() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
        let (Some(pillar), Some(status)) = (pillars.last(), statuses.last()) else {
            return Err(Error::new("the page has too little to choose"));
        };
        session.open_awake(&format!("?{status}")).await?;
        let late = session.press_choice(pillar).await?;
        let early = hurry(session, &format!("?{status}"), async |session: &Session| {
            session.press_choice(pillar).await.map(drop)
        })
        .await?;
        assert_eq!(early.essence(), late.essence());
        Ok(())
    })
}
