//! The files of a site: what is in it, what is kept, and what can be taken away.

use super::{Site, between};
use crate::{Options, SINGLE_FOLDER};
use std::fs;

#[test]
fn what_the_page_asks_for_is_in_the_site_and_nothing_else_is() {
    let site = Site::write(None);
    let page = site.page();
    let (framed, slides) = (site.embed("timeline"), site.slides());
    let panel = site.text("share.html");
    // The pages for frames, and the script that makes them, are asked for by the pages of others.
    let pages = ["index.html", "present.html", "share.html", "embed", "partnership-briefing.js"];
    for file in site.files().iter().filter(|file| !pages.contains(&file.as_str())) {
        assert!(
            [&page, &framed, &slides, &panel].iter().any(|page| page.contains(file.as_str())),
            "nothing asks for {file}"
        );
    }
    for name in ["src=\"", "data-js=\"", "data-wasm=\"", "data-content=\""] {
        for file in between(&page, name, "\"") {
            assert!(site.files().contains(file), "{file} is missing");
        }
    }
}

#[test]
fn what_pages_ask_for_is_kept_and_what_frames_ask_for_is_not() {
    let site = Site::write(None);
    let page = site.page();
    let worker = site.text("offline.js");
    let list = |name: &str| -> Vec<(String, String)> {
        let list = between(&worker, &format!("const {name} = "), ";\n")[0];
        serde_json::from_str(list).expect("a list of files with their digests")
    };
    let (assets, pages) = (list("ASSETS"), list("PAGES"));
    assert_eq!(
        pages.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["index.html", "present.html", "share.html"]
    );
    for (name, digest) in assets.iter().chain(&pages) {
        let bytes = fs::read(site.path(name)).expect(name);
        assert_eq!(*digest, crate::integrity::of(&bytes), "{name}");
    }
    let is_kept = |file: &str| assets.iter().any(|(name, _)| name == file);
    let loaded =
        ["src=\"", "data-js=\"", "data-wasm=\"", "data-content=\"", "data-take=\"", "data-pieces=\"", "data-keep=\""];
    for file in loaded.into_iter().flat_map(|name| between(&page, name, "\"")) {
        assert!(is_kept(file), "{file} is not kept");
    }
    for sheet in between(&page, "<link rel=\"stylesheet\" ", ">").iter().map(|link| between(link, "href=\"", "\"")[0]) {
        assert!(is_kept(sheet), "{sheet} is not kept");
    }
    assert!(!assets.iter().any(|(name, _)| name.contains("embed") || name.starts_with("frame")), "{assets:?}");
    assert!(!site.embed("commitments").contains("data-keep"), "a frame keeps nothing");
    let single = site.text(&format!("{SINGLE_FOLDER}/briefing-en.html"));
    assert!(
        !single.contains("rel=\"manifest\"") && !single.contains("data-worker=\""),
        "one file is kept by who has it"
    );
}

#[test]
fn a_site_is_kept_only_if_that_is_wanted() {
    let kept = Site::write(None);
    let page = kept.page();
    let manifest = kept.text(between(&page, "<link rel=\"manifest\" href=\"", "\"")[0]);
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    for name in ["name", "short_name", "description", "lang", "start_url", "scope", "theme_color", "background_color"] {
        assert!(manifest[name].as_str().is_some_and(|text| !text.is_empty()), "{name} is missing: {manifest}");
    }
    assert_eq!(between(&page, "data-version=\"", "\"")[0].len(), 16);
    let unkept = Site::write_from(false, |options| Options { offline: false, ..options });
    let page = unkept.page();
    assert!(!page.contains("manifest") && !page.contains("data-keep") && !page.contains("id=\"newer\""));
    let worker = unkept.text("offline.js");
    assert!(worker.contains("unregister") && !worker.contains("ASSETS"), "{worker}");
    assert!(!unkept.files().iter().any(|file| file.starts_with("keep-") || file.ends_with(".webmanifest")));
}

#[test]
fn everything_can_be_taken_away_without_scripts_and_anything_with_them() {
    let site = Site::write(None);
    let page = site.page();
    let menu = between(&page, "id=\"take\"", "</div>")[0];
    let file = |name: &str| site.text(name);
    let links = between(menu, "href=\"take/", "\"");
    let links: Vec<String> = links.into_iter().map(|name| format!("take/{name}")).collect();
    assert_eq!(links, ["csv", "md", "ics", "json"].map(|ending| format!("take/briefing.{ending}")));
    for link in &links {
        let text = file(link);
        assert!(text.contains("Water treaty") || text.contains("water-treaty"), "{link}: {text}");
        assert!(!text.contains(['\u{1a}', '\u{1c}']), "{link} has places where no address was put");
    }
    assert!(file("take/briefing.csv").contains("\"../#water-treaty\""), "without an address links are relative");
    for pieces in between(menu, "data-pieces=\"", "\"") {
        let pieces: serde_json::Value = serde_json::from_str(&file(pieces)).expect("JSON");
        assert_eq!(pieces["ids"].as_array().map(Vec::len), Some(3));
        assert_eq!(pieces["pieces"].as_array().map(Vec::len), Some(3));
    }
    for name in between(menu, "download=\"", "\"") {
        assert!(name.starts_with("arden-brook-2031-05-04"), "{name}");
    }
    file(between(&page, "data-take=\"", "\"")[0]);
    let known = Site::write(Some("https://example.org/b/"));
    let calendar = known.text("take/briefing.ics");
    assert!(calendar.contains("URL:\r\n https://example.org/b/#\r\n water-treaty"), "{calendar}");
}

