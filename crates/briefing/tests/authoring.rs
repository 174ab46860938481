//! The schemas and pages that help authors say what the loader does, and no more.
//!
//! `UPDATE_GOLDENS=1 cargo test -p briefing --test authoring` writes the schemas, and the parts of
//! the pages between their marks, anew; review them as diffs.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics is a test that fails"
)]

use briefing::load::compile_tree;
use briefing::load::editors::{schemas, taplo_rules};
use briefing::load::reader::{Known, Shape};
use briefing::load::schema::{KINDS, Kind, Layout, json_schema};
use briefing::load::tree::{RawFile, Tree};
use json_schema::complaints;
use regex_lite::Regex;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

mod json_schema;

/// Nobody writes these by hand: `verify --record` does.
const WRITTEN_BY_COMMANDS: [&str; 1] = ["fingerprints.toml"];

/// Kinds of long files that grow with the page: their pages show the file of the example, so that a
/// new section or word need not be written there too.
const SHOWN_FROM_EXAMPLE: [(&str, &str); 2] = [("briefing", "briefing.toml"), ("locales", "locales/en.toml")];

/// The content folders of the project.
const CONTENTS: [&str; 2] = ["content", "examples/valleys"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn valleys() -> Tree {
    Tree::read(&root().join("examples/valleys")).expect("the example is there")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn schema_path(kind: &Kind) -> String {
    format!("docs/schemas/{}", kind.schema_file())
}

fn schema(kind: &Kind) -> Value {
    serde_json::from_str(&json_schema(kind)).expect("the schema is JSON")
}

fn names_in(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
    entries.map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned()).collect()
}

fn assert_golden(path: &str, expected: &str, found: &str) {
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        return fs::write(root().join(path), expected).expect("the golden can be written");
    }
    let line = expected.lines().zip(found.lines()).take_while(|(expected, found)| expected == found).count();
    assert!(
        expected == found,
        "{path} differs from line {}:\n- {}\n+ {}\nLook at it, then set UPDATE_GOLDENS=1.",
        line + 1,
        found.lines().nth(line).unwrap_or_default(),
        expected.lines().nth(line).unwrap_or_default(),
    );
}

#[test]
fn the_schemas_are_those_of_the_loader() {
    for (name, expected) in schemas() {
        assert!(serde_json::from_str::<Value>(&expected).is_ok_and(|schema| schema.is_object()), "{name}");
        let path = format!("docs/schemas/{name}");
        assert_golden(&path, &expected, &fs::read_to_string(root().join(&path)).unwrap_or_default());
    }
    let expected: BTreeSet<String> = schemas().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names_in("docs/schemas"), expected, "every schema is of a kind");
}

#[test]
fn all_content_obeys_its_schema() {
    let content = Tree::read(&root().join("content")).expect("the content is there");
    for file in content.files.iter().chain(&valleys().files) {
        if WRITTEN_BY_COMMANDS.contains(&file.path.as_str()) {
            continue;
        }
        let kind = Kind::of(&file.path).unwrap_or_else(|| panic!("{} is of no kind", file.path));
        let text = std::str::from_utf8(&file.bytes).expect("the content is text");
        assert_eq!(complaints(&schema(kind), &toml_value(text)), Vec::<String>::new(), "{}", file.path);
    }
}

