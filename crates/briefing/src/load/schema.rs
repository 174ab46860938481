//! What each kind of content file may say, as JSON Schema for editors.
//!
//! A schema is made from the declarations by which the loader reads, so that it cannot promise a
//! field that is refused, or miss one that is read. The tables of fields in the documentation are
//! made from the same registry by `tests/authoring.rs`, which holds both to it. What only the checks know, such as whether a
//! name refers to something, no schema says.

use super::draft::{CommitmentFile, EventFile, FigureFile, NamedFile, PillarFile, SourceFile, StopFile};
use super::locale::LocaleWords;
use super::reader::{Known, Readable, Record, Shape};
use super::record_files::{ContextFile, DifferenceFile, PersonFile, PositionFile, StatementFile, TermFile};
use super::site::SiteFile;
use crate::export::quote;
use crate::facet::FACETS;
use crate::model::{Role, Strings};

/// How the files of a kind lie in the content folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A folder with one file for each thing.
    Folder,
    /// A single file.
    File,
    /// A single file whose tables hold things by their names.
    Names,
}

/// A kind of content file.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The folder, or the file without its ending.
    pub name: &'static str,
    /// How its files lie.
    pub layout: Layout,
    /// What it is, in a line.
    pub about: &'static str,
    /// The fields of a file; with [`Layout::Names`] a field holds such tables by name.
    pub fields: fn() -> Vec<Known>,
}

impl Kind {
    const fn folder(name: &'static str, about: &'static str, fields: fn() -> Vec<Known>) -> Self {
        Self { name, layout: Layout::Folder, about, fields }
    }

    /// Its files, as a pattern below the content folder.
    #[must_use]
    pub fn files(&self) -> String {
        let folder = if self.layout == Layout::Folder { "/*" } else { "" };
        format!("{}{folder}.toml", self.name)
    }

    /// The kind of the file at `path` below the content folder.
    #[must_use]
    pub fn of(path: &str) -> Option<&'static Self> {
        let stem = path.strip_suffix(".toml")?;
        let folder = stem.split_once('/').map(|(folder, _)| folder);
        let layout_fits = |kind: &&Self| (kind.layout == Layout::Folder) == folder.is_some();
        KINDS.iter().filter(layout_fits).find(|kind| kind.name == folder.unwrap_or(stem))
    }
}

/// All kinds, in the order in which a new briefing is written.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "briefing",
        layout: Layout::File,
        about: "what the briefing says of itself: languages, title, headings",
        fields: SiteFile::known,
    },
    Kind {
        name: "vocabulary",
        layout: Layout::Names,
        about: "the words that entries are sorted by, in the order of the page",
        fields: vocabulary,
    },
    Kind::folder("locales", "the words of the interface in one language", locale),
    Kind::folder("sources", "a text that the briefing rests on", SourceFile::known),
    Kind::folder("pillars", "a priority that commitments are sorted under", PillarFile::known),
    Kind::folder("stops", "a leg of the trip", StopFile::known),
    Kind::folder("events", "something that happened or is to happen", EventFile::known),
    Kind::folder("commitments", "what was agreed, promised or raised: a card", CommitmentFile::known),
    Kind::folder("figures", "a number that a source prints", FigureFile::known),
    Kind::folder("positions", "a view that the sides state together", PositionFile::known),
    Kind::folder("statements", "something somebody said", StatementFile::known),
    Kind::folder("context", "something that surrounded the visit", ContextFile::known),
    Kind::folder("people", "somebody, or a body, that the texts name", PersonFile::known),
    Kind::folder("terms", "a term or an abbreviation", TermFile::known),
    Kind::folder("differences", "a point on which sources differ, or a fault in a copy", DifferenceFile::known),
];

/// The loader reads the vocabulary by hand, because its keys are names; so its tables stand here.
fn vocabulary() -> Vec<Known> {
    [
        ("kinds", "sorts of commitments"),
        ("parties", "who takes part in commitments"),
        ("themes", "headings of a source under which commitments stand"),
        ("topics", "what positions are about"),
        ("points", "what differences are about"),
    ]
    .map(|(name, doc)| Known { name, doc, required: false, shape: Shape::Table(NamedFile::known()) })
    .into()
}

/// The loader reads two tables freely and compares their keys with lists kept elsewhere, because
/// it then can say what a missing word is for. The lists are put back here.
fn locale() -> Vec<Known> {
    let word = |name, doc| Known { name, doc, required: true, shape: Shape::Plain };
    let mut fields = LocaleWords::known();
    for field in &mut fields {
        let words = match field.name {
            "ui" => Strings::KEYS.iter().map(|(name, doc)| word(name, doc.trim())).collect(),
            "facets" => FACETS.iter().map(|facet| word(facet.id, "the name of this facet")).collect(),
            _ => continue,
        };
        field.shape = Shape::Table(words);
    }
    fields
}

