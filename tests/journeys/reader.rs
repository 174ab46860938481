//! A reader: a browser of their own, from opening to closing it, and the patience to wait.

use crate::browser::Wish;
use crate::driver::Driver;
use crate::failure::{Failure, Outcome};
use crate::settings::Settings;
use crate::traffic::Traffic;
use crate::view::{self, View};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a state may take to come; a loaded machine needs seconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often the page is asked whether it has come.
const INTERVAL: Duration = Duration::from_millis(20);

/// How long a whole journey may take.
const JOURNEY: Duration = Duration::from_secs(300);

/// Someone in front of a browser.
#[derive(Debug)]
pub struct Reader {
    /// The browser's session.
    pub client: Client,
    /// Where things are.
    pub settings: Settings,
    /// How the browser was set up.
    pub wish: Wish,
    driver: Driver,
    profile: PathBuf,
}

/// Opens a browser, takes the steps, and closes the browser whatever happened.
///
/// # Errors
/// When the steps fail, or the browser cannot be had.
pub fn journey<T>(wish: Wish, steps: impl AsyncFnOnce(&Reader) -> Outcome<T>) -> Outcome<T> {
    let settings = Settings::read()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let reader = runtime.block_on(Reader::open(settings, wish))?;
    // A failed assertion must not leave a browser behind.
    let result = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { tokio::time::timeout(JOURNEY, steps(&reader)).await })
    }));
    let closed = runtime.block_on(reader.close());
    match result {
        Err(panic) => resume_unwind(panic),
        Ok(Err(_)) => Err(Failure::new(format!("the journey took longer than {} seconds", JOURNEY.as_secs()))),
        Ok(Ok(outcome)) => outcome.and_then(|value| closed.map(|()| value)),
    }
}

impl Reader {
    async fn open(settings: Settings, wish: Wish) -> Outcome<Self> {
        static OPENED: AtomicUsize = AtomicUsize::new(0);
        let number = OPENED.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("journeys-{}-{number}", process::id()));
        fs::create_dir_all(&profile)?;
        let driver = Driver::take(&settings.drivers)?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(settings.browser.capabilities(wish, &profile)?)
            .connect(&driver.address)
            .await?;
        let reader = Self { client, settings, wish, driver, profile };
        if let Err(failure) = reader.resize(1440, 900).await {
            reader.close().await?;
            return Err(failure);
        }
        Ok(reader)
    }

    async fn close(self) -> Outcome {
        // A driver that never answers must not hold up all journeys after this one.
        let closed = tokio::time::timeout(PATIENCE, self.client.close()).await;
        drop(self.driver);
        // The browser may still be writing its last files; what stays is in the temporary folder.
        drop(fs::remove_dir_all(&self.profile));
        Ok(closed??)
    }

    /// Makes the inside of the window so large, in CSS pixels, or as narrow as the browser can.
    ///
    /// # Errors
    /// When the browser does not follow.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
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
        Err(Failure::new(format!("the window did not become {width} × {height}")))
    }

    /// The size of the inside of the window once it is the one that is wanted, or stays the same: a desktop
    /// takes its time.
    async fn size_at_rest(&self, wanted: (u32, u32)) -> Outcome<(u32, u32)> {
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
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Outcome<T> {
        self.ask_about(script, Vec::new()).await
    }

    /// The same, with `arguments`.
    ///
    /// # Errors
    /// When the script fails or answers with something else.
    pub async fn ask_about<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Outcome<T> {
        let answer = self.client.execute(script, arguments).await?;
        serde_json::from_value(answer.clone())
            .map_err(|error| Failure::new(format!("{error}: the page answered {answer} to: {script}")))
    }

    /// Waits until a script answers true. `what` completes "waited in vain until …".
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until(&self, what: &str, script: &str) -> Outcome {
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
    pub async fn until_told(&self, what: &str, script: &str) -> Outcome {
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
    pub async fn until_so(&self, what: &str, is_so: impl Fn() -> bool) -> Outcome {
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
    pub async fn until_view(&self, what: &str, is_it: impl Fn(&View) -> bool) -> Outcome<View> {
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

    async fn lose_patience(&self, started: Instant, what: &str) -> Outcome {
        if started.elapsed() < PATIENCE {
            tokio::time::sleep(INTERVAL).await;
            return Ok(());
        }
        let mut place = self.client.current_url().await?.to_string();
        place.truncate(200);
        Err(Failure::new(format!("waited in vain until {what}: {place}")))
    }

    /// Errors and breaches of the policy that the browser has noted since it was last asked.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        self.settings.browser.complaints(&self.client).await
    }

    /// Lets a site keep so many bytes, as on a device that is nearly full.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn limit_storage(&self, origin: &str, bytes: u32) -> Outcome {
        self.settings.browser.limit_storage(&self.client, origin, bytes).await
    }

    /// What keeps the page from being installed as its manifest says.
    ///
    /// # Errors
    /// When the driver refuses, or the page has no manifest.
    pub async fn manifest(&self) -> Outcome<Vec<String>> {
        self.settings.browser.manifest(&self.client).await
    }

    /// Everything that was asked for and answered since this was last asked, for a reader whose
    /// browser records it; `None` for one whose browser cannot.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn traffic(&self) -> Outcome<Option<Vec<Traffic>>> {
        self.settings.browser.traffic(&self.client).await
    }
}
