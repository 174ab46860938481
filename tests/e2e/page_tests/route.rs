//! The route: globe, timeline and address follow the reader, and the reader follows the globe.

use e2e::{BrowserOptions, Error, Result, Session, browse};
use serde::Deserialize;

const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';

/// What the route shows.
#[derive(Debug, Deserialize)]
struct Route {
    /// The ids of all blocks of the timeline.
    blocks: Vec<String>,
    /// Those that stand out.
    active: Vec<String>,
    /// The places of the readouts that are shown, in the order of the blocks.
    readouts: Vec<usize>,
    /// The blocks that the drawn ways belong to, how much of each is missing, and whether it is
    /// marked as to come.
    ways: Vec<(String, f64, bool)>,
    /// The blocks that the stops belong to, and whether each is filled.
    stops: Vec<(String, bool)>,
}

impl Route {
    fn place(&self, block: &str) -> usize {
        self.blocks.iter().position(|id| id == block).unwrap_or(usize::MAX)
    }

    /// The ids of the blocks with stops, each once, in order.
    fn legs(&self) -> Vec<String> {
        let mut legs: Vec<String> = self.stops.iter().map(|(block, _)| block.clone()).collect();
        legs.dedup();
        legs
    }

    /// Whether exactly what the reader has come to with `block` is drawn.
    fn is_at(&self, block: &str) -> bool {
        let at = self.place(block);
        self.active == [block]
            && self.readouts == [at]
            && self.ways.iter().all(|(to, missing, ahead)| {
                let reached = self.place(to) <= at;
                *ahead != reached && (*missing < 0.001) == reached
            })
            && self.stops.iter().all(|(of, filled)| *filled == (self.place(of) <= at))
    }
}

async fn route(session: &Session) -> Result<Route> {
    session
        .ask(
            "const all = (selector) => [...document.querySelectorAll(selector)];
            const style = (element) => getComputedStyle(element);
            const red = style(document.querySelector('.stops .stop-number')).backgroundColor;
            return {
                blocks: all('.timeline [data-entry]').map((block) => block.id),
                active: all('.timeline [data-active]').map((block) => block.id),
                readouts: all('.readouts p').flatMap((one, at) => one.getClientRects().length ? [at] : []),
                ways: all('.globe g.way').map((way) => [way.dataset.from,
                    Math.abs(parseFloat(style(way.querySelector('.done')).strokeDashoffset)), 'ahead' in way.dataset]),
                stops: all('.globe a').map((stop) => [stop.dataset.from, style(stop.querySelector('.dot')).fill === red]),
            }",
        )
        .await
}

/// Waits until what belongs to a block is drawn to its end.
async fn until_at(session: &Session, block: &str) -> Result {
    for _ in 0..400 {
        if route(session).await?.is_at(block) {
            return Ok(());
        }
        session.settled().await?;
    }
    Err(Error::new(format!("the globe never came to {block}: {:?}", route(session).await?)))
}

async fn scroll_to(session: &Session, block: &str) -> Result {
    let script = "document.getElementById(arguments[0]).scrollIntoView({ behavior: 'instant' })";
    session.ask_about(script, vec![block.into()]).await
}

async fn until_named(session: &Session, block: &str) -> Result {
    let script = format!("return location.hash === '#{block}'");
    session.until(&format!("the address names {block}"), &script).await
}

#[test]
fn globe_and_address_follow_the_reader_up_and_down() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for (width, height) in [(1440, 900), (768, 1024), (390, 844), (320, 256)] {
            session.resize(width, height).await?;
            session.open_awake("?pillar=sd").await?;
            let opened = route(session).await?;
            assert!(opened.active.is_empty() && opened.readouts.len() == 1, "{opened:?}");
            let mut way: Vec<String> = opened.blocks.first().into_iter().cloned().collect();
            way.extend(opened.legs());
            way.extend(opened.blocks.last().cloned());
            for block in way.iter().chain(way.iter().rev()) {
                scroll_to(session, block).await?;
                until_at(session, block).await?;
                until_named(session, block).await?;
            }
            assert_eq!(session.view().await?.query, "?pillar=sd");
        }
        Ok(())
    })
}

