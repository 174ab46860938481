//! The browsers of the tests, and their drivers.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::process;
use crate::tools::{self, debian};

/// A browser and a driver that knows it.
pub(crate) struct Browser {
    pub(crate) program: PathBuf,
    pub(crate) driver: PathBuf,
}

/// What draws the windows of a browser for nobody to see.
pub(crate) struct Desktop {
    pub(crate) screen: PathBuf,
    /// Gives the focus to a window.
    pub(crate) manager: PathBuf,
}

const CHROMIUMS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const FIREFOXES: &[&str] = &["firefox-esr", "firefox"];

/// Where applications are on macOS.
const MACOS_CHROMIUM: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const MACOS_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// The browser that comes with WebKitGTK, and below which folders Debian keeps it, one for each machine.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";
const LIBRARIES: &[&str] = &["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec"];

impl Browser {
    /// Chromium and the chromedriver of the same version. They are installed where a Debian package
    /// manager is at hand, as are the others.
    pub(crate) fn chromium() -> Result<Self> {
        let find = || {
            let program = program("CHROMIUM", CHROMIUMS, &[MACOS_CHROMIUM])?;
            let driver = named("CHROMEDRIVER")?.or_else(|| process::on_path("chromedriver"));
            Ok(program.zip(driver))
        };
        let packages = ["chromium", "chromium-driver"];
        let remedy = "them (on Debian or Ubuntu: `apt-get install chromium chromium-driver` as root), or name them \
                      with CHROMIUM and CHROMEDRIVER";
        let (program, driver) = found_or_installed("Chromium and chromedriver", find, &packages, remedy)?;
        Ok(Self { program, driver })
    }

    /// Firefox, and geckodriver as Mozilla publishes it.
    pub(crate) fn firefox() -> Result<Self> {
        let find = || program("FIREFOX", FIREFOXES, &[MACOS_FIREFOX]);
        let remedy = "it (on Debian: `apt-get install firefox-esr` as root), or name it with FIREFOX";
        let program = found_or_installed("Firefox", find, &["firefox-esr"], remedy)?;
        let driver = match named("GECKODRIVER")?.or_else(|| process::on_path("geckodriver")) {
            Some(driver) => driver,
            None => tools::geckodriver()?,
        };
        Ok(Self { program, driver })
    }

    /// The browser of WebKitGTK with its driver, and a desktop: it has no mode without windows.
    pub(crate) fn webkit() -> Result<(Self, Desktop)> {
        let find = || {
            let places: Vec<String> = LIBRARIES.iter().map(|folder| format!("{folder}/{MINI_BROWSER}")).collect();
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            let program = program("WEBKIT", &[], &places)?;
            let browser = program.zip(process::on_path("WebKitWebDriver"));
            let desktop = process::on_path("Xvfb").zip(process::on_path("openbox"));
            let parts = browser.zip(desktop);
            Ok(parts
                .map(|((program, driver), (screen, manager))| (Self { program, driver }, Desktop { screen, manager })))
        };
        let packages = ["webkit2gtk-driver", "xvfb", "openbox"];
        let remedy = "them (on Debian or Ubuntu: `apt-get install webkit2gtk-driver xvfb openbox` as root)";
        found_or_installed("WebKitGTK, its driver, Xvfb and openbox", find, &packages, remedy)
    }
}

/// What `find` finds, at the latest after its packages have been installed.
fn found_or_installed<T>(
    what: &str,
    find: impl Fn() -> Result<Option<T>>,
    packages: &[&str],
    remedy: &str,
) -> Result<T> {
    if let Some(found) = find()? {
        return Ok(found);
    }
    if debian::can_install() {
        debian::install(packages, &format!("installing {what}"))?;
    }
    find()?.ok_or_else(|| {
        Error::new(format!("the browser tests need {what}, and something of it was not found; install {remedy}"))
    })
}

/// A program that the user named, or that is on the PATH or in one of some places.
fn program(variable: &str, names: &[&str], places: &[&str]) -> Result<Option<PathBuf>> {
    let place = || places.iter().map(Path::new).find(|place| place.is_file()).map(Path::to_path_buf);
    let on_path = || names.iter().find_map(|name| process::on_path(name));
    Ok(named(variable)?.or_else(on_path).or_else(place))
}

/// A program that the user named by an environment variable.
fn named(variable: &str) -> Result<Option<PathBuf>> {
    let Some(path) = std::env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(path);
    if path.is_file() {
        return Ok(Some(path));
    }
    Err(Error::new(format!("{variable} is set to {}, which is not a file; correct or unset it", path.display())))
}
