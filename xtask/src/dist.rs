//! `cargo xtask dist`: the executable `briefing` with everything inside, for authors.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use crate::arguments;
use crate::executable;
use crate::failure::{Failure, Outcome};
use crate::kit;
use crate::project;

const HELP: &str = "\
cargo xtask dist

Writes target/dist/briefing: the executable for authors, with engine, styles, scripts, fonts and the library
for slides inside. It needs nothing else.";

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Outcome {
    if arguments::read("dist", HELP, words, |_, _| Ok(false))? {
        let program = write()?;
        let size = fs::metadata(&program).map_err(|error| Failure::file("read", &program, &error))?.len();
        println!("{} ({} MB)", project::shown(&program), size.div_ceil(1_000_000));
    }
    Ok(())
}

/// Builds the executable, and says where it is.
pub(crate) fn write() -> Outcome<PathBuf> {
    executable::with_kit(&kit::complete()?)
}
