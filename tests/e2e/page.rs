//! What a reader does on the page, and what they see there.

use crate::error::{Error, Result};
use crate::parts;
use crate::session::Session;
use crate::view::{self, View};
use fantoccini::Locator;
use fantoccini::actions::{Actions, InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};

/// How often something is tried again on a page that was just moving or leaving.
const TRIES: u32 = 3;
const MOVING: [ErrorStatus; 2] = [ErrorStatus::ElementClickIntercepted, ErrorStatus::ElementNotInteractable];

impl Session {
    /// Goes to an address below the site: a prefix of the server, a query, a fragment.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open_plain(&self, below: &str) -> Result {
        self.open_address(&format!("{}{below}", self.settings.site)).await
    }

    /// Goes to any address.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open_address(&self, address: &str) -> Result {
        // Going to the same page with another fragment would not load it.
        self.client.goto("about:blank").await?;
        self.client.goto(address).await?;
        // Not every driver waits until the page is loaded, before which its form is not there.
        self.until("the page is loaded", "return document.readyState === 'complete'").await
    }

    /// Goes there and waits until the engine has woken the page.
    ///
    /// # Errors
    /// When it does not.
    pub async fn open_awake(&self, below: &str) -> Result<View> {
        self.open_plain(below).await?;
        self.until_view("the engine wakes the page", |view| view.ready).await
    }

    /// What the reader sees now.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn view(&self) -> Result<View> {
        self.ask(view::SCRIPT).await
    }

    /// The first element that a selector finds.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find(&self, selector: &str) -> Result<Element> {
        self.client.find(Locator::Css(selector)).await.map_err(|error| Error::refused(selector, &error))
    }

    /// Clicks the first element that a selector finds, and waits until the page has followed.
    ///
    /// # Errors
    /// When there is none, or something lies over it.
    pub async fn click(&self, selector: &str) -> Result<View> {
        let element = self.find(selector).await?;
        // A reader scrolls until it stands free; drivers stop when it is just inside the window,
        // where the bar at the top lies over it.
        let free = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        let mut tries = 0..TRIES;
        loop {
            self.ask_about::<()>(free, vec![selector.into()]).await?;
            match element.click().await {
                Ok(()) => return self.settled().await,
                // While a page is still being laid out, it may not be there yet, or move away between two
                // words of the driver.
                Err(CmdError::Standard(said)) if MOVING.contains(&said.error) && tries.next().is_some() => {
                    self.settled().await?;
                }
                Err(error) => return Err(Error::refused(&format!("clicking {selector}"), &error)),
            }
        }
    }

    /// Presses the checkbox of a value (`facet=value`).
    ///
    /// # Errors
    /// When there is none, or something lies over it.
    pub async fn press_choice(&self, value: &str) -> Result<View> {
        let (facet, value) = value.split_once('=').unwrap_or((value, ""));
        self.click(&format!("#explorer input[name=\"{facet}\"][value=\"{value}\"]")).await
    }

    /// Types into the search box, after what stands there.
    ///
    /// # Errors
    /// When the box cannot be used.
    pub async fn search(&self, text: &str) -> Result<View> {
        self.find(parts::SEARCH).await?.send_keys(text).await?;
        self.settled().await
    }

    /// Deletes what stands in the search box, and types something else.
    ///
    /// # Errors
    /// When the box cannot be used.
    pub async fn search_anew(&self, text: &str) -> Result<View> {
        let length = self.view().await?.search.chars().count();
        let delete = "\u{e010}".to_owned() + &"\u{e003}".repeat(length);
        self.search(&(delete + text)).await
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn press(&self, key: char) -> Result {
        self.press_with(None, key).await
    }

    /// Presses a key, with another one held.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn press_with(&self, held: Option<char>, key: char) -> Result {
        let mut keys = KeyActions::new("keyboard".into());
        for value in held.into_iter().chain([key]) {
            keys = keys.then(KeyAction::Down { value });
        }
        for value in [key].into_iter().chain(held) {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(Actions::from(keys)).await?)
    }

    /// Waits until the page has been drawn again.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn drawn(&self) -> Result {
        // Without scripts there is nobody who draws later.
        if !self.options.scripts {
            return Ok(());
        }
        let script = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";
        let mut tries = 0..TRIES;
        loop {
            match self.client.execute_async(script, Vec::new()).await {
                // The page was left meanwhile, and the one that comes is meant.
                Err(CmdError::Standard(said)) if said.message.contains("unload") && tries.next().is_some() => {}
                other => {
                    other?;
                    return Ok(());
                }
            }
        }
    }

    /// The view after the page has been drawn again.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn settled(&self) -> Result<View> {
        self.drawn().await?;
        if self.options.scripts {
            // What was found is marked a moment after it is shown.
            self.until("nothing is busy", "return !document.querySelector('[aria-busy=true]')").await?;
        }
        self.view().await
    }
}
