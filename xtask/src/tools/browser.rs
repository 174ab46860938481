//! The browser of the tests, and its driver.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;

/// A Chromium and the chromedriver of the same version.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

const CHROMIUMS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

impl Browser {
    /// Finds both programs, and installs them where a Debian package manager is at hand.
    pub(crate) fn require() -> Outcome<Self> {
        if let Some(browser) = Self::find()? {
            return Ok(browser);
        }
        if !can_install() {
            return Err(missing());
        }
        install()?;
        Self::find()?.ok_or_else(missing)
    }

    fn find() -> Outcome<Option<Self>> {
        let chromium = named("CHROMIUM")?.or_else(|| {
            let macos = PathBuf::from(MACOS);
            CHROMIUMS.iter().find_map(|name| process::on_path(name)).or_else(|| macos.is_file().then_some(macos))
        });
        let driver = named("CHROMEDRIVER")?.or_else(|| process::on_path("chromedriver"));
        Ok(chromium.zip(driver).map(|(chromium, driver)| Self { chromium, driver }))
    }
}

/// A program that the user named by an environment variable.
fn named(variable: &str) -> Outcome<Option<PathBuf>> {
    let Some(path) = std::env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(path);
    if path.is_file() {
        return Ok(Some(path));
    }
    Err(Failure::new(format!("{variable} is set to {}, which is not a file; correct or unset it", path.display())))
}

fn missing() -> Failure {
    Failure::new(
        "the browser tests need Chromium and chromedriver, and one of them was not found; install \
         them (on Debian or Ubuntu: `apt-get install chromium chromium-driver` as root), or name \
         them with CHROMIUM and CHROMEDRIVER",
    )
}

/// Packages are only installed by root, and only where apt is.
fn can_install() -> bool {
    process::on_path("apt-get").is_some() && process::first_line(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn install() -> Outcome {
    let what = "installing Chromium and chromedriver";
    let apt = |arguments: &[&str], label: &str| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::quiet(&mut command, label, "apt")
    };
    let packages = ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];
    // The package lists are often fresh enough, and always missing in a new container.
    if apt(&packages, what)?.is_ok() {
        return Ok(());
    }
    apt(&["update"], "updating the package lists")?.map_err(|trouble| trouble.into_failure("`apt-get update`"))?;
    apt(&packages, what)?.map(drop).map_err(|trouble| trouble.into_failure(what))
}
