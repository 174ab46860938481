//! A screen that nobody sees, for a browser that cannot do without windows.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::error::{Error, Result};
use crate::tools::browser::Desktop;

/// Large enough for the largest window that a test wants.
const SIZE: &str = "4096x4096x24";

/// A screen at work, with somebody who manages its windows: without one, no window ever has the focus.
/// Dropping it ends both.
pub(crate) struct Screen {
    process: Child,
    manager: Option<Child>,
    /// Its name for the programs that draw on it.
    pub(crate) display: String,
}

impl Screen {
    /// Starts a screen under the next free number, and waits until it can be drawn on.
    pub(crate) fn start(desktop: &Desktop) -> Result<Self> {
        let unstarted = |program: &Path, error: &std::io::Error| {
            Error::new(format!("{} could not be started: {error}", program.display()))
        };
        let mut process = Command::new(&desktop.screen)
            // It says its number where it is told to, as soon as it is ready.
            .args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| unstarted(&desktop.screen, &error))?;
        let mut number = String::new();
        let said = process.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let mut screen = Self { process, manager: None, display: format!(":{}", number.trim()) };
        if !matches!(said, Some(Ok(length)) if length > 1) {
            return Err(Error::new(format!("{} ended before it had a screen", desktop.screen.display())));
        }
        // It takes over what is on the screen already, so nobody has to wait for it.
        let manager = Command::new(&desktop.manager)
            .env("DISPLAY", &screen.display)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| unstarted(&desktop.manager, &error))?;
        screen.manager = Some(manager);
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for process in self.manager.iter_mut().chain([&mut self.process]) {
            // Both can only fail because the process has ended, which is what is wanted.
            drop(process.kill());
            drop(process.wait());
        }
    }
}
