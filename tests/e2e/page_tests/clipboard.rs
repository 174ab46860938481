//! Copying the link of a view, with and without the browser's leave.

use e2e::{BrowserOptions, Result, Session, browse, parts};

const BUTTON: &str = parts::COPY;

/// What the page says after copying: words, and the address when it is shown in a field.
async fn answer(session: &Session) -> Result<(String, String)> {
    let script = "const field = document.querySelector('.address:not([hidden]) textarea');
        return [document.getElementById('said').textContent.trim(), field?.value ?? '']";
    session
        .until("the page says how copying went", &format!("return (() => {{ {script} }})().some((part) => part)"))
        .await?;
    session.ask(script).await
}

#[test]
fn the_link_is_copied_or_shown() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("?utm_source=x").await?;
        session.click(BUTTON).await?;
        let (said, field) = answer(session).await?;
        let address = session.client.current_url().await?;
        assert!(field == address.as_str() || (field.is_empty() && !said.is_empty()), "{said} {field}");
        Ok(())
    })
}

#[test]
fn what_is_copied_is_the_address_of_the_view() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        // A clipboard that can be looked into.
        session
            .ask::<()>(
                "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
                    writeText: (text) => { window.copied = text; return Promise.resolve(); } } })",
            )
            .await?;
        let values = plain.values("pillar");
        session.press_choice(values.last().map_or("", String::as_str)).await?;
        session.search("a").await?;
        let view = session.until_view("the address follows", |view| view.query.contains("q=a")).await?;
        session.click(BUTTON).await?;
        let (_, field) = answer(session).await?;
        assert_eq!(field, "");
        let copied: String = session.ask("return window.copied").await?;
        assert_eq!(copied, session.client.current_url().await?.as_str());
        assert!(copied.ends_with(&view.query));
        session.until("the confirmation goes away", "return !document.getElementById('said').textContent.trim()").await
    })
}

#[test]
fn what_was_typed_a_moment_ago_is_in_the_copied_link() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        // All in one go, before the address has had time to follow the typing.
        let copied: String = session
            .ask(
                "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
                    writeText: (text) => { window.copied = text; return Promise.resolve(); } } });
                const box = document.querySelector('input[name=q]');
                box.value = 'trade';
                box.dispatchEvent(new InputEvent('input', { bubbles: true }));
                document.querySelector('[data-copy=view]').click();
                return window.copied",
            )
            .await?;
        assert!(copied.ends_with("?q=trade"), "{copied}");
        Ok(())
    })
}

#[test]
fn when_copying_is_refused_the_address_is_shown() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        for refusal in ["undefined", "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"] {
            session.open_awake("?utm_source=x").await?;
            let script =
                format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {refusal} }})");
            session.ask::<()>(&script).await?;
            session.click(BUTTON).await?;
            let (_, field) = answer(session).await?;
            assert_eq!(field, session.client.current_url().await?.as_str(), "{refusal}");
            let field = session.find(".address:not([hidden]) textarea").await?;
            assert!(field.is_displayed().await?, "{refusal}");
        }
        Ok(())
    })
}
