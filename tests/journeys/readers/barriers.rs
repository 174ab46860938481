//! Accessibility: axe finds no barrier in any state, size and colour scheme.

use journeys::{Outcome, Reader, Wish, journey, parts};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, fs};

const PHONE: (u32, u32) = (390, 844);
const DESK: (u32, u32) = (1440, 900);

/// Success criteria up to WCAG 2.2 AA, and what axe recommends beyond.
const RUN: &str = "
    const [where, done] = arguments;
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    const reason = (node) => node.any.concat(node.all, node.none).map((check) => check.message).join('; ');
    axe.run(where, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }).then((found) => done({
        passed: found.passes.length,
        barriers: found.violations.map((rule) => ({
            rule: `${rule.id} (${rule.impact}): ${rule.help}`,
            places: rule.nodes.map((node) => `${node.target.join(' ')}: ${reason(node)}`),
        })),
    }), (error) => done({ passed: 0, barriers: [{ rule: String(error), places: [] }] }));";

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

/// Looks for barriers in the page as it is, and adds them to `all` under the name of the state.
async fn look(reader: &Reader, state: &str, all: &mut Barriers) -> Outcome {
    look_in(reader, "html", state, all).await
}

/// The same in a part of the page, since axe takes long for all of it.
pub(crate) async fn look_in(reader: &Reader, part: &str, state: &str, all: &mut Barriers) -> Outcome {
    reader.settled().await?;
    let axe = fs::read_to_string(&reader.settings.axe)?;
    reader.ask::<()>(&axe).await?;
    let found = reader.client.execute_async(RUN, vec![part.into()]).await?;
    let found: Found = serde_json::from_value(found)?;
    for barrier in found.barriers {
        let (places, states) = all.0.entry(barrier.rule).or_default();
        places.extend(barrier.places);
        states.push(state.to_owned());
    }
    assert!(found.passed > 10, "{state}: axe has hardly looked");
    Ok(())
}

async fn look_everywhere(reader: &Reader, size: (u32, u32)) -> Outcome {
    reader.resize(size.0, size.1).await?;
    let plain = reader.open_awake("").await?;
    let dark: bool = reader.ask("return matchMedia('(prefers-color-scheme: dark)').matches").await?;
    assert_eq!(dark, reader.wish.dark, "the page is asked to be dark or not");
    let mut barriers = Barriers::default();
    look(reader, "plain", &mut barriers).await?;

    let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
    let choice = [pillars.last(), statuses.last()];
    let [pillar, status] = choice.map(|value| value.map_or("", String::as_str));
    reader.open_awake(&format!("?{pillar}&q=a&kind=nonsense")).await?;
    look_in(reader, "#roadmap", "filtered", &mut barriers).await?;
    reader.open_awake(&format!("?{pillar}&{status}&q=qxzzqx")).await?;
    look_in(reader, "#roadmap", "empty", &mut barriers).await?;
    reader.open_awake(&format!("?{status}&view=table&sort=-date")).await?;
    look_in(reader, "#roadmap", "table", &mut barriers).await?;
    let entry = plain.cards.last().map_or("", String::as_str);
    reader.open_awake(&format!("?{status}#{entry}")).await?;
    reader.until("the entry opens", &format!("return !!document.querySelector('{}')", parts::ENTRY)).await?;
    look_in(reader, "#entry", "entry open", &mut barriers).await?;
    reader.open_awake("").await?;
    reader.press('?').await?;
    reader.until("the help opens", "return document.getElementById('help').open").await?;
    look_in(reader, "#help", "help open", &mut barriers).await?;
    if size == PHONE {
        reader.open_awake(&format!("?{status}")).await?;
        reader.click(parts::OPEN_FILTERS).await?;
        reader.until("the filters open", "return !!document.querySelector('#filters:popover-open')").await?;
        look_in(reader, "#filters", "filters open", &mut barriers).await?;
    }
    reader.open_awake("").await?;
    reader.find(parts::OPEN_MENU).await?.click().await?;
    reader.until("the menu opens", "return !!document.querySelector('#menu:popover-open')").await?;
    look_in(reader, "header", "menu open", &mut barriers).await?;
    // axe measures what is not laid out yet too, and finds it in places where nobody sees it.
    reader.until("everything is laid out", "return !document.querySelector('[data-far]')").await?;
    let unfold = "for (const folded of document.querySelectorAll('#differences details')) folded.open = true";
    reader.ask::<()>(unfold).await?;
    look_in(reader, "#differences", "differences unfolded", &mut barriers).await?;
    assert!(barriers.0.is_empty(), "barriers:\n{barriers}");
    Ok(())
}

#[test]
fn there_are_no_barriers_on_a_large_screen() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| look_everywhere(reader, DESK).await)
}

#[test]
fn there_are_no_barriers_on_a_large_screen_in_the_dark() -> Outcome {
    journey(Wish::DARK, async |reader: &Reader| look_everywhere(reader, DESK).await)
}

#[test]
fn there_are_no_barriers_on_a_phone() -> Outcome {
    journey(Wish::USUAL, async |reader: &Reader| look_everywhere(reader, PHONE).await)
}

#[test]
fn there_are_no_barriers_on_a_phone_in_the_dark() -> Outcome {
    journey(Wish::DARK, async |reader: &Reader| look_everywhere(reader, PHONE).await)
}
