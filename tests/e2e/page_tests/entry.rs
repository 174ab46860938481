//! An entry with its proof: opened from anywhere, walked through, copied from, and left again.

use e2e::{BrowserOptions, Error, Result, Session, browse, parts};
use serde::Deserialize;

const ESCAPE: char = '\u{e00c}';
const LEFT: char = '\u{e012}';
const RIGHT: char = '\u{e014}';

/// The dialog as it is seen.
#[derive(Debug, Deserialize)]
struct Entry {
    open: bool,
    title: String,
    position: String,
    /// Whether it says that the filters hide the entry.
    hidden: bool,
    /// The paragraphs it stands on, as they are marked.
    proofs: Vec<String>,
    /// The same, from the card.
    cited: Vec<String>,
    /// Words beside each paragraph.
    gists: Vec<String>,
    /// The status that the ladder marks, and that of the card.
    status: (String, String),
    /// What the address names.
    fragment: String,
}

async fn entry(session: &Session) -> Result<Entry> {
    let script = "
        const text = (element) => element?.textContent.replace(/\\s+/g, ' ').trim() ?? '';
        const dialog = document.querySelector('dialog.entry');
        const all = (root, selector) => [...(root?.querySelectorAll(selector) ?? [])].map(text);
        const fragment = location.hash.slice(1);
        const card = fragment ? document.querySelector(`article#${CSS.escape(fragment)}`) : null;
        const note = dialog.querySelector('.caption');
        return {
            open: dialog.open,
            title: text(dialog.querySelector('h2')),
            position: text(dialog.querySelector('.position')).split(',')[0],
            hidden: note.getClientRects().length > 0,
            proofs: all(dialog, '.proof li .mark'),
            cited: all(card, '.cites a.mark'),
            gists: all(dialog, '.proof li > div > p:first-child'),
            status: [text(dialog.querySelector('.ladder [aria-current]')), text(card?.querySelector('.top b'))],
            fragment,
        }";
    session.ask(script).await
}

async fn until_open(session: &Session) -> Result<Entry> {
    session.until("the entry opens", &format!("return !!document.querySelector('{}')", parts::ENTRY)).await?;
    entry(session).await
}

async fn until_closed(session: &Session) -> Result<Entry> {
    session.until("the entry closes", &format!("return !document.querySelector('{}')", parts::ENTRY)).await?;
    entry(session).await
}

/// The id of a card with several marks, in the middle of the page.
async fn somewhere(session: &Session) -> Result<String> {
    let plain = session.open_awake("").await?;
    plain.cards.get(plain.cards.len() / 2).cloned().ok_or_else(|| Error::new("the page has no cards"))
}

#[test]
fn a_title_opens_the_entry_with_every_paragraph_it_stands_on() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let id = somewhere(session).await?;
        session.click(&format!("#{id} h4 a")).await?;
        let shown = until_open(session).await?;
        assert_eq!(shown.fragment, id, "it has an address of its own");
        assert!(!shown.cited.is_empty() && shown.proofs == shown.cited, "{shown:?}");
        assert!(shown.gists.len() == shown.proofs.len() && shown.gists.iter().all(|gist| gist.len() > 10), "{shown:?}");
        assert_eq!(shown.status.0, shown.status.1, "the ladder marks the status of the card");
        assert!(!shown.hidden);
        session.press(ESCAPE).await?;
        let left = until_closed(session).await?;
        assert_eq!(left.fragment, "", "closing leaves the address");
        let back: String = session.ask("return document.activeElement.closest('article')?.id ?? ''").await?;
        assert_eq!(back, id, "the focus goes back to where it was");
        Ok(())
    })
}

#[test]
fn back_closes_the_entry_and_forward_opens_it_again() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let id = somewhere(session).await?;
        session.click(&format!("#{id} h4 a")).await?;
        until_open(session).await?;
        session.press(RIGHT).await?;
        let next = entry(session).await?;
        session.client.back().await?;
        assert_eq!(until_closed(session).await?.fragment, "", "entries walked through are one step");
        session.client.forward().await?;
        assert_eq!(until_open(session).await?.title, next.title);
        Ok(())
    })
}

#[test]
fn arrows_walk_through_the_filtered_list_and_round() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let values = plain.values("status");
        let narrowed = session.press_choice(values.get(1).map_or("", String::as_str)).await?;
        let (count, first) = (narrowed.cards.len(), narrowed.cards.first().map_or("", String::as_str));
        assert!(count > 1 && count < plain.cards.len());
        session.click(&format!("#{first} h4 a")).await?;
        until_open(session).await?;
        let mut walked = Vec::new();
        for _ in 0..count {
            let shown = entry(session).await?;
            assert!(shown.position.contains(&count.to_string()), "{}", shown.position);
            walked.push(shown.fragment);
            session.press(RIGHT).await?;
        }
        assert_eq!(walked, narrowed.cards, "in the order of the list");
        assert_eq!(entry(session).await?.fragment, first, "after the last comes the first");
        session.press(LEFT).await?;
        assert_eq!(Some(&entry(session).await?.fragment), narrowed.cards.last());
        Ok(())
    })
}

