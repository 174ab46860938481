//! The executable `briefing` of this checkout, without an engine inside.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::process;
use crate::project;

/// An executable that is up to date.
pub(crate) struct Executable {
    pub(crate) program: PathBuf,
}

impl Executable {
    /// Builds it, unless it is up to date, which Cargo knows.
    pub(crate) fn build() -> Result<Self> {
        let what = "building the executable";
        let mut cargo = process::cargo();
        cargo.args(["build", "--package", "briefing-cli"]);
        process::quiet(&mut cargo, what, "executable")?.map_err(|run| run.into_error(what))?;
        Ok(Self { program: project::target().join("debug").join(name()) })
    }

    /// Runs it in the folder of the user with the words that `told` gives it; it speaks for itself.
    pub(crate) fn run(&self, told: &mut dyn FnMut(&mut Command) -> &mut Command) -> Result {
        let mut command = Command::new(&self.program);
        told(&mut command);
        match process::status(&mut command)? {
            0 => Ok(()),
            status => Err(Error::told(status)),
        }
    }
}

/// What the executable is called on this machine.
pub(crate) fn name() -> String {
    format!("briefing{}", std::env::consts::EXE_SUFFIX)
}

/// The profile of the executable for authors, in Cargo.toml.
const PROFILE: &str = "dist";

/// Builds the executable for authors, with a kit inside, into a folder of Cargo's.
pub(crate) fn with_kit(kit: &Path) -> Result<PathBuf> {
    let what = "building the executable with everything inside";
    let mut cargo = process::cargo();
    cargo.args(["build", "--package", "briefing-cli", "--features", "embed", "--profile", PROFILE]);
    cargo.env("BRIEFING_KIT", kit);
    process::quiet(&mut cargo, what, "dist")?.map_err(|run| run.into_error(what))?;
    Ok(project::target().join(PROFILE).join(name()))
}
