//! `cargo xtask verify`: every claim of the content against the source texts.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use briefing::diag::Report;
use briefing::load::tree::Tree;
use briefing::verify::{Files, record, verify};

use crate::arguments;
use crate::failure::{Failure, Outcome};

const HELP: &str = "\
cargo xtask verify SOURCES_DIR [--content DIR] [--record]

Proves the content against the source texts: each paragraph is the one that was read, every
number, date, amount, name and quoted word of a claim stands in a paragraph that it cites, no long
run of words is shared, and every paragraph is accounted for.

  SOURCES_DIR     the folder of the texts, each called <id of its source>.txt
  --content DIR   the briefing's content files (default: content)
  --record        write the fingerprints of the texts as they are now into the content";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Outcome {
    let mut content = arguments::default_content();
    let mut keep = false;
    let (folder, words) = arguments::leading_folder(words);
    let go = arguments::read("verify", HELP, words, |option, parser| {
        match option {
            "content" => content = arguments::folder(parser)?,
            "record" => keep = true,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if !go {
        return Ok(());
    }
    let Some(folder) = folder else {
        return Err(Failure::usage("the folder of the source texts is missing", Some("verify")));
    };
    arguments::require_content(&content)?;
    let files = texts(&folder)?;
    let tree = Tree::read(&content).map_err(|wrong| Failure::new(wrong.message))?;
    if keep { write(&tree, files, &content) } else { prove(&tree, files) }
}

fn prove(tree: &Tree, files: Files) -> Outcome {
    let proof = verify(tree, files).map_err(|report| told(&report, "does not hold"))?;
    println!("verified: {} claims with {} facts against {} paragraphs", proof.claims, proof.facts, proof.paragraphs);
    Ok(())
}

fn write(tree: &Tree, files: Files, content: &Path) -> Outcome {
    let text = record(tree, files).map_err(|report| told(&report, "cannot be recorded"))?;
    let path = content.join("fingerprints.toml");
    fs::write(&path, text).map_err(|error| Failure::file("write", &path, &error))?;
    println!("the fingerprints are in {}", path.display());
    Ok(())
}

fn told(report: &Report, what: &str) -> Failure {
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    eprintln!("{}", report.render(color).trim_end());
    Failure::new(format!("the content {what}, for {} reasons", report.count()))
}

/// Every text file of the folder.
fn texts(folder: &Path) -> Outcome<Files> {
    let missing = |error| Failure::file("read", folder, &error);
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(missing)? {
        let path: PathBuf = entry.map_err(missing)?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).map(ToOwned::to_owned);
        if let Some(stem) = stem.filter(|_| path.extension().is_some_and(|ending| ending == "txt")) {
            files.insert(stem, fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?);
        }
    }
    Ok(files)
}
