//! Why a site could not be written: one sentence that also says what to do.

use briefing::diag::Report;
use std::fmt;
use std::io;
use std::path::Path;

/// Why a site could not be written.
#[derive(Debug)]
pub enum Error {
    /// The content has mistakes; each has its place and a hint.
    Content(Report),
    /// Everything else, as a sentence.
    Other(String),
}

impl Error {
    /// Anything but a mistake in the content.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self::Other(sentence.into())
    }

    /// A file or folder that could not be used: `verb` says what was tried.
    pub(crate) fn file(verb: &str, path: &Path, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                "; give yourself write permission there or choose another folder"
            }
            io::ErrorKind::StorageFull => "; make room on the disk and run the command again",
            _ => "",
        };
        Self::Other(format!("could not {verb} {}: {error}{remedy}", path.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(report) => f.write_str(report.render(false).trim_end()),
            Self::Other(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for Error {}
