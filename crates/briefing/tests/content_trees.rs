//! Small real content trees, and what the loader says of them.
//!
//! `UPDATE_GOLDENS=1 cargo test -p briefing` writes the expected texts anew; review them as diffs.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that panics is a test that fails")]

use briefing::load::compile_tree;
use briefing::load::tree::{RawFile, Tree};
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn valleys() -> Tree {
    Tree::read(&fixtures().join("../../../../examples/valleys")).expect("the example is there")
}

/// The example with the files of `changes` in place of its own.
fn changed(changes: Tree) -> Tree {
    let mut tree = valleys();
    for file in changes.files {
        put(&mut tree, file);
    }
    tree
}

fn put(tree: &mut Tree, file: RawFile) {
    tree.files.retain(|old| old.path != file.path);
    tree.files.push(file);
    tree.files.sort_by(|a, b| a.path.cmp(&b.path));
}

fn complaint(tree: &Tree) -> String {
    compile_tree(tree).expect_err("this content is wrong").render(false)
}

fn assert_golden(path: &Path, found: &str) {
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(path, found).expect("the golden can be written");
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let differing = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    let at = differing.unwrap_or(found.lines().count().min(expected.lines().count()));
    assert!(
        found == expected,
        "{} differs from line {}:\n- {}\n+ {}\nLook at it, then set UPDATE_GOLDENS=1.",
        path.display(),
        at + 1,
        expected.lines().nth(at).unwrap_or_default(),
        found.lines().nth(at).unwrap_or_default(),
    );
}

#[test]
fn a_good_tree_compiles_the_same_every_time() {
    let first = compile_tree(&valleys()).map_err(|report| report.render(false)).expect("a good tree");
    let again = compile_tree(&valleys()).map_err(|report| report.render(false)).expect("a good tree");
    assert_eq!(first, again);
    assert_golden(&fixtures().join("valleys.golden.txt"), &format!("{:#?}\n", first.first()));
}

#[test]
fn every_kind_of_wrong_content_is_named_with_place_line_and_hint() {
    let mut cases: Vec<_> = fs::read_dir(fixtures().join("wrong"))
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() >= 12, "cases are missing");
    for case in cases {
        let tree = changed(Tree::read(&case).expect("a readable case"));
        assert_golden(&case.with_extension("golden.txt"), &complaint(&tree));
    }
}

#[test]
fn a_line_of_a_megabyte_is_refused_without_being_repeated() {
    let mut tree = valleys();
    let bytes = format!("title.en = \"{}\"\n", "x".repeat(1_000_000)).into_bytes();
    put(&mut tree, RawFile { path: "events/signing.toml".into(), bytes });
    let complaint = complaint(&tree);
    assert!(complaint.contains("events/signing.toml:1:1"), "{complaint}");
    assert!(complaint.contains("1000014 bytes long"), "{complaint}");
    assert!(complaint.len() < 2_000, "the report is {} bytes long", complaint.len());
}

#[test]
fn an_empty_folder_says_what_is_missing() {
    let complaint = complaint(&Tree::default());
    assert!(complaint.starts_with("error: `briefing.toml` is missing"), "{complaint}");
    assert!(complaint.contains("`briefing new`") && complaint.ends_with("\n1 error\n"), "{complaint}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let report = briefing::load::compile_dir(Path::new("no/such/folder")).expect_err("it is not there");
    assert!(report.render(false).contains("no/such/folder"));
}
