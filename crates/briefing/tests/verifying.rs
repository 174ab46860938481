//! The proof, on the example and the invented texts that it rests on.

#![allow(clippy::expect_used, reason = "a test that panics is a test that fails")]

use briefing::load::tree::{RawFile, Tree};
use briefing::verify::{Files, record, verify};
use std::path::{Path, PathBuf};

const CHARTER: &str = include_str!("../../../examples/valleys/texts/charter.txt");
const GAZETTE: &str = include_str!("../../../examples/valleys/texts/gazette.txt");

fn files() -> Files {
    [("charter", CHARTER), ("gazette", GAZETTE)].map(|(name, text)| (name.to_owned(), text.into())).into()
}

fn changed(files: &mut Files, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(files.remove(name).expect("a known text")).expect("text");
    assert!(text.contains(from), "{from} does not stand in {name}");
    files.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
}

fn put(tree: &mut Tree, path: &str, text: &str) {
    tree.files.retain(|file| file.path != path);
    tree.files.push(RawFile { path: path.to_owned(), bytes: text.into() });
    tree.files.sort_by(|a, b| a.path.cmp(&b.path));
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/valleys")
}

fn tree() -> Tree {
    Tree::read(&example()).expect("the example is there")
}

fn complaint(tree: &Tree, files: Files) -> String {
    verify(tree, files).expect_err("this does not hold").render(false)
}

/// The complaint about the example with one commitment changed.
fn about(text: &str, cites: &str) -> String {
    let mut tree = tree();
    let file = format!(
        "title.en = \"Bridge plan\"\ntext.en = \"{text}\"\npillar = \"wood\"\nstatus = \"planned\"\n\
         kind = \"plan\"\nparties = [\"arden\", \"brook\"]\ncites = {cites}\n"
    );
    put(&mut tree, "commitments/bridge-plan.toml", &file);
    complaint(&tree, files())
}

const BOTH: &str = "[\"AA:3\", \"GZ:2\"]";

#[test]
fn what_holds_is_counted() {
    let proof = verify(&tree(), files()).map_err(|report| report.render(false)).expect("a proof");
    assert_eq!(proof.paragraphs, 6);
    assert!(proof.claims > 10 && proof.facts > 20, "{proof:?}");
}

#[test]
fn the_example_keeps_the_fingerprints_of_its_texts() {
    let path = example().join("fingerprints.toml");
    let kept = record(&tree(), files()).map_err(|report| report.render(false)).expect("texts that can be kept");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, &kept).expect("the golden can be written");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), kept, "set UPDATE_GOLDENS=1");
}

#[test]
fn a_changed_paragraph_is_named() {
    let mut files = files();
    changed(&mut files, "charter", "stayed to 3 May", "stayed to 4 May");
    let complaint = complaint(&tree(), files);
    assert!(complaint.contains("`charter` differs from paragraph 2 on"), "{complaint}");
    assert!(complaint.contains("fingerprints.toml"), "{complaint}");
}

#[test]
fn a_paragraph_put_in_between_is_named_with_both_counts() {
    let mut files = files();
    changed(&mut files, "charter", "They reached", "A new one.\n\nThey reached");
    let complaint = complaint(&tree(), files);
    assert!(complaint.contains("differs from paragraph 2 on") && complaint.contains("it has 5"), "{complaint}");
}

#[test]
fn a_text_that_is_missing_renamed_or_in_another_form_proves_nothing() {
    let mut missing = files();
    missing.remove("gazette");
    assert!(complaint(&tree(), missing).contains("the text of `gazette` is missing"));

    let mut renamed = files();
    let text = renamed.remove("gazette").expect("a known text");
    renamed.insert("gazete".into(), text);
    let told = complaint(&tree(), renamed);
    assert!(told.contains("`gazete.txt` belongs to no source") && told.contains("did you mean `gazette`?"), "{told}");

    let mut ends = files();
    ends.insert("charter".into(), CHARTER.replace('\n', "\r\n").into());
    assert!(complaint(&tree(), ends).contains("`charter` has other line ends"));

    let mut encoded = files();
    let latin = CHARTER.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    encoded.insert("charter".into(), latin);
    assert!(complaint(&tree(), encoded).contains("`charter` is not UTF-8"));

    let mut marked = files();
    marked.insert("charter".into(), format!("\u{feff}{CHARTER}").into());
    assert!(complaint(&tree(), marked).contains("begins with a byte order mark"));

    assert!(complaint(&tree(), Files::new()).contains("missing"));
}

