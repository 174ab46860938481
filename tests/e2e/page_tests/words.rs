//! Without scripts the page is complete, its links work, and the pillars can be chosen.

use crate::texts::{Texts, texts};
use e2e::{BrowserOptions, Error, Result, Session, browse, parts};
use fantoccini::Locator;
use std::collections::BTreeSet;

#[test]
fn without_scripts_every_word_is_there() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let view = session.view().await?;
        let Texts { cards, entries, .. } = texts(session).await?;
        assert!(!view.ready);
        assert!(!view.cards.is_empty());
        let ids: Vec<String> = cards.into_iter().map(|(id, _)| id).collect();
        assert_eq!(view.cards, ids, "every commitment is in the layout");
        assert_eq!(view.status, [ids.len(), ids.len()]);
        let pillars = view.values("pillar");
        let sum: i64 = pillars.iter().map(|pillar| view.count(pillar)).sum();
        assert_eq!(usize::try_from(sum)?, ids.len());
        assert!(!entries.is_empty());
        let hidden: Vec<String> = session
            .ask(
                "return [...document.querySelectorAll('li[data-entry]')]
                .filter((entry) => !entry.getClientRects().length || !entry.closest('ol'))
                .map((entry) => entry.id)",
            )
            .await?;
        assert!(hidden.is_empty(), "entries not shown in a list: {hidden:?}");
        let first = session.find("article[data-commitment]").await?;
        assert!(first.is_displayed().await?);
        Ok(())
    })
}

#[test]
fn every_id_is_there_once() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let twice: Vec<String> = session
            .ask(
                "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
                return ids.filter((id, at) => !id || ids.indexOf(id) !== at)",
            )
            .await?;
        assert!(twice.is_empty(), "ids more than once: {twice:?}");
        Ok(())
    })
}

#[test]
fn every_link_in_the_page_and_every_source_mark_leads_somewhere() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        let lost: Vec<String> = session
            .ask(
                "return [...document.querySelectorAll('a[href^=\"#\"], a[data-cite]')]
                .map((link) => link.getAttribute('href'))
                .filter((href) => !document.getElementById(href.slice(1)))",
            )
            .await?;
        assert!(lost.is_empty(), "links to nowhere: {lost:?}");
        let marks = texts(session).await?.marks;
        assert!(!marks.is_empty());
        for (cite, target) in marks {
            let (code, paragraph) = cite.split_once(':').unwrap_or_default();
            assert_eq!(target, format!("{code}-{paragraph}"), "{cite}");
        }
        let unfounded: Vec<String> = session
            .ask(
                "return [...document.querySelectorAll('article[data-commitment], li[data-entry]')]
                .filter((entry) => !entry.querySelector('a[data-cite]')).map((entry) => entry.id)",
            )
            .await?;
        assert!(unfounded.is_empty(), "without a source: {unfounded:?}");
        Ok(())
    })
}

#[test]
fn without_scripts_a_source_mark_leads_to_its_paragraph() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        for mark in ["li[data-entry] a[data-cite]", "article[data-commitment] a[data-cite]"] {
            let href = session.find(mark).await?.prop("hash").await?;
            let href = href.unwrap_or_default();
            session.click(mark).await?;
            let (target, seen): (String, bool) = session
                .ask(
                    "const target = document.querySelector(':target');
                    const place = target.getBoundingClientRect();
                    const top = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
                    return ['#' + target.id, target.contains(top)]",
                )
                .await?;
            assert_eq!(target, href);
            assert!(seen, "{href} is out of view or something lies over it");
        }
        Ok(())
    })
}

#[test]
fn without_scripts_pillars_can_be_chosen() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        pillars_filter(session).await
    })
}

/// Chooses pillars one by one, then two at once, and takes the choices back. Also what is promised
/// when the engine is broken.
pub(crate) async fn pillars_filter(session: &Session) -> Result {
    let plain = session.view().await?;
    let pillars = plain.values("pillar");
    for pillar in &pillars {
        let view = session.press_choice(pillar).await?;
        assert_eq!(view.checked.as_slice(), std::slice::from_ref(pillar));
        assert_eq!(view.cards, of_pillar(session, pillar).await?, "{pillar}");
        let back = session.press_choice(pillar).await?;
        assert_eq!(back.cards, plain.cards, "{pillar} taken back");
    }
    let [.., one, other] = pillars.as_slice() else {
        return Err(Error::new("the page has fewer than two pillars"));
    };
    session.press_choice(one).await?;
    session.press_choice(other).await?;
    let both: BTreeSet<String> =
        of_pillar(session, one).await?.into_iter().chain(of_pillar(session, other).await?).collect();
    // The driver has its own idea of what is displayed, which is asked once.
    let mut displayed = BTreeSet::new();
    let cards = Locator::Css("article[data-commitment]");
    for card in session.client.find_all(cards).await? {
        if card.is_displayed().await? {
            displayed.extend(card.attr("id").await?);
        }
    }
    assert_eq!(displayed, both, "{one} or {other}");
    session.press_choice(one).await?;
    let back = session.press_choice(other).await?;
    assert_eq!(back.cards, plain.cards, "both taken back");
    Ok(())
}

/// The cards of a pillar, chosen or not, shown or not.
async fn of_pillar(session: &Session, pillar: &str) -> Result<Vec<String>> {
    let id = pillar.rsplit('=').next().unwrap_or_default();
    let cards = format!(
        "return [...document.querySelectorAll('[data-pillar=\"{id}\"] article[data-commitment]')]
        .map((card) => card.id)"
    );
    let cards: Vec<String> = session.ask(&cards).await?;
    assert!(!cards.is_empty(), "{pillar} has no cards");
    Ok(cards)
}

#[test]
fn without_scripts_what_needs_them_is_not_shown() -> Result {
    browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        let mut found = Vec::new();
        for width in [1440, 390] {
            session.resize(width, 844).await?;
            session.open_plain("").await?;
            if width == 390 {
                session.click(parts::OPEN_FILTERS).await?;
            }
            let mut dead = dead_controls(session).await?;
            if session.find(parts::THEME).await?.is_displayed().await? {
                dead.push("the choice of theme".into());
            }
            found.extend(dead.into_iter().map(|control| format!("at {width}: {control}")));
        }
        assert!(found.is_empty(), "shown and useless: {found:#?}");
        Ok(())
    })
}

/// What is shown although it does nothing without the engine.
pub(crate) async fn dead_controls(session: &Session) -> Result<Vec<String>> {
    let mut dead = Vec::new();
    for control in session.client.find_all(Locator::Css(parts::NEEDS_ENGINE)).await? {
        if control.is_displayed().await? {
            let html = control.html(false).await?;
            dead.push(html.chars().take(80).collect());
        }
    }
    Ok(dead)
}