/// What a pattern can hold; whether a calendar has the date is for the loader to say.
const NAME: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?)?$";
const CITATION: &str = "^[A-Z]{2,4}:[1-9][0-9]*$";

/// The JSON Schema (draft 7, the newest that TOML editors read) of a kind of file.
#[must_use]
pub fn json_schema(kind: &Kind) -> String {
    let mut schema = vec![
        ("$schema", text("http://json-schema.org/draft-07/schema#")),
        ("title", Json::Text(kind.files())),
        ("description", text(kind.about)),
    ];
    let holds = if kind.layout == Layout::Names { by_name } else { members };
    schema.extend(table(&(kind.fields)(), holds));
    let mut out = String::new();
    Json::Object(schema).write(0, &mut out);
    out.push('\n');
    out
}

type Members = Vec<(&'static str, Json)>;

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn string(rule: &'static str, value: Json) -> Members {
    vec![("type", text("string")), (rule, value)]
}

fn table(fields: &[Known], holds: fn(&Shape) -> Members) -> Members {
    let required = fields.iter().filter(|field| field.required).map(|field| text(field.name)).collect();
    let properties = fields.iter().map(|field| {
        let mut property = vec![("description", text(field.doc))];
        property.extend(holds(&field.shape));
        (field.name, Json::Object(property))
    });
    vec![
        ("type", text("object")),
        ("additionalProperties", Json::Flag(false)),
        ("required", Json::List(required)),
        ("properties", Json::Object(properties.collect())),
    ]
}

fn by_name(shape: &Shape) -> Members {
    vec![
        ("type", text("object")),
        ("propertyNames", Json::Object(vec![("pattern", text(NAME))])),
        ("additionalProperties", Json::Object(members(shape))),
    ]
}

fn members(shape: &Shape) -> Members {
    match shape {
        Shape::Plain => string("minLength", Json::Number(1)),
        Shape::Text => vec![
            ("type", text("object")),
            ("minProperties", Json::Number(1)),
            ("additionalProperties", Json::Object(members(&Shape::Plain))),
        ],
        Shape::Flag => vec![("type", text("boolean"))],
        Shape::Number => {
            vec![("type", text("integer")), ("minimum", Json::Number(0)), ("maximum", Json::Number(u16::MAX))]
        }
        Shape::Name(_) => string("pattern", text(NAME)),
        Shape::Word(words) => string("enum", Json::List(words.iter().map(|word| text(word)).collect())),
        Shape::Date => string("pattern", text(DATE)),
        Shape::Coordinates => vec![
            ("type", text("array")),
            ("minItems", Json::Number(2)),
            ("maxItems", Json::Number(2)),
            ("items", Json::Object(vec![("type", text("number"))])),
        ],
        Shape::Citation => {
            let at = Json::Object(string("pattern", text(CITATION)));
            let verb = Json::Object(members(&Shape::Plain));
            let role = Json::Object(members(&Role::shape()));
            let properties = vec![("at", at), ("verb", verb), ("role", role)];
            let with_verb = vec![
                ("type", text("object")),
                ("additionalProperties", Json::Flag(false)),
                ("required", Json::List(vec![text("at")])),
                ("properties", Json::Object(properties)),
            ];
            let alone = string("pattern", text(CITATION));
            vec![("oneOf", Json::List(vec![Json::Object(alone), Json::Object(with_verb)]))]
        }
        Shape::List(of) => vec![("type", text("array")), ("items", Json::Object(members(of)))],
        Shape::Table(fields) => table(fields, members),
    }
}

/// As much of JSON as a schema needs; a library for it would only be carried along for this.
enum Json {
    Text(String),
    Number(u16),
    Flag(bool),
    List(Vec<Json>),
    Object(Members),
}

impl Json {
    /// Lists of words stay on one line, so that a new field is one changed line.
    fn write(&self, depth: usize, out: &mut String) {
        match self {
            Self::Text(text) => quote(text, out),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::List(list) => {
                out.push('[');
                for (at, item) in list.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { ", " });
                    item.write(depth, out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                for (at, (key, value)) in members.iter().enumerate() {
                    out.push_str(if at == 0 { "{\n" } else { ",\n" });
                    out.push_str(&"  ".repeat(depth + 1));
                    quote(key, out);
                    out.push_str(": ");
                    value.write(depth + 1, out);
                }
                // No part of a schema is an object without members.
                out.push('\n');
                out.push_str(&"  ".repeat(depth));
                out.push('}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_kind_is_known_by_its_folder_or_its_file() {
        let name = |path| Kind::of(path).map(|kind| kind.name);
        assert_eq!(name("stops/brook.toml"), Some("stops"));
        assert_eq!(name("vocabulary.toml"), Some("vocabulary"));
        assert_eq!(name("vocabulary/brook.toml"), None);
        assert_eq!(name("stops.toml"), None);
        assert_eq!(name("stops/brook.md"), None);
    }
}
