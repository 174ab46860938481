//! The presentation: keys, links to slides, the view that is presented, and the ways in and out.

use e2e::host::Host;
use e2e::parts::CARD;
use e2e::{BrowserOptions, Error, Result, Session, browse, parts};
use serde::Deserialize;

const RIGHT: char = '\u{e014}';
const LEFT: char = '\u{e012}';
const DOWN: char = '\u{e015}';
const UP: char = '\u{e013}';
const PAGE_DOWN: char = '\u{e00f}';
const PAGE_UP: char = '\u{e00e}';
const HOME: char = '\u{e011}';
const END: char = '\u{e010}';
const BACKSPACE: char = '\u{e003}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

/// What the audience sees.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Stage {
    /// The names of the slides that are in the layout.
    pub(crate) shown: Vec<String>,
    /// Which one it is, and of how many.
    pub(crate) place: (usize, usize),
    fragment: String,
    /// The quiet line.
    line: String,
    steps: usize,
}

const STAGE: &str = "
    const name = (slide) => slide.id || slide.querySelector('article').id;
    const shown = [...document.querySelectorAll('.slide')].filter((slide) => slide.getClientRects().length);
    const place = document.querySelector('#ways .place').textContent.split('/').map(Number);
    return { shown: shown.map(name), place, fragment: location.hash.slice(1), steps: history.length,
        line: document.querySelector('#slide-note').textContent };";

pub(crate) async fn stage(session: &Session) -> Result<Stage> {
    session.ask(STAGE).await
}

/// Opens the presentation and waits for the engine.
pub(crate) async fn present(session: &Session, below: &str) -> Result<Stage> {
    session.open_awake(&format!("present.html{below}")).await?;
    session.settled().await?;
    stage(session).await
}

/// The name of each slide, in order.
pub(crate) async fn names(session: &Session) -> Result<Vec<String>> {
    session
        .ask(
            "return [...document.querySelectorAll('.slide')]
                .map((slide) => slide.id || slide.querySelector('article').id)",
        )
        .await
}

#[test]
fn keys_and_clickers_go_from_slide_to_slide() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let opened = present(session, "").await?;
        let names = names(session).await?;
        assert_eq!(opened.shown, [names[0].as_str()], "one at a time");
        assert_eq!(opened.place, (1, names.len()));
        let last = names.len() - 1;
        for (key, at) in [
            (RIGHT, 1),
            (DOWN, 2),
            (' ', 3),
            (PAGE_DOWN, 4),
            (LEFT, 3),
            (UP, 2),
            (PAGE_UP, 1),
            (BACKSPACE, 0),
            (LEFT, 0),
            (END, last),
            (RIGHT, last),
            (HOME, 0),
            ('3', 0),
            (ENTER, 2),
        ] {
            session.press(key).await?;
            let stage = stage(session).await?;
            assert_eq!(stage.shown, [names[at].as_str()], "after {key:?}");
            assert_eq!((stage.place.0, stage.steps), (at + 1, opened.steps), "after {key:?}");
            let written = if stage.fragment.is_empty() { &names[0] } else { &stage.fragment };
            assert_eq!(written, &names[at], "the address names the slide");
        }
        let said: String = session.ask("return document.querySelector('#slide-said').textContent").await?;
        let title: String = session.ask("return document.querySelector('.slide[data-current] h2').textContent").await?;
        assert!(said.contains(&title) && said.contains('3'), "{said:?} does not tell of {title:?}");
        // Both signs that clickers send make the screen black, and any key brings the slide back.
        for key in ['.', 'b'] {
            session.press(key).await?;
            let top = "return getComputedStyle(document.body, '::after').backgroundColor";
            assert_eq!(session.ask::<String>(top).await?, "rgb(0, 0, 0)");
            session.press(RIGHT).await?;
            assert_ne!(session.ask::<String>(top).await?, "rgb(0, 0, 0)");
            assert_eq!(stage(session).await?.shown, [names[2].as_str()], "a key that lights the screen does no more");
        }
        assert!(session.complaints().await?.is_empty());
        Ok(())
    })
}

