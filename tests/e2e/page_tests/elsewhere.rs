//! Beyond the cards: what a search finds in the rest of the briefing, and what cites a paragraph.

use e2e::{BrowserOptions, Error, Result, Session, browse};

/// The ids that the list of what was found elsewhere leads to.
async fn found(session: &Session) -> Result<Vec<String>> {
    session.ask("return [...document.querySelectorAll('.elsewhere a')].map((link) => link.hash.slice(1))").await
}

/// A paragraph that a card and another entry both cite, and everything on the page that cites it.
async fn paragraph(session: &Session) -> Result<(String, Vec<String>)> {
    let found: Option<(String, Vec<String>)> = session
        .ask(
            "const citing = new Map();
            for (const mark of document.querySelectorAll('main a[data-cite]')) {
                const entry = mark.closest('[id]').id;
                const all = citing.get(mark.dataset.cite) ?? new Set();
                citing.set(mark.dataset.cite, all.add(entry));
            }
            const isCard = (id) => document.getElementById(id).matches('[data-commitment]');
            for (const [key, ids] of citing) {
                const cards = [...ids].filter(isCard).length;
                if (cards > 0 && cards < ids.size) return [key, [...ids]];
            }
            return null",
        )
        .await?;
    found.ok_or_else(|| Error::new("no paragraph is cited by a card and by something else"))
}

#[test]
fn a_square_shows_everything_that_cites_its_paragraph_and_back_undoes_it() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let (key, mut citing) = paragraph(session).await?;
        let square = format!("#{} a", key.replace(':', "-"));
        // The whole bar stays above, so the square is chosen where a keyboard would choose it.
        session.ask::<()>(&format!("document.querySelector('{square}').click()")).await?;
        let shown = session.until_view("the address names the paragraph", |view| view.query.contains("cites=")).await?;
        // What stands beside the cards follows them.
        session.settled().await?;
        let mut here = shown.cards.clone();
        here.extend(found(session).await?);
        for id in &here {
            assert!(citing.contains(id), "{id} does not cite {key}");
        }
        // The texts of masthead and pillars cite too, and are not entries.
        citing.retain(|id| plain.cards.contains(id));
        assert!(citing.iter().all(|id| shown.cards.contains(id)), "every card that cites {key} is shown");
        assert!(here.len() > shown.cards.len(), "something beyond the cards is found");
        // WebKit's own button leaves out steps that no hand has made, as this one.
        session.ask::<()>("history.back()").await?;
        let back = session.until_view("the cards are back", |view| view.query.is_empty()).await?;
        assert_eq!(back.cards, plain.cards);
        session.settled().await?;
        assert!(found(session).await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_search_finds_what_is_no_card_and_leads_to_it() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let title: Option<String> =
            session.ask("return document.querySelector('#positions h4 a, #terms h3 a')?.textContent ?? null").await?;
        let title = title.ok_or_else(|| Error::new("there is nothing beyond the cards"))?;
        session.search(&title).await?;
        let ids = found(session).await?;
        assert!(!ids.is_empty(), "{title} is found");
        for id in ids {
            let there: bool = session.ask(&format!("return document.getElementById('{id}') !== null")).await?;
            assert!(there, "#{id} leads nowhere");
        }
        session.search_anew("qxzzqx").await?;
        assert!(found(session).await?.is_empty());
        Ok(())
    })
}
