//! The sections: the menu leads to all of them, and what is folded opens for a link.

use e2e::site::Held;
use e2e::{BrowserOptions, Result, Session, browse, parts};
use fantoccini::Locator;

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
async fn menu_opens_and_closes(session: &Session) -> Result {
    for (width, height) in SIZES {
        session.resize(width, height).await?;
        session.find(parts::OPEN_MENU).await?.click().await?;
        session.until("the menu opens", OPEN).await?;
        session.press(ESCAPE).await?;
        session.until("the menu closes", CLOSED).await?;
        let back: bool = session
            .ask_about("return document.activeElement.matches(arguments[0])", vec![parts::OPEN_MENU.into()])
            .await?;
        assert!(back, "the focus is back on the button at {width}");
    }
    Ok(())
}

#[test]
fn the_menu_works_without_scripts() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        menu_opens_and_closes(session).await
    })
}

#[test]
fn the_bar_and_its_menu_lead_to_every_section_and_the_menu_goes_away() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        menu_opens_and_closes(session).await?;
        for (width, height) in SIZES {
            session.resize(width, height).await?;
            session.open_awake("").await?;
            session.find(parts::OPEN_MENU).await?.click().await?;
            session.until("the menu opens", OPEN).await?;
            let missing: Vec<String> = session
                .ask(
                    "const shown = [...document.querySelectorAll('header nav a')]
                    .filter((link) => link.getClientRects().length).map((link) => link.hash.slice(1));
                    return [...document.querySelectorAll('main > section[id]')].map((section) => section.id)
                    .filter((id) => !shown.includes(id))",
                )
                .await?;
            assert!(missing.is_empty(), "no way to {missing:?} at {width}");
            session.client.find(Locator::Css("#menu a[href='#terms']")).await?.click().await?;
            session.until("the menu closes", CLOSED).await?;
            session.until("the section is at the top", &at_top("terms")).await?;
        }
        Ok(())
    })
}

#[test]
fn an_address_leads_to_its_section_from_the_beginning() -> Result {
    for options in [BrowserOptions::USUAL, BrowserOptions::NO_SCRIPTS] {
        browse(options, async |session: &Session| {
            for section in ["next", "terms"] {
                session.client.goto("about:blank").await?;
                session.open_plain(&format!("#{section}")).await?;
                session.until("the section is at the top", &at_top(section)).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_link_to_a_folded_difference_unfolds_it() -> Result {
    for options in [BrowserOptions::USUAL, BrowserOptions::NO_SCRIPTS] {
        browse(options, async |session: &Session| {
            session.open_plain("").await?;
            let id: String = session.ask("return document.querySelector('#differences details tr[id]').id").await?;
            let hidden: bool =
                session.ask(&format!("return !document.getElementById('{id}').checkVisibility()")).await?;
            assert!(hidden, "#{id} is folded at first");
            session.open_plain(&format!("#{id}")).await?;
            session
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
fn nothing_in_view_moves_when_the_engine_wakes() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let held = Held::new();
        session.open_plain(&held.prefix()).await?;
        session.click("nav a[href='#differences']").await?;
        session.until("the section is at the top", &at_top("differences")).await?;
        let top = "return document.getElementById('differences').getBoundingClientRect().top";
        let before: f64 = session.ask(top).await?;
        held.release();
        session.until_view("the engine wakes the page", |view| view.ready).await?;
        session.settled().await?;
        let after: f64 = session.ask(top).await?;
        assert!((before - after).abs() < 2.0, "it went from {before} to {after}");
        Ok(())
    })
}
