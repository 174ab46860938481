//! A fresh browser for one measurement: nothing cached, and as slow as a cheap phone.

use std::path::Path;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::error::{Error, Result};

/// Run in each page before the page's own scripts.
const OBSERVE: &str = include_str!("observe.js");

/// How many times slower than this machine the page runs.
const SLOWER: u32 = 4;

/// Bytes in a second, from 1.6 and 0.75 megabits, and the wait before each answer in milliseconds.
const DOWN: u32 = 200_000;
const UP: u32 = 93_750;
const LATENCY: u32 = 150;

/// A page with thousands of entries is slow to load and to scroll, and still worth measuring.
const PATIENCE: Duration = Duration::from_secs(300);

/// Milliseconds after which a load is given up: now and then Chromium never ends one.
const LOST: u32 = 40_000;

/// A browser with a profile of its own. Dropping it closes the browser.
pub(super) struct Session<'d> {
    driver: &'d Driver,
    id: String,
}

impl<'d> Session<'d> {
    /// Starts a browser with a slow processor.
    pub(super) fn open(driver: &'d Driver, chromium: &Path) -> Result<Self> {
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
        ];
        let options = json!({ "binary": chromium.to_string_lossy(), "args": arguments });
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": options, "timeouts": { "pageLoad": LOST },
        } } });
        let made = command(driver, "POST", "/session", &wish)?;
        let id = made.get("sessionId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let session = Self { driver, id };
        session.prepare(OBSERVE)?;
        session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
        session.cdp("Network.enable", &json!({}))?;
        session.cdp("Network.setCacheDisabled", &json!({ "cacheDisabled": true }))?;
        Ok(session)
    }

    /// Has a script run in each page before the page's own scripts.
    pub(super) fn prepare(&self, script: &str) -> Result {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script })).map(drop)
    }

    /// Makes the network as slow as the processor.
    pub(super) fn slow_network(&self) -> Result {
        let conditions =
            json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP });
        self.cdp("Network.emulateNetworkConditions", &conditions).map(drop)
    }

    /// Opens a page and waits for its load event.
    pub(super) fn visit(&self, url: &str) -> Result {
        command(self.driver, "POST", &format!("/session/{}/url", self.id), &json!({ "url": url })).map(drop)
    }

    /// What an expression comes to; a promise is waited for.
    pub(super) fn evaluate<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let wish = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.cdp("Runtime.evaluate", &wish)?;
        if let Some(wrong) = answer.pointer("/exceptionDetails") {
            let text = wrong.pointer("/exception/description").or_else(|| wrong.pointer("/exception/value"));
            let text = text.or_else(|| wrong.pointer("/text")).and_then(Value::as_str).unwrap_or_default();
            return Err(Error::new(format!("the measured page refused `{expression}`: {text}")));
        }
        let value = answer.pointer("/result/value").cloned().unwrap_or_default();
        serde_json::from_value(value)
            .map_err(|error| Error::new(format!("the measured page answered `{expression}` strangely: {error}")))
    }

    /// Presses and releases the main button of the mouse.
    pub(super) fn click(&self, (x, y): (f64, f64)) -> Result {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.cdp("Input.dispatchMouseEvent", &event)?;
        }
        Ok(())
    }

    /// Types one character.
    pub(super) fn key(&self, character: char) -> Result {
        let text = character.to_string();
        self.cdp("Input.dispatchKeyEvent", &json!({ "type": "keyDown", "key": text, "text": text }))?;
        self.cdp("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": text })).map(drop)
    }

    /// Scrolls down with the wheel at a steady speed in pixels per second, and waits for the end.
    pub(super) fn scroll(&self, distance: f64, speed: u32) -> Result {
        let gesture = json!({
            "x": 600, "y": 450, "yDistance": -distance, "speed": speed, "gestureSourceType": "mouse",
        });
        self.cdp("Input.synthesizeScrollGesture", &gesture).map(drop)
    }

    /// Sends a command of Chromium's own protocol.
    fn cdp(&self, name: &str, parameters: &Value) -> Result<Value> {
        let path = format!("/session/{}/goog/cdp/execute", self.id);
        command(self.driver, "POST", &path, &json!({ "cmd": name, "params": parameters }))
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // A browser that is gone already needs no closing.
        drop(command(self.driver, "DELETE", &format!("/session/{}", self.id), &json!({})));
    }
}

fn command(driver: &Driver, method: &str, path: &str, body: &Value) -> Result<Value> {
    let answer = driver.ask(method, path, &body.to_string(), PATIENCE)?;
    let mut answer: Value = serde_json::from_str(&answer)
        .map_err(|error| Error::new(format!("chromedriver answered {path} strangely: {error}")))?;
    let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
    match value.pointer("/error").and_then(Value::as_str) {
        Some(error) => {
            let message = value.pointer("/message").and_then(Value::as_str).unwrap_or_default();
            let message = message.lines().next().unwrap_or_default();
            Err(Error::new(format!("the browser refused {path}: {error}: {message}")))
        }
        None => Ok(value),
    }
}
