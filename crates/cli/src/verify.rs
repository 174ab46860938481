//! `briefing verify`: every claim of the content against the source texts.

use crate::error::Error;
use crate::{arguments, content, terminal};
use briefing::load::tree::Tree;
use briefing::verify::{Files, record, verify};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

const HELP: &str = "\
Usage: briefing verify SOURCES [--content DIR] [--record]

Compares the content with the source texts: each paragraph is the one that was read, every number, date,
amount, name and quoted word of a claim stands in a paragraph that it cites, no long run of words is
shared, and every paragraph is accounted for.

  SOURCES          the folder of the texts, each called <id of its source>.txt
  --content DIR    the folder of the briefing (default: the one you are in)
  --record         write the fingerprints of the texts as they are now into the content";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result<(), Error> {
    let mut named = None;
    let mut keep = false;
    let read = arguments::read("verify", HELP, words, |option, parser| {
        match option {
            "content" => named = Some(arguments::folder(parser)?),
            "record" => keep = true,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(folder) = read else { return Ok(()) };
    let folder = folder.ok_or_else(|| Error::usage("the folder of the source texts is missing", Some("verify")))?;
    let content = content::folder(named)?;
    let files = texts(&folder)?;
    let tree = Tree::read(&content).map_err(|wrong| Error::new(wrong.message))?;
    if keep { write(&tree, files, &content) } else { prove(&tree, files) }
}

fn prove(tree: &Tree, files: Files) -> Result<(), Error> {
    let proof = verify(tree, files).map_err(|report| Error::content(&report, "does not hold"))?;
    terminal::say(format_args!(
        "verified: {} claims with {} facts against {} paragraphs",
        proof.claims, proof.facts, proof.paragraphs
    ));
    Ok(())
}

fn write(tree: &Tree, files: Files, content: &Path) -> Result<(), Error> {
    let text = record(tree, files).map_err(|report| Error::content(&report, "cannot be recorded"))?;
    let path = content.join("fingerprints.toml");
    fs::write(&path, text).map_err(|error| Error::file("write", &path, &error))?;
    terminal::say(format_args!("the fingerprints are in {}", path.display()));
    Ok(())
}

/// Every text file of the folder.
fn texts(folder: &Path) -> Result<Files, Error> {
    let missing = |error| Error::file("read", folder, &error);
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(missing)? {
        let path: PathBuf = entry.map_err(missing)?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).map(ToOwned::to_owned);
        if let Some(stem) = stem.filter(|_| path.extension().is_some_and(|ending| ending == "txt")) {
            files.insert(stem, fs::read(&path).map_err(|error| Error::file("read", &path, &error))?);
        }
    }
    Ok(files)
}
