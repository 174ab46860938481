//! Why a command did not succeed: one sentence that also says what to do, and an exit status.

use crate::terminal;
use briefing::diag::Report;
use std::fmt;
use std::io;
use std::path::Path;

/// Why a command did not succeed.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line is wrong (status 2).
    Usage(String),
    /// The content has mistakes, or a file could not be used (status 1).
    Failed(String),
}

impl Error {
    /// Anything but a wrong command line.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self::Failed(sentence.into())
    }

    /// A wrong command line; `command` names whose `--help` explains it.
    pub(crate) fn usage(sentence: impl fmt::Display, command: Option<&str>) -> Self {
        let name = command.map_or_else(String::new, |name| format!("{name} "));
        Self::Usage(format!("{sentence} (see `briefing {name}--help`)"))
    }

    /// A file or folder that could not be used: `verb` says what was tried.
    pub(crate) fn file(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self::Failed(format!("could not {verb} {}: {error}", path.display()))
    }

    /// Content with mistakes, which are printed. `what` completes "the content …".
    pub(crate) fn content(report: &Report, what: &str) -> Self {
        terminal::warn(report.render(terminal::has_colors()).trim_end());
        Self::Failed(format!("the content {what}, for {}", counted(report.count(), "reason")))
    }

    /// The exit status of the command.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Failed(_) => 1,
        }
    }
}

impl From<site::Error> for Error {
    fn from(error: site::Error) -> Self {
        match error {
            site::Error::Content(report) => Self::content(&report, "cannot be built"),
            site::Error::Other(sentence) => Self::Failed(sentence),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) | Self::Failed(sentence) => f.write_str(sentence),
        }
    }
}

/// A number with the word for what is counted.
pub(crate) fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1, "language"), "1 language");
        assert_eq!(counted(0, "error"), "0 errors");
    }
}
