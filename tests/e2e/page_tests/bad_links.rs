//! Bad links: the page opens, says what it left out, and runs nothing.

use e2e::{BrowserOptions, Result, Session, View, browse};

/// Longer than any address that a host takes: most refuse 8 000 signs, and ours 65 535.
const LONG: usize = 60_000;

/// Opens a link and checks what holds for every link.
async fn open(session: &Session, link: &str) -> Result<View> {
    let view = session.open_awake(link).await?;
    let name: String = link.chars().take(60).collect();
    assert!(view.notices.len() <= 1, "{name}: {:?}", view.notices);
    assert!(session.client.get_alert_text().await.is_err(), "{name}: an alert");
    let (ran, foreign): (bool, usize) = session
        .ask(
            "return [window.ran !== undefined,
                document.querySelectorAll('#explorer :is(script, img, iframe, [onerror])').length]",
        )
        .await?;
    assert!(!ran, "{name}: something of the link was run");
    assert_eq!(foreign, 0, "{name}: something of the link became an element");
    let steps = "return document.querySelectorAll('#explorer input[type=checkbox]').length > 0";
    assert!(session.ask::<bool>(steps).await?, "{name}");
    Ok(view)
}

#[test]
fn what_a_link_asks_for_in_vain_is_said_in_one_line() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = open(session, "").await?;
        assert!(plain.notices.is_empty());
        let long = "a".repeat(LONG);
        for (link, named) in [
            ("?pillar=no-such-pillar", "no-such-pillar"),
            ("?pillar=one,two&status=three&kind=four&partner=five&source=six", "three"),
            ("?status=%E0%A4", ""),
            ("?status=%E0%A4%A", ""),
            ("?status=%", ""),
            ("?q=%FF%FE", ""),
            ("?q=%zz", ""),
            ("?pillar=<img src=x onerror=window.ran=1>", "<img"),
            (&format!("?pillar={long}"), "aaaa"),
            ("?view=graph", "graph"),
            ("?sort=colour", "colour"),
            ("#no-such-entry", "no-such-entry"),
            ("#%E0%A4", "%E0%A4"),
            (&format!("#{long}"), "aaaa"),
        ] {
            let view = open(session, link).await?;
            let name: String = link.chars().take(60).collect();
            assert_eq!(view.notices.len(), 1, "{name}");
            let notice = view.notices.first().map_or("", String::as_str);
            assert!(notice.contains(named), "{name}: {notice}");
            assert!(notice.chars().count() < 400, "{name}: one line, not {notice}");
            assert_eq!(view.cards, plain.cards, "{name}: the rest of the link counts");
        }
        Ok(())
    })
}

#[test]
fn a_half_wrong_link_shows_its_right_half() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = open(session, "").await?;
        let pillars = plain.values("pillar");
        let pillar = pillars.last().map_or("", String::as_str);
        let right = open(session, &format!("?{pillar}")).await?;
        let half = open(session, &format!("?{pillar},nonsense&status=%E0%A4&q=%")).await?;
        assert_eq!(half.essence(), right.essence());
        assert_eq!(half.notices.len(), 1);
        // The line has done its work when the reader moves on.
        let next = session.press_choice(pillar).await?;
        assert!(next.notices.is_empty(), "{:?}", next.notices);
        Ok(())
    })
}

#[test]
fn very_long_links_open() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let long = "a".repeat(LONG);
        let words = "a+".repeat(LONG / 2);
        let many = "status=x&".repeat(LONG / 9);
        for query in [format!("?q={long}"), format!("?q={words}"), format!("?{many}")] {
            let name: String = query.chars().take(12).collect();
            let view = open(session, &query).await?;
            assert_eq!(view.notices.len(), 1, "{name}");
            assert!(view.search.len() < 1_000, "{name}");
        }
        for foreign in [format!("?x={long}"), format!("?{long}"), "?".repeat(LONG)] {
            open(session, &foreign).await?;
        }
        Ok(())
    })
}

#[test]
fn nothing_in_a_link_is_run() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for text in [
            "<script>window.ran=1;alert(1)</script>",
            "\"><img src=x onerror=window.ran=1>",
            "'><svg onload=alert(1)>",
            "javascript:window.ran=1",
            "{{7*7}}${7*7}",
            "</style></title><iframe srcdoc='<script>parent.ran=1</script>'>",
        ] {
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let view = open(session, &format!("?q={encoded}")).await?;
            assert_eq!(view.search, text, "the box shows it as it is");
            assert!(view.notices.is_empty(), "{text}: {:?}", view.notices);
            let chip = view.chips.last().map_or("", String::as_str);
            assert!(chip.contains(text), "{text}: the chip shows {chip}");
            // As it is typed into the address bar, without any encoding.
            open(session, &format!("?q={}", text.replace(['&', '#', '+', '%'], ""))).await?;
            open(session, &format!("#{text}")).await?;
        }
        Ok(())
    })
}

#[test]
fn odd_links_open_the_plain_view() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = open(session, "").await?;
        for link in [
            "?",
            "?&&&",
            "?=",
            "?=x",
            "?q=",
            "?q",
            "?pillar",
            "?pillar=",
            "?pillar=,,,",
            "?__proto__=1&constructor=2",
            "?x=%E0%A4",
            "?#",
            "?q=+%20+",
        ] {
            let view = open(session, link).await?;
            assert_eq!(view.cards, plain.cards, "{link}");
            assert!(view.notices.is_empty(), "{link}: {:?}", view.notices);
            assert!(view.chips.is_empty(), "{link}: {:?}", view.chips);
        }
        Ok(())
    })
}