#[test]
fn an_address_opens_its_entry_even_where_the_filters_hide_it() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillars = plain.values("pillar");
        let (Some(pillar), Some(last)) = (pillars.first(), plain.cards.last()) else {
            return Err(Error::new("the page has no pillar or no card"));
        };
        let narrowed = session.open_awake(&format!("?{pillar}#{last}")).await?;
        let shown = until_open(session).await?;
        assert!(shown.hidden, "it says that the filters hide it");
        assert_eq!(shown.fragment, *last);
        assert!(!shown.proofs.is_empty(), "{shown:?}");
        session.press(RIGHT).await?;
        let next = entry(session).await?;
        assert!(narrowed.cards.first() == Some(&next.fragment) && !next.hidden, "{next:?}");
        session.press(ESCAPE).await?;
        until_closed(session).await?;
        assert_eq!(session.view().await?.cards, narrowed.cards, "the choices are as they were");
        Ok(())
    })
}

#[test]
fn a_double_click_opens_and_the_scrim_and_the_cross_close() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let id = somewhere(session).await?;
        let twice = "const link = document.querySelector(arguments[0]);
            const at = { bubbles: true, cancelable: true, view: window };
            link.dispatchEvent(new MouseEvent('click', { ...at, detail: 1 }));
            await new Promise((done) => setTimeout(done));
            const top = document.querySelector('dialog.entry[open]') ?? link;
            top.dispatchEvent(new MouseEvent('click', { ...at, detail: 2 }))";
        let title = format!("#{id} h4 a");
        session.ask_about::<()>(&format!("return (async () => {{ {twice} }})()"), vec![title.as_str().into()]).await?;
        assert!(until_open(session).await?.open);
        session
            .ask::<()>(
                "document.querySelector('dialog.entry').dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            )
            .await?;
        until_closed(session).await?;
        session.click(&title).await?;
        until_open(session).await?;
        session.click("dialog.entry [data-do=close]").await?;
        until_closed(session).await?;
        Ok(())
    })
}

#[test]
fn citations_are_copied_in_three_forms() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let id = somewhere(session).await?;
        session
            .ask::<()>(
                "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
                    writeText: (text) => { window.copied = text; return Promise.resolve(); } } })",
            )
            .await?;
        session.click(&format!("#{id} h4 a")).await?;
        let shown = until_open(session).await?;
        let address = session.client.current_url().await?;
        let mut all = Vec::new();
        for button in 0..3 {
            session.click(&format!("dialog.entry [data-cite-as='{button}']")).await?;
            session.until("it is said", "return !!document.querySelector('dialog.entry .said').textContent").await?;
            let copied: String = session.ask("return window.copied").await?;
            assert!(copied.contains(&shown.title) && copied.contains(address.as_str()), "{copied}");
            all.push(copied);
        }
        let [plain, chicago, bibtex] = all.as_slice() else { return Err(Error::new("three forms")) };
        let first = shown.proofs.first().map_or("", String::as_str);
        assert!(plain.contains(first), "{plain} names {first}");
        assert!(chicago.starts_with('“') && bibtex.starts_with(&format!("@misc{{{id},")), "{chicago} {bibtex}");
        session.click("dialog.entry [data-do=copy]").await?;
        let link: String = session.ask("return window.copied").await?;
        assert!(link.ends_with(&format!("#{id}")), "{link}");
        Ok(())
    })
}

#[test]
fn a_citation_that_cannot_be_copied_is_shown() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let id = somewhere(session).await?;
        session
            .ask::<()>("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })")
            .await?;
        // Also from the card, whose dialog then opens.
        session.click(&format!("#{id} [data-copy]")).await?;
        until_open(session).await?;
        let field = "return document.querySelector('dialog.entry .address:not([hidden]) textarea')?.value ?? ''";
        session.until("the link is shown", &format!("return (() => {{ {field} }})() !== ''")).await?;
        assert!(session.ask::<String>(field).await?.ends_with(&format!("#{id}")));
        session.click("dialog.entry [data-cite-as='2']").await?;
        session.until("the citation is shown", &format!("return (() => {{ {field} }})().startsWith('@')")).await
    })
}

#[test]
fn without_scripts_the_address_of_an_entry_shows_its_card_and_proof() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let id: String = session.find("article[data-commitment]").await?.attr("id").await?.unwrap_or_default();
        session.open_plain(&format!("#{id}")).await?;
        let shown = format!("return document.querySelector('#{id} .cites span').getClientRects().length > 0");
        session.until("the proof is open", &shown).await
    })
}
