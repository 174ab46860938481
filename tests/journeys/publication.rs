//! A host of the site on which versions follow each other, and which can be gone.
//!
//! It forbids browsers to keep anything by themselves, so that what a page gets without it was kept by
//! the page.

use crate::failure::Outcome;
use crate::settings::variable;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Where the site stands on its host, as most do.
const BELOW: &str = "/briefing/";

/// A host at work until the journeys end.
#[derive(Debug)]
pub struct Publication {
    /// The address of the site, with a slash at its end.
    pub address: String,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    folder: PathBuf,
    policy: String,
    line: Line,
    /// A file is missing if this is in its name.
    lost: Option<String>,
    /// In this folder are pages of another version.
    mixed: Option<PathBuf>,
    asked: Vec<(String, u16)>,
}

/// What becomes of questions.
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
    pub fn of(name: &str) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}{BELOW}", listener.local_addr()?);
        let folder = variable(name)?.into();
        let policy = variable("SITE_POLICY")?;
        let state = State { folder, policy, line: Line::Good, lost: None, mixed: None, asked: Vec::new() };
        let state = Arc::new(Mutex::new(state));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let state = Arc::clone(&shared);
                // Browsers keep connections open on which they ask nothing.
                thread::spawn(move || reply(stream, &state));
            }
        });
        Ok(Self { address, state })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    /// Puts the version in the folder that the runner says under a name in place of the one before.
    ///
    /// # Errors
    /// When the runner says nothing.
    pub fn publish(&self, name: &str) -> Outcome {
        self.state().folder = variable(name)?.into();
        Ok(())
    }

    /// Answers nothing any more.
    pub fn stop(&self) {
        self.state().line = Line::Cut;
    }

    /// Hears nothing any more, like a network that is only called one.
    pub fn fall_silent(&self) {
        self.state().line = Line::Silent;
    }

    /// Answers again, completely.
    pub fn resume(&self) {
        let mut state = self.state();
        state.line = Line::Good;
        (state.lost, state.mixed) = (None, None);
    }

    /// Loses the files that have this in their names.
    pub fn lose(&self, part: &str) {
        self.state().lost = Some(part.to_owned());
    }

    /// Has the pages of another version already, as in the middle of being copied.
    ///
    /// # Errors
    /// When the runner does not say its folder.
    pub fn mix(&self, name: &str) -> Outcome {
        self.state().mixed = Some(variable(name)?.into());
        Ok(())
    }

    /// What was asked for since this was last asked: names below the site, and the answers.
    #[must_use]
    pub fn asked(&self) -> Vec<(String, u16)> {
        std::mem::take(&mut self.state().asked)
    }

    /// Whether something has been asked for that has this in its name.
    #[must_use]
    pub fn was_asked(&self, part: &str) -> bool {
        self.state().asked.iter().any(|(name, _)| name.contains(part))
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // A journey that has failed is no reason for the others to fail.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn reply(mut stream: TcpStream, state: &Mutex<State>) {
    let lines: Vec<String> =
        BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let Some(target) = lines.first().and_then(|line| line.split(' ').nth(1)) else { return };
    if locked(state).line == Line::Silent {
        // The browser closes the connection when it has lost its patience.
        drop(BufReader::new(&stream).lines().next());
        return;
    }
    let answer = locked(state).answer(target);
    // A browser may go away in the middle of a question, which is no concern of the page.
    drop(stream.write_all(&answer));
}

impl State {
    fn answer(&mut self, target: &str) -> Vec<u8> {
        if self.line == Line::Cut {
            return Vec::new();
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let name = path.strip_prefix(BELOW).map(|name| match name {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        });
        let lost = |name: &String| self.lost.as_ref().is_some_and(|part| name.contains(part.as_str()));
        let found = name.as_ref().filter(|name| !lost(name)).and_then(|name| {
            let mixed = self.mixed.as_ref().filter(|_| name.ends_with(".html"));
            fs::read(mixed.unwrap_or(&self.folder).join(name)).ok()
        });
        let status = if found.is_some() { 200 } else { 404 };
        let name = name.unwrap_or_else(|| path.to_owned());
        let kind = match name.rsplit('.').next().unwrap_or_default() {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript",
            "css" => "text/css",
            "svg" => "image/svg+xml",
            "wasm" => "application/wasm",
            "webmanifest" => "application/manifest+json",
            _ => "application/octet-stream",
        };
        self.asked.push((name, status));
        let body = found.unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {status} As it is\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             Content-Security-Policy: {}\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
            body.len(),
            self.policy
        );
        [head.into_bytes(), body].concat()
    }
}
