//! The browser of the tests, and its driver.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tools::debian;

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
        if !debian::can_install() {
            return Err(missing());
        }
        debian::install(&["chromium", "chromium-driver"], "installing Chromium and chromedriver")?;
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
