//! The plan of the slides: what stands on each of them, and that it stays where it belongs.
//!
//! `UPDATE_GOLDENS=1 cargo test -p briefing --test deck` writes the expected files anew; review them as
//! diffs. `odd.deck.json` is also what a journey has made into a file.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics is a test that fails"
)]

use briefing::export::{Address, DECK, Pieces};
use briefing::load::compile_dir;
use briefing::model::{Briefing, Commitment};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

mod hostile;

/// What breaks slides that are made carelessly.
const ODD: [&str; 9] = [
    "=HYPERLINK(\"http://x\"), it's <b>&amp;</b> ]]>",
    "\"quoted\", 'twice'\nand a second line\r\nand a third",
    "😀 emoji, 👩‍👩‍👧 family, 𠮷野家 astral",
    "עברית, שלום (2026)",
    "العربية من اليمين إلى اليسار",
    "日本とカナダの包括的戦略的パートナーシップに関する共同声明",
    "control \u{0}\u{1}\u{7f}\u{1a}\u{1c}\u{fffe}\u{ffff} end ~0~",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Words that go on and on, ",
];

const ADDRESS: Address<'_> = Address { page: "https://e.org/b/#", view: "https://e.org/b/?status=planned" };

/// What an item reaches to, in inches: a slide is 40/3 wide and 7.5 high.
const WIDE: f64 = 40.0 / 3.0;
const HIGH: f64 = 7.5;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn compiled(folder: &Path) -> Briefing {
    let briefings = compile_dir(folder).map_err(|report| report.render(false)).expect("a good tree");
    briefings.into_iter().next().expect("one language")
}

fn valleys() -> Briefing {
    compiled(&fixture().join("../../../../examples/valleys"))
}

/// The example with a commitment for each odd text, the last of them far too long for a slide.
fn odd() -> Briefing {
    let mut briefing = valleys();
    let commitment = briefing.catalogue.commitments[1].clone();
    let of = |(place, text): (usize, &&str)| {
        let times = if place + 1 == ODD.len() { 20 } else { 1 };
        Commitment {
            title: text.repeat(times),
            text: format!("{text} {text}").repeat(times),
            note: Some(text.repeat(times)),
            cites: commitment.cites.iter().cycle().take(times * 2).cloned().collect(),
            ..commitment.clone()
        }
    };
    briefing.catalogue.commitments = ODD.iter().enumerate().map(of).collect();
    briefing.site.title = ODD[0].to_owned();
    briefing.stops[0].text = ODD[8].repeat(90);
    briefing.stops[0].title = ODD[3].to_owned();
    briefing.catalogue.pillars[0].title = ODD[7].repeat(5);
    briefing.catalogue.sources[0].title = ODD[8].repeat(30);
    briefing
}

fn pieces(briefing: &Briefing) -> Pieces {
    DECK.pieces(briefing, true)
}

fn plan(briefing: &Briefing, places: &[usize]) -> Value {
    serde_json::from_str(&pieces(briefing).joined(places, ADDRESS)).expect("JSON")
}

fn all(briefing: &Briefing) -> Vec<usize> {
    (0..briefing.catalogue.commitments.len()).collect()
}

fn slides(plan: &Value) -> &[Value] {
    plan["slides"].as_array().expect("slides")
}

