//! Putting parts of the briefing on the pages of others: what the panel says is what a page gets.

use crate::barriers::{Barriers, look_in};
use e2e::host::Host;
use e2e::{BrowserOptions, Result, Session, browse, parts};

/// What can be copied, by name.
const FIELDS: &str = "return Object.fromEntries(['link', 'frame', 'element']
    .map((name) => [name, document.querySelector(`.share [name=${name}]`).value]))";

#[derive(Debug, serde::Deserialize)]
struct Fields {
    link: String,
    frame: String,
    element: String,
}

async fn opened(session: &Session) -> Result<Fields> {
    session.find(parts::SHARE).await?.click().await?;
    session.until("the panel is open", parts::SHARE_OPENED).await?;
    session.ask(FIELDS).await
}

async fn chosen(session: &Session, name: &str, value: &str) -> Result<Fields> {
    let script = "document.querySelector(`.share [name=${arguments[0]}][value='${arguments[1]}']`).click()";
    session.ask_about::<()>(script, vec![name.into(), value.into()]).await?;
    session.ask(FIELDS).await
}

#[test]
fn the_panel_shares_what_the_page_filters_and_goes_away_again() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let view = session.open_awake("").await?;
        let status = view.values("status").last().cloned().unwrap_or_default();
        session.press_choice(&status).await?;
        let query = format!("?{status}");
        session.until_view("the address follows", |view| view.query == query).await?;
        let site = session.settings.site.to_string();
        let route = opened(session).await?;
        assert_eq!(route.link, format!("{site}#route"));
        assert!(route.frame.contains(&format!("src=\"{site}embed/timeline.html\"")), "{route:?}");

        let cards = chosen(session, "part", "commitments").await?;
        assert_eq!(cards.link, format!("{site}{query}#roadmap"));
        assert!(cards.frame.contains(&format!("src=\"{site}embed/commitments.html{query}\"")), "{cards:?}");
        assert!(cards.element.contains(&format!("query=\"{status}\"")), "{cards:?}");
        let dark = chosen(session, "scheme", "dark").await?;
        assert!(dark.frame.contains(&format!("{query}&amp;scheme=dark\"")), "{dark:?}");
        assert!(dark.element.contains("theme=\"dark\""), "{dark:?}");
        let tall = chosen(session, "size", "640 800").await?;
        assert!(tall.frame.contains("width=\"640\" height=\"800\""), "{tall:?}");
        let preview = "const frame = document.querySelector('.share iframe');
            const box = frame.getBoundingClientRect(), stage = frame.parentElement.getBoundingClientRect();
            return frame.src.endsWith('scheme=dark') && Math.abs(box.width - stage.width) < 2
                && frame.contentDocument?.documentElement.dataset.ready === ''
                && frame.contentDocument.querySelectorAll('[data-commitment]').length > 0";
        session.until("the preview is what will be seen, at its size", preview).await?;

        session.press('\u{e00c}').await?;
        let closed = "return !document.querySelector('#share[open]') && document.activeElement.matches(arguments[0])";
        assert!(session.ask_about::<bool>(closed, vec![parts::SHARE.into()]).await?, "the focus is where it was");
        let again = opened(session).await?;
        assert_eq!(again.link, route.link, "it begins anew");
        Ok(())
    })
}

#[test]
fn an_open_entry_is_what_is_shared() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let id: String = session.ask("return document.querySelector('article[data-commitment]').id").await?;
        session.open_plain(&format!("share.html#{id}")).await?;
        session.until("the page has its panel", "return !!document.querySelector('.share.wired')").await?;
        let fields: Fields = session.ask(FIELDS).await?;
        assert_eq!(fields.link, format!("{}#{id}", session.settings.site));
        assert!(fields.frame.contains(&format!("embed/entry/{id}.html")), "{fields:?}");
        assert!(fields.element.contains(&format!("entry=\"{id}\"")), "{fields:?}");
        Ok(())
    })
}

#[test]
fn what_is_copied_works_on_the_page_of_another() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        opened(session).await?;
        let fields = chosen(session, "part", "figures").await?;
        let host = Host::serve(&format!("{}{}", fields.frame, fields.element))?;
        session.client.goto(&host.address).await?;
        let element = "return document.querySelector('partnership-briefing')?.shadowRoot?.querySelector('iframe')
            ?.getBoundingClientRect().height > 100";
        session.until("the element has made its frame", element).await?;
        session.client.clone().enter_frame(0).await?;
        session.until("the part is in the frame", "return Boolean(document.querySelector('h2'))").await?;
        let title = session.find("h2").await?.text().await?;
        assert!(!title.is_empty());
        Ok(())
    })
}

#[test]
fn copying_is_confirmed_and_where_it_is_refused_the_text_is_selected() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        opened(session).await?;
        let clipboard = |ends: &str| {
            format!(
                "Object.defineProperty(navigator, 'clipboard', {{ configurable: true,
                    value: {{ writeText: (text) => {{ window.copied = text; return Promise.{ends}; }} }} }})"
            )
        };
        let press = "document.querySelector('.share [data-copies=frame]').click()";
        let said = "const said = document.querySelector('.share .said').textContent;";
        session.ask::<()>(&clipboard("resolve()")).await?;
        session.ask::<()>(press).await?;
        session
            .until(
                "it is confirmed",
                &format!("{said} return said !== '' && !!document.querySelector('.share [data-done]')"),
            )
            .await?;
        assert!(session.ask::<bool>("return window.copied.startsWith('<iframe ')").await?);
        let confirmed: String = session.ask(&format!("{said} return said")).await?;
        session.ask::<()>(&clipboard("reject(new Error('no'))")).await?;
        session.ask::<()>(press).await?;
        let other = format!("{said} return said !== '' && said !== arguments[0]");
        let script = format!("return (function () {{ {other} }})({})", serde_json::json!(confirmed));
        session.until("it says what to do instead", &script).await?;
        let selected = "const field = document.activeElement;
            return field.name === 'frame' && field.selectionEnd - field.selectionStart === field.value.length
                && !document.querySelector('.share [data-done]')";
        assert!(session.ask::<bool>(selected).await?, "all of it is selected");
        Ok(())
    })
}

#[test]
fn without_scripts_there_is_a_page_that_leads_to_the_parts() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("share.html").await?;
        assert!(!session.find(".share form").await?.is_displayed().await?);
        let part = session.find(".share .plainly a").await?;
        assert!(part.is_displayed().await?);
        part.click().await?;
        assert!(!session.find("main").await?.text().await?.is_empty());
        Ok(())
    })
}

#[test]
fn the_panel_fits_and_has_no_barriers() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let mut found = Barriers::default();
        for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
            session.resize(width, height).await?;
            session.open_awake("").await?;
            // In a narrow window it stands in the menu.
            session.ask::<()>("document.querySelector('#menu [data-share]').click()").await?;
            session.until("the panel is open", "return !!document.querySelector('#share[open] .wired')").await?;
            let over = "const panel = document.getElementById('share');
                return panel.scrollWidth - panel.clientWidth";
            assert_eq!(session.ask::<i32>(over).await?, 0, "it sticks out at {width}");
            look_in(session, "#share", &format!("the panel at {width}"), &mut found).await?;
        }
        assert!(found.is_empty(), "barriers:\n{found}");
        Ok(())
    })
}
