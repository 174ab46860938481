//! Putting parts of the briefing on the pages of others: what the panel says is what a page gets.

use crate::barriers::{Barriers, look_in};
use journeys::host::Host;
use journeys::{Outcome, Reader, Wish, journey, parts};

/// What can be copied, by name.
const FIELDS: &str = "return Object.fromEntries(['link', 'frame', 'element']
    .map((name) => [name, document.querySelector(`.share [name=${name}]`).value]))";

#[derive(Debug, serde::Deserialize)]
struct Fields {
    link: String,
    frame: String,
    element: String,
}

async fn opened(reader: &Reader) -> Outcome<Fields> {
    reader.find(parts::SHARE).await?.click().await?;
    reader.until("the panel is open", parts::SHARE_OPENED).await?;
    reader.ask(FIELDS).await
}

async fn chosen(reader: &Reader, name: &str, value: &str) -> Outcome<Fields> {
    let script = "document.querySelector(`.share [name=${arguments[0]}][value='${arguments[1]}']`).click()";
    reader.ask_about::<()>(script, vec![name.into(), value.into()]).await?;
    reader.ask(FIELDS).await
}

#[test]
fn the_panel_shares_what_the_page_filters_and_goes_away_again() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let view = reader.open_awake("").await?;
        let status = view.values("status").last().cloned().unwrap_or_default();
        reader.press_choice(&status).await?;
        let query = format!("?{status}");
        reader.until_view("the address follows", |view| view.query == query).await?;
        let site = reader.settings.site.to_string();
        let route = opened(reader).await?;
        assert_eq!(route.link, format!("{site}#route"));
        assert!(route.frame.contains(&format!("src=\"{site}embed/timeline.html\"")), "{route:?}");

        let cards = chosen(reader, "part", "commitments").await?;
        assert_eq!(cards.link, format!("{site}{query}#roadmap"));
        assert!(cards.frame.contains(&format!("src=\"{site}embed/commitments.html{query}\"")), "{cards:?}");
        assert!(cards.element.contains(&format!("query=\"{status}\"")), "{cards:?}");
        let dark = chosen(reader, "scheme", "dark").await?;
        assert!(dark.frame.contains(&format!("{query}&amp;scheme=dark\"")), "{dark:?}");
        assert!(dark.element.contains("theme=\"dark\""), "{dark:?}");
        let tall = chosen(reader, "size", "640 800").await?;
        assert!(tall.frame.contains("width=\"640\" height=\"800\""), "{tall:?}");
        let preview = "const frame = document.querySelector('.share iframe');
            const box = frame.getBoundingClientRect(), stage = frame.parentElement.getBoundingClientRect();
            return frame.src.endsWith('scheme=dark') && Math.abs(box.width - stage.width) < 2
                && frame.contentDocument?.documentElement.dataset.ready === ''
                && frame.contentDocument.querySelectorAll('[data-commitment]').length > 0";
        reader.until("the preview is what will be seen, at its size", preview).await?;

        reader.press('\u{e00c}').await?;
        let closed = "return !document.querySelector('#share[open]') && document.activeElement.matches(arguments[0])";
        assert!(reader.ask_about::<bool>(closed, vec![parts::SHARE.into()]).await?, "the focus is where it was");
        let again = opened(reader).await?;
        assert_eq!(again.link, route.link, "it begins anew");
        Ok(())
    })
}

#[test]
fn an_open_entry_is_what_is_shared() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        let id: String = reader.ask("return document.querySelector('article[data-commitment]').id").await?;
        reader.open_plain(&format!("share.html#{id}")).await?;
        reader.until("the page has its panel", "return !!document.querySelector('.share.wired')").await?;
        let fields: Fields = reader.ask(FIELDS).await?;
        assert_eq!(fields.link, format!("{}#{id}", reader.settings.site));
        assert!(fields.frame.contains(&format!("embed/entry/{id}.html")), "{fields:?}");
        assert!(fields.element.contains(&format!("entry=\"{id}\"")), "{fields:?}");
        Ok(())
    })
}

#[test]
fn what_is_copied_works_on_the_page_of_another() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        opened(reader).await?;
        let fields = chosen(reader, "part", "figures").await?;
        let host = Host::serve(&format!("{}{}", fields.frame, fields.element))?;
        reader.client.goto(&host.address).await?;
        let element = "return document.querySelector('partnership-briefing')?.shadowRoot?.querySelector('iframe')
            ?.getBoundingClientRect().height > 100";
        reader.until("the element has made its frame", element).await?;
        reader.client.clone().enter_frame(0).await?;
        reader.until("the part is in the frame", "return Boolean(document.querySelector('h2'))").await?;
        let title = reader.find("h2").await?.text().await?;
        assert!(!title.is_empty());
        Ok(())
    })
}

#[test]
fn copying_is_confirmed_and_where_it_is_refused_the_text_is_selected() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        opened(reader).await?;
        let clipboard = |ends: &str| {
            format!(
                "Object.defineProperty(navigator, 'clipboard', {{ configurable: true,
                    value: {{ writeText: (text) => {{ window.copied = text; return Promise.{ends}; }} }} }})"
            )
        };
        let press = "document.querySelector('.share [data-copies=frame]').click()";
        let said = "const said = document.querySelector('.share .said').textContent;";
        reader.ask::<()>(&clipboard("resolve()")).await?;
        reader.ask::<()>(press).await?;
        reader
            .until(
                "it is confirmed",
                &format!("{said} return said !== '' && !!document.querySelector('.share [data-done]')"),
            )
            .await?;
        assert!(reader.ask::<bool>("return window.copied.startsWith('<iframe ')").await?);
        let confirmed: String = reader.ask(&format!("{said} return said")).await?;
        reader.ask::<()>(&clipboard("reject(new Error('no'))")).await?;
        reader.ask::<()>(press).await?;
        let other = format!("{said} return said !== '' && said !== arguments[0]");
        let script = format!("return (function () {{ {other} }})({})", serde_json::json!(confirmed));
        reader.until("it says what to do instead", &script).await?;
        let selected = "const field = document.activeElement;
            return field.name === 'frame' && field.selectionEnd - field.selectionStart === field.value.length
                && !document.querySelector('.share [data-done]')";
        assert!(reader.ask::<bool>(selected).await?, "all of it is selected");
        Ok(())
    })
}

#[test]
fn without_scripts_there_is_a_page_that_leads_to_the_parts() -> Outcome {
    journey(Wish::NO_SCRIPTS, async |reader: &Reader| {
        reader.open_plain("share.html").await?;
        assert!(!reader.find(".share form").await?.is_displayed().await?);
        let part = reader.find(".share .plainly a").await?;
        assert!(part.is_displayed().await?);
        part.click().await?;
        assert!(!reader.find("main").await?.text().await?.is_empty());
        Ok(())
    })
}

#[test]
fn the_panel_fits_and_has_no_barriers() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let mut found = Barriers::default();
        for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
            reader.resize(width, height).await?;
            reader.open_awake("").await?;
            // In a narrow window it stands in the menu.
            reader.ask::<()>("document.querySelector('#menu [data-share]').click()").await?;
            reader.until("the panel is open", "return !!document.querySelector('#share[open] .wired')").await?;
            let over = "const panel = document.getElementById('share');
                return panel.scrollWidth - panel.clientWidth";
            assert_eq!(reader.ask::<i32>(over).await?, 0, "it sticks out at {width}");
            look_in(reader, "#share", &format!("the panel at {width}"), &mut found).await?;
        }
        assert!(found.is_empty(), "barriers:\n{found}");
        Ok(())
    })
}
