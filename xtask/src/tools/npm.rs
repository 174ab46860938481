//! Packages from npm.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use crate::error::Result;
use crate::process;

/// The folder into which a package was installed; `name` is what the folder is called.
pub(super) fn package(cache: &Cache, name: &str, package: &str, version: &str) -> Result<PathBuf> {
    let manifest = files(Path::new(""), package).join("package.json");
    cache.tool(name, version, &[manifest], |part| {
        let what = format!("fetching {package} {version}");
        // On Windows npm is a batch file, which is only found under its full name.
        let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
            // By default npm waits for more than a minute before it says that there is no network.
            .args(["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"])
            .arg("--prefix")
            .arg(part)
            .arg(format!("{package}@{version}"))
            .current_dir(part);
        process::quiet(&mut npm, &what, &format!("npm-{name}"))?.map(drop).map_err(|run| run.into_error(&what))
    })
}

/// Where the files of a package are, inside the folder that [`package`] answers.
pub(super) fn files(folder: &Path, package: &str) -> PathBuf {
    package.split('/').fold(folder.join("node_modules"), |path, part| path.join(part))
}
