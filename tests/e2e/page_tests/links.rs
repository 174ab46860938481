//! Links: what somebody sees, somebody else sees after following the link.

use e2e::{BrowserOptions, Error, Result, Session, View, browse, parts};

/// A view with something of everything, made by hand.
async fn build(session: &Session) -> Result<View> {
    let mut view = session.open_awake("").await?;
    for facet in view.facets() {
        // The numbers say what each choice would leave, so that something remains to the end.
        let mut values = view.values(&facet);
        values.sort_by_key(|value| -view.count(value));
        for value in values.iter().take(2) {
            view = session.press_choice(value).await?;
        }
    }
    session.search("e & ü+%").await?;
    session.search_anew("e A").await?;
    session.until_view("the address follows the search", |view| view.query.ends_with("q=e%20A")).await
}

#[test]
fn a_shared_link_opens_the_same_view() -> Result {
    let (built, query) = browse(BrowserOptions::USUAL, async |session: &Session| {
        let built = build(session).await?;
        let address = session.client.current_url().await?;
        let query = address.as_str().replacen(&session.settings.site, "", 1);
        Ok((built, query))
    })?;
    assert!(!built.cards.is_empty(), "{query} shows something");
    assert!(built.checked.len() > 6);
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake(&query).await?;
        let opened = session.settled().await?;
        assert_eq!(opened.essence(), built.essence());
        assert_eq!(opened.chips, built.chips);
        assert_eq!(opened.marked, built.marked);
        assert_eq!(opened.query, built.query, "opening a link does not change it");
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        Ok(())
    })
}

#[test]
fn signs_that_mean_something_in_links_can_be_searched_for() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        session.open_awake("").await?;
        let typed = "50% & a=b+c # ü 協力 ?q=";
        let view = session.search(typed).await?;
        assert_eq!(view.search, typed);
        let view = session.until_view("the address follows the search", |view| !view.query.is_empty()).await?;
        let opened = session.open_awake(&view.query).await?;
        assert_eq!(opened.search, typed);
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        Ok(())
    })
}

#[test]
fn what_is_not_ours_in_a_link_is_kept() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let foreign = ["utm_source=x", "ref=a%20b", "flag"];
        let plain = session.open_awake(&format!("?{}", foreign.join("&"))).await?;
        assert!(plain.notices.is_empty(), "{:?}", plain.notices);
        let values = [plain.values("pillar"), plain.values("status")].concat();
        let (Some(first), Some(last)) = (values.first(), values.last()) else {
            return Err(Error::new("the page has nothing to choose"));
        };
        session.press_choice(first).await?;
        session.press_choice(last).await?;
        session.search("a").await?;
        let view = session.until_view("the address follows", |view| view.query.contains("q=a")).await?;
        for part in foreign {
            assert!(view.query.split(['?', '&']).any(|found| found == part), "{}", view.query);
        }
        let view = session.click(parts::CLEAR).await?;
        assert_eq!(view.query, plain.query, "clearing leaves them too");
        Ok(())
    })
}

#[test]
fn a_plainly_submitted_form_is_understood() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillars = plain.values("pillar");
        let [one, other, ..] = pillars.as_slice() else {
            return Err(Error::new("the page has fewer than two pillars"));
        };
        session.press_choice(one).await?;
        session.press_choice(other).await?;
        let ours = session.search("a e").await?;
        assert_eq!(ours.checked, [one.clone(), other.clone()]);
        // A form names a value once for each box, and writes a space as a plus.
        let form = session.open_awake(&format!("?{one}&{other}&q=a+e")).await?;
        assert_eq!(form.essence(), ours.essence());
        assert!(form.notices.is_empty(), "{:?}", form.notices);
        Ok(())
    })
}
