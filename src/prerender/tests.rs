//! The pages of the small content tree, read as a browser without scripts reads them.

use super::{Inputs, write_site};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of packages with what the library for slides needs, each file saying its name.
fn packages(folder: &Path) -> PathBuf {
    let folder = folder.join("packages");
    for file in [
        "pptxgenjs/LICENSE",
        "pptxgenjs/dist/pptxgen.min.js",
        "jszip/LICENSE.markdown",
        "jszip/dist/jszip.min.js",
        "pako/LICENSE",
        "lie/license.md",
        "immediate/LICENSE.txt",
        "setimmediate/LICENSE.txt",
    ] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        fs::write(path, format!("/* {file} */\n//# sourceMappingURL=map\n")).expect("a temporary file");
    }
    folder
}

/// A site of the small content tree in a folder that goes away with it.
struct Site {
    folder: PathBuf,
}

impl Site {
    fn write(name: &str, site_url: Option<&str>) -> Self {
        Self::write_with(name, site_url, false)
    }

    /// The same, with a picture of the land if there is to be a globe.
    fn write_with(name: &str, site_url: Option<&str>, land: bool) -> Self {
        let land = land.then(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("content/globe.svg"));
        Self::write_from(name, |inputs| Inputs { site_url: site_url.map(ToOwned::to_owned), land, ..inputs })
    }

