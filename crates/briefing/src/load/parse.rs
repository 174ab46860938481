//! Files to a draft.

use super::draft::{Draft, Entry, Locale, NamedFile, VocabularyItem};
use super::encoding::text_of_file;
use super::locale::LocaleWords;
use super::reader::{Context, Readable, Record, Spot, table_of};
use super::tree::{RawFile, Tree};
use crate::diag::{Diagnostic, Place};
use crate::model::Id;
use toml::de::DeTable;

/// The folders of a briefing.
const FOLDERS: [&str; 13] = [
    "pillars",
    "sources",
    "stops",
    "events",
    "commitments",
    "figures",
    "locales",
    "positions",
    "statements",
    "context",
    "people",
    "terms",
    "differences",
];

/// What could be read.
pub(super) struct Parsed {
    pub draft: Draft,
    /// Some file could not be read, so that names it would have defined are missing.
    pub unread: bool,
}

/// Reads all files, reporting what is wrong with each.
pub(super) fn parse(tree: &Tree, wrong: &mut Vec<Diagnostic>) -> Parsed {
    let mut draft = Draft::default();
    let mut unread = false;
    for (number, problem) in tree.problems.iter().enumerate() {
        let place = Place::top(tree.files.len() + number);
        wrong.push(Diagnostic::at(&place, &problem.message).hint(problem.hint));
        unread = true;
    }
    for (number, file) in tree.files.iter().enumerate() {
        let mut context = Context { file: number, wrong };
        let read = text_of_file(&file.bytes, &mut context).is_some_and(|text| {
            let (table, errors) = DeTable::parse_recoverable(text);
            for error in &errors {
                context.report(error.span().unwrap_or(0..0), error.message(), "see toml.io for the form of a file");
            }
            errors.is_empty() && place(file, table.get_ref(), &mut draft, &mut context)
        });
        unread |= !read;
    }
    let empty = tree.files.is_empty();
    for (what, missing, hint) in [
        ("briefing.toml", draft.site.is_none(), "every briefing has it; `briefing new` writes one to start from"),
        (
            "locales/<language>.toml",
            !empty && draft.locales.is_empty(),
            "every briefing has the words of its interface",
        ),
    ] {
        if missing && !unread {
            wrong.push(Diagnostic::general(format!("`{what}` is missing")).hint(hint));
        }
    }
    Parsed { draft, unread }
}

fn place(file: &RawFile, table: &DeTable<'_>, draft: &mut Draft, context: &mut Context<'_>) -> bool {
    let top = Place::top(context.file);
    let stem = file.path.strip_suffix(".toml").unwrap_or(&file.path);
    let Some((folder, name)) = stem.split_once('/') else {
        return match stem {
            "briefing" => site(table, top, draft, context),
            "vocabulary" => vocabulary(table, draft, context),
            "fingerprints" => fingerprints(table, draft, context),
            other => {
                let wrong = Diagnostic::at(&top, format!("`{other}.toml` is not a file of a briefing"));
                context.wrong.push(wrong.nearest(other, ["briefing", "vocabulary", "fingerprints"]));
                false
            }
        };
    };
    match folder {
        "pillars" => entry(name, table, context, &mut draft.pillars),
        "sources" => entry(name, table, context, &mut draft.sources),
        "stops" => entry(name, table, context, &mut draft.stops),
        "events" => entry(name, table, context, &mut draft.events),
        "commitments" => entry(name, table, context, &mut draft.commitments),
        "figures" => entry(name, table, context, &mut draft.figures),
        "positions" => entry(name, table, context, &mut draft.positions),
        "statements" => entry(name, table, context, &mut draft.statements),
        "context" => entry(name, table, context, &mut draft.context),
        "people" => entry(name, table, context, &mut draft.people),
        "terms" => entry(name, table, context, &mut draft.terms),
        "differences" => entry(name, table, context, &mut draft.differences),
        "locales" => LocaleWords::read_table(table, top, context)
            .map(|words| {
                draft.locales.push(Locale { language: name.to_owned(), words });
            })
            .is_some(),
        other => {
            let wrong = Diagnostic::at(&top, format!("`{other}` is not a folder of a briefing"));
            context.wrong.push(wrong.nearest(other, FOLDERS));
            false
        }
    }
}

fn site(table: &DeTable<'_>, top: Place, draft: &mut Draft, context: &mut Context<'_>) -> bool {
    let Some(id) = Id::parse("briefing") else {
        return false;
    };
    draft.site = Record::read_table(table, top.clone(), context).map(|record| Entry { id, place: top, record });
    draft.site.is_some()
}

fn entry<T: Record>(name: &str, table: &DeTable<'_>, context: &mut Context<'_>, entries: &mut Vec<Entry<T>>) -> bool {
    let top = Place::top(context.file);
    let record = T::read_table(table, top.clone(), context);
    let Some(id) = Id::parse(name) else {
        let hint = if name.contains('/') {
            "entries stand in the folder of their kind, not in folders inside of it"
        } else {
            "file names are lower-case letters, digits and single hyphens, and start with a letter"
        };
        context.report(0..0, format!("`{name}` cannot be the name of a thing"), hint);
        return false;
    };
    let read = record.is_some();
    entries.extend(record.map(|record| Entry { id, place: top, record }));
    read
}

/// One list for each source, written by `verify --record`.
fn fingerprints(table: &DeTable<'_>, draft: &mut Draft, context: &mut Context<'_>) -> bool {
    let mut read = true;
    for (source, value) in table {
        match Vec::<Spot<String>>::read(value, context) {
            Some(list) => {
                draft.fingerprints.insert(source.get_ref().to_string(), list);
            }
            None => read = false,
        }
    }
    read
}

fn vocabulary(table: &DeTable<'_>, draft: &mut Draft, context: &mut Context<'_>) -> bool {
    let known = ["kinds", "parties", "themes", "topics", "points"];
    let mut read = true;
    for (key, value) in table {
        let list = match key.get_ref().as_ref() {
            "kinds" => &mut draft.vocabulary.kinds,
            "parties" => &mut draft.vocabulary.parties,
            "themes" => &mut draft.vocabulary.themes,
            "topics" => &mut draft.vocabulary.topics,
            "points" => &mut draft.vocabulary.points,
            other => {
                let place = context.place(key.span());
                context.wrong.push(Diagnostic::at(&place, format!("unknown key `{other}`")).nearest(other, known));
                continue;
            }
        };
        match table_of(value, context, "write [kinds.<id>] and its label below it") {
            Some(items) => *list = named(items, context),
            None => read = false,
        }
    }
    read
}

/// The items in the order in which they are written, which is the order on the page.
fn named(items: &DeTable<'_>, context: &mut Context<'_>) -> Vec<VocabularyItem> {
    let mut list = Vec::new();
    for (key, value) in items {
        let place = context.place(key.span());
        let Some(id) = Id::parse(key.get_ref()) else {
            let hint = "names are lower-case letters, digits and single hyphens, and start with a letter";
            context.report(key.span(), format!("`{}` is not a name", key.get_ref()), hint);
            continue;
        };
        let Some(fields) = table_of(value, context, "write label.en = \"…\" below it") else {
            continue;
        };
        let record = NamedFile::read_table(fields, place.clone(), context);
        list.extend(record.map(|record| Entry { id, place, record }));
    }
    list.sort_by_key(|item| item.place.start);
    list
}
