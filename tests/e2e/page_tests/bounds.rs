//! Bounds: nothing scrolls sideways, nothing is fetched from elsewhere, nothing breaks the policy.

use e2e::{BrowserOptions, Result, Session, browse, parts};

const ESCAPE: char = '\u{e00c}';

const WIDTHS: [u32; 6] = [1440, 1180, 1024, 768, 390, 320];

/// How far the page sticks out to the right, and what does.
async fn overhang(session: &Session) -> Result<(i64, Vec<String>)> {
    session
        .ask(
            "const root = document.documentElement;
            const over = root.scrollWidth - root.clientWidth;
            const out = [...document.body.querySelectorAll('*')].filter((element) => {
                const box = element.getBoundingClientRect();
                return box.width && box.right > root.clientWidth + 1;
            });
            return [over, over > 0 ? out.slice(0, 6).map((element) => element.cloneNode().outerHTML.slice(0, 90)) : []]",
        )
        .await
}

#[test]
fn nothing_scrolls_sideways() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillars = plain.values("pillar");
        let pillar = pillars.last().map_or("", String::as_str);
        let long = "a".repeat(150);
        let mut found = Vec::new();
        for query in [format!("?{pillar}&q=a"), format!("?q={long}&status={long}"), String::new()] {
            session.open_awake(&query).await?;
            for width in WIDTHS {
                session.resize(width, 800).await?;
                let (over, what) = overhang(session).await?;
                if over > 0 {
                    let name: String = query.chars().take(24).collect();
                    found.push(format!("  {over} px at {width}, {name:?}: {what:#?}"));
                }
            }
        }
        for width in WIDTHS {
            session.resize(width, 800).await?;
            if session.find(parts::OPEN_FILTERS).await?.is_displayed().await? {
                session.click(parts::OPEN_FILTERS).await?;
                let sticks: bool = session
                    .ask(
                        "const sheet = document.querySelector('#filters:popover-open');
                        return sheet.scrollWidth > sheet.clientWidth
                            || sheet.getBoundingClientRect().right > innerWidth",
                    )
                    .await?;
                assert!(!sticks, "the filters scroll sideways at {width}");
                session.press(ESCAPE).await?;
            }
        }
        assert!(found.is_empty(), "sticking out:\n{}", found.join("\n"));
        Ok(())
    })
}

#[test]
fn everything_comes_from_the_site_itself_and_keeps_to_the_policy() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let values = plain.values("pillar");
        session.press_choice(values.last().map_or("", String::as_str)).await?;
        session.search("a qxzzqx").await?;
        session.click(parts::LAST_WAY_OUT).await?;
        session.click(parts::THEME).await?;
        session.click(parts::THEME).await?;
        session.click(parts::COPY).await?;
        session.resize(390, 844).await?;
        session.click(parts::OPEN_FILTERS).await?;
        session.until("the fonts have come", "return document.fonts.status === 'loaded'").await?;
        let foreign: Vec<String> = session
            .ask(
                "return performance.getEntriesByType('resource').map((entry) => entry.name)
                .filter((name) => !name.startsWith('data:') && new URL(name).origin !== location.origin)",
            )
            .await?;
        assert!(foreign.is_empty(), "{foreign:?}");
        let fetched: usize = session.ask("return performance.getEntriesByType('resource').length").await?;
        assert!(fetched > 2, "the engine, its data and the stylesheet");
        let complaints = session.complaints().await?;
        assert!(complaints.is_empty(), "{complaints:#?}");
        Ok(())
    })
}

#[test]
fn the_theme_can_be_chosen_and_is_remembered() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| {
        session.open_awake("").await?;
        let background = "return getComputedStyle(document.documentElement).backgroundColor";
        let as_device: String = session.ask(background).await?;
        let mut seen = Vec::new();
        for _ in 0..3 {
            session.click(parts::THEME).await?;
            let color: String = session.ask(background).await?;
            session.open_awake("").await?;
            let after: String = session.ask(background).await?;
            assert_eq!(after, color, "the choice outlives the page");
            seen.push(color);
        }
        assert_eq!(seen.last(), Some(&as_device), "three presses lead back");
        assert!(seen.iter().any(|color| *color != as_device), "{seen:?}");
        Ok(())
    })
}
