//! What is shown elsewhere: frames and slides.

use super::{Site, between};
use crate::SINGLE_FOLDER;
use std::collections::BTreeSet;

const EMBEDS: [&str; 5] = ["timeline", "commitments", "figures", "matrix", "entry/bridge-plan"];

#[test]
fn what_stands_alone_says_how_old_it_is_and_leads_to_the_whole() {
    let site = Site::write_with(None, true);
    let whole = site.page();
    let ids: BTreeSet<&str> = between(&whole, " id=\"", "\"").into_iter().collect();
    for name in EMBEDS {
        let page = site.embed(name);
        let up = if name.starts_with("entry") { "../../" } else { "../" };
        assert!(page.contains("Content as of 4 May 2031."), "{name}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{name}");
        assert!(page.contains("data-full=\"\" target=\"_blank\" rel=\"noopener\""), "{name}");
        assert!(!page.contains(" style=\""), "{name}");
        let own: Vec<&str> = between(&page, " id=\"", "\"");
        assert_eq!(own.len(), own.iter().collect::<BTreeSet<_>>().len(), "an id stands twice in {name}");
        let out = between(&page, &format!("href=\"{up}index.html#"), "\"");
        for id in &out {
            assert!(ids.contains(id), "{name} leads to #{id}, which is not on the full page");
        }
        if name != "matrix" {
            assert!(page.contains("class=\"mark"), "{name} has no marks");
            assert!(out.iter().any(|id| id.starts_with("AA-") || id.starts_with("GZ-")), "{name}: {out:?}");
        }
        for link in between(&page, "href=\"#", "\"") {
            assert!(name == "timeline" && own.contains(&link), "{name}: #{link} leads nowhere");
        }
        for file in between(&page, "src=\"", "\"").into_iter().chain(between(&page, "rel=\"stylesheet\" href=\"", "\""))
        {
            assert!(file.strip_prefix(up).is_some_and(|file| site.files().contains(file)), "{name} asks for {file}");
        }
    }
    assert!(site.embed("timeline").contains("<figure class=\"globe\""));
    assert!(site.embed("matrix").contains("href=\"../index.html?pillar="), "a head leads to its commitments");
    assert!(site.embed("entry/bridge-plan").contains("<details open"));
    assert!(!site.embed("figures").contains("data-wasm="), "only what has filters needs the engine");
}

#[test]
fn others_are_told_how_to_embed_when_the_address_is_known() {
    let site = Site::write(Some("https://example.org/b/"));
    let told = |page: &str| between(page, "application/json+oembed\" href=\"", "\"").concat();
    assert_eq!(told(&site.page()), "https://example.org/b/embed/timeline.json");
    assert_eq!(told(&site.embed("entry/bridge-plan")), "https://example.org/b/embed/entry/bridge-plan.json");
    assert!(site.embed("matrix").contains("<link rel=\"canonical\" href=\"https://example.org/b/\">"));
    let answer = site.text("embed/matrix.json");
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    for name in ["version", "type", "title", "html", "width", "height"] {
        assert!(!answer[name].is_null(), "oEmbed asks for {name}");
    }
    let html = answer["html"].as_str().unwrap_or_default();
    assert!(html.starts_with("<iframe src=\"https://example.org/b/embed/matrix.html\" title=\""), "{html}");
    let plain = Site::write(None);
    assert!(!plain.page().contains("oembed") && !plain.path("embed/matrix.json").exists());
}

#[test]
fn every_commitment_has_a_slide_that_says_what_the_page_says() {
    let site = Site::write_with(Some("https://example.org/b/"), true);
    let (page, slides) = (site.page(), site.slides());
    assert_eq!(slides.matches("data-commitment").count(), page.matches("data-commitment").count());
    let own: Vec<&str> = between(&slides, " id=\"", "\"");
    assert_eq!(own.len(), own.iter().collect::<BTreeSet<_>>().len(), "an id stands twice");
    let ids: BTreeSet<&str> = between(&page, " id=\"", "\"").into_iter().collect();
    let out = between(&slides, "href=\"index.html#", "\"");
    assert!(out.len() > 5);
    for id in out {
        assert!(ids.contains(id), "the slides lead to #{id}, which is not on the page");
    }
    for link in between(&slides, "href=\"#", "\"") {
        assert!(own.contains(&link), "#{link} leads nowhere");
    }
    // Each mark of a card stands on its slide as well.
    for card in page.split("<article id=\"").skip(1).filter(|card| card.contains("data-commitment")) {
        let (id, card) = card.split_once('"').expect("an id");
        let card = card.split("</article>").next().expect("a card");
        let slide = slides.split(&format!("<article id=\"{id}\"")).nth(1).expect("a slide");
        let slide = slide.split("</article>").next().expect("a slide");
        for cite in between(card, "data-cite=\"", "\"") {
            assert!(slide.contains(&format!("data-cite=\"{cite}\"")), "{id}: {cite}");
        }
    }
    assert!(slides.contains("href=\"https://example.org/b/\""), "the page itself is what is to be found");
    assert!(!slides.contains(" style=\"") && !slides.contains("role=\"grid\""));
    assert!(!slides.contains("data-choose"), "the slides have keys of their own");
    assert!(page.contains("href=\"present.html\" data-present"));
    // Nobody can be led from a file of its own, or from a part, to the slides.
    let single = site.text(&format!("{SINGLE_FOLDER}/briefing-en.html"));
    let leads = |page: &str| page.contains(" data-present");
    assert!(leads(&page) && !leads(&single) && !leads(&site.embed("commitments")));
}
