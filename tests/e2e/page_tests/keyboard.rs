//! With the keyboard alone: everything can be reached, used and seen, and no step is lost.

use e2e::{BrowserOptions, Error, Result, Session, browse, parts};
use serde::Deserialize;

const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const SPACE: char = ' ';

/// Where the focus is.
#[derive(Debug, Deserialize)]
struct Focus {
    /// `skip`, `bar`, `main`, or `nowhere` when it has fallen to the page as a whole.
    area: String,
    /// The element in short.
    what: String,
    /// Whether an outline shows it, on itself or on the label around it.
    outlined: bool,
    /// Whether it comes after the element that had the focus before.
    onward: bool,
    matches: bool,
}

/// Whether what has the focus is inside the window and nothing lies over it, which takes a moment when the
/// page scrolls there.
const SEEN: &str = "
    const element = document.activeElement;
    // Between the parts of a link in a drawing there may be nothing of it.
    const parts = [element, ...element.querySelectorAll('*')];
    const boxes = [...parts.flatMap((part) => [...part.getClientRects()]), (element.closest('label') ?? element).getBoundingClientRect()];
    // Firefox is content when a part of it is inside.
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const tops = boxes.map((box) => document.elementFromPoint(
        middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)));
    return tops.some((top) => top && (element.contains(top)
        || top.contains(element) && !['BODY', 'HTML', 'MAIN'].includes(top.tagName)));";

async fn focus(session: &Session, wanted: &str) -> Result<Focus> {
    let script = "
        const element = document.activeElement;
        const before = window.focusBefore;
        window.focusBefore = element;
        const outlined = (one) => {
            const style = one && getComputedStyle(one);
            return !!style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        };
        const label = element.closest('label');
        const area = element === document.body || element === document.documentElement ? 'nowhere'
            : element.closest('.skip') ? 'skip' : element.closest('header') ? 'bar' : 'main';
        return {
            area,
            what: area === 'nowhere' ? 'nothing' : element.cloneNode().outerHTML.slice(0, 140),
            outlined: outlined(element) || outlined(label),
            onward: !before || !!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
            matches: element.matches(arguments[0]),
        }";
    session.ask_about(script, vec![wanted.into()]).await
}

/// Tabs until the focus is on what the selector finds, and checks every stop on the way.
async fn tab_to(session: &Session, wanted: &str, at_most: usize) -> Result<Vec<Focus>> {
    let mut way = Vec::new();
    for _ in 0..at_most {
        session.press(TAB).await?;
        let stop = focus(session, wanted).await?;
        assert_ne!(stop.area, "nowhere", "on the way to {wanted}: {:?}", way.last());
        assert!(stop.outlined, "nothing shows the focus on {}", stop.what);
        session.until(&format!("{} is in view and not covered", stop.what), SEEN).await?;
        let arrived = stop.matches;
        way.push(stop);
        if arrived {
            return Ok(way);
        }
    }
    let last = way.last().map_or("nothing", |stop| stop.what.as_str());
    Err(Error::new(format!("{at_most} tabs did not reach {wanted}, but {last}")))
}

/// The focus must be somewhere that can be seen after something went away under it.
async fn focus_is_kept(session: &Session, after: &str) -> Result {
    let stop = focus(session, "*").await?;
    assert_ne!(stop.area, "nowhere", "the focus is lost after {after}");
    Ok(())
}

#[test]
fn tab_goes_through_the_page_in_order_beginning_with_the_ways_to_skip() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let skips: usize = session.ask("return document.querySelectorAll('.skip a').length").await?;
        let way = tab_to(session, "#explorer input", 400).await?;
        let areas: Vec<&str> = way.iter().map(|stop| stop.area.as_str()).collect();
        assert!(skips > 0 && areas.iter().take(skips).all(|area| *area == "skip"), "{areas:?}");
        let mut order = areas;
        order.dedup();
        assert_eq!(order, ["skip", "bar", "main"]);
        for stop in &way {
            assert!(stop.onward, "Tab goes back to {}", stop.what);
        }
        Ok(())
    })
}

