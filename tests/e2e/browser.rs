//! What is different from browser to browser: starting it, and what no standard has a word for.

mod chromium;
mod firefox;
mod webkit;

use crate::error::{Error, Result};
use crate::traffic::Traffic;
use fantoccini::Client;
use fantoccini::wd::{Capabilities, PrintConfigurationBuilder, PrintSize};
use std::path::Path;

/// How long a script may take that answers later: axe takes tens of seconds for the whole page where there is
/// much else to do.
const SCRIPT_MS: u32 = 120_000;

/// How a reader has set up their browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrowserOptions {
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// Whether pages are asked to be dark.
    pub dark: bool,
    /// Whether things may move. What glides is not yet where it will be, so few tests ask for it.
    pub motion: bool,
    /// Whether everything that is asked for and answered is recorded.
    pub recorded: bool,
}

impl BrowserOptions {
    /// As browsers come.
    pub const USUAL: Self = Self { scripts: true, dark: false, motion: false, recorded: false };
    /// On a device that is set to dark.
    pub const DARK: Self = Self { scripts: true, dark: true, motion: false, recorded: false };
    /// With scripts switched off.
    pub const NO_SCRIPTS: Self = Self { scripts: false, dark: false, motion: false, recorded: false };
    /// With things that move.
    pub const MOVING: Self = Self { scripts: true, dark: false, motion: true, recorded: false };
    /// With a record of what the browser asks for.
    pub const RECORDED: Self = Self { scripts: true, dark: false, motion: false, recorded: true };
}

/// A browser by its name, with its program.
#[derive(Clone, Debug)]
pub enum Browser {
    /// Chromium and its relatives, through chromedriver.
    Chromium(String),
    /// Firefox, through geckodriver.
    Firefox(String),
    /// The small browser of WebKitGTK, through WebKitWebDriver.
    WebKit(String),
}

impl Browser {
    /// What a new session asks of the driver. `profile` is a folder for this session alone.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub fn capabilities(&self, options: BrowserOptions, profile: &Path) -> Result<Capabilities> {
        let mut capabilities = match self {
            Self::Chromium(program) => chromium::capabilities(program, options),
            Self::Firefox(program) => firefox::capabilities(program, options)?,
            Self::WebKit(program) => webkit::capabilities(program, options, profile)?,
        };
        capabilities.insert("timeouts".into(), serde_json::json!({ "script": SCRIPT_MS }));
        Ok(capabilities)
    }

    /// How many browsers a driver may have open for one test at a time: Chromium waits without any cost, the
    /// other drivers know one browser alone.
    pub(crate) fn at_once(&self) -> usize {
        match self {
            Self::Chromium(_) => 3,
            Self::Firefox(_) | Self::WebKit(_) => 1,
        }
    }

    /// Drops what a browser keeps beside what belongs to a window or an origin.
    ///
    /// # Errors
    /// When the driver refuses.
    pub(crate) async fn forget(&self, client: &Client, options: BrowserOptions) -> Result {
        match self {
            Self::Chromium(_) => chromium::forget(client, options).await,
            // Cookies alone could reach further than a window and an origin, and the pages leave none.
            Self::Firefox(_) | Self::WebKit(_) => Ok(()),
        }
    }

    /// Makes it a certain day (YYYY-MM-DD) in the window that is open, at noon in UTC; the clock goes on from
    /// there. The drivers of Firefox and WebKit have no word for it.
    ///
    /// # Errors
    /// When the driver refuses.
    pub(crate) async fn set_day(&self, client: &Client, day: &str) -> Result {
        match self {
            Self::Chromium(_) => chromium::set_day(client, day).await,
            Self::Firefox(_) | Self::WebKit(_) => Ok(()),
        }
    }

    /// Prints the page as browsers do unless told otherwise: without backgrounds. Answers a PDF.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn print(&self, client: &Client, size: PrintSize) -> Result<Vec<u8>> {
        if let Self::Chromium(_) = self {
            return chromium::print(client, size).await;
        }
        let options = PrintConfigurationBuilder::default().size(size).build();
        Ok(client.print(options.map_err(|error| Error::new(format!("{error:?}")))?).await?)
    }

    /// The narrowest window, in CSS pixels. Phones are narrower, but the page is the same.
    #[must_use]
    pub fn narrowest(&self) -> u32 {
        match self {
            Self::Chromium(_) => 0,
            Self::Firefox(_) | Self::WebKit(_) => 500,
        }
    }

    /// Errors and breaches of the page's policy that the browser has noted since it was last
    /// asked; nothing where a browser does not tell, which the runner says.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn complaints(&self, client: &Client) -> Result<Vec<String>> {
        match self {
            Self::Chromium(_) => chromium::complaints(client).await,
            Self::Firefox(_) | Self::WebKit(_) => Ok(Vec::new()),
        }
    }

    /// Lets a site keep so many bytes, as on a device that is nearly full.
    ///
    /// # Errors
    /// When the driver refuses, or the browser has no such limit.
    pub async fn limit_storage(&self, client: &Client, origin: &str, bytes: u32) -> Result {
        match self {
            Self::Chromium(_) => chromium::limit_storage(client, origin, bytes).await,
            Self::Firefox(_) | Self::WebKit(_) => Err(unable("limit what a site keeps")),
        }
    }

    /// What keeps the page from being installed as its manifest says.
    ///
    /// # Errors
    /// When the driver refuses, the page has no manifest, or the browser does not tell.
    pub async fn manifest(&self, client: &Client) -> Result<Vec<String>> {
        match self {
            Self::Chromium(_) => chromium::manifest(client).await,
            Self::Firefox(_) | Self::WebKit(_) => Err(unable("judge a manifest")),
        }
    }

    /// Everything that was asked for and answered since this was last asked, if it is recorded;
    /// `None` where a browser does not tell.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn traffic(&self, client: &Client) -> Result<Option<Vec<Traffic>>> {
        match self {
            Self::Chromium(_) => chromium::traffic(client).await.map(Some),
            Self::Firefox(_) | Self::WebKit(_) => Ok(None),
        }
    }
}

/// A test that needs this cannot be asked of the browser, and `xtask/src/selection.rs` says so.
fn unable(what: &str) -> Error {
    Error::new(format!("the driver of this browser cannot {what}; skip this test for it"))
}
