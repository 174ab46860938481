//! The big page.

use super::{Site, between};
use std::collections::BTreeSet;

#[test]
fn every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() {
    let page = Site::write(None).page();
    let ids = between(&page, " id=\"", "\"");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice in {ids:?}");
    let links = between(&page, "href=\"#", "\"");
    assert!(links.len() > 20);
    for link in links {
        assert!(unique.contains(link), "#{link} leads nowhere");
    }
}

#[test]
fn every_claim_is_there_with_its_marks() {
    let page = Site::write(None).page();
    assert_eq!(page.matches("<article id=").count() - 2, 3, "three cards beside two sources");
    assert_eq!(page.matches("data-commitment").count(), 3);
    // Two legs and five events; what no text promises is no entry of the timeline.
    assert_eq!(page.matches("data-entry").count(), 7);
    for mark in ["AA:4", "GZ:1", "AA:3"] {
        assert!(page.contains(&format!("data-cite=\"{mark}\"")), "{mark} is missing");
    }
    assert!(page.contains("aria-label=\"GZ ¶1, Gazette, press\""));
}

#[test]
fn the_policy_of_the_page_holds() {
    let page = Site::write(None).page();
    assert!(!page.contains(" style=\""), "a style attribute would be blocked");
    assert!(!page.contains("<style"), "an inline stylesheet would be blocked");
    // A block of data is never executed, so no policy asks where it comes from.
    let executable = |script: &&str| !script.contains("type=\"application/ld+json\"");
    for script in between(&page, "<script", ">").into_iter().filter(executable) {
        assert!(script.contains("src=\""), "an inline script would be blocked: {script}");
    }
    for address in between(&page, "src=\"", "\"") {
        assert!(!address.contains("//"), "{address} is another origin");
    }
}

#[test]
fn the_data_for_machines_names_only_what_is_on_the_page() {
    for (url, prefix) in [(None, "#"), (Some("https://example.org/b"), "https://example.org/b/#")] {
        let page = Site::write(url).page();
        let ids: BTreeSet<&str> = between(&page, " id=\"", "\"").into_iter().collect();
        let blocks = between(&page, "<script type=\"application/ld+json\">", "</script>");
        assert_eq!(blocks.len(), 1, "one block on a page");
        let names = between(blocks[0], "\"@id\":\"", "\"");
        assert!(names.len() > 8);
        for name in names.into_iter().filter(|name| *name != "https://example.org/b/") {
            let fragment = name.strip_prefix(prefix);
            assert!(fragment.is_some_and(|fragment| ids.contains(fragment)), "{name} is not on the page");
        }
    }
}

#[test]
fn next_steps_say_their_dates_in_words_and_keep_room_for_the_day_of_the_reader() {
    let page = Site::write(None).page();
    let section = between(&page, "id=\"next\"", "</section>")[0];
    assert!(section.contains("3 steps, 1 with a date."));
    assert!(section.contains("As of 4 May 2031."), "true for ever, whoever reads it when");
    let rows = between(section, "<tr ", "</tr>");
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("By the end of 2032") && rows[0].contains("in summer, by the press"));
    assert!(rows[0].contains("href=\"#bridge-plan\"") && rows[0].contains("data-cite=\"GZ:2\""));
    assert!(rows[0].contains("#agenda-flag") && !rows[0].contains("#agenda-arrow"));
    assert!(rows[1].contains("No date") && rows[1].contains("#agenda-arrow") && !rows[1].contains("#agenda-flag"));
    assert!(rows[2].starts_with("id=\"treaty-renewal\""), "what stands nowhere else is found here");
    let kept: Vec<&str> = between(section, "class=\"standing\">", "<").into_iter().collect();
    assert_eq!(kept, [""], "one place for each date, which nothing fills before the day is known");
}

#[test]
fn the_globe_shows_the_whole_trip_and_leads_to_its_legs() {
    let site = Site::write_with(None, true);
    let page = site.page();
    let globe = between(&page, "class=\"globe\">", "</figure>")[0];
    assert_eq!(between(globe, "href=\"", "\""), ["#brook", "#brook"]);
    assert_eq!(between(globe, "aria-label=\"", "\""), ["1 Upper", "2 Lower 1–2 May"]);
    assert_eq!(globe.matches("class=\"done\"").count(), 1);
    let land = between(globe, "<img src=\"", "\"")[0];
    assert!(land.starts_with("globe-") && site.files().contains(land), "{land}");
    let readouts = between(globe, "<p", "</p>");
    assert_eq!(readouts.len(), page.matches("data-entry").count(), "one for each block");
    let shown: Vec<_> = readouts.iter().filter(|readout| !readout.starts_with(" hidden")).collect();
    assert_eq!(shown.len(), 1);
    assert!(shown[0].contains("Crâne, stop 3 of 3"), "{shown:?}");
}

#[test]
fn a_briefing_without_land_has_no_globe() {
    let page = Site::write(None).page();
    assert!(!page.contains("<figure") && !page.contains("<img"));
    assert!(page.contains("class=\"stops\""));
}

#[test]
fn a_difference_of_less_weight_is_folded_and_what_is_not_followed_is_marked() {
    let page = Site::write(None).page();
    let section = between(&page, "<section id=\"differences\"", "</section>").concat();
    let folded = between(&section, "<details>", "</details>").concat();
    assert!(folded.contains("id=\"hour-of-signing\""));
    assert!(!folded.contains("id=\"day-of-signing\""));
    assert!(section.contains("id=\"day-of-signing\""));
    assert_eq!(between(&section, "<mark>", "</mark>"), ["yesterday"]);
}

#[test]
fn the_bar_leads_to_every_section() {
    let page = Site::write(None).page();
    let menu = between(&page, "id=\"menu\"", "</nav>").concat();
    let mut ids = between(&page, "<section id=\"", "\"");
    ids.retain(|id| page.contains(&format!("id=\"{id}-title\"")));
    assert!(ids.len() > 8, "{ids:?}");
    for id in ids {
        assert!(menu.contains(&format!("href=\"#{id}\"")), "the bar does not lead to #{id}");
    }
}
