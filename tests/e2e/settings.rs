//! What the runner tells the tests through the environment.

use crate::browser::Browser;
use crate::error::{Error, Result};
use std::env;
use std::path::PathBuf;

/// Where the site, the driver and the tools are.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address of the site, with a slash at its end.
    pub site: String,
    /// The addresses of the WebDrivers, one for each browser that may be open at the same time.
    pub drivers: Vec<String>,
    /// The browser.
    pub browser: Browser,
    /// The day on which pages are read, as YYYY-MM-DD, where the browser can be told.
    pub day: String,
    /// The script of axe, which looks for barriers.
    pub axe: PathBuf,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// When one is missing, as when the tests are started by themselves.
    pub fn read() -> Result<Self> {
        Ok(Self {
            site: String::new(),
            drivers: variable("WEBDRIVER_URL")?.split_whitespace().map(str::to_owned).collect(),
            browser: browser()?,
            day: variable("E2E_DAY")?,
            axe: variable("AXE_JS")?.into(),
        })
    }
}

/// The one browser that the runner names with its program.
fn browser() -> Result<Browser> {
    if let Ok(program) = env::var("FIREFOX") {
        return Ok(Browser::Firefox(program));
    }
    if let Ok(program) = env::var("WEBKIT") {
        return Ok(Browser::WebKit(program));
    }
    variable("CHROMIUM").map(Browser::Chromium)
}

/// What the runner says under a name.
///
/// # Errors
/// When it says nothing.
pub fn variable(name: &str) -> Result<String> {
    env::var(name).map_err(|_| {
        Error::new(format!(
            "{name} is not set, because the tests were not started by their runner: run `cargo \
             xtask test`, or `cargo xtask test --only e2e` for these alone"
        ))
    })
}
