//! Links: what somebody sees, somebody else sees after following the link.

use journeys::{Failure, Outcome, Reader, View, Wish, journey, parts};

/// A view with something of everything, made by hand.
async fn build(reader: &Reader) -> Outcome<View> {
    let mut view = reader.open_awake("").await?;
    for facet in view.facets() {
        // The numbers say what each choice would leave, so that something remains to the end.
        let mut values = view.values(&facet);
        values.sort_by_key(|value| -view.count(value));
        for value in values.iter().take(2) {
            view = reader.press_choice(value).await?;
        }
    }
    reader.search("e & ü+%").await?;
    reader.search_anew("e A").await?;
    reader.until_view("the address follows the search", |view| view.query.ends_with("q=e%20A")).await
}

#[test]
fn a_shared_link_opens_the_same_view() -> Outcome {
    let (built, query) = journey(Wish::USUAL, async |reader: &Reader| {
        let built = build(reader).await?;
        let address = reader.client.current_url().await?;
        let query = address.as_str().replacen(&reader.settings.site, "", 1);
        Ok((built, query))
    })?;
    assert!(!built.cards.is_empty(), "{query} shows something");
    assert!(built.checked.len() > 6);
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake(&query).await?;
        let opened = reader.settled().await?;
        assert_eq!(opened.essence(), built.essence());
        assert_eq!(opened.chips, built.chips);
        assert_eq!(opened.marked, built.marked);
        assert_eq!(opened.query, built.query, "opening a link does not change it");
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        Ok(())
    })
}

#[test]
fn signs_that_mean_something_in_links_can_be_searched_for() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        reader.open_awake("").await?;
        let typed = "50% & a=b+c # ü 協力 ?q=";
        let view = reader.search(typed).await?;
        assert_eq!(view.search, typed);
        let view = reader.until_view("the address follows the search", |view| !view.query.is_empty()).await?;
        let opened = reader.open_awake(&view.query).await?;
        assert_eq!(opened.search, typed);
        assert!(opened.notices.is_empty(), "{:?}", opened.notices);
        Ok(())
    })
}

#[test]
fn what_is_not_ours_in_a_link_is_kept() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let foreign = ["utm_source=x", "ref=a%20b", "flag"];
        let plain = reader.open_awake(&format!("?{}", foreign.join("&"))).await?;
        assert!(plain.notices.is_empty(), "{:?}", plain.notices);
        let values = [plain.values("pillar"), plain.values("status")].concat();
        let (Some(first), Some(last)) = (values.first(), values.last()) else {
            return Err(Failure::new("the page has nothing to choose"));
        };
        reader.press_choice(first).await?;
        reader.press_choice(last).await?;
        reader.search("a").await?;
        let view = reader.until_view("the address follows", |view| view.query.contains("q=a")).await?;
        for part in foreign {
            assert!(view.query.split(['?', '&']).any(|found| found == part), "{}", view.query);
        }
        let view = reader.click(parts::CLEAR).await?;
        assert_eq!(view.query, plain.query, "clearing leaves them too");
        Ok(())
    })
}

#[test]
fn a_plainly_submitted_form_is_understood() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| {
        let plain = reader.open_awake("").await?;
        let pillars = plain.values("pillar");
        let [one, other, ..] = pillars.as_slice() else {
            return Err(Failure::new("the page has fewer than two pillars"));
        };
        reader.press_choice(one).await?;
        reader.press_choice(other).await?;
        let ours = reader.search("a e").await?;
        assert_eq!(ours.checked, [one.clone(), other.clone()]);
        // A form names a value once for each box, and writes a space as a plus.
        let form = reader.open_awake(&format!("?{one}&{other}&q=a+e")).await?;
        assert_eq!(form.essence(), ours.essence());
        assert!(form.notices.is_empty(), "{:?}", form.notices);
        Ok(())
    })
}
