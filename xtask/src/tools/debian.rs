//! Packages of Debian and its relatives, for the programs that the tests talk to.

use std::process::Command;

use crate::error::Result;
use crate::process;

/// Packages are only installed by root, and only where apt is.
pub(crate) fn can_install() -> bool {
    process::on_path("apt-get").is_some() && process::first_line(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs packages; `what` says so in the progress line.
pub(crate) fn install(packages: &[&str], what: &str) -> Result {
    let apt = |arguments: &[&str], label: &str| {
        let mut command = Command::new("apt-get");
        // In this run level nothing that was installed is started as a service.
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
        process::quiet(&mut command, label, "apt")
    };
    let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
    // The package lists are often fresh enough, and always missing in a new container.
    if apt(&arguments, what)?.is_ok() {
        return Ok(());
    }
    apt(&["update"], "updating the package lists")?.map_err(|run| run.into_error("`apt-get update`"))?;
    apt(&arguments, what)?.map(drop).map_err(|run| run.into_error(what))
}
