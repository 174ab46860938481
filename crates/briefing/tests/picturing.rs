//! Still pictures of the example, compared with what was looked at.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics is a test that fails"
)]

use briefing::load::compile_dir;
use briefing::model::Briefing;
use briefing::picture::{PICTURES, Picture, SOCIAL, Scene};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn valleys() -> Briefing {
    compile_dir(&fixture("../../../../examples/valleys")).expect("the example is right").remove(0)
}

mod hostile;

const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"M4 6h9\"/></svg>";
/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";
const LAND: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 746 746\"><path d=\"M9 9h9v9z\"/></svg>";

fn scene(briefing: &Briefing) -> Scene<'_> {
    Scene { briefing, land: Some(LAND), icon: ICON, address: Some("https://example.org/valleys/") }
}

#[test]
fn every_picture_is_drawn_as_it_was() {
    let briefing = valleys();
    for picture in PICTURES.iter().chain([&SOCIAL]) {
        let file = fixture(&format!("valleys.{}.svg", picture.name));
        let drawn = picture.svg(&scene(&briefing));
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&file, &drawn).expect("the golden file can be written");
        }
        let golden = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(drawn == golden, "{} differs; UPDATE_GOLDENS=1 writes it anew", file.display());
    }
}

#[test]
fn every_picture_says_what_it_is_how_old_and_on_what_it_rests() {
    let mut briefing = valleys();
    briefing.site.short_title = "Arden & <Brook>".to_owned();
    for picture in &PICTURES {
        let drawn = picture.svg(&scene(&briefing));
        let title = (picture.title)(&briefing);
        for words in [title.as_str(), "4 May 2031", "AA", "GZ", "example.org/valleys", "Arden &amp; &lt;Brook&gt;"] {
            assert!(drawn.contains(&format!(">{words}<")) || drawn.contains(words), "{}: {words}", picture.name);
        }
        assert!(drawn.contains("<desc id=\"about\">") && !drawn.contains("<script") && !drawn.contains("href"));
    }
}

#[test]
fn without_an_address_or_a_trip_nothing_is_made_up() {
    let mut briefing = valleys();
    let drawn = |picture: &Picture, briefing: &Briefing| picture.svg(&Scene { address: None, ..scene(briefing) });
    assert!(!drawn(&PICTURES[0], &briefing).contains("example.org"));
    briefing.stops.clear();
    let shown: Vec<&str> = PICTURES.iter().filter(|picture| picture.shows(&briefing)).map(|p| p.name).collect();
    assert_eq!(shown, ["matrix"]);
    assert!(drawn(&SOCIAL, &briefing).contains(&briefing.site.title));
    // Asked for all the same, none of them fails.
    for picture in &PICTURES {
        assert!(drawn(picture, &briefing).ends_with("</svg>\n"));
    }
}

#[test]
fn markup_and_script_are_words_in_every_picture() {
    let briefing = hostile::valleys();
    for picture in PICTURES.iter().chain([&SOCIAL]) {
        let drawn = picture.svg(&scene(&briefing));
        let document = roxmltree::Document::parse(&drawn).unwrap_or_else(|error| panic!("{}: {error}", picture.name));
        let elements: BTreeSet<&str> =
            document.descendants().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
        let known = ["circle", "clipPath", "defs", "desc", "g", "path", "rect", "svg", "text", "title", "tspan"];
        assert!(elements.iter().all(|element| known.contains(element)), "{elements:?}");
        let words = |name: &str| -> Vec<&str> {
            let named = document.descendants().filter(|node| node.has_tag_name((SVG, name)));
            named.map(|node| node.text().unwrap_or_default()).collect()
        };
        assert_eq!(words("title"), [(picture.title)(&briefing)], "{}", picture.name);
        assert!(words("text").iter().any(|text| text.contains(hostile::MARK)), "{}: {:?}", picture.name, words("text"));
    }
}
