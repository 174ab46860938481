//! What the command lines have in common.

use crate::error::Error;
use crate::terminal;
use lexopt::{Arg, Parser};
use std::ffi::OsString;
use std::path::PathBuf;

/// Walks over the words of a command line, hands each option to `take`, and answers at most one word that
/// is no option, a folder. `None` means that `--help` was asked for, and has been answered with `help`.
///
/// `take` answers `Ok(false)` for an option that it does not know.
pub(crate) fn read(
    command: &str,
    help: &str,
    words: Vec<OsString>,
    mut take: impl FnMut(&str, &mut Parser) -> Result<bool, lexopt::Error>,
) -> Result<Option<Option<PathBuf>>, Error> {
    let mut parser = Parser::from_args(words);
    let wrong = |error: lexopt::Error| Error::usage(error, Some(command));
    let mut folder = None;
    while let Some(argument) = parser.next().map_err(wrong)? {
        let name = match argument {
            Arg::Long("help") | Arg::Short('h') => {
                terminal::say(help);
                return Ok(None);
            }
            Arg::Value(value) if folder.is_none() && !value.is_empty() => {
                folder = Some(PathBuf::from(value));
                continue;
            }
            Arg::Long(name) => name.to_owned(),
            other => return Err(wrong(other.unexpected())),
        };
        if !take(&name, &mut parser).map_err(wrong)? {
            return Err(wrong(Arg::Long(&name).unexpected()));
        }
    }
    Ok(Some(folder))
}

/// A folder as the value of an option.
pub(crate) fn folder(parser: &mut Parser) -> Result<PathBuf, lexopt::Error> {
    let value = parser.value()?;
    if value.is_empty() {
        return Err(lexopt::Error::Custom("the name of a folder is empty".into()));
    }
    Ok(PathBuf::from(value))
}

/// A number or word as the value of an option, with a sentence when it is not `what`.
pub(crate) fn parsed<T: std::str::FromStr>(parser: &mut Parser, what: &str) -> Result<T, lexopt::Error> {
    let value = parser.value()?;
    let parsed = value.to_str().and_then(|text| text.parse().ok());
    parsed.ok_or_else(|| lexopt::Error::Custom(format!("`{}` is not {what}", value.to_string_lossy()).into()))
}