#[test]
fn what_the_loader_refuses_in_one_file_the_schema_refuses_too() {
    let signing = "title.en = \"They sign\"\ndate = \"2031-05-03\"\nbasis = \"stated\"\ncites = [\"AA:4\"]\n";
    for (from, to, expected) in [
        ("title.en", "titel.en", "titel"),
        ("title.en = \"They sign\"", "title.en = \"\"", "title.en"),
        ("title.en = \"They sign\"", "title = {}", "title"),
        ("title.en = \"They sign\"", "title = \"They sign\"", "title"),
        ("2031-05-03", "3 May 2031", "date"),
        ("2031-05-03", "2031-05-03/2031-05", "date"),
        ("stated", "known", "basis"),
        ("AA:4", "AA", "cites[0]"),
        ("AA:4", "AA:0", "cites[0]"),
        ("\"AA:4\"", "{ verb = \"signed\" }", "cites[0]"),
        ("[\"AA:4\"]", "\"AA:4\"", "cites"),
        ("cites", "order = -1\ncites", "order"),
        ("cites", "context = \"yes\"\ncites", "context"),
        ("cites", "stop = \"Upper Brook\"\ncites", "stop"),
    ] {
        let kind = Kind::of("events/signing.toml").expect("a kind");
        assert!(complaints(&schema(kind), &toml_value(signing)).is_empty());
        let found = complaints(&schema(kind), &toml_value(&signing.replacen(from, to, 1)));
        assert!(found.iter().any(|complaint| complaint.starts_with(expected)), "{from} → {to}: {found:?}");
    }
}

#[test]
fn editors_know_the_schema_of_every_kind() {
    let found = read("taplo.toml");
    let (head, _) = found.split_once("\n[[rule]]").expect("rules");
    let expected = format!("{head}{}", taplo_rules(&CONTENTS, "docs/schemas"));
    assert_golden("taplo.toml", &expected, &found);
    let settings: Value = serde_json::from_str(&read(".vscode/settings.json")).expect("the settings are JSON");
    let associations = settings["evenBetterToml.schema.associations"].as_object().expect("associations");
    assert_eq!(associations.len(), KINDS.len(), "one for each kind");
    for (kind, folder) in KINDS.iter().flat_map(|kind| CONTENTS.map(|folder| (kind, folder))) {
        let files = format!("{folder}/{}", kind.files());
        let address = format!("file:///home/{}", files.replace('*', "some-thing"));
        let matching: Vec<&Value> = associations
            .iter()
            .filter(|(pattern, _)| Regex::new(pattern).expect("a pattern").is_match(&address))
            .map(|(_, schema)| schema)
            .collect();
        assert_eq!(matching, [&Value::from(format!("./{}", schema_path(kind)))], "{address}");
    }
}

#[test]
fn every_kind_has_a_page_with_its_fields_and_examples_that_compile() {
    for kind in KINDS {
        let path = format!("docs/content/{}.md", kind.name);
        let found = read(&path);
        let mut expected = between_marks(&found, "fields", &field_table(kind));
        if let Some((_, example)) = SHOWN_FROM_EXAMPLE.iter().find(|(name, _)| *name == kind.name) {
            let file = valleys().files.into_iter().find(|file| file.path == *example).expect("the example has it");
            let text = String::from_utf8(file.bytes).expect("the example is text");
            expected = between_marks(&expected, "example", &format!("```toml\n# {example}\n{text}```\n"));
        }
        assert_golden(&path, &expected, &found);
        assert_examples_compile(kind, &path, &expected);
    }
    let mut expected: BTreeSet<String> = KINDS.iter().map(|kind| format!("{}.md", kind.name)).collect();
    let index = read("docs/content/README.md");
    for page in &expected {
        assert!(index.contains(&format!("]({page})")), "the index does not link {page}");
    }
    expected.insert("README.md".to_owned());
    assert_eq!(names_in("docs/content"), expected, "every page is of a kind");
}

/// Puts the examples of a page into the example and compiles it.
fn assert_examples_compile(kind: &Kind, path: &str, page: &str) {
    let examples = examples(page);
    assert!(examples.iter().any(|file| Kind::of(&file.path).is_some_and(|of| of.name == kind.name)), "{path}");
    let mut tree = valleys();
    for file in examples {
        let kind = Kind::of(&file.path).unwrap_or_else(|| panic!("{path}: {} is of no kind", file.path));
        let text = std::str::from_utf8(&file.bytes).expect("a page is text");
        assert_eq!(complaints(&schema(kind), &toml_value(text)), Vec::<String>::new(), "{path}: {}", file.path);
        tree.files.retain(|old| old.path != file.path);
        tree.files.push(file);
    }
    tree.files.sort_by(|a, b| a.path.cmp(&b.path));
    if let Err(report) = compile_tree(&tree) {
        panic!("the examples of {path} do not compile:\n{}", report.render(false));
    }
}

