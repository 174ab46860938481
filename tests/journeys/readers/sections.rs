//! The sections: the menu leads to all of them, and what is folded opens for a link.

use fantoccini::Locator;
use journeys::{Outcome, Reader, Wish, journey, parts};

const ESCAPE: char = '\u{e00c}';
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

const OPEN: &str = "return !!document.querySelector('#menu:popover-open')";
const CLOSED: &str = "return !document.querySelector('#menu:popover-open')";

/// Whether a section begins where the window does, below the bar.
fn at_top(section: &str) -> String {
    format!(
        "const top = document.getElementById('{section}').getBoundingClientRect().top; return top >= 0 && top < 200"
    )
}

/// Opens the menu, leaves it with Escape, and looks where the focus is.
async fn menu_opens_and_closes(reader: &Reader) -> Outcome {
    for (width, height) in SIZES {
        reader.resize(width, height).await?;
        reader.find(parts::OPEN_MENU).await?.click().await?;
        reader.until("the menu opens", OPEN).await?;
        reader.press(ESCAPE).await?;
        reader.until("the menu closes", CLOSED).await?;
        let back: bool = reader
            .ask_about("return document.activeElement.matches(arguments[0])", vec![parts::OPEN_MENU.into()])
            .await?;
        assert!(back, "the focus is back on the button at {width}");
    }
    Ok(())
}

#[test]
fn the_menu_works_without_scripts() -> Outcome {
    journey(Wish::NO_SCRIPTS, async |reader: &Reader| {
        reader.open_plain("").await?;
        menu_opens_and_closes(reader).await
    })
}

#[test]
fn the_bar_and_its_menu_lead_to_every_section_and_the_menu_goes_away() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        menu_opens_and_closes(reader).await?;
        for (width, height) in SIZES {
            reader.resize(width, height).await?;
            reader.open_awake("").await?;
            reader.find(parts::OPEN_MENU).await?.click().await?;
            reader.until("the menu opens", OPEN).await?;
            let missing: Vec<String> = reader
                .ask(
                    "const shown = [...document.querySelectorAll('header nav a')]
                    .filter((link) => link.getClientRects().length).map((link) => link.hash.slice(1));
                    return [...document.querySelectorAll('main > section[id]')].map((section) => section.id)
                    .filter((id) => !shown.includes(id))",
                )
                .await?;
            assert!(missing.is_empty(), "no way to {missing:?} at {width}");
            reader.client.find(Locator::Css("#menu a[href='#terms']")).await?.click().await?;
            reader.until("the menu closes", CLOSED).await?;
            reader.until("the section is at the top", &at_top("terms")).await?;
        }
        Ok(())
    })
}

#[test]
fn an_address_leads_to_its_section_from_the_beginning() -> Outcome {
    for wish in [Wish::USUAL, Wish::NO_SCRIPTS] {
        journey(wish, async |reader: &Reader| {
            for section in ["next", "terms"] {
                reader.client.goto("about:blank").await?;
                reader.open_plain(&format!("#{section}")).await?;
                reader.until("the section is at the top", &at_top(section)).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_link_to_a_folded_difference_unfolds_it() -> Outcome {
    for wish in [Wish::USUAL, Wish::NO_SCRIPTS] {
        journey(wish, async |reader: &Reader| {
            reader.open_plain("").await?;
            let id: String = reader.ask("return document.querySelector('#differences details tr[id]').id").await?;
            let hidden: bool =
                reader.ask(&format!("return !document.getElementById('{id}').checkVisibility()")).await?;
            assert!(hidden, "#{id} is folded at first");
            reader.open_plain(&format!("#{id}")).await?;
            reader
                .until(
                    "the row is in view",
                    "const row = document.querySelector(':target');
                    const top = row?.getBoundingClientRect().top;
                    return !!row && row.checkVisibility() && top >= 0 && top < innerHeight",
                )
                .await
        })?;
    }
    Ok(())
}

#[test]
fn what_is_far_below_is_laid_out_when_the_page_rests_and_nothing_in_view_moves() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        reader.click("nav a[href='#differences']").await?;
        let top = "return document.getElementById('differences').getBoundingClientRect().top";
        let before: f64 = reader.ask(top).await?;
        let laid = "return !document.querySelector('[data-far]')";
        reader.until("everything is laid out", laid).await?;
        reader.settled().await?;
        let after: f64 = reader.ask(top).await?;
        assert!((before - after).abs() < 2.0, "it went from {before} to {after}");
        Ok(())
    })
}