fn items(slide: &Value) -> &[Value] {
    slide["items"].as_array().expect("items")
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// All words of an item, in order.
fn words(value: &Value) -> String {
    match value {
        Value::Array(parts) => parts.iter().map(words).collect(),
        Value::Object(members) => members.get("text").map(words).unwrap_or_default(),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

fn title(slide: &Value) -> String {
    let titles: Vec<&Value> = items(slide).iter().filter(|item| item[2]["title"] == true).collect();
    assert_eq!(titles.len(), 1, "a slide has one title: {slide}");
    words(&titles[0][1])
}

fn golden(name: &str, found: &str) {
    let path = fixture().join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&path, found).expect("the golden can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{} differs; look at it, then set UPDATE_GOLDENS=1", path.display());
}

#[test]
fn plans_are_as_they_were_looked_at() {
    let valleys = valleys();
    golden("valleys.take.pptx.json", &pieces(&valleys).joined(&all(&valleys), ADDRESS));
    golden("odd.deck.json", &(serde_json::to_string_pretty(&pieces(&odd())).expect("JSON") + "\n"));
}

#[test]
fn one_claim_is_one_slide_in_the_order_that_is_asked_for() {
    let plan = plan(&valleys(), &[2, 1]);
    let titles: Vec<String> = slides(&plan).iter().map(title).collect();
    assert_eq!(titles[titles.len() - 3..], ["Bridge plan", "Water treaty", "Sources"]);
    let treaty = &slides(&plan)[titles.len() - 2];
    assert_eq!(treaty["at"], serde_json::json!([1, 1]), "the matrix counts it by its pillar and its status");
    let notes = treaty["notes"].as_str().expect("notes");
    for said in [
        "The café of Crâne keeps its spring.",
        "Signed: ",
        "3 May 2031",
        "AA ¶4 “signed”",
        "The gazette",
        "#water-treaty",
    ] {
        assert!(notes.contains(said), "{said} is missing in {notes}");
    }
    let links = serde_json::to_string(treaty).expect("JSON");
    assert!(links.contains("https://e.org/b/#AA-4"), "marks lead to their paragraphs");
}

#[test]
fn nothing_is_a_slide_that_says_so() {
    let plan = plan(&valleys(), &[]);
    let alone: Vec<&Value> = slides(&plan).iter().filter(|slide| slide["alone"] == true).collect();
    assert_eq!(alone.len(), 1);
    assert_eq!(title(alone[0]), "Nothing matches");
    let chosen = items(alone[0]).iter().filter(|item| item[1][0]["options"]["chosen"] == true);
    assert_eq!(chosen.count(), 1, "it says what was chosen");
}

#[test]
fn nothing_leaves_its_slide_or_lies_on_the_foot() {
    let real = compiled(&fixture().join("../../../../content"));
    for briefing in [valleys(), odd(), real] {
        let plan = plan(&briefing, &all(&briefing));
        for slide in slides(&plan) {
            for item in items(slide) {
                let [x, y, w, h] = ["x", "y", "w", "h"].map(|name| number(&item[2][name]));
                assert!(x >= 0.0 && y >= 0.0 && x + w <= WIDE && y + h <= HIGH, "{item}");
                let foot = 660.0 / 96.0;
                assert!(y > foot || y + h <= foot + 0.001, "{} ends at {}: {item}", title(slide), y + h);
                if item[0] == "table" {
                    let rows: f64 = item[2]["rowH"].as_array().expect("heights").iter().map(number).sum();
                    assert!((rows - h).abs() < 0.01, "{item}");
                }
            }
        }
    }
}

#[test]
fn texts_of_a_slide_do_not_lie_on_each_other() {
    let real = compiled(&fixture().join("../../../../content"));
    for briefing in [odd(), real] {
        let plan = plan(&briefing, &all(&briefing));
        for slide in slides(&plan) {
            let places: Vec<[f64; 4]> = items(slide)
                .iter()
                .filter(|item| item[0] != "shape" && item[2]["name"] != "Number" && item[2]["name"] != "Day")
                .map(|item| ["x", "y", "w", "h"].map(|name| number(&item[2][name])))
                .collect();
            for (at, one) in places.iter().enumerate() {
                for other in places.iter().skip(at + 1) {
                    let apart = |from: usize, size: usize| {
                        one[from] + one[size] <= other[from] + 0.01 || other[from] + other[size] <= one[from] + 0.01
                    };
                    assert!(apart(0, 2) || apart(1, 3), "{}: {one:?} {other:?}", title(slide));
                }
            }
        }
    }
}

#[test]
fn odd_texts_are_on_their_slides_without_what_no_file_can_hold() {
    let briefing = odd();
    let plan = plan(&briefing, &all(&briefing));
    let whole = serde_json::to_string(&plan).expect("JSON");
    for sign in ['\u{0}', '\u{1}', '\u{7f}', '\u{1a}', '\u{1c}', '\u{fffe}', '\u{ffff}'] {
        assert!(!words(&Value::Array(slides(&plan).to_vec())).contains(sign));
        assert!(!whole.contains(&format!("\\u{:04x}", u32::from(sign))), "{sign:?}");
    }
    let claims: Vec<&Value> = slides(&plan).iter().filter(|slide| slide["at"].is_array()).collect();
    assert_eq!(claims.len(), ODD.len());
    for (slide, text) in claims.iter().zip(ODD) {
        let kept: String =
            text.replace("\r\n", "\n").chars().filter(|sign| !sign.is_control() || *sign == '\n').collect();
        let kept = kept.replace(['\u{fffe}', '\u{ffff}'], "");
        assert!(title(slide).starts_with(&kept), "{text}");
        assert!(slide["notes"].as_str().is_some_and(|notes| notes.contains(kept.trim())), "{text}");
    }
    let leftward =
        |slide: &Value| items(slide).iter().any(|item| item[2]["title"] == true && item[2]["rtlMode"] == true);
    assert_eq!(claims.iter().map(|slide| leftward(slide)).collect::<Vec<_>>()[2..6], [false, true, true, false]);
    assert!(title(claims[8]).ends_with('…'), "what is too long is cut");
    let notes = claims[8]["notes"].as_str().expect("notes");
    assert!(notes.contains(&ODD[8].repeat(20)), "and is whole in the notes");
}

#[test]
fn what_is_drawn_is_described_or_ornament() {
    let briefing = valleys();
    let plan = plan(&briefing, &all(&briefing));
    for slide in slides(&plan) {
        for item in items(slide).iter().filter(|item| item[0] != "text") {
            let told = item[2]["alt"].as_str();
            assert!(told.is_some() && (item[0] != "table" || told != Some("")), "{item}");
        }
    }
    let whole = serde_json::to_string(&plan).expect("JSON");
    for stop in &briefing.stops {
        assert!(whole.contains(&format!("\"alt\":\"{}, ", stop.title)), "{} is described with its dates", stop.title);
    }
}

#[test]
fn fonts_for_other_scripts_are_named() {
    let plan = plan(&valleys(), &[]);
    assert_eq!(plan["fonts"]["Georgia"][0], "Yu Mincho");
    assert_eq!(plan["fonts"]["Arial"][0], "Yu Gothic");
}

#[test]
fn markup_script_and_formulas_are_on_their_slides_as_they_were_written() {
    let briefing = hostile::valleys();
    let plan = plan(&briefing, &all(&briefing));
    assert_eq!(plan["about"]["title"], briefing.site.title);
    let claims: Vec<&Value> = slides(&plan).iter().filter(|slide| slide["at"].is_array()).collect();
    assert_eq!(claims.len(), briefing.catalogue.commitments.len());
    for (slide, commitment) in claims.iter().zip(&briefing.catalogue.commitments) {
        assert_eq!(title(slide), commitment.title);
        assert!(slide["notes"].as_str().is_some_and(|notes| notes.contains(&commitment.text)), "{slide}");
    }
}
