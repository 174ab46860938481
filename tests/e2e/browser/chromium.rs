//! Chromium, which tells the most: chromedriver has commands of its own beside the standard ones.

use super::BrowserOptions;
use crate::error::{Error, Result};
use crate::traffic::Traffic;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use fantoccini::Client;
use fantoccini::wd::{Capabilities, PrintSize, WebDriverCompatibleCommand};
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use url::{ParseError, Url};

pub(super) async fn complaints(client: &Client) -> Result<Vec<String>> {
    let entries = log(client, "browser").await?;
    let bad = entries.into_iter().filter(|entry| entry.level == "SEVERE" || entry.source == "security");
    Ok(bad.map(|entry| entry.message).collect())
}

pub(super) async fn forget(client: &Client, options: BrowserOptions) -> Result {
    client.issue_cmd(DevTools("Network.clearBrowserCookies", json!({}))).await?;
    client.issue_cmd(DevTools("Browser.resetPermissions", json!({}))).await?;
    if options.recorded {
        log(client, "performance").await?;
    }
    log(client, "browser").await.map(drop)
}

pub(super) async fn set_day(client: &Client, day: &str) -> Result {
    let source = include_str!("day.js").replace("DAY", &format!("{day}T12:00:00Z"));
    client.issue_cmd(DevTools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }))).await?;
    Ok(())
}

/// The standard command of chromedriver gives up after ten seconds, which a busy machine takes for long papers.
pub(super) async fn print(client: &Client, size: PrintSize) -> Result<Vec<u8>> {
    const CM_PER_INCH: f64 = 2.54;
    let margin = 1.0 / CM_PER_INCH;
    let options = json!({
        "paperWidth": size.width / CM_PER_INCH,
        "paperHeight": size.height / CM_PER_INCH,
        "marginTop": margin,
        "marginBottom": margin,
        "marginLeft": margin,
        "marginRight": margin,
    });
    let answer = client.issue_cmd(DevTools("Page.printToPDF", options)).await?;
    Ok(BASE64_STANDARD.decode(answer.get("data").and_then(Value::as_str).unwrap_or_default())?)
}

pub(super) async fn limit_storage(client: &Client, origin: &str, bytes: u32) -> Result {
    let limit = json!({ "origin": origin, "quotaSize": bytes });
    client.issue_cmd(DevTools("Storage.overrideQuotaForOrigin", limit)).await?;
    Ok(())
}

pub(super) async fn manifest(client: &Client) -> Result<Vec<String>> {
    let answer = client.issue_cmd(DevTools("Page.getAppManifest", json!({}))).await?;
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    if text(&answer, "url").is_empty() {
        return Err(Error::new("the page has no manifest"));
    }
    let reasons = client.issue_cmd(DevTools("Page.getInstallabilityErrors", json!({}))).await?;
    let of = |answer: &Value, list: &str, name: &str| -> Vec<String> {
        answer[list].as_array().into_iter().flatten().map(|found| text(found, name)).collect()
    };
    let mut all = of(&answer, "errors", "message");
    all.extend(of(&reasons, "installabilityErrors", "errorId"));
    Ok(all)
}

pub(super) async fn traffic(client: &Client) -> Result<Vec<Traffic>> {
    let entries = log(client, "performance").await?;
    Ok(entries.iter().filter_map(|entry| Traffic::read(&entry.message)).collect())
}

/// What a session with Chromium asks for.
pub(super) fn capabilities(program: &str, options: BrowserOptions) -> Capabilities {
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
    if !options.motion {
        arguments.push("--force-prefers-reduced-motion".to_owned());
    }
    let scheme = if options.dark { 0 } else { 1 };
    arguments.push(format!("--blink-settings=preferredColorScheme={scheme}"));
    // The language of the machine must not decide which words and numbers a page shows.
    arguments.push("--lang=en-GB".to_owned());
    let mut preferences = Capabilities::new();
    preferences.insert("intl.accept_languages".into(), json!("en-GB,en"));
    if !options.scripts {
        let blocked = json!(2);
        preferences.insert("profile.managed_default_content_settings.javascript".into(), blocked);
    }
    let chrome = json!({ "binary": program, "args": arguments, "prefs": preferences });
    let mut capabilities = Capabilities::new();
    capabilities.insert("goog:chromeOptions".into(), chrome);
    let mut kept = json!({ "browser": "ALL" });
    if let Some(kept) = kept.as_object_mut().filter(|_| options.recorded) {
        kept.insert("performance".into(), "ALL".into());
    }
    capabilities.insert("goog:loggingPrefs".into(), kept);
    capabilities
}

async fn log(client: &Client, kind: &'static str) -> Result<Vec<Entry>> {
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