#[test]
fn buttons_and_marks_lead_to_slides_and_notes_say_why() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        present(session, "").await?;
        let names = names(session).await?;
        session.find("#ways [data-do=next]").await?.click().await?;
        assert_eq!(stage(session).await?.shown, [names[1].as_str()]);
        session.find("#ways [data-do=previous]").await?.click().await?;
        assert_eq!(stage(session).await?.shown, [names[0].as_str()]);
        present(session, "#next").await?;
        let step = session.find(".frame-next .body a").await?;
        let id = step.prop("hash").await?.unwrap_or_default();
        step.click().await?;
        assert_eq!(format!("#{}", stage(session).await?.shown.concat()), id, "a step leads to its commitment");
        let notes = session.find(".slide[data-current] .notes li").await?;

        assert!(!notes.is_displayed().await?);
        session.press('n').await?;
        assert!(notes.is_displayed().await? && notes.text().await?.len() > 5);
        session.press(RIGHT).await?;
        assert!(session.find(".slide[data-current] .notes li").await?.is_displayed().await?, "they stay open");
        session.press(ESCAPE).await?;
        assert!(!session.find(".slide[data-current] .notes").await?.is_displayed().await?);
        assert!(session.client.current_url().await?.path().ends_with("present.html"), "only the notes are closed");
        Ok(())
    })
}

#[test]
fn the_view_of_the_page_is_presented_and_nothing_else() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillar = plain.values("pillar").into_iter().find(|value| plain.count(value) > 1).unwrap_or_default();
        let view = session.open_awake(&format!("?{pillar}")).await?;
        let whole = present(session, "").await?;
        let some = present(session, &format!("?{pillar}")).await?;
        let slides: Vec<String> =
            session.ask(&format!("return [...document.querySelectorAll('{CARD}')].map((claim) => claim.id)")).await?;
        assert_eq!(slides, view.cards, "the same commitments in the same order");
        assert_eq!(whole.place.1 - some.place.1, plain.cards.len() - view.cards.len());
        let out: usize =
            session.ask("return document.querySelectorAll('.matrix [data-place][data-out]').length").await?;
        assert_eq!(out, plain.cards.len() - view.cards.len(), "the matrix shows what is left out");
        // The head of a pillar in the matrix chooses it, and the address says so.
        let before = present(session, "#roadmap").await?;
        session.find(".matrix thead [data-view]").await?.click().await?;
        session.settled().await?;
        let after = stage(session).await?;
        assert!(after.shown == before.shown && after.place.1 < before.place.1, "{after:?}");
        assert!(session.ask::<String>("return location.search").await?.contains("pillar="));
        // A link to a slide shows it, and one to nothing shows the first one and says so.
        let (shown, hidden) = (view.cards.last(), plain.cards.iter().find(|id| !view.cards.contains(id)));
        let (shown, hidden) = shown.zip(hidden).ok_or_else(|| Error::new("the filter hides nothing"))?;
        let linked = present(session, &format!("?{pillar}#{shown}")).await?;
        assert_eq!((linked.shown.concat(), linked.line), (shown.clone(), String::new()));
        for id in [hidden.as_str(), "nonsense", "%E0%A4%A"] {
            let linked = present(session, &format!("?{pillar}#{id}")).await?;
            assert_eq!(linked.place.0, 1, "{id}");
            assert!(linked.line.len() > 10, "{id} is not there, and nothing says so");
        }
        Ok(())
    })
}

#[test]
fn a_presentation_of_nothing_says_so_and_leads_back() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let stage = present(session, "?q=qxzzqx").await?;
        assert_eq!(stage.shown, ["roadmap"], "it is seen at once");
        assert!(session.find(".empty h3").await?.is_displayed().await?);
        assert!(!session.find(".matrix").await?.is_displayed().await?);
        let back = session.find(".back a").await?;
        let href = back.prop("href").await?.unwrap_or_default();
        assert!(href.contains("index.html?q=qxzzqx"), "{href}");
        session.click(parts::LAST_WAY_OUT).await?;
        assert!(session.find(".matrix").await?.is_displayed().await?, "everything is back");
        Ok(())
    })
}