/// The examples of a page: TOML whose first line is a comment with the path of the file.
fn examples(page: &str) -> Vec<RawFile> {
    let fences = page.split("```toml\n").skip(1);
    fences
        .map(|fence| {
            let (text, _) = fence.split_once("\n```").expect("an example that ends");
            let path = text.lines().next().and_then(|line| line.strip_prefix("# "));
            RawFile { path: path.expect("a first line that names the file").to_owned(), bytes: text.into() }
        })
        .collect()
}

fn between_marks(page: &str, name: &str, text: &str) -> String {
    let end = format!("<!-- end of {name} -->");
    let (before, rest) = page.split_once(&format!("<!-- {name}:")).unwrap_or_else(|| panic!("no mark for {name}"));
    let (why, rest) = rest.split_once("-->\n").expect("a mark that is closed");
    let (_, after) = rest.split_once(&end).unwrap_or_else(|| panic!("`{end}` is missing"));
    format!("{before}<!-- {name}:{why}-->\n{text}{end}{after}")
}

/// The fields of a kind of file as a table in Markdown.
fn field_table(kind: &Kind) -> String {
    let mut out = "| key | must | holds | what it is for |\n|---|---|---|---|\n".to_owned();
    if kind.layout == Layout::Names {
        for Known { name, doc, shape, .. } in (kind.fields)() {
            out += &format!("| `{name}` | | tables by name | {doc} |\n");
            rows(&format!("{name}.<name>"), &shape, &mut out);
        }
    } else {
        rows("", &Shape::Table((kind.fields)()), &mut out);
    }
    out
}

fn rows(above: &str, shape: &Shape, out: &mut String) {
    let fields = match shape {
        Shape::Table(fields) => fields,
        Shape::List(of) => return rows(above, of, out),
        _ => return,
    };
    for Known { name, doc, required, shape } in fields {
        let key = if above.is_empty() { (*name).to_owned() } else { format!("{above}.{name}") };
        let must = if *required { "yes" } else { "" };
        *out += &format!("| `{key}` | {must} | {} | {} |\n", in_words(shape), doc.replace('|', "\\|"));
        rows(&key, shape, out);
    }
}

fn in_words(shape: &Shape) -> String {
    match shape {
        Shape::Plain => "text".to_owned(),
        Shape::Text => "text by language".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Number => "whole number".to_owned(),
        Shape::Name(_) => "name".to_owned(),
        Shape::Word(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        Shape::Date => "date".to_owned(),
        Shape::Coordinates => "longitude and latitude".to_owned(),
        Shape::Citation => "citation".to_owned(),
        Shape::List(of) => format!("list: {}", in_words(of)),
        Shape::Table(_) => "table".to_owned(),
    }
}

/// A TOML document as the value that a schema judges.
fn toml_value(text: &str) -> Value {
    let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{error}"));
    table_value(table.get_ref())
}

fn table_value(table: &DeTable<'_>) -> Value {
    let members = table.iter().map(|(key, value)| (key.get_ref().to_string(), value_of(value.get_ref())));
    Value::Object(members.collect::<Map<_, _>>())
}

fn value_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Boolean(flag) => Value::from(*flag),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Null, Value::from)
        }
        DeValue::Array(array) => array.iter().map(|item| value_of(item.get_ref())).collect(),
        DeValue::Table(table) => table_value(table),
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        // No field takes one of these; every type refuses a null.
        DeValue::Datetime(_) => Value::Null,
    }
}
