//! Back and Forward: step by step through what was chosen, past what was typed.

use e2e::{BrowserOptions, Error, Result, Session, View, browse, parts};

/// The parts of a view that Back must bring back, the address included.
fn key(view: &View) -> (Vec<String>, Vec<String>, String, String) {
    let (cards, checked, search) = view.essence();
    (cards.into(), checked.into(), search.into(), view.query.clone())
}

#[test]
fn back_and_forward_go_through_the_views_step_by_step() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("?utm_source=x").await?;
        let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
        let ([one, other, ..], Some(status)) = (pillars.as_slice(), statuses.last()) else {
            return Err(Error::new("the page has too little to choose"));
        };
        let mut views = vec![plain.clone()];
        views.push(session.press_choice(one).await?);
        views.push(session.press_choice(other).await?);
        views.push(session.press_choice(status).await?);
        views.push(session.press_choice(one).await?);
        views.push(session.click(parts::CLEAR).await?);
        for (step, pair) in views.windows(2).enumerate() {
            assert!(pair.iter().all(|view| view.ready));
            let steps: Vec<usize> = pair.iter().map(|view| view.steps).collect();
            assert_eq!(steps.first().map(|n| n + 1), steps.last().copied(), "step {step}");
        }
        for view in views.iter().rev().skip(1) {
            session.client.back().await?;
            session.until_view("Back brings the view before", |now| key(now) == key(view)).await?;
        }
        for view in views.iter().skip(1) {
            session.client.forward().await?;
            session.until_view("Forward brings the view after", |now| key(now) == key(view)).await?;
        }
        Ok(())
    })
}

#[test]
fn typing_makes_no_steps_and_is_not_lost() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        for letter in ["t", "r", "a", "d", "e"] {
            session.search(letter).await?;
        }
        let typed = session.until_view("the address follows the typing", |view| view.query == "?q=trade").await?;
        assert_eq!(typed.steps, plain.steps);
        let pillars = plain.values("pillar");
        let pillar = pillars.last().map_or("", String::as_str);
        let chosen = session.press_choice(pillar).await?;
        assert_eq!(chosen.steps, typed.steps + 1);
        assert_eq!(chosen.search, "trade");
        session.client.back().await?;
        session.until_view("Back keeps the search", |now| key(now) == key(&typed)).await?;
        Ok(())
    })
}

#[test]
fn what_was_typed_just_before_a_choice_is_there_after_back() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let plain = session.open_awake("").await?;
        let pillars = plain.values("pillar");
        let pillar = pillars.last().map_or("", String::as_str);
        // Both in one go, before the address has had time to follow the typing.
        session
            .ask_about::<()>(
                "const box = document.querySelector('input[name=q]');
                box.value = 'trade';
                box.dispatchEvent(new InputEvent('input', { bubbles: true }));
                document.querySelector(`input[name=pillar][value=${arguments[0]}]`).click()",
                vec![pillar.rsplit('=').next().unwrap_or_default().into()],
            )
            .await?;
        let chosen = session.settled().await?;
        assert_eq!((chosen.search.as_str(), chosen.checked.len()), ("trade", 1));
        // WebKit's own button leaves out steps that no hand has made, as these.
        session.ask::<()>("history.back()").await?;
        session.until_view("Back takes the choice back", |now| now.checked.is_empty()).await?;
        let back = session.settled().await?;
        assert_eq!(back.search, "trade", "Back takes one step back, not two");
        Ok(())
    })
}
