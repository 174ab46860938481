//! The sites that are shown one after the other, each in a folder of its own for as long as it is shown.

use crate::error::Error;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Writes sites.
pub(super) struct Render {
    content: PathBuf,
    kit: Option<PathBuf>,
    folder: TempDir,
    /// How many sites have been written; the last ones bear the highest numbers.
    count: usize,
}

impl Render {
    /// Takes a folder for temporary files.
    pub(super) fn new(content: PathBuf, kit: Option<PathBuf>) -> Result<Self, Error> {
        let folder = tempfile::Builder::new().prefix("briefing-").tempdir();
        let folder = folder.map_err(|error| Error::new(format!("there is no folder for temporary files: {error}")))?;
        Ok(Self { content, kit, folder, count: 0 })
    }

    /// What is served before there is a site.
    pub(super) fn nothing(&self) -> PathBuf {
        self.site(0)
    }

    fn site(&self, number: usize) -> PathBuf {
        self.folder.path().join(number.to_string())
    }

    /// Writes the site as the files are now, and says where. What is wrong is the error, as a report.
    ///
    /// Each site is written by a process of its own: views live as long as their process, so that a long day
    /// of saving would fill the memory.
    pub(super) fn run(&mut self) -> Result<PathBuf, String> {
        self.count += 1;
        let site = self.site(self.count);
        let program = std::env::current_exe().map_err(|error| format!("this program was not found: {error}"))?;
        let mut command = Command::new(program);
        command.arg("build").arg(&self.content).arg("--out").arg(&site).args(["--draft", "--no-offline"]);
        if let Some(kit) = &self.kit {
            command.arg("--kit").arg(kit);
        }
        let ran = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).output();
        let ran = ran.map_err(|error| format!("this program could not be started again: {error}"))?;
        if ran.status.success() { Ok(site) } else { Err(String::from_utf8_lossy(&ran.stderr).trim_end().to_owned()) }
    }

    /// Removes the sites before the last two; a browser may still be loading from the one before the last.
    pub(super) fn forget_older(&self) {
        if let Some(old) = self.count.checked_sub(2) {
            // What is left goes with the whole folder.
            drop(std::fs::remove_dir_all(self.site(old)));
        }
    }
}
