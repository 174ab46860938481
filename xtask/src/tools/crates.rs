//! Tools that Cargo builds.

use std::fs;
use std::path::PathBuf;

use super::cache::Cache;
use crate::error::{Error, Result};
use crate::process;

/// A program on crates.io.
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    /// Options of `cargo install` that this one needs.
    pub(super) options: &'static [&'static str],
    /// The programs that it brings.
    pub(super) programs: &'static [&'static str],
    /// About how long the build takes on a small machine.
    pub(super) minutes: u32,
}

/// The folder with the programs of a tool, built first if need be.
///
/// The build is a debug build without debug information: these programs work for seconds at most,
/// and an optimised build of them takes several times as long.
pub(super) fn tool(cache: &Cache, tool: &Tool) -> Result<PathBuf> {
    let suffix = std::env::consts::EXE_SUFFIX;
    let programs: Vec<PathBuf> =
        tool.programs.iter().map(|program| PathBuf::from("bin").join(format!("{program}{suffix}"))).collect();
    let folder = cache.tool(tool.name, tool.version, &programs, |part| {
        let build = part.join("build");
        let what = format!("building {} {}", tool.name, tool.version);
        let label = format!("{what} (once for all checkouts, about {} min)", tool.minutes);
        let mut cargo = process::cargo();
        cargo
            .args(["install", tool.name, "--debug", "--version", tool.version])
            .args(tool.options)
            .arg("--root")
            .arg(part)
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("CARGO_PROFILE_DEV_STRIP", "true")
            // Flags meant for the project have no business in the build of a tool.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET");
        process::quiet(&mut cargo, &label, &format!("install-{}", tool.name))?.map_err(|run| run.into_error(&what))?;
        fs::remove_dir_all(&build).map_err(|error| Error::file("remove", &build, &error))
    })?;
    Ok(folder.join("bin"))
}