#[test]
fn fingerprints_that_were_never_kept_prove_nothing() {
    let mut tree = tree();
    tree.files.retain(|file| file.path != "fingerprints.toml");
    assert!(complaint(&tree, files()).contains("no fingerprints are kept of `charter`"));
}

#[test]
fn a_figure_that_is_not_in_the_cited_paragraph_is_caught() {
    let told = about("Up to 3 bridges.", BOTH);
    assert!(told.contains("the number `3` stands in none of AA:3, GZ:2"), "{told}");
    assert!(told.contains("commitments/bridge-plan.toml:2"), "{told}");
    assert!(about("Bridges for 2 million.", BOTH).contains("the amount `million`"));
}

#[test]
fn a_name_that_no_cited_paragraph_has_is_caught() {
    let told = about("The bridges lead to Crâne.", BOTH);
    assert!(told.contains("the name `Crâne` stands in none of AA:3, GZ:2"), "{told}");
    assert!(about("Crâne gets a bridge.", BOTH).contains("the name `Crâne`"), "at the start of a sentence too");
}

#[test]
fn a_wrong_paragraph_number_is_caught() {
    let told = about("Bridges.", "[{ at = \"AA:2\", verb = \"built\" }]");
    assert!(told.contains("“built” stands in no cited paragraph of AA"), "{told}");
    assert!(about("Up to 2 bridges.", "[\"AA:4\"]").contains("the number `2` stands in none of AA:4"));
}

#[test]
fn nine_words_in_a_row_are_caught_and_eight_are_not() {
    let told = about("Bridges are to be built over the old water below.", BOTH);
    assert!(told.contains("9 words in a row stand in AA:3 too"), "{told}");
    let mut tree = tree();
    put(
        &mut tree,
        "context/flood.toml",
        "order = 1\ntitle.en = \"A flood\"\ntext.en = \"It is to be built over the old water, says nobody.\"\ncites = [\"GZ:2\"]\n",
    );
    assert!(verify(&tree, files()).is_ok());
}

#[test]
fn an_uncited_paragraph_is_caught() {
    let mut tree = tree();
    for (path, from, to) in
        [("people/miller.toml", "GZ:1", "AA:1"), ("statements/miller-on-bridges.toml", "GZ:1", "AA:1")]
    {
        let file = tree.files.iter().find(|file| file.path == path).expect("a known file");
        let text = String::from_utf8(file.bytes.clone()).expect("text").replace(from, to);
        put(&mut tree, path, &text);
    }
    for path in ["stops/crane.toml", "commitments/water-treaty.toml", "differences/day-of-signing.toml"] {
        let file = tree.files.iter().find(|file| file.path == path).expect("a known file");
        let text = String::from_utf8(file.bytes.clone()).expect("text").replace("\"GZ:1\"", "\"GZ:2\"");
        put(&mut tree, path, &text);
    }
    let told = complaint(&tree, files());
    assert!(told.contains("GZ has paragraphs that nothing accounts for: 1"), "{told}");
}

#[test]
fn a_derived_claim_shows_its_reasoning_and_is_not_held_to_the_words() {
    let mut tree = tree();
    let file = "order = 1\nterm.en = \"Weir\"\ntext.en = \"Also 7 in Dorn.\"\nderived.en = \"Counted by us.\"\ncites = [\"AA:3\"]\n";
    put(&mut tree, "terms/weir.toml", file);
    assert!(verify(&tree, files()).is_ok());
    let briefings = briefing::load::compile_tree(&tree).map_err(|report| report.render(false)).expect("a good tree");
    let text = briefings.first().and_then(|briefing| briefing.record.terms.first()).map(|term| term.text.clone());
    assert_eq!(text.as_deref(), Some("Also 7 in Dorn. Inferred: Counted by us."));
}

#[test]
fn spellings_and_number_words_do_not_matter() {
    let mut files = files();
    changed(&mut files, "charter", "Up to two bridges", "Crâne’s “two” bridges");
    let mut tree = tree();
    tree.files.retain(|file| file.path != "fingerprints.toml");
    let kept = record(&tree, files.clone()).map_err(|report| report.render(false)).expect("texts that can be kept");
    put(&mut tree, "fingerprints.toml", &kept);
    assert!(verify(&tree, files).is_ok());
}
