//! A screen that nobody sees, for a browser that cannot do without windows.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::failure::{Failure, Outcome};

/// Large enough for the largest window that a journey wants.
const SIZE: &str = "4096x4096x24";

/// A screen at work. Dropping it ends it.
pub(crate) struct Screen {
    process: Child,
    /// Its name for the programs that draw on it.
    pub(crate) display: String,
}

impl Screen {
    /// Starts a screen under the next free number, and waits until it can be drawn on.
    pub(crate) fn start(program: &Path) -> Outcome<Self> {
        let mut process = Command::new(program)
            // It says its number where it is told to, as soon as it is ready.
            .args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("{} could not be started: {error}", program.display())))?;
        let mut number = String::new();
        let said = process.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let mut screen = Self { process, display: format!(":{}", number.trim()) };
        if matches!(said, Some(Ok(length)) if length > 1) {
            return Ok(screen);
        }
        drop(screen.process.try_wait());
        Err(Failure::new(format!("{} ended before it had a screen", program.display())))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Both can only fail because the process has ended, which is what is wanted.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