    /// The same, from other inputs than usual.
    fn write_from(name: &str, change: impl FnOnce(Inputs) -> Inputs) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = std::env::temp_dir().join(format!("briefing-{name}-{}", std::process::id()));
        let engine = folder.join("engine");
        fs::create_dir_all(&engine).expect("a temporary folder");
        for file in ["engine-1.js", "engine-1_bg.wasm"] {
            fs::write(engine.join(file), file).expect("a temporary file");
        }
        let inputs = Inputs {
            engine,
            template: root.join("index.html"),
            style: root.join("style"),
            public: root.join("public"),
            land: None,
            fonts: None,
            picture_fonts: Vec::new(),
            deck: Some(packages(&folder)),
            site_url: None,
            single: Some(folder.join("single")),
            offline: true,
        };
        let content = root.join("crates/briefing/tests/fixtures/small");
        let briefings = briefing::load::compile_dir(&content).map_err(|report| report.render(false));
        write_site(briefings.expect("a good tree"), &change(inputs), folder.join("site")).expect("a site");
        Self { folder }
    }

    fn page(&self) -> String {
        fs::read_to_string(self.folder.join("site/index.html")).expect("a page")
    }

    /// What stands alone under a name.
    fn embed(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(format!("site/embed/{name}.html"))).expect("an embed")
    }

    /// The presentation.
    fn slides(&self) -> String {
        fs::read_to_string(self.folder.join("site/present.html")).expect("slides")
    }

    fn files(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.folder.join("site")).expect("a site");
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Left behind at worst in the folder for temporary files.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What stands between each `start` and the next `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end).map(|(inside, _)| inside)).collect()
}

#[test]
fn every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() {
    let page = Site::write("links", None).page();
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
    let page = Site::write("claims", None).page();
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
    let page = Site::write("policy", None).page();
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
fn what_the_page_asks_for_is_in_the_site_and_nothing_else_is() {
    let site = Site::write("files", None);
    let page = site.page();
    let (framed, slides) = (site.embed("timeline"), site.slides());
    let panel = fs::read_to_string(site.folder.join("site/share.html")).expect("a page");
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
    let site = Site::write("offline", None);
    let page = site.page();
    let worker = fs::read_to_string(site.folder.join("site/offline.js")).expect("a worker");
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
        let bytes = fs::read(site.folder.join("site").join(name)).expect(name);
        assert_eq!(*digest, super::integrity::of(&bytes), "{name}");
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
    let single = fs::read_to_string(site.folder.join("single/briefing-en.html")).expect("a file");
    assert!(
        !single.contains("rel=\"manifest\"") && !single.contains("data-worker=\""),
        "one file is kept by who has it"
    );
}

#[test]
fn a_site_is_kept_only_if_that_is_wanted() {
    let kept = Site::write("kept", None);
    let page = kept.page();
    let manifest =
        fs::read_to_string(kept.folder.join("site").join(between(&page, "<link rel=\"manifest\" href=\"", "\"")[0]));
    let manifest: serde_json::Value = serde_json::from_str(&manifest.expect("a manifest")).expect("JSON");
    for name in ["name", "short_name", "description", "lang", "start_url", "scope", "theme_color", "background_color"] {
        assert!(manifest[name].as_str().is_some_and(|text| !text.is_empty()), "{name} is missing: {manifest}");
    }
    assert_eq!(between(&page, "data-version=\"", "\"")[0].len(), 16);
    let unkept = Site::write_from("unkept", |inputs| Inputs { offline: false, ..inputs });
    let page = unkept.page();
    assert!(!page.contains("manifest") && !page.contains("data-keep") && !page.contains("id=\"newer\""));
    let worker = fs::read_to_string(unkept.folder.join("site/offline.js")).expect("a worker that takes itself away");
    assert!(worker.contains("unregister") && !worker.contains("ASSETS"), "{worker}");
    assert!(!unkept.files().iter().any(|file| file.starts_with("keep-") || file.ends_with(".webmanifest")));
}

#[test]
fn everything_can_be_taken_away_without_scripts_and_anything_with_them() {
    let site = Site::write("take", None);
    let page = site.page();
    let menu = between(&page, "id=\"take\"", "</div>")[0];
    let file = |name: &str| fs::read_to_string(site.folder.join("site").join(name)).expect(name);
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
    let known = Site::write("take-address", Some("https://example.org/b/"));
    let calendar = fs::read_to_string(known.folder.join("site/take/briefing.ics")).expect("a calendar");
    assert!(calendar.contains("URL:\r\n https://example.org/b/#\r\n water-treaty"), "{calendar}");
}

#[test]
fn slides_come_with_a_library_that_nothing_loads_before() {
    let site = Site::write("deck", None);
    let page = site.page();
    let menu = between(&page, "id=\"take\"", "</div>")[0];
    let file = |name: &str| fs::read_to_string(site.folder.join("site").join(name)).expect(name);
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
    let site = Site::write("pictures", Some("https://example.org/b/"));
    let page = site.page();
    let links = between(between(&page, "class=\"pictures\"", "</ul>")[0], "href=\"", "\"");
    assert_eq!(links, ["timeline", "route", "matrix"].map(|name| format!("pictures/{name}.svg")));
    for link in links {
        let svg = fs::read_to_string(site.folder.join("site").join(link)).expect(link);
        assert!(svg.contains("example.org/b<") && svg.contains("4 May 2031"), "{link}");
    }
    // These tests have no fonts.
    assert!(!page.contains(".png") && !page.contains("og:image"));
    let embed = fs::read_to_string(site.folder.join("site/embed/commitments.html")).expect("a page");
    assert!(embed.contains("href=\"../pictures/matrix.svg\""));
}

#[test]
fn the_same_content_gives_the_same_site() {
    let (one, two) = (Site::write("one", None), Site::write("two", None));
    assert_eq!(one.files(), two.files());
    assert_eq!(one.page(), two.page());
}

#[test]
fn the_address_of_the_site_is_named_when_it_is_known() {
    let page = Site::write("address", Some("https://example.org/b")).page();
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/b/\">"));
    // Paper cannot be followed back to its page otherwise.
    let on_paper = between(&page, "id=\"print-address\"", "</p>");
    assert!(on_paper.first().is_some_and(|line| line.contains("https://example.org/b/")), "{on_paper:?}");
    assert!(!Site::write("no-address", None).page().contains("canonical"));
}

#[test]
fn the_data_for_machines_names_only_what_is_on_the_page() {
    for (url, prefix) in [(None, "#"), (Some("https://example.org/b"), "https://example.org/b/#")] {
        let page = Site::write(&format!("machines-{}", url.is_some()), url).page();
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
    let page = Site::write("agenda", None).page();
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
    let site = Site::write_with("globe", None, true);
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
    let page = Site::write("no-land", None).page();
    assert!(!page.contains("<figure") && !page.contains("<img"));
    assert!(page.contains("class=\"stops\""));
}

#[test]
fn a_difference_of_less_weight_is_folded_and_what_is_not_followed_is_marked() {
    let page = Site::write("differences", None).page();
    let section = between(&page, "<section id=\"differences\"", "</section>").concat();
    let folded = between(&section, "<details>", "</details>").concat();
    assert!(folded.contains("id=\"hour-of-signing\""));
    assert!(!folded.contains("id=\"day-of-signing\""));
    assert!(section.contains("id=\"day-of-signing\""));
    assert_eq!(between(&section, "<mark>", "</mark>"), ["yesterday"]);
}

#[test]
fn a_browser_can_compare_every_script_that_arrives() {
    let site = Site::write("integrity", None);
    let page = site.page();
    let digest = |file: &str| super::integrity::of(&fs::read(site.folder.join("site").join(file)).expect("a file"));
    let loads = |tag: &&str| tag.contains("src=\"");
    let tags: Vec<&str> = page.lines().filter(loads).filter(|line| line.starts_with('<')).collect();
    assert_eq!(tags.iter().filter(|tag| tag.contains(" crossorigin")).count(), 2, "{tags:?}");
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
    let site = Site::write_with("single", None, true);
    let page = fs::read_to_string(site.folder.join("single/briefing-en.html")).expect("a page");
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
        assert!(policy.contains(&super::integrity::of(text.as_bytes())), "{text:.60}");
    }
    let body = |page: &str| page.split_once("<body>").map(|(_, body)| body.len()).expect("a body");
    assert!(body(&page) > body(&site.page()), "the page itself is the same, with the land inside");
}

#[test]
fn the_bar_leads_to_every_section() {
    let page = Site::write("bar", None).page();
    let menu = between(&page, "id=\"menu\"", "</nav>").concat();
    let mut ids = between(&page, "<section id=\"", "\"");
    ids.retain(|id| page.contains(&format!("id=\"{id}-title\"")));
    assert!(ids.len() > 8, "{ids:?}");
    for id in ids {
        assert!(menu.contains(&format!("href=\"#{id}\"")), "the bar does not lead to #{id}");
    }
}

const EMBEDS: [&str; 5] = ["timeline", "commitments", "figures", "matrix", "entry/bridge-plan"];

#[test]
fn what_stands_alone_says_how_old_it_is_and_leads_to_the_whole() {
    let site = Site::write_with("embeds", None, true);
    let whole = site.page();
    let ids: BTreeSet<&str> = between(&whole, " id=\"", "\"").into_iter().collect();
    for name in EMBEDS {
        let page = site.embed(name);
        let up = if name.starts_with("entry") { "../../" } else { "../" };
        assert!(page.contains("Content as of 4 May 2031."), "{name}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{name}");
        assert!(page.contains("data-full=\"\" target=\"_blank\" rel=\"noopener\""), "{name}");
        assert!(!page.contains(" style=\"") && !page.contains("data-far"), "{name}");
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
    let site = Site::write("oembed", Some("https://example.org/b/"));
    let told = |page: &str| between(page, "application/json+oembed\" href=\"", "\"").concat();
    assert_eq!(told(&site.page()), "https://example.org/b/embed/timeline.json");
    assert_eq!(told(&site.embed("entry/bridge-plan")), "https://example.org/b/embed/entry/bridge-plan.json");
    assert!(site.embed("matrix").contains("<link rel=\"canonical\" href=\"https://example.org/b/\">"));
    let answer = fs::read_to_string(site.folder.join("site/embed/matrix.json")).expect("an answer");
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    for name in ["version", "type", "title", "html", "width", "height"] {
        assert!(!answer[name].is_null(), "oEmbed asks for {name}");
    }
    let html = answer["html"].as_str().unwrap_or_default();
    assert!(html.starts_with("<iframe src=\"https://example.org/b/embed/matrix.html\" title=\""), "{html}");
    let plain = Site::write("no-oembed", None);
    assert!(!plain.page().contains("oembed") && !plain.folder.join("site/embed/matrix.json").exists());
}

#[test]
fn every_commitment_has_a_slide_that_says_what_the_page_says() {
    let site = Site::write_with("slides", Some("https://example.org/b/"), true);
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
    assert!(!slides.contains(" style=\"") && !slides.contains("data-far") && !slides.contains("role=\"grid\""));
    assert!(!slides.contains("data-choose"), "the slides have keys of their own");
    assert!(page.contains("href=\"present.html\" data-present"));
    // Nobody can be led from a file of its own, or from a part, to the slides.
    let single = fs::read_to_string(site.folder.join("single/briefing-en.html")).expect("a page");
    let leads = |page: &str| page.contains(" data-present");
    assert!(leads(&page) && !leads(&single) && !leads(&site.embed("commitments")));
}
