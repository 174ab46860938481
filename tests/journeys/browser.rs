//! What is different from browser to browser: starting it, and what no standard has a word for.

use crate::failure::{Failure, Outcome};
use crate::traffic::Traffic;
use fantoccini::Client;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;
use url::{ParseError, Url};

/// How a reader has set up their browser.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// Whether pages are asked to be dark.
    pub dark: bool,
    /// Whether things may move. What glides is not yet where it will be, so few journeys ask for it.
    pub motion: bool,
    /// Whether everything that is asked for and answered is recorded.
    pub recorded: bool,
}

impl Wish {
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
}

impl Browser {
    /// What a new session asks of the driver. `profile` is a folder for this session alone.
    #[must_use]
    pub fn capabilities(&self, wish: Wish, profile: &Path) -> Capabilities {
        match self {
            Self::Chromium(program) => chromium(program, wish, profile),
        }
    }

    /// Errors and breaches of the page's policy that the browser has noted since it was last
    /// asked; nothing where a browser does not tell.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn complaints(&self, client: &Client) -> Outcome<Vec<String>> {
        match self {
            Self::Chromium(_) => {
                let entries = log(client, "browser").await?;
                let bad = entries.into_iter().filter(|entry| entry.level == "SEVERE" || entry.source == "security");
                Ok(bad.map(|entry| entry.message).collect())
            }
        }
    }

    /// Lets a site keep so many bytes, as on a device that is nearly full.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn limit_storage(&self, client: &Client, origin: &str, bytes: u32) -> Outcome {
        match self {
            Self::Chromium(_) => {
                let limit = json!({ "origin": origin, "quotaSize": bytes });
                client.issue_cmd(DevTools("Storage.overrideQuotaForOrigin", limit)).await?;
                Ok(())
            }
        }
    }

    /// What keeps the page from being installed as its manifest says; nothing where a browser does not
    /// tell.
    ///
    /// # Errors
    /// When the driver refuses, or the page has no manifest.
    pub async fn manifest(&self, client: &Client) -> Outcome<Vec<String>> {
        match self {
            Self::Chromium(_) => {
                let answer = client.issue_cmd(DevTools("Page.getAppManifest", json!({}))).await?;
                let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
                if text(&answer, "url").is_empty() {
                    return Err(Failure::new("the page has no manifest"));
                }
                let reasons = client.issue_cmd(DevTools("Page.getInstallabilityErrors", json!({}))).await?;
                let of = |answer: &Value, list: &str, name: &str| -> Vec<String> {
                    answer[list].as_array().into_iter().flatten().map(|found| text(found, name)).collect()
                };
                let mut all = of(&answer, "errors", "message");
                all.extend(of(&reasons, "installabilityErrors", "errorId"));
                Ok(all)
            }
        }
    }

    /// Everything that was asked for and answered since this was last asked, if it is recorded.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn traffic(&self, client: &Client) -> Outcome<Vec<Traffic>> {
        match self {
            Self::Chromium(_) => {
                let entries = log(client, "performance").await?;
                Ok(entries.iter().filter_map(|entry| Traffic::read(&entry.message)).collect())
            }
        }
    }
}

fn chromium(program: &str, wish: Wish, profile: &Path) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    .map(str::to_owned)
    .into();
    if !wish.motion {
        arguments.push("--force-prefers-reduced-motion".to_owned());
    }
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let scheme = if wish.dark { 0 } else { 1 };
    arguments.push(format!("--blink-settings=preferredColorScheme={scheme}"));
    let mut preferences = Capabilities::new();
    if !wish.scripts {
        let blocked = json!(2);
        preferences.insert("profile.managed_default_content_settings.javascript".into(), blocked);
    }
    let options = json!({ "binary": program, "args": arguments, "prefs": preferences });
    let mut capabilities = Capabilities::new();
    capabilities.insert("goog:chromeOptions".into(), options);
    let mut kept = json!({ "browser": "ALL" });
    if let Some(kept) = kept.as_object_mut().filter(|_| wish.recorded) {
        kept.insert("performance".into(), "ALL".into());
    }
    capabilities.insert("goog:loggingPrefs".into(), kept);
    capabilities
}

async fn log(client: &Client, kind: &'static str) -> Outcome<Vec<Entry>> {
    Ok(serde_json::from_value(client.issue_cmd(Log(kind)).await?)?)
}

/// Chromedriver's own command for what the browser has noted of one kind.
#[derive(Debug)]
struct Log(&'static str);

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body: Value = json!({ "type": self.0 });
        (Method::POST, Some(body.to_string()))
    }
}

/// Chromedriver's own command for what only the developer tools of the browser can do.
#[derive(Debug)]
struct DevTools(&'static str, Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.0, "params": self.1 });
        (Method::POST, Some(body.to_string()))
    }
}

#[derive(Deserialize)]
struct Entry {
    level: String,
    #[serde(default)]
    source: String,
    message: String,
}
