//! A host of the site on which versions follow each other, and which can be gone.
//!
//! It forbids browsers to keep anything by themselves, so that what a page gets without it was kept by
//! the page.

use crate::error::Result;
use crate::settings::variable;
use crate::site::headers;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use server::{Folder, Server};
use std::future::pending;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tower::ServiceExt;

/// Where the site stands on its host, as most do.
const BELOW: &str = "/briefing/";

/// A host at work until it is dropped.
#[derive(Debug)]
pub struct Publication {
    /// The address of the site, with a slash at its end.
    pub address: String,
    shared: Arc<Shared>,
    _server: Server,
}

#[derive(Debug)]
struct Shared {
    /// The version that is published.
    folder: Folder,
    site: Router,
    /// The version of its pages, where that is another one.
    pages_folder: Folder,
    pages: Router,
    condition: Mutex<Condition>,
}

#[derive(Debug)]
struct Condition {
    line: Line,
    /// A file is missing if this is in its name.
    lost: Option<String>,
    mixed: bool,
    asked: Vec<(String, u16)>,
}

/// What becomes of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Good,
    /// They are lost on the way, and nobody says so.
    Silent,
    /// There is nobody.
    Cut,
}

impl Publication {
    /// Publishes the version in the folder that the runner says under a name.
    ///
    /// # Errors
    /// When there is no free port, or the runner says nothing.
    pub fn of(name: &str) -> Result<Self> {
        let (folder, pages_folder) = (Folder::new(variable(name)?), Folder::new(variable(name)?));
        let condition = Condition { line: Line::Good, lost: None, mixed: false, asked: Vec::new() };
        let shared = Arc::new(Shared {
            site: server::site(&folder, headers),
            pages: server::site(&pages_folder, headers),
            condition: Mutex::new(condition),
            folder,
            pages_folder,
        });
        let server = Server::start(server::listen(0)?, Router::new().fallback(answer).with_state(Arc::clone(&shared)))?;
        let address = format!("{}{}", server.url().trim_end_matches('/'), BELOW);
        Ok(Self { address, shared, _server: server })
    }

    fn condition(&self) -> MutexGuard<'_, Condition> {
        self.shared.condition()
    }

    /// Puts the version in the folder that the runner says under a name in place of the one before.
    ///
    /// # Errors
    /// When the runner says nothing.
    pub fn publish(&self, name: &str) -> Result {
        self.shared.folder.set(variable(name)?);
        Ok(())
    }

    /// Answers nothing any more.
    pub fn stop(&self) {
        self.condition().line = Line::Cut;
    }

    /// Hears nothing any more, like a network that is only called one.
    pub fn fall_silent(&self) {
        self.condition().line = Line::Silent;
    }

    /// Answers again, completely.
    pub fn resume(&self) {
        let mut condition = self.condition();
        condition.line = Line::Good;
        (condition.lost, condition.mixed) = (None, false);
    }

    /// Loses the files that have this in their names.
    pub fn lose(&self, part: &str) {
        self.condition().lost = Some(part.to_owned());
    }

    /// Has the pages of another version already, as in the middle of being copied.
    ///
    /// # Errors
    /// When the runner does not say its folder.
    pub fn mix(&self, name: &str) -> Result {
        self.shared.pages_folder.set(variable(name)?);
        self.condition().mixed = true;
        Ok(())
    }

    /// What was asked for since this was last asked: names below the site, and the answers.
    #[must_use]
    pub fn asked(&self) -> Vec<(String, u16)> {
        std::mem::take(&mut self.condition().asked)
    }

    /// Whether something has been asked for that has this in its name.
    #[must_use]
    pub fn was_asked(&self, part: &str) -> bool {
        self.condition().asked.iter().any(|(name, _)| name.contains(part))
    }
}

impl Shared {
    fn condition(&self) -> MutexGuard<'_, Condition> {
        // A test that has failed is no reason for the others to fail.
        self.condition.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(State(shared): State<Arc<Shared>>, mut request: Request) -> Response {
    let line = shared.condition().line;
    match line {
        Line::Good => {}
        Line::Silent => return pending().await,
        // Only an end of its task closes a connection without any answer.
        Line::Cut => resume_unwind(Box::new("cut")),
    }
    let path = request.uri().path().to_owned();
    let name = path.strip_prefix(BELOW).map(|name| match name {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    });
    let is_page = name.as_ref().is_some_and(|name| name.ends_with(".html"));
    let (is_lost, mixed) = {
        let condition = shared.condition();
        let has = |part: &String| name.as_ref().is_some_and(|name| name.contains(part.as_str()));
        (condition.lost.as_ref().is_some_and(has), condition.mixed)
    };
    let below = name.as_ref().filter(|_| !is_lost).and_then(|name| format!("/{name}").parse::<Uri>().ok());
    let response = match below {
        Some(below) => {
            *request.uri_mut() = below;
            let site = if mixed && is_page { &shared.pages } else { &shared.site };
            let Ok(response) = site.clone().oneshot(request).await;
            response
        }
        None => StatusCode::NOT_FOUND.into_response(),
    };
    shared.condition().asked.push((name.unwrap_or(path), response.status().as_u16()));
    response
}