#[test]
fn an_address_that_names_something_else_stays_until_the_route_is_read() -> Result {
    browse(BrowserOptions::MOVING, async |session: &Session| {
        session.open_awake("").await?;
        // The way there goes over all of the route.
        session.ask::<()>("document.querySelector('.topbar [href=\"#sources\"]').click()").await?;
        let last = route(session).await?.blocks.pop().unwrap_or_default();
        until_at(session, &last).await?;
        // The address follows two searches, each after a rest of its own; were it to follow the
        // route too, it would have done so by then.
        session
            .ask::<()>(
                "const replace = history.replaceState.bind(history);
            window.written = [];
            history.replaceState = (...step) => { written.push(String(step[2])); replace(...step); }",
            )
            .await?;
        for letter in ["a", "b"] {
            let view = session.search(letter).await?;
            session.until_view("the address follows the search", |now| now.query.ends_with(&view.search)).await?;
        }
        let written: Vec<String> = session.ask("return written").await?;
        assert!(written.iter().all(|address| !address.contains('#')), "{written:?}");
        Ok(())
    })
}

#[test]
fn a_stop_or_a_band_leads_to_its_leg_and_the_focus_goes_along() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for width in [1440, 390] {
            session.resize(width, 844).await?;
            session.open_awake("").await?;
            let legs = route(session).await?.legs();
            assert!(legs.len() > 1);
            for list in [".globe", ".stops", ".diagram"] {
                for leg in &legs {
                    let click = format!(
                        "const links = [...document.querySelectorAll('{list} a[href=\"#{leg}\"]')];
                        const link = links.find((link) => link.getClientRects()[0]?.width);
                        link.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
                    );
                    session.ask::<()>(&click).await?;
                    let focused = format!("return document.activeElement === document.querySelector('#{leg} h4')");
                    session.until(&format!("{list} moves the focus to {leg}"), &focused).await?;
                    until_at(session, leg).await?;
                    until_named(session, leg).await?;
                    let seen: bool = session
                        .ask(
                            "const box = document.activeElement.getBoundingClientRect();
                            const top = document.elementFromPoint(box.x + 5, box.y + 10);
                            return document.activeElement.contains(top)",
                        )
                        .await?;
                    assert!(seen, "the heading of {leg} is covered at {width}");
                }
            }
        }
        Ok(())
    })
}

#[test]
fn the_strip_never_covers_the_focus() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for (width, height) in [(768, 1024), (390, 844)] {
            session.resize(width, height).await?;
            session.open_awake("").await?;
            session.ask::<()>("[...document.querySelectorAll('.timeline a')].at(-1).focus()").await?;
            for _ in 0..40 {
                session.press_with(Some(SHIFT), TAB).await?;
                // The view may follow the focus in the next frame.
                let free = "const element = document.activeElement;
                    if (!element.closest('.timeline')) return true;
                    const box = element.getClientRects()[0];
                    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return element.contains(top)";
                session.until(&format!("what has the focus is not covered, at {width}"), free).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn a_window_that_changes_in_the_middle_of_a_move_ends_where_it_should() -> Result {
    browse(BrowserOptions::MOVING, async |session: &Session| {
        session.open_awake("").await?;
        let opened = route(session).await?;
        let (Some(first), Some(last)) = (opened.blocks.first(), opened.legs().pop()) else { panic!("{opened:?}") };
        scroll_to(session, first).await?;
        until_at(session, first).await?;
        let length: String =
            session.ask("return getComputedStyle(document.querySelector('.way .done')).transitionDuration").await?;
        assert_eq!(length, "0.6s");
        scroll_to(session, &last).await?;
        let started = "return document.querySelectorAll('.way[data-ahead]').length === 0";
        session.until("the ways begin to be drawn", started).await?;
        session.resize(800, 700).await?;
        session.resize(1300, 800).await?;
        scroll_to(session, &last).await?;
        until_at(session, &last).await
    })
}

#[test]
fn who_wants_no_motion_gets_the_same_at_once() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let lengths: Vec<String> = session
            .ask(
                "return [...document.querySelectorAll('.globe path, .globe circle')]
                    .map((element) => getComputedStyle(element).transitionDuration)",
            )
            .await?;
        assert!(!lengths.is_empty() && lengths.iter().all(|length| length == "0s"), "{lengths:?}");
        Ok(())
    })
}

#[test]
fn without_scripts_the_whole_route_is_there() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let route = route(session).await?;
        assert!(route.ways.len() > 1 && route.ways.iter().all(|(_, missing, ahead)| *missing < 0.001 && !ahead));
        assert!(route.stops.iter().all(|(_, filled)| *filled), "{:?}", route.stops);
        let last = route.legs().pop().unwrap_or_default();
        assert_eq!(route.readouts, [route.place(&last)]);
        session.find(".globe").await?;
        let land = "const land = document.querySelector('.sphere img'); land.scrollIntoView();
            return land.complete && land.naturalWidth > 0";
        session.until("the land is there", land).await
    })
}
