//! Accessibility: axe finds no barrier in any state, size and colour scheme.

use e2e::{BrowserOptions, Result, Session, browse, parts};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, fs};

const PHONE: (u32, u32) = (390, 844);
const DESK: (u32, u32) = (1440, 900);

/// Success criteria up to WCAG 2.2 AA, and what axe recommends beyond.
const EVERYTHING: &str =
    "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] }";

/// What another colour scheme changes; axe takes long for everything.
const COLORS: &str = "['color-contrast', 'link-in-text-block']";

/// What other letters change.
const SIZES: &str = "['target-size']";

const RUN: &str = "
    const [where, done] = arguments;
    const reason = (node) => node.any.concat(node.all, node.none).map((check) => check.message).join('; ');
    axe.run(where, { runOnly: RULES, resultTypes: ['violations'] }).then((found) => done({
        passed: found.passes.length,
        barriers: found.violations.map((rule) => ({
            rule: `${rule.id} (${rule.impact}): ${rule.help}`,
            places: rule.nodes.map((node) => `${node.target.join(' ')}: ${reason(node)}`),
        })),
    }), (error) => done({ passed: 0, barriers: [{ rule: String(error), places: [] }] }));";

const LAY_OUT: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];";

/// So many places are told of each rule; the rest is counted.
const TOLD: usize = 4;

#[derive(Deserialize)]
struct Found {
    passed: usize,
    barriers: Vec<Barrier>,
}

#[derive(Deserialize)]
struct Barrier {
    rule: String,
    places: Vec<String>,
}

/// By rule: the places, and the states of the page in which they were found.
#[derive(Default)]
pub(crate) struct Barriers(BTreeMap<String, (BTreeSet<String>, Vec<String>)>);

impl Barriers {
    /// Whether none was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Barriers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (rule, (places, states)) in &self.0 {
            writeln!(f, "  {rule}\n    in {}, at {} places:", states.join(", "), places.len())?;
            for place in places.iter().take(TOLD) {
                writeln!(f, "      {place}")?;
            }
        }
        Ok(())
    }
}

/// Looks for barriers in a part of the page as it is, since axe takes long for all of it, and adds them to `all`
/// under the name of the state.
pub(crate) async fn look_in(session: &Session, part: &str, state: &str, all: &mut Barriers) -> Result {
    look_for(EVERYTHING, session, part, state, all).await
}

async fn look_for(rules: &str, session: &Session, part: &str, state: &str, all: &mut Barriers) -> Result {
    session.settled().await?;
    // What is not in view is not laid out, and axe would find it in places where nobody sees it.
    session.ask::<()>(LAY_OUT).await?;
    let axe = fs::read_to_string(&session.settings.axe)?;
    session.ask::<()>(&axe).await?;
    let found = session.client.execute_async(&RUN.replace("RULES", rules), vec![part.into()]).await?;
    let found: Found = serde_json::from_value(found)?;
    for barrier in found.barriers {
        let (places, states) = all.0.entry(barrier.rule).or_default();
        places.extend(barrier.places);
        states.push(state.to_owned());
    }
    assert!(found.passed > 10 || rules != EVERYTHING, "{state}: axe has hardly looked");
    Ok(())
}

async fn look_everywhere(session: &Session, size: (u32, u32), rules: &str) -> Result {
    session.resize(size.0, size.1).await?;
    let plain = session.open_awake("").await?;
    let dark: bool = session.ask("return matchMedia('(prefers-color-scheme: dark)').matches").await?;
    assert_eq!(dark, session.options.dark, "the page is asked to be dark or not");
    let mut barriers = Barriers::default();
    look_for(rules, session, "html", "plain", &mut barriers).await?;

    let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
    let choice = [pillars.last(), statuses.last()];
    let [pillar, status] = choice.map(|value| value.map_or("", String::as_str));
    session.open_awake(&format!("?{pillar}&q=a&kind=nonsense")).await?;
    look_for(rules, session, "#roadmap", "filtered", &mut barriers).await?;
    session.open_awake(&format!("?{pillar}&{status}&q=qxzzqx")).await?;
    look_for(rules, session, "#roadmap", "empty", &mut barriers).await?;
    session.open_awake(&format!("?{status}&view=table&sort=-date")).await?;
    look_for(rules, session, "#roadmap", "table", &mut barriers).await?;
    let entry = plain.cards.last().map_or("", String::as_str);
    session.open_awake(&format!("?{status}#{entry}")).await?;
    session.until("the entry opens", &format!("return !!document.querySelector('{}')", parts::ENTRY)).await?;
    look_for(rules, session, "#entry", "entry open", &mut barriers).await?;
    session.open_awake("").await?;
    session.press('?').await?;
    session.until("the help opens", "return document.getElementById('help').open").await?;
    look_for(rules, session, "#help", "help open", &mut barriers).await?;
    if size == PHONE {
        session.open_awake(&format!("?{status}")).await?;
        session.click(parts::OPEN_FILTERS).await?;
        session.until("the filters open", "return !!document.querySelector('#filters:popover-open')").await?;
        look_for(rules, session, "#filters", "filters open", &mut barriers).await?;
    }
    session.open_awake("").await?;
    session.find(parts::OPEN_MENU).await?.click().await?;
    session.until("the menu opens", "return !!document.querySelector('#menu:popover-open')").await?;
    look_for(rules, session, "header", "menu open", &mut barriers).await?;
    let unfold = "for (const folded of document.querySelectorAll('#differences details')) folded.open = true";
    session.ask::<()>(unfold).await?;
    look_for(rules, session, "#differences", "differences unfolded", &mut barriers).await?;
    assert!(barriers.0.is_empty(), "barriers:\n{barriers}");
    Ok(())
}

#[test]
fn there_are_no_barriers_on_a_large_screen() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| look_everywhere(session, DESK, EVERYTHING).await)
}

#[test]
fn there_are_no_barriers_on_a_large_screen_in_the_dark() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| look_everywhere(session, DESK, COLORS).await)
}

#[test]
fn there_are_no_barriers_on_a_phone() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| look_everywhere(session, PHONE, EVERYTHING).await)
}

#[test]
fn there_are_no_barriers_on_a_phone_in_the_dark() -> Result {
    browse(BrowserOptions::DARK, async |session: &Session| look_everywhere(session, PHONE, COLORS).await)
}

/// With the usual fonts the other tests ask this of every state; here are the parts with the smallest targets.
#[test]
fn every_target_is_large_enough() -> Result {
    browse(BrowserOptions::USUAL, async |session: &Session| {
        let mut barriers = Barriers::default();
        for (state, size) in [("on a desk", DESK), ("on a phone", PHONE)] {
            session.resize(size.0, size.1).await?;
            let page = session.open_awake("").await?;
            look_for(SIZES, session, "html", state, &mut barriers).await?;
            let entry = page.cards.last().map_or("", String::as_str);
            session.open_awake(&format!("?view=table#{entry}")).await?;
            session.until("the entry opens", &format!("return !!document.querySelector('{}')", parts::ENTRY)).await?;
            look_for(SIZES, session, "#entry", &format!("entry open {state}"), &mut barriers).await?;
        }
        assert!(barriers.is_empty(), "barriers:\n{barriers}");
        Ok(())
    })
}
