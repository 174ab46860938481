//! The source texts, cut into paragraphs.

use super::Files;
use crate::diag::{Diagnostic, Place};
use crate::load::draft::{Draft, Entry, SourceFile};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The texts by the id of their source, as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    /// What each file holds, by its name without the ending.
    files: Files,
    /// The paragraphs of each source, by its code.
    paragraphs: BTreeMap<String, Vec<String>>,
}

impl Texts {
    /// Texts by the id of their source.
    pub(super) fn new(files: Files, draft: &Draft) -> Self {
        let paragraphs = draft.sources.iter().filter_map(|source| {
            let text = std::str::from_utf8(files.get(source.id.as_str())?).ok()?;
            Some((source.record.code.value.clone(), paragraphs(text)))
        });
        let paragraphs = paragraphs.collect();
        Self { files, paragraphs }
    }

    /// A paragraph, counted from 1.
    pub(super) fn paragraph(&self, code: &str, number: u16) -> Option<&str> {
        let at = usize::from(number).checked_sub(1)?;
        self.paragraphs.get(code)?.get(at).map(String::as_str)
    }

    /// All paragraphs of all texts.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, usize, &str)> {
        self.paragraphs.iter().flat_map(|(code, paragraphs)| {
            paragraphs.iter().enumerate().map(move |(at, text)| (code.as_str(), at + 1, text.as_str()))
        })
    }

    /// The fingerprints of a text, paragraph by paragraph.
    pub(super) fn fingerprints(&self, code: &str) -> Vec<String> {
        self.paragraphs.get(code).into_iter().flatten().map(|text| fingerprint(text)).collect()
    }
}

/// Blocks of lines between blank lines, without the white space around them.
fn paragraphs(text: &str) -> Vec<String> {
    let mut blocks: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match blocks.last_mut() {
            Some(block) if !line.trim().is_empty() => block.push(line),
            Some(block) if !block.is_empty() => blocks.push(Vec::new()),
            _ => {}
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.iter().map(|block| block.join("\n").trim().to_owned()).collect()
}

/// Sixteen digits of a digest: enough to notice every change, too few to give anything away.
fn fingerprint(paragraph: &str) -> String {
    Sha256::digest(paragraph.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether each source has its text and nothing has happened to it; texts of no source are named.
pub(super) fn usable(draft: &Draft, texts: &Texts, wrong: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = draft.sources.iter().map(|source| source.id.as_str()).collect();
    for name in texts.files.keys().filter(|name| !known.contains(&name.as_str())) {
        let message = format!("the text `{name}.txt` belongs to no source");
        wrong.push(Diagnostic::general(message).nearest(name, known.iter().copied()));
    }
    for source in &draft.sources {
        let place = &source.record.paragraphs.place;
        let id = source.id.as_str();
        let Some(bytes) = texts.files.get(id) else {
            let hint = format!("it must be called {id}.txt");
            wrong.push(Diagnostic::at(place, format!("the text of `{id}` is missing")).hint(hint));
            continue;
        };
        if let Some(message) = spoilt(bytes) {
            let hint = "take the text as it was when its paragraphs were counted: UTF-8, plain line ends";
            wrong.push(Diagnostic::at(place, format!("the text of `{id}` {message}")).hint(hint));
        }
    }
}

/// Compares every text with what the content keeps of it; answers how many paragraphs matched.
pub(super) fn run(draft: &Draft, texts: &Texts, wrong: &mut Vec<Diagnostic>) -> usize {
    usable(draft, texts, wrong);
    if !wrong.is_empty() {
        return 0;
    }
    draft.sources.iter().map(|source| compare(source, draft, texts, wrong)).sum()
}

fn compare(source: &Entry<SourceFile>, draft: &Draft, texts: &Texts, wrong: &mut Vec<Diagnostic>) -> usize {
    let place = &source.record.paragraphs.place;
    let id = source.id.as_str();
    let found = texts.fingerprints(&source.record.code.value);
    let Some(kept) = draft.fingerprints.get(id) else {
        let hint = "run `verify` with --record once the text has been read";
        wrong.push(Diagnostic::at(place, format!("no fingerprints are kept of `{id}`")).hint(hint));
        return 0;
    };
    let matching = found.iter().zip(kept).take_while(|(found, kept)| **found == kept.value).count();
    let expected = usize::from(source.record.paragraphs.value);
    if matching == kept.len() && found.len() == kept.len() && kept.len() == expected {
        return matching;
    }
    let place = kept.get(matching).map_or(place, |kept| &kept.place);
    wrong.push(difference(id, &found, kept.len(), expected, matching, place));
    0
}

/// The fingerprints as a content file.
pub(super) fn print(draft: &Draft, texts: &Texts) -> String {
    let head = "# One fingerprint for each paragraph of each source, written by `verify --record`.\n";
    let mut sources: Vec<_> = draft.sources.iter().collect();
    sources.sort_by_key(|source| source.record.order.value);
    sources.into_iter().fold(head.to_owned(), |mut out, source| {
        out.push_str(&format!("{} = [\n", source.id));
        for fingerprint in texts.fingerprints(&source.record.code.value) {
            out.push_str(&format!("  \"{fingerprint}\",\n"));
        }
        out.push_str("]\n");
        out
    })
}

fn difference(id: &str, found: &[String], kept: usize, expected: usize, matching: usize, place: &Place) -> Diagnostic {
    let counts = format!("it has {}, {kept} fingerprints are kept, and the content counts {expected}", found.len());
    Diagnostic::at(place, format!("the text of `{id}` differs from paragraph {} on", matching + 1))
        .hint(format!("{counts}; if the text is right, read what cites it and run with --record"))
}

/// What has happened to a text that is no longer the one that was read.
fn spoilt(bytes: &[u8]) -> Option<&'static str> {
    match std::str::from_utf8(bytes) {
        Err(_) => Some("is not UTF-8"),
        Ok(text) if text.starts_with('\u{feff}') => Some("begins with a byte order mark"),
        Ok(text) if text.contains('\r') => Some("has other line ends"),
        Ok(text) if text.trim().is_empty() => Some("is empty"),
        Ok(_) => None,
    }
}
