//! The browsers, which are kept for many tests: starting one takes longer than most tests.
//!
//! Each test gets a fresh window and a site with an origin of its own, so that nothing a page keeps
//! reaches the next test. A browser in which a test has failed is closed.

use crate::browser::{Browser, BrowserOptions};
use crate::error::{Error, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;
use std::{fs, process};

/// How long a driver may take to close a browser.
const CLOSING: Duration = Duration::from_secs(20);

/// The places for tests that nobody is at. A driver is there as often as tests may use it at the same time.
static FREE: Mutex<Option<Vec<Place>>> = Mutex::new(None);
static FREED: Condvar = Condvar::new();

/// A place for one test at a time, with the browsers that are open there, the last used one at the end.
#[derive(Debug)]
pub(crate) struct Place {
    driver: String,
    open: Vec<Open>,
}

/// An open browser.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) client: Client,
    options: BrowserOptions,
    /// What the browser keeps outside of what its driver sees to.
    profile: PathBuf,
}

impl Place {
    /// Waits for a place, if there is a choice one at which a browser like this is open.
    pub(crate) fn take(drivers: &[String], options: BrowserOptions) -> Result<Self> {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        let all = || drivers.iter().map(|driver| Self { driver: driver.clone(), open: Vec::new() }).collect();
        loop {
            let places = free.get_or_insert_with(all);
            let like = |place: &Self| place.open.iter().any(|open| open.options == options);
            let at = places.iter().position(like).or_else(|| places.len().checked_sub(1));
            if let Some(at) = at {
                return Ok(places.swap_remove(at));
            }
            if drivers.is_empty() {
                return Err(Error::new("the runner names no driver"));
            }
            free = FREED.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A browser that is set up as wished, with nothing in it.
    pub(crate) async fn browser(&mut self, browser: &Browser, options: BrowserOptions) -> Result<Open> {
        if let Some(at) = self.open.iter().position(|open| open.options == options) {
            let open = self.open.remove(at);
            if open.clean(browser).await.is_ok() {
                return Ok(open);
            }
            open.close().await;
        }
        while self.open.len() >= browser.at_once() {
            self.open.remove(0).close().await;
        }
        Open::start(&self.driver, browser, options).await
    }

    /// Keeps a browser for further tests.
    pub(crate) fn keep(&mut self, open: Open) {
        self.open.push(open);
    }

    /// Leaves the place to others.
    pub(crate) fn leave(self) {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        free.get_or_insert_default().push(self);
        FREED.notify_one();
    }
}

impl Open {
    async fn start(driver: &str, browser: &Browser, options: BrowserOptions) -> Result<Self> {
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("e2e-{}-{number}", process::id()));
        let capabilities = browser.capabilities(options, &profile)?;
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(driver).await?;
        Ok(Self { client, options, profile })
    }

    /// Puts a fresh window in place of all others: with its history goes what it kept for its session.
    async fn clean(&self, browser: &Browser) -> Result {
        let old = self.client.windows().await?;
        let fresh = self.client.new_window(true).await?.handle;
        for window in old {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(fresh).await?;
        browser.forget(&self.client, self.options).await
    }

    /// Closes the browser. What a driver refuses here is no fault of the test.
    pub(crate) async fn close(self) {
        // A driver that never answers must not hold up all tests after this one.
        drop(tokio::time::timeout(CLOSING, self.client.close()).await);
        // The browser may still be writing its last files; what stays is in the temporary folder.
        drop(fs::remove_dir_all(&self.profile));
    }
}
