//! Filters: what they show, what their numbers promise, and how they go together.

use crate::texts::texts;
use e2e::{BrowserOptions, Error, Result, Session, View, browse, parts};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn waking_the_page_changes_no_word() -> Result {
    let asleep = browse(BrowserOptions::NO_SCRIPTS, async |session: &Session| {
        session.open_plain("").await?;
        Ok((session.view().await?, texts(session).await?))
    })?;
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let view = session.open_awake("").await?;
        assert_eq!(view.cards, asleep.0.cards);
        assert_eq!(view.counts, asleep.0.counts);
        assert_eq!(view.status, asleep.0.status);
        assert_eq!(texts(session).await?, asleep.1);
        Ok(())
    })
}

/// The first and the last of the values of a facet.
fn ends(values: &[String]) -> impl Iterator<Item = &String> {
    values.first().into_iter().chain(values.get(1..).and_then(<[String]>::last))
}

#[test]
fn each_number_is_what_its_filter_shows() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let total = plain.cards.len();
        assert_eq!(plain.status, [total, total]);
        for facet in plain.facets() {
            let values = plain.values(&facet);
            let numbers = |view: &View| -> Vec<i64> { values.iter().map(|value| view.count(value)).collect() };
            // The tests of the core go through all of them.
            for value in ends(&values) {
                let view = session.press_choice(value).await?;
                assert_eq!(view.checked.as_slice(), std::slice::from_ref(value));
                let shown = view.cards.len();
                assert_eq!(i64::try_from(shown)?, plain.count(value), "{value}");
                assert_eq!(view.status, [shown, total], "{value}: the status line");
                assert_eq!(view.chips.len(), 1, "{value}: {:?}", view.chips);
                assert_eq!(view.ways.is_empty(), shown > 0, "{value}: {:?}", view.ways);
                assert_eq!(numbers(&view), numbers(&plain), "a choice leaves the numbers of its own facet alone");
                assert_eq!(session.press_choice(value).await?.cards, plain.cards);
            }
        }
        Ok(())
    })
}

#[test]
fn values_of_a_facet_add_up_and_facets_narrow_each_other() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let mut alone: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for facet in plain.facets() {
            for value in ends(&plain.values(&facet)) {
                let shown = session.press_choice(value).await?.set();
                alone.insert(value.clone(), shown);
                session.press_choice(value).await?;
            }
        }
        // Each facet gets two values, one of which the same commitment has everywhere, so that
        // something remains to the end.
        let kept = common_card(&plain, &alone)?;
        let mut expected = plain.set();
        for facet in plain.facets() {
            let values = plain.values(&facet);
            let has = |value: &&String| alone.get(*value).is_some_and(|set| set.contains(&kept));
            let Some(first) = values.iter().find(has) else {
                continue;
            };
            let mut chosen = alone.get(first).cloned().unwrap_or_default();
            let narrowed = |chosen: &BTreeSet<String>| -> Vec<String> {
                let both = |id: &&String| expected.contains(*id) && chosen.contains(*id);
                plain.cards.iter().filter(both).cloned().collect()
            };
            let view = session.press_choice(first).await?;
            assert_eq!(view.cards, narrowed(&chosen), "and {first}");
            if let Some(second) = values.iter().find(|value| alone.contains_key(*value) && !has(value)) {
                chosen.extend(alone.get(second).cloned().unwrap_or_default());
                let view = session.press_choice(second).await?;
                assert_eq!(view.cards, narrowed(&chosen), "and {first} or {second}");
            }
            expected = narrowed(&chosen).into_iter().collect();
            let shown = session.view().await?.status;
            assert_eq!(shown, [expected.len(), plain.cards.len()]);
        }
        assert!(expected.contains(&kept));
        Ok(())
    })
}

/// The card that is found under most facets.
fn common_card(plain: &View, alone: &BTreeMap<String, BTreeSet<String>>) -> Result<String> {
    let values_of = |id: &&String| alone.values().filter(|set| set.contains(*id)).count();
    let card = plain.cards.iter().max_by_key(values_of);
    card.cloned().ok_or_else(|| Error::new("the page has no cards"))
}

#[test]
fn chips_take_back_one_choice_and_clear_takes_back_all() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillars = plain.values("pillar");
        let statuses = plain.values("status");
        let (Some(pillar), Some(status)) = (pillars.last(), statuses.last()) else {
            return Err(Error::new("the page has no pillar or no status to choose"));
        };
        let one = session.press_choice(pillar).await?;
        let two = session.press_choice(status).await?;
        assert_eq!(two.chips.len(), 2);
        session.search("a").await?;
        session.click(".chip:nth-of-type(3)").await?;
        let back = session.view().await?;
        assert_eq!(back.essence(), two.essence(), "the last chip is the search");
        let back = session.click(".chip:nth-of-type(2)").await?;
        assert_eq!(back.essence(), one.essence());
        session.search("a").await?;
        let back = session.click(parts::CLEAR).await?;
        assert_eq!(back.essence(), plain.essence());
        assert!(back.chips.is_empty());
        Ok(())
    })
}