#[test]
fn it_is_entered_and_left_at_the_same_place() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillar = plain.values("pillar").pop().unwrap_or_default();
        let view = session.open_awake(&format!("?{pillar}")).await?;
        let card = view.cards.last().map_or("", String::as_str);
        let bring = "document.getElementById(arguments[0]).scrollIntoView({ block: 'start' })";
        session.ask_about::<()>(bring, vec![card.into()]).await?;
        // What stands above may have a height that is only estimated, so the reader's place is that of the card.
        let top = format!("document.getElementById('{card}').getBoundingClientRect().top");
        let place: f64 = session.ask(&format!("return {top}")).await?;
        session.press('p').await?;
        let shown = "return document.querySelector('.slide[data-current] article')?.id";
        let shown = format!("{shown} === '{card}' && 'ready' in document.documentElement.dataset");
        session.until("its slide is shown", &shown).await?;
        assert_eq!(session.ask::<String>("return location.search").await?, view.query);
        session.press(LEFT).await?;
        session.press(ESCAPE).await?;
        session.until_view("the page is back", |back| back.ready && back.cards == view.cards).await?;
        session.until("it is at the same place", &format!("return Math.abs({top} - {place}) < 3")).await?;
        // Whoever came by a link is led to the page with the same view, at the entry.
        present(session, &format!("?{pillar}#{card}")).await?;
        session.press(ESCAPE).await?;
        let back = session.until_view("the page comes", |back| back.ready).await?;
        assert_eq!(back.query, format!("?{pillar}"));
        let opened = format!("return Boolean(document.querySelector('{}')?.getClientRects().length)", parts::ENTRY);
        session.until("the entry is open", &opened).await?;
        // An entry that is open can be presented, by key and never while keys are switched off.
        session.press('p').await?;
        session.until("its slide is shown", &shown).await?;
        session.ask::<()>("localStorage.setItem('briefing-single-keys', 'off')").await?;
        for key in ['n', 'b', '.'] {
            session.press(key).await?;
        }
        let quiet =
            "return !('notes' in document.documentElement.dataset) && !('black' in document.documentElement.dataset)";
        assert!(session.ask::<bool>(quiet).await?, "single keys are off");
        session.open_awake("").await?;
        session.press('p').await?;
        session.settled().await?;
        assert!(!session.client.current_url().await?.path().ends_with("present.html"), "single keys are off");
        // The link takes the view along as well.
        session.open_awake(&format!("?{pillar}")).await?;
        session.click(".results .bar a[data-present]").await?;
        session.until("the presentation comes", "return !!document.querySelector('.slide[data-current]')").await?;
        assert_eq!(session.ask::<String>("return location.search").await?, format!("?{pillar}"));
        Ok(())
    })
}

#[test]
fn in_a_frame_it_takes_nothing_from_the_page_around_it() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| {
        let site = &session.settings.site;
        let frame = |more: &str| {
            format!("<iframe {more} width=960 height=540 src=\"{site}present.html?scheme=light#route\"></iframe>")
        };
        let host = Host::serve(&format!("<button>here</button>{}{}", frame(""), frame("sandbox=\"allow-scripts\"")))?;
        session.client.goto(&host.address).await?;
        session.ask::<()>("document.querySelector('button').focus()").await?;
        let steps: usize = session.ask("return history.length").await?;
        for frame in [0, 1] {
            session.client.clone().enter_frame(frame).await?;
            session.until("a slide is shown", "return !!document.querySelector('.slide[data-current]')").await?;
            assert_eq!(stage(session).await?.shown, ["route"]);
            let paper: String =
                session.ask("return getComputedStyle(document.documentElement).backgroundColor").await?;
            assert_eq!(paper, "rgb(251, 252, 251)", "the address asks for light");
            session.client.clone().enter_parent_frame().await?;
        }
        assert!(session.ask::<bool>("return document.activeElement.localName === 'button'").await?);
        session.client.clone().enter_frame(0).await?;
        session.find(".frame-route h2").await?.click().await?;
        session.press(RIGHT).await?;
        let next = "return document.querySelector('.slide[data-current]')?.id !== 'route'";
        session.until("the keys work once the reader is in it", next).await?;
        session.press(ESCAPE).await?;
        assert!(session.client.current_url().await?.as_str().contains("127.0.0.1"));
        assert_eq!(stage(session).await?.shown.len(), 1, "Escape leads nowhere from a frame");
        assert_eq!(session.find("#ways a").await?.attr("target").await?.as_deref(), Some("_blank"));
        session.client.clone().enter_parent_frame().await?;
        assert_eq!(session.ask::<usize>("return history.length").await?, steps, "the history is the host's");
        Ok(())
    })
}
