//! Single keys: what they do, where they must not, and how they are switched off.

use journeys::{Outcome, Reader, Wish, journey, parts};

const ESCAPE: char = '\u{e00c}';

const HELP_OPEN: &str = "return document.getElementById('help').open";
const IN_SEARCH: &str = "return document.activeElement.matches('input[name=q]')";

#[test]
fn the_slash_goes_to_the_search_box_and_is_not_typed_into_it() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        reader.press('/').await?;
        assert!(reader.ask::<bool>(IN_SEARCH).await?);
        assert_eq!(reader.view().await?.search, "");
        // Where letters are typed they are letters.
        reader.press('/').await?;
        reader.press('?').await?;
        assert_eq!(reader.settled().await?.search, "/?");
        assert!(!reader.ask::<bool>(HELP_OPEN).await?);
        Ok(())
    })
}

#[test]
fn on_a_phone_the_slash_opens_the_filters_first() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.resize(390, 844).await?;
        reader.open_awake("").await?;
        reader.press('/').await?;
        assert!(reader.find(parts::OPENED_FILTERS).await?.is_displayed().await?);
        assert!(reader.ask::<bool>(IN_SEARCH).await?);
        Ok(())
    })
}

#[test]
fn the_question_mark_opens_the_help_and_its_switch_is_kept() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        reader.press('?').await?;
        assert!(reader.ask::<bool>(HELP_OPEN).await?);
        reader.find("#single-keys").await?.click().await?;
        reader.press(ESCAPE).await?;
        reader.until("the help closes", "return !document.getElementById('help').open").await?;
        for _ in 0..2 {
            reader.press('/').await?;
            assert!(!reader.ask::<bool>(IN_SEARCH).await?, "switched off");
            reader.press('?').await?;
            assert!(!reader.ask::<bool>(HELP_OPEN).await?, "switched off");
            reader.open_awake("").await?;
        }
        // The way to the switch stays open without keys.
        reader.click("[data-open=help]").await?;
        reader.until("the help opens", HELP_OPEN).await?;
        reader.find("#single-keys").await?.click().await?;
        reader.press(ESCAPE).await?;
        reader.until("the help closes", "return !document.getElementById('help').open").await?;
        reader.press('/').await?;
        assert!(reader.ask::<bool>(IN_SEARCH).await?, "switched on again");
        Ok(())
    })
}

#[test]
fn the_focus_goes_round_in_the_sheet_of_the_filters() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.resize(390, 844).await?;
        reader.open_awake("").await?;
        reader.click(parts::OPEN_FILTERS).await?;
        reader.find(parts::OPENED_FILTERS).await?;
        for (edge, step, round) in [("last", false, "first"), ("first", true, "last")] {
            let stops = "[...document.querySelectorAll('#filters :is(button, input)')]
                .filter((stop) => stop.getClientRects().length)";
            let at = |which: &str| if which == "last" { format!("{stops}.at(-1)") } else { format!("{stops}[0]") };
            reader.ask::<()>(&format!("{}.focus()", at(edge))).await?;
            reader.press_with(step.then_some('\u{e008}'), '\u{e004}').await?;
            assert!(reader.ask::<bool>(&format!("return document.activeElement === {}", at(round))).await?, "{edge}");
        }
        Ok(())
    })
}
