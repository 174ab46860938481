//! How a test ends when it cannot go on: one sentence.

use fantoccini::error::CmdError;
use std::fmt;
use std::panic::Location;

/// The result of a step, and of a test.
pub type Result<T = (), E = Error> = std::result::Result<T, E>;

/// Why a test could not go on.
pub struct Error(String);

impl Error {
    /// An error with its sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// What the driver refused, and to do what. Some drivers say no more than the kind of the refusal.
    pub fn refused(doing: &str, error: &CmdError) -> Self {
        match error {
            CmdError::Standard(said) => Self(format!("{doing}: {}: {}", said.error, said.message)),
            _ => Self(format!("{doing}: {error}")),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The test harness prints failures with `Debug`, and a sentence should not come in quotes.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What the driver or the machine refused, with the line that asked for it.
impl<E: std::error::Error> From<E> for Error {
    #[track_caller]
    fn from(error: E) -> Self {
        Self(format!("{error} (at {})", Location::caller()))
    }
}
