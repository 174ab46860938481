//! How a command ends when it does not succeed: one sentence, and an exit status.

use std::fmt;
use std::path::Path;

/// The result of everything that can end a command.
pub(crate) type Result<T = (), E = Error> = std::result::Result<T, E>;

/// Why a command ended. The text is a sentence that also says what to do.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line was wrong (status 2).
    Usage(String),
    /// The content, a test or the environment failed (status 1).
    Failed(String),
    /// A program of ours failed with this status and has said why.
    Told(u8),
}

impl Error {
    /// A failure of the content, a test or the environment.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self::Failed(sentence.into())
    }

    /// A wrong command line; `command` names whose `--help` explains it.
    pub(crate) fn usage(sentence: impl fmt::Display, command: Option<&str>) -> Self {
        let help = command.map_or_else(|| "cargo xtask --help".to_owned(), |name| format!("cargo xtask {name} --help"));
        Self::Usage(format!("{sentence} (see `{help}`)"))
    }

    /// A file or folder that could not be used: `verb` says what was tried.
    pub(crate) fn file(verb: &str, path: &Path, error: &std::io::Error) -> Self {
        let remedy = match error.kind() {
            std::io::ErrorKind::PermissionDenied => "; give yourself write permission there or choose another folder",
            std::io::ErrorKind::StorageFull => "; make room on the disk and run the command again",
            _ => "",
        };
        Self::Failed(format!("could not {verb} {}: {error}{remedy}", path.display()))
    }

    /// The failure of a program of ours, which has said why.
    pub(crate) fn told(status: i32) -> Self {
        Self::Told(u8::try_from(status).unwrap_or(1))
    }

    /// The exit status of the command.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Failed(_) => 1,
            Self::Told(status) => *status,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) | Self::Failed(sentence) => f.write_str(sentence),
            Self::Told(_) => f.write_str("`briefing` failed, as told above"),
        }
    }
}
