//! What the runner tells the journeys through the environment.

use crate::failure::{Failure, Outcome};
use std::env;
use std::path::PathBuf;

/// Where the site, the driver and the tools are.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address of the site, with a slash at its end.
    pub site: String,
    /// The address of the WebDriver.
    pub driver: String,
    /// The program of the browser.
    pub chromium: String,
    /// The script of axe, which looks for barriers.
    pub axe: PathBuf,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// When one is missing, as when the journeys are started by themselves.
    pub fn read() -> Outcome<Self> {
        Ok(Self {
            site: variable("BRIEFING_URL")?,
            driver: variable("WEBDRIVER_URL")?,
            chromium: variable("CHROMIUM")?,
            axe: variable("AXE_JS")?.into(),
        })
    }
}

/// What the runner says under a name.
///
/// # Errors
/// When it says nothing.
pub fn variable(name: &str) -> Outcome<String> {
    env::var(name).map_err(|_| {
        Failure::new(format!(
            "{name} is not set, because the journeys were not started by their runner: run `cargo \
             xtask test`, or `cargo xtask test --only journeys` for these alone"
        ))
    })
}
