//! Single keys: what they do, where they must not, and how they are switched off.

use e2e::{BrowserOptions, Result, Session, browse, parts};

const ESCAPE: char = '\u{e00c}';

const HELP_OPEN: &str = "return document.getElementById('help').open";
const IN_SEARCH: &str = "return document.activeElement.matches('input[name=q]')";

#[test]
fn the_slash_goes_to_the_search_box_and_is_not_typed_into_it() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        session.press('/').await?;
        assert!(session.ask::<bool>(IN_SEARCH).await?);
        assert_eq!(session.view().await?.search, "");
        // Where letters are typed they are letters.
        session.press('/').await?;
        session.press('?').await?;
        assert_eq!(session.settled().await?.search, "/?");
        assert!(!session.ask::<bool>(HELP_OPEN).await?);
        Ok(())
    })
}

#[test]
fn on_a_phone_the_slash_opens_the_filters_first() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.resize(390, 844).await?;
        session.open_awake("").await?;
        session.press('/').await?;
        assert!(session.find(parts::OPENED_FILTERS).await?.is_displayed().await?);
        assert!(session.ask::<bool>(IN_SEARCH).await?);
        Ok(())
    })
}

#[test]
fn the_question_mark_opens_the_help_and_its_switch_is_kept() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        session.press('?').await?;
        assert!(session.ask::<bool>(HELP_OPEN).await?);
        session.find("#single-keys").await?.click().await?;
        session.press(ESCAPE).await?;
        session.until("the help closes", "return !document.getElementById('help').open").await?;
        for _ in 0..2 {
            session.press('/').await?;
            assert!(!session.ask::<bool>(IN_SEARCH).await?, "switched off");
            session.press('?').await?;
            assert!(!session.ask::<bool>(HELP_OPEN).await?, "switched off");
            session.open_awake("").await?;
        }
        // The way to the switch stays open without keys.
        session.click("[data-open=help]").await?;
        session.until("the help opens", HELP_OPEN).await?;
        session.find("#single-keys").await?.click().await?;
        session.press(ESCAPE).await?;
        session.until("the help closes", "return !document.getElementById('help').open").await?;
        session.press('/').await?;
        assert!(session.ask::<bool>(IN_SEARCH).await?, "switched on again");
        Ok(())
    })
}

#[test]
fn the_focus_goes_round_in_the_sheet_of_the_filters() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.resize(390, 844).await?;
        session.open_awake("").await?;
        session.click(parts::OPEN_FILTERS).await?;
        session.find(parts::OPENED_FILTERS).await?;
        for (edge, step, round) in [("last", false, "first"), ("first", true, "last")] {
            let stops = "[...document.querySelectorAll('#filters :is(button, input)')]
                .filter((stop) => stop.getClientRects().length)";
            let at = |which: &str| if which == "last" { format!("{stops}.at(-1)") } else { format!("{stops}[0]") };
            session.ask::<()>(&format!("{}.focus()", at(edge))).await?;
            session.press_with(step.then_some('\u{e008}'), '\u{e004}').await?;
            assert!(session.ask::<bool>(&format!("return document.activeElement === {}", at(round))).await?, "{edge}");
        }
        Ok(())
    })
}
