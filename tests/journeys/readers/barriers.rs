//! Accessibility: axe finds no barrier in any state, size and colour scheme.

use journeys::{Outcome, Reader, Wish, journey};
use serde::Deserialize;
use std::fs;

const PHONE: (u32, u32) = (390, 844);
const DESK: (u32, u32) = (1440, 900);

/// Success criteria up to WCAG 2.2 AA, and what axe recommends beyond.
const RUN: &str = "
    const done = arguments[0];
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }).then((found) => done({
        passed: found.passes.length,
        barriers: found.violations.map((rule) => `${rule.id} (${rule.impact}): ${rule.help}\\n`
            + rule.nodes.slice(0, 4).map((node) => `      ${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`).join('\\n')
            + (rule.nodes.length > 4 ? `\\n      and ${rule.nodes.length - 4} more` : '')),
    }), (error) => done({ passed: 0, barriers: [String(error)] }));";

#[derive(Deserialize)]
struct Found {
    passed: usize,
    barriers: Vec<String>,
}

/// Looks for barriers in the page as it is, and adds them to `all` under the name of the state.
async fn look(reader: &Reader, state: &str, all: &mut Vec<String>) -> Outcome {
    reader.settled().await?;
    let axe = fs::read_to_string(&reader.settings.axe)?;
    reader.ask::<()>(&axe).await?;
    let found = reader.client.execute_async(RUN, Vec::new()).await?;
    let found: Found = serde_json::from_value(found)?;
    let barriers = found.barriers.into_iter();
    all.extend(barriers.map(|barrier| format!("  {state}: {barrier}")));
    assert!(found.passed > 10, "{state}: axe has hardly looked");
    Ok(())
}

async fn look_everywhere(reader: &Reader, size: (u32, u32)) -> Outcome {
    reader.resize(size.0, size.1).await?;
    let plain = reader.open_awake("").await?;
    let dark: bool = reader.ask("return matchMedia('(prefers-color-scheme: dark)').matches").await?;
    assert_eq!(dark, reader.wish.dark, "the page is asked to be dark or not");
    let mut barriers = Vec::new();
    look(reader, "plain", &mut barriers).await?;

    let (pillars, statuses) = (plain.values("pillar"), plain.values("status"));
    let choice = [pillars.last(), statuses.last()];
    let [pillar, status] = choice.map(|value| value.map_or("", String::as_str));
    reader.open_awake(&format!("?{pillar}&q=a&kind=nonsense")).await?;
    look(reader, "filtered", &mut barriers).await?;
    reader.open_awake(&format!("?{pillar}&{status}&q=qxzzqx")).await?;
    look(reader, "empty", &mut barriers).await?;
    if size == PHONE {
        reader.open_awake(&format!("?{status}")).await?;
        reader.click(".open-filters").await?;
        reader.until("the filters open", "return !!document.querySelector('#filters:popover-open')").await?;
        look(reader, "filters open", &mut barriers).await?;
    }
    assert!(barriers.is_empty(), "barriers:\n{}", barriers.join("\n"));
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
