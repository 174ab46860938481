//! The site as the tests need it, and in versions that follow each other, for the tests of what devices
//! keep.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::arguments;
use crate::build::Plan;
use crate::error::{Error, Result};
use crate::files;
use crate::project;

/// What the titles of commitments begin with in the newer version.
pub(crate) const MARK: &str = "Newer: ";

/// The folders of two versions.
pub(crate) struct Versions {
    /// With other words in all commitments.
    pub(crate) newer: PathBuf,
    /// With the words of now, and not kept.
    pub(crate) unkept: PathBuf,
}

impl Versions {
    /// Builds both.
    pub(crate) fn build() -> Result<Self> {
        static NEWER: OnceLock<PathBuf> = OnceLock::new();
        static UNKEPT: OnceLock<PathBuf> = OnceLock::new();
        let folder = project::target().join("releases");
        let newer = || {
            let content = folder.join("content");
            revise(&arguments::default_content(), &content)?;
            built(Plan { content, out: folder.join("newer"), offline: true, ..Plan::default() })
        };
        let unkept = || built(Plan { out: folder.join("unkept"), ..Plan::default() });
        Ok(Self { newer: once(&NEWER, newer)?, unkept: once(&UNKEPT, unkept)? })
    }
}

/// The site of the tests has its own folder, so that a site being served is left in peace.
pub(crate) fn site() -> Result<PathBuf> {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    once(&SITE, || built(Plan { out: project::target().join("site"), offline: true, ..Plan::default() }))
}

/// The site with everything that hosts can use, in a folder of its own.
pub(crate) fn hosted() -> Result<PathBuf> {
    static HOSTED: OnceLock<PathBuf> = OnceLock::new();
    let out = project::target().join("hosted");
    once(&HOSTED, || built(Plan { out, packed: true, single: true, offline: true, ..Plan::default() }))
}

fn built(plan: Plan) -> Result<PathBuf> {
    plan.build()?;
    Ok(plan.out)
}

/// Several steps of the tests need the same site, which is built once in a run.
fn once(folder: &OnceLock<PathBuf>, build: impl FnOnce() -> Result<PathBuf>) -> Result<PathBuf> {
    match folder.get() {
        Some(folder) => Ok(folder.clone()),
        None => build().map(|built| folder.get_or_init(|| built).clone()),
    }
}

/// Copies content with a mark in front of each commitment's title.
fn revise(from: &Path, to: &Path) -> Result {
    // What was there before may have files that the content no longer has.
    drop(fs::remove_dir_all(to));
    for file in files::below(from)? {
        let name = file.strip_prefix(from).unwrap_or(&file);
        let copy = to.join(name);
        let failed = |error| Error::file("copy", &file, &error);
        copy.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
        if name.starts_with("commitments") {
            let text = fs::read_to_string(&file).map_err(failed)?;
            fs::write(&copy, revised(&text)).map_err(failed)?;
        } else {
            fs::copy(&file, &copy).map_err(failed)?;
        }
    }
    Ok(())
}

fn revised(text: &str) -> String {
    let line = |line: &str| {
        let is_title = line.starts_with("title");
        if is_title { line.replacen('"', &format!("\"{MARK}"), 1) } else { line.to_owned() }
    };
    text.lines().map(|text| line(text) + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_alone_are_revised() {
        let text = "title.en = \"A \\\"plan\\\"\"\ntitle.fr = \"Un plan\"\ntext.en = \"A title\"\n";
        let new = "title.en = \"Newer: A \\\"plan\\\"\"\ntitle.fr = \"Newer: Un plan\"\ntext.en = \"A title\"\n";
        assert_eq!(revised(text), new);
    }
}