#[test]
fn every_way_to_skip_leads_past_what_comes_before() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let targets: Vec<String> =
            session.ask("return [...document.querySelectorAll('.skip a')].map((link) => link.hash)").await?;
        for target in targets {
            session.open_awake("").await?;
            tab_to(session, &format!(".skip [href='{target}']"), 10).await?;
            session.press(ENTER).await?;
            session.until("the skip is done", &format!("return location.hash === '{target}'")).await?;
            session.press(TAB).await?;
            let inside: bool = session
                .ask_about(
                    "const target = document.querySelector(arguments[0]);
                    const element = document.activeElement;
                    return element !== document.body && (target.contains(element)
                        || !!(target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))",
                    vec![target.as_str().into()],
                )
                .await?;
            assert!(inside, "after {target} Tab goes on from there");
        }
        Ok(())
    })
}

#[test]
fn filters_and_search_work_from_the_keyboard() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        tab_to(session, ".skip [href='#explorer']", 10).await?;
        session.press(ENTER).await?;
        tab_to(session, parts::SEARCH, 5).await?;
        session.press('a').await?;
        let typed = session.settled().await?;
        assert_eq!((typed.search.as_str(), typed.chips.len()), ("a", 1));

        tab_to(session, parts::PILLAR, 5).await?;
        session.press(SPACE).await?;
        let chosen = session.settled().await?;
        assert_eq!(chosen.checked, plain.values("pillar").get(..1).unwrap_or_default());
        assert_eq!(chosen.chips.len(), 2);
        focus_is_kept(session, "choosing").await?;

        tab_to(session, parts::CHIP, 100).await?;
        session.press(ENTER).await?;
        let left = session.settled().await?;
        assert_eq!(left.chips.len(), 1, "{:?}", left.chips);
        focus_is_kept(session, "removing a chip").await?;
        Ok(())
    })
}

#[test]
fn the_focus_survives_removing_the_last_chip_and_clearing() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let values = plain.values("pillar");
        let value = values.last().map_or("", String::as_str);
        for (query, button) in [
            (format!("?{value}"), parts::CHIP),
            (format!("?{value}&q=a"), parts::CLEAR),
            ("?q=qxzzqx".to_owned(), parts::WAY_OUT),
            (format!("?{value}&q=qxzzqx"), parts::LAST_WAY_OUT),
        ] {
            session.open_awake(&query).await?;
            tab_to(session, ".skip [href='#results']", 10).await?;
            session.press(ENTER).await?;
            tab_to(session, button, 20).await?;
            session.press(ENTER).await?;
            let cleared = session.settled().await?;
            assert!(!cleared.cards.is_empty(), "{query}: {button}");
            focus_is_kept(session, &format!("{button} in {query}")).await?;
            // The next step goes on near by, forwards and backwards.
            session.press_with(Some(SHIFT), TAB).await?;
            focus_is_kept(session, &format!("{button} in {query}, one step back")).await?;
        }
        Ok(())
    })
}

#[test]
fn on_a_phone_the_filters_open_and_close_from_the_keyboard() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.resize(390, 844).await?;
        let plain = session.open_awake("").await?;
        tab_to(session, ".skip [href='#results']", 10).await?;
        session.press(ENTER).await?;
        tab_to(session, parts::OPEN_FILTERS, 20).await?;
        session.press(ENTER).await?;
        session.until("the filters open", "return !!document.querySelector('#filters:popover-open')").await?;
        tab_to(session, "#filters input[type=checkbox]", 10).await?;
        session.press(SPACE).await?;
        let chosen = session.settled().await?;
        assert_eq!(chosen.checked.len(), 1);
        assert_ne!(chosen.cards, plain.cards);
        session.press(ESCAPE).await?;
        session.until("the filters close", "return !document.querySelector('#filters:popover-open')").await?;
        let stop = focus(session, parts::OPEN_FILTERS).await?;
        assert!(stop.matches, "the focus goes back to what opened them, not to {}", stop.what);
        Ok(())
    })
}