#[test]
fn slides_come_with_a_library_that_nothing_loads_before() {
    let site = Site::write(None);
    let page = site.page();
    let menu = between(&page, "id=\"take\"", "</div>")[0];
    let file = |name: &str| site.text(name);
    let [library, script] = ["data-library=\"", "data-script=\""].map(|name| between(menu, name, "\"")[0]);
    assert_eq!(file(library), "/* jszip/dist/jszip.min.js */\n/* pptxgenjs/dist/pptxgen.min.js */\n");
    assert!(file(script).contains("export async function deck"));
    assert_eq!(page.matches(library).count(), 1, "the page only names it");
    let licences = file("take/licences.txt");
    assert!(licences.contains("pptxgenjs/LICENSE") && licences.contains("pako/LICENSE"), "{licences}");
    let framed = site.embed("commitments");
    assert!(framed.contains(&format!("data-library=\"../{library}\"")), "frames stand in a folder of their own");
}

#[test]
fn pictures_are_beside_the_page_and_what_cannot_be_drawn_is_not_offered() {
    let site = Site::write(Some("https://example.org/b/"));
    let page = site.page();
    let links = between(between(&page, "class=\"pictures\"", "</ul>")[0], "href=\"", "\"");
    assert_eq!(links, ["timeline", "route", "matrix"].map(|name| format!("pictures/{name}.svg")));
    for link in links {
        let svg = site.text(link);
        assert!(svg.contains("example.org/b<") && svg.contains("4 May 2031"), "{link}");
    }
    // These tests have no fonts.
    assert!(!page.contains(".png") && !page.contains("og:image"));
    let embed = site.text("embed/commitments.html");
    assert!(embed.contains("href=\"../pictures/matrix.svg\""));
}

#[test]
fn the_same_content_gives_the_same_site() {
    let (one, two) = (Site::write(None), Site::write(None));
    assert_eq!(one.files(), two.files());
    assert_eq!(one.page(), two.page());
}

#[test]
fn the_address_of_the_site_is_named_when_it_is_known() {
    let page = Site::write(Some("https://example.org/b")).page();
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/b/\">"));
    // Paper cannot be followed back to its page otherwise.
    let on_paper = between(&page, "id=\"print-address\"", "</p>");
    assert!(on_paper.first().is_some_and(|line| line.contains("https://example.org/b/")), "{on_paper:?}");
    assert!(!Site::write(None).page().contains("canonical"));
}

#[test]
fn a_browser_can_compare_every_script_that_arrives() {
    let site = Site::write(None);
    let page = site.page();
    let digest = |file: &str| crate::integrity::of(&fs::read(site.path(file)).expect("a file"));
    let loads = |tag: &&str| tag.contains("src=\"");
    let tags: Vec<&str> = page.lines().filter(loads).filter(|line| line.starts_with('<')).collect();
    assert_eq!(tags.len(), 2, "{tags:?}");
    for name in ["theme-", "boot-"] {
        let tag = tags.iter().find(|tag| tag.contains(&format!("src=\"{name}"))).expect(name);
        let said = format!(" integrity=\"{}\"", digest(between(tag, "src=\"", "\"")[0]));
        assert!(tag.contains(&said), "{tag} does not say{said}");
    }
    for name in ["js", "wasm", "content", "take", "share", "keep", "script", "library"] {
        let file = between(&page, &format!(" data-{name}=\""), "\"")[0];
        let said = format!(" data-{name}-integrity=\"{}\"", digest(file));
        assert!(page.contains(&said), "{file} comes without{said}");
    }
}

#[test]
fn one_file_has_everything_inside_and_may_load_nothing_else() {
    let site = Site::write_with(None, true);
    let page = site.text(&format!("{SINGLE_FOLDER}/briefing-en.html"));
    // Whose name changes with its content is there for the page alone.
    for file in site.files().iter().filter(|file| file.rsplit_once('-').is_some_and(|(_, end)| end.len() > 16)) {
        assert!(!page.contains(file.as_str()), "{file} is still named");
    }
    assert!(!page.contains("integrity=\"") && !page.contains("<link rel=\"stylesheet\""));
    for kind in ["data-js=\"data:text/javascript;", "data-wasm=\"data:application/wasm;", "src=\"data:image/svg+xml;"] {
        assert!(page.contains(kind), "{kind}");
    }
    assert!(page.contains("data-content=\"data:application/octet-stream;"));
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")[0];
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe-inline"), "{policy}");
    // A policy that does not know an element stops it, so each is known by its digest.
    let mut elements: Vec<&str> = between(&page, "<style", "</style>");
    elements.extend(between(&page, "<script", "</script>").into_iter().filter(|script| !script.contains("ld+json")));
    assert_eq!(elements.len(), 5);
    for element in elements {
        let (_, text) = element.split_once('>').expect("an element");
        assert!(policy.contains(&crate::integrity::of(text.as_bytes())), "{text:.60}");
    }
    let body = |page: &str| page.split_once("<body>").map(|(_, body)| body.len()).expect("a body");
    assert!(body(&page) > body(&site.page()), "the page itself is the same, with the land inside");
}
