//! A session with a browser: a fresh window on a site of its own, and the patience to wait.

use crate::browser::BrowserOptions;
use crate::error::{Error, Result};
use crate::pool::Place;
use crate::settings::{Settings, variable};
use crate::site;
use crate::traffic::Traffic;
use crate::view::{self, View};
use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::Value;
use server::Server;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// How long a state may take to come; a loaded machine needs seconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often the page is asked whether it has come.
const INTERVAL: Duration = Duration::from_millis(20);

/// How long a whole test may take.
const TIMEOUT: Duration = Duration::from_secs(300);

/// Someone in front of a browser.
#[derive(Debug)]
pub struct Session {
    /// The browser's session.
    pub client: Client,
    /// Where things are.
    pub settings: Settings,
    /// How the browser was set up.
    pub options: BrowserOptions,
    /// The site for this reader alone.
    _server: Server,
}

/// Opens a browser, takes the steps, and leaves no trace for those who get the browser next.
///
/// # Errors
/// When the steps fail, or the browser cannot be had.
pub fn browse<T>(options: BrowserOptions, steps: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
    let mut settings = Settings::read()?;
    let server = site::serve()?;
    settings.site = server.url();
    let runtime = runtime()?;
    let mut place = Place::take(&settings.drivers, options)?;
    let started = Instant::now();
    let open = match runtime.block_on(place.browser(&settings.browser, options)) {
        Ok(open) => open,
        Err(failure) => {
            place.leave();
            return Err(failure);
        }
    };
    let session = Session { client: open.client.clone(), settings, options, _server: server };
    let all = async {
        session.settings.browser.set_day(&session.client, &session.settings.day).await?;
        session.resize(1440, 900).await?;
        steps(&session).await
    };
    // A failed assertion must not leave a browser behind.
    let result =
        catch_unwind(AssertUnwindSafe(|| runtime.block_on(async { tokio::time::timeout(TIMEOUT, all).await })));
    if matches!(result, Ok(Ok(Ok(_)))) {
        place.keep(open);
    } else {
        runtime.block_on(open.close());
    }
    place.leave();
    note_time(started.elapsed());
    match result {
        Err(panic) => resume_unwind(panic),
        Ok(Err(_)) => Err(Error::new(format!("the test took longer than {} seconds", TIMEOUT.as_secs()))),
        Ok(Ok(outcome)) => outcome,
    }
}

/// Tells the runner how long this took, if it wants to know.
fn note_time(time: Duration) {
    let Ok(file) = variable("TIMES_FILE") else { return };
    let test = std::thread::current();
    let line = format!("{} {}\n", time.as_millis(), test.name().unwrap_or_default());
    // A time that is not noted is no fault of the test.
    drop(OpenOptions::new().append(true).create(true).open(file).and_then(|mut file| file.write_all(line.as_bytes())));
}

/// Where the browsers are talked to, whoever has them.
fn runtime() -> Result<&'static Runtime> {
    static RUNTIME: OnceLock<std::io::Result<Runtime>> = OnceLock::new();
    let build = || Builder::new_multi_thread().worker_threads(1).enable_all().build();
    RUNTIME.get_or_init(build).as_ref().map_err(|error| Error::new(error.to_string()))
}

impl Session {
    /// Makes the inside of the window so large, in CSS pixels, or as narrow as the browser can.
    ///
    /// # Errors
    /// When the browser does not follow.
    pub async fn resize(&self, width: u32, height: u32) -> Result {
        let width = width.max(self.settings.browser.narrowest());
        let (mut outer_width, mut outer_height) = (width, height);
        for _ in 0..10 {
            self.client.set_window_rect(0, 0, outer_width, outer_height).await?;
            let (w, h) = self.size_at_rest((width, height)).await?;
            if (w, h) == (width, height) {
                // WebKit says the new size before the page has it.
                return self.drawn().await;
            }
            // The frame of the window takes some of the size that the standard counts.
            outer_width = (outer_width + width).saturating_sub(w);
            outer_height = (outer_height + height).saturating_sub(h);
        }
        Err(Error::new(format!("the window did not become {width} × {height}")))
    }

