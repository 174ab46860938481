//! What the command lines have in common.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::project;

/// Walks over the words of a command line and hands each option to `take`.
///
/// `take` answers `Ok(false)` for an option that it does not know. Returns `false` after `--help`
/// was asked for, and has then printed `help`.
pub(crate) fn read(
    command: &str,
    help: &str,
    words: Vec<OsString>,
    mut take: impl FnMut(&str, &mut lexopt::Parser) -> Result<bool, lexopt::Error>,
) -> Result<bool> {
    let mut parser = lexopt::Parser::from_args(words);
    let wrong = |error: lexopt::Error| Error::usage(error, Some(command));
    while let Some(argument) = parser.next().map_err(wrong)? {
        let name = match argument {
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => {
                println!("{help}");
                return Ok(false);
            }
            lexopt::Arg::Long(name) => name.to_owned(),
            other => return Err(wrong(other.unexpected())),
        };
        if !take(&name, &mut parser).map_err(wrong)? {
            return Err(wrong(lexopt::Arg::Long(&name).unexpected()));
        }
    }
    Ok(true)
}

/// A folder from the command line, meant as seen from where the user stands.
pub(crate) fn folder(parser: &mut lexopt::Parser) -> Result<PathBuf, lexopt::Error> {
    let value = parser.value()?;
    if value.is_empty() {
        return Err(lexopt::Error::Custom("the name of a folder is empty".into()));
    }
    std::path::absolute(Path::new(&value)).map_err(|error| lexopt::Error::Custom(error.into()))
}

/// A number or word from the command line, with a sentence when it is not one.
pub(crate) fn parsed<T: std::str::FromStr>(parser: &mut lexopt::Parser, what: &str) -> Result<T, lexopt::Error> {
    let value = parser.value()?;
    value
        .to_str()
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| lexopt::Error::Custom(format!("`{}` is not {what}", value.to_string_lossy()).into()))
}

/// The folder of the real briefing, when the command line names no other.
pub(crate) fn default_content() -> PathBuf {
    project::root().join("content")
}

/// Says at once when the content folder is not there; the rest is for the loader to report.
pub(crate) fn require_content(content: &Path) -> Result {
    if content.is_dir() {
        return Ok(());
    }
    Err(Error::new(format!(
        "there is no content folder {}; name the folder with `--content DIR`",
        project::shown(content)
    )))
}
