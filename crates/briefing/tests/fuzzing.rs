//! Damaged content trees, of which each is either refused in a way that helps or becomes files that
//! others can read.
//!
//! `FUZZ_SEEDS=0..50000 cargo test -p briefing --test fuzzing` tries further seeds.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics is a test that fails"
)]

use briefing::diag::Report;
use briefing::explorer::Explorer;
use briefing::export::{Address, DECK, FORMATS};
use briefing::load::compile_tree;
use briefing::load::tree::Tree;
use briefing::model::Briefing;
use briefing::picture::{PICTURES, SOCIAL, Scene};
use damage::{Random, damage};
use icalendar::parser::{read_calendar, unfold};
use pulldown_cmark::{Event, Parser};
use std::ops::Range;
use std::panic;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

mod damage;

/// Those of an ordinary run.
const SEEDS: Range<u64> = 0..500;

fn valleys() -> Tree {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys");
    Tree::read(&folder).expect("the example is there")
}

fn seeds() -> Range<u64> {
    let Ok(wanted) = std::env::var("FUZZ_SEEDS") else { return SEEDS };
    let range = wanted.split_once("..").and_then(|(from, to)| Some(from.parse().ok()?..to.parse().ok()?));
    range.unwrap_or_else(|| panic!("`{wanted}` is not a range such as 0..500"))
}

#[test]
fn damaged_content_is_refused_with_its_place_or_becomes_files_that_others_read() {
    let tree = valleys();
    let judged = |seed: u64| {
        let mut damaged = tree.clone();
        damage(&mut damaged, &mut Random(seed));
        (seed, panic::catch_unwind(|| judge(&damaged)))
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let judged: Vec<_> = std::thread::scope(|scope| {
        let share = |first: usize| seeds().skip(first).step_by(threads).map(judged).collect::<Vec<_>>();
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || share(first))).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("a thread that ends")).collect()
    });
    let mut failed: Vec<u64> = judged.iter().filter(|(_, judged)| judged.is_err()).map(|(seed, _)| *seed).collect();
    failed.sort_unstable();
    let first = failed.first().copied().unwrap_or_default();
    let alone = format!("FUZZ_SEEDS={first}..{} cargo test -p briefing --test fuzzing", first + 1);
    assert!(failed.is_empty(), "these seeds failed: {failed:?}; try one alone with {alone}");
    // What always goes the same way proves nothing about the other.
    if seeds() == SEEDS {
        let accepted = judged.iter().filter(|(_, judged)| matches!(judged, Ok(true))).count();
        assert!((judged.len() / 5..judged.len() / 5 * 4).contains(&accepted), "{accepted} accepted");
    }
}

/// Whether the tree was accepted.
fn judge(tree: &Tree) -> bool {
    match compile_tree(tree) {
        Ok(briefings) => {
            assert!(!briefings.is_empty());
            briefings.iter().for_each(read_by_others);
            true
        }
        Err(report) => {
            helps(&report);
            false
        }
    }
}

fn helps(report: &Report) {
    assert!(report.count() > 0);
    for wrong in &report.diagnostics {
        assert!(
            !wrong.message.trim().is_empty() && wrong.hint.as_ref().is_some_and(|hint| !hint.is_empty()),
            "{wrong:?}"
        );
        match &wrong.place {
            Some(place) => {
                let file = report.files.get(place.file).expect("the file of the place");
                assert!(place.start <= place.end && place.end <= file.text.len(), "{wrong:?}");
            }
            // What is missing stands nowhere.
            None => assert!(wrong.message.ends_with("is missing"), "{wrong:?}"),
        }
    }
    assert!(!report.render(false).contains(['\0', '\u{1b}', '\u{202e}']));
}

/// All files that are made of a briefing, read by parsers that others wrote.
fn read_by_others(briefing: &Briefing) {
    let address = "https://e.org/b/";
    for format in FORMATS {
        for file in [format.whole(briefing, Some(address)), format.whole(briefing, None)] {
            match format.id {
                "csv" => {
                    let rows = csv::Reader::from_reader(file.as_bytes()).into_records();
                    let rows: Result<Vec<_>, _> = rows.collect();
                    assert_eq!(rows.expect("rows").len(), briefing.catalogue.commitments.len());
                }
                "json" => drop(json(&file)),
                "ics" => drop(read_calendar(&unfold(&file)).expect("a calendar")),
                "md" => {
                    let markup = Parser::new(&file).find(|part| matches!(part, Event::Html(_) | Event::InlineHtml(_)));
                    assert_eq!(markup, None);
                }
                other => panic!("nothing reads {other}"),
            }
        }
    }
    let all: Vec<usize> = (0..briefing.catalogue.commitments.len()).collect();
    let page = format!("{address}#");
    for places in [&all[..], &[]] {
        json(&DECK.pieces(briefing, true).joined(places, Address { page: &page, view: address }));
    }
    for picture in PICTURES.iter().chain([&SOCIAL]) {
        let scene = Scene {
            briefing,
            land: None,
            icon: "<svg viewBox=\"0 0 24 24\"><path d=\"M4 6h9\"/></svg>",
            address: Some(address),
        };
        let drawn = picture.svg(&scene);
        let document = roxmltree::Document::parse(&drawn).unwrap_or_else(|error| panic!("{}: {error}", picture.name));
        let mut values = document.descendants().flat_map(|node| node.attributes()).map(|attribute| attribute.value());
        assert!(values.all(|value| !value.contains("NaN") && !value.contains("inf")), "{}: no number", picture.name);
    }
    let explorer = Explorer::new(briefing, |sign, out| out.extend(std::iter::once(sign).nfkd()));
    assert!(explorer.to_bytes().is_ok());
}

fn json(file: &str) -> serde_json::Value {
    serde_json::from_str(file).unwrap_or_else(|error| panic!("{error}: {file}"))
}