    /// The size of the inside of the window once it is the one that is wanted, or stays the same: a desktop
    /// takes its time.
    async fn size_at_rest(&self, wanted: (u32, u32)) -> Result<(u32, u32)> {
        let script = "return [innerWidth, innerHeight]";
        let mut size = self.ask(script).await?;
        let mut same = 0;
        while size != wanted && same < 4 {
            tokio::time::sleep(INTERVAL).await;
            let next = self.ask(script).await?;
            same = if next == size { same + 1 } else { 0 };
            size = next;
        }
        Ok(size)
    }

    /// Asks the page with the body of a function.
    ///
    /// # Errors
    /// When the script fails or answers with something else.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_about(script, Vec::new()).await
    }

    /// The same, with `arguments`.
    ///
    /// # Errors
    /// When the script fails or answers with something else.
    pub async fn ask_about<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let answer = self.client.execute(script, arguments).await?;
        serde_json::from_value(answer.clone())
            .map_err(|error| Error::new(format!("{error}: the page answered {answer} to: {script}")))
    }

    /// Waits until a script answers true. `what` completes "waited in vain until …".
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until(&self, what: &str, script: &str) -> Result {
        let started = Instant::now();
        // Between two pages some drivers answer with nothing.
        while self.ask::<Option<bool>>(script).await? != Some(true) {
            self.lose_patience(started, what).await?;
        }
        Ok(())
    }

    /// The same for a script that answers later, with its last argument.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until_told(&self, what: &str, script: &str) -> Result {
        let started = Instant::now();
        while self.client.execute_async(script, Vec::new()).await? != Value::Bool(true) {
            self.lose_patience(started, what).await?;
        }
        Ok(())
    }

    /// The same for what is seen elsewhere than on the page.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn until_so(&self, what: &str, is_so: impl Fn() -> bool) -> Result {
        let started = Instant::now();
        while !is_so() {
            self.lose_patience(started, what).await?;
        }
        Ok(())
    }

    /// Waits for a view and answers it. `what` completes "waited in vain until …".
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn until_view(&self, what: &str, is_it: impl Fn(&View) -> bool) -> Result<View> {
        let started = Instant::now();
        loop {
            // Between two pages some drivers answer with nothing.
            let view: Option<View> = self.ask(view::SCRIPT).await?;
            if let Some(view) = view.filter(&is_it) {
                return Ok(view);
            }
            self.lose_patience(started, what).await?;
        }
    }

    async fn lose_patience(&self, started: Instant, what: &str) -> Result {
        if started.elapsed() < PATIENCE {
            tokio::time::sleep(INTERVAL).await;
            return Ok(());
        }
        let mut place = self.client.current_url().await?.to_string();
        place.truncate(200);
        Err(Error::new(format!("waited in vain until {what}: {place}")))
    }

    /// Errors and breaches of the policy that the browser has noted since it was last asked.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        self.settings.browser.complaints(&self.client).await
    }

    /// Lets a site keep so many bytes, as on a device that is nearly full.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn limit_storage(&self, origin: &str, bytes: u32) -> Result {
        self.settings.browser.limit_storage(&self.client, origin, bytes).await
    }

    /// What keeps the page from being installed as its manifest says.
    ///
    /// # Errors
    /// When the driver refuses, or the page has no manifest.
    pub async fn manifest(&self) -> Result<Vec<String>> {
        self.settings.browser.manifest(&self.client).await
    }

    /// Everything that was asked for and answered since this was last asked, for a reader whose
    /// browser records it; `None` for one whose browser cannot.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn traffic(&self) -> Result<Option<Vec<Traffic>>> {
        self.settings.browser.traffic(&self.client).await
    }
}
