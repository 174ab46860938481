//! What is said on the terminal, or to a program that reads it.

use std::fmt::Display;
use std::io::{IsTerminal, Write};

/// Says a line. When nobody reads any more, as after `| head -1`, there is nothing left to do.
pub(crate) fn say(line: impl Display) {
    if writeln!(std::io::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

/// Says a line beside what was asked for. A terminal that is gone is no reason to stop.
pub(crate) fn warn(line: impl Display) {
    drop(writeln!(std::io::stderr(), "{line}"));
}

/// Whether reports may have colours.
pub(crate) fn has_colors() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
