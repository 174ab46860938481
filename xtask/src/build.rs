//! `cargo xtask build`, `check` and `verify`: what the executable does, with the engine of this checkout.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::error::Result;
use crate::executable::Executable;
use crate::kit;
use crate::project;

/// Runs `briefing build` with the words of the command line.
pub(crate) fn build(words: &[OsString]) -> Result {
    let kit = kit::assemble()?;
    Executable::build()?.run(&mut |command| command.arg("build").args(words).arg("--kit").arg(&kit))
}

/// Runs a command that needs no engine with the words of the command line.
pub(crate) fn plain(command: &str, words: &[OsString]) -> Result {
    Executable::build()?.run(&mut |run| run.arg(command).args(words))
}

/// A site that the tests or the measurements need.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(crate) content: PathBuf,
    pub(crate) out: PathBuf,
    /// Whether the site goes to a host, with everything that hosts can use.
    pub(crate) packed: bool,
    /// Whether each language is also written as one file with everything inside.
    pub(crate) single: bool,
    /// Whether browsers keep the site for when there is no network.
    pub(crate) offline: bool,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            content: project::root().join("content"),
            out: project::root().join("dist"),
            packed: false,
            single: false,
            offline: false,
        }
    }
}

impl Plan {
    /// Builds everything that is not up to date and writes the site.
    pub(crate) fn build(&self) -> Result {
        let kit = kit::assemble()?;
        Executable::build()?.run(&mut |command| {
            command.arg("build").arg(&self.content).arg("--out").arg(&self.out).arg("--kit").arg(&kit);
            for (option, wanted) in
                [("--draft", !self.packed), ("--single", self.single), ("--no-offline", !self.offline)]
            {
                if wanted {
                    command.arg(option);
                }
            }
            command
        })
    }
}
