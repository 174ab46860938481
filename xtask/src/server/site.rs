//! What the server answers: files of one folder, under the policy that the page is made for.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use percent_encoding::percent_decode_str;

use super::fault::Fault;
use super::reload::{CHANGED_PATH, Reload, SCRIPT, SCRIPT_PATH};
use crate::hosting::{self, ASK, POLICY};
use crate::pack::BROTLI;

const SCRIPTS: &str = "script-src 'self' 'wasm-unsafe-eval'";
const NO_SCRIPTS: &str = "script-src 'none'";

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const SCRIPT_TYPE: &str = "text/javascript; charset=utf-8";

const NOT_FOUND: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
    <title>Not found</title></head><body><h1>Not found</h1>\
    <p>There is no such page. <a href=\"/\">To the briefing</a></p></body></html>\n";

/// While a new site is swapped in, the folder is missing for a moment.
const SWAP: Duration = Duration::from_millis(10);
const SWAP_TRIES: u32 = 50;

/// A folder to serve, and how.
pub(crate) struct Site {
    folder: PathBuf,
    reload: Option<Arc<Reload>>,
    faults: bool,
}

/// What the server was asked.
pub(crate) struct Question<'a> {
    pub(crate) method: &'a str,
    /// Path and query, as they were sent.
    pub(crate) target: &'a str,
    /// The name and port under which the site was asked for.
    pub(crate) host: Option<&'a str>,
    /// The version of the file that the browser has (`If-None-Match`).
    pub(crate) known: Option<&'a str>,
    /// Whether the browser takes brotli.
    pub(crate) brotli: bool,
}

/// What the server sends.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Site {
    /// Serves a folder as it is.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, reload: None, faults: false }
    }

    /// Makes the pages reload when `reload` rings.
    pub(crate) fn reloading(mut self, reload: Arc<Reload>) -> Self {
        self.reload = Some(reload);
        self
    }

    /// Also serves the site under the prefixes of the faults.
    pub(crate) fn with_faults(mut self) -> Self {
        self.faults = true;
        self
    }

    /// Whether answering takes until the next change.
    pub(crate) fn waits_for(&self, target: &str) -> bool {
        self.reload.is_some() && path_of(target) == CHANGED_PATH
    }

    /// Answers a question.
    pub(crate) fn answer(&self, question: &Question) -> Answer {
        if !matches!(question.method, "GET" | "HEAD") {
            return Answer::new(405, TEXT, "only GET and HEAD are answered\n").with("Allow", "GET, HEAD".to_owned());
        }
        let path = path_of(question.target);
        if let Some(reload) = &self.reload {
            if path == SCRIPT_PATH {
                return Answer::new(200, SCRIPT_TYPE, SCRIPT);
            }
            if path == CHANGED_PATH {
                let known = question.target.rsplit_once("since=");
                let known = known.and_then(|(_, number)| number.parse().ok());
                let version = reload.wait(known.unwrap_or(0));
                return Answer::new(200, TEXT, version.to_string());
            }
        }
        let (fault, below) = if self.faults { Fault::split(path) } else { (None, path) };
        if fault == Some(Fault::NoQuery) && question.target.contains('?') {
            return Answer::new(302, TEXT, "see the address without its query\n").with("Location", path.to_owned());
        }
        let answer = self.file(question, below, fault);
        let silent = fault == Some(Fault::NoScripts);
        let policy = if silent { POLICY.replace(SCRIPTS, NO_SCRIPTS) } else { POLICY.to_owned() };
        let is_plain = |host: &&str| host.bytes().all(|sign| sign.is_ascii_alphanumeric() || b".-:[]".contains(&sign));
        let origin = question.host.filter(is_plain).map(|host| format!("http://{host}"));
        let headers = hosting::everywhere(&policy, origin.as_deref());
        headers.into_iter().fold(answer, |answer, (name, value)| answer.with(name, value))
    }

    fn file(&self, question: &Question, path: &str, fault: Option<Fault>) -> Answer {
        let Some(relative) = relative(path) else {
            return self.not_found();
        };
        let Some(mut file) = self.locate(&relative) else {
            return self.not_found();
        };
        if file.is_dir() {
            if !path.ends_with('/') {
                return redirect(question.target);
            }
            file.push("index.html");
        }
        let ending = file.extension().unwrap_or_default().to_string_lossy();
        if fault.is_some_and(|fault| fault.hides(&ending)) {
            return self.not_found();
        }
        if let Some(delay) = fault.and_then(|fault| fault.delays(&ending)) {
            std::thread::sleep(delay);
        }
        let kind = content_type(fault.and_then(|fault| fault.mistakes(&ending)).unwrap_or(&ending));
        if let Some(garbage) = fault.and_then(|fault| fault.replaces(&ending)) {
            return Answer::new(200, kind, garbage);
        }
        let packs = question.brotli && fault != Some(Fault::NoCompression);
        let packed = packs.then(|| BROTLI.of(&file)).filter(|packed| packed.is_file());
        let (Ok(body), Ok(meta)) = (fs::read(packed.as_ref().unwrap_or(&file)), fs::metadata(&file)) else {
            return self.not_found();
        };
        if kind == HTML
            && let Some(reload) = &self.reload
        {
            return Answer::new(200, kind, reload.inject(body));
        }
        let tag = tag(&meta);
        if question.known == Some(tag.as_str()) {
            return Answer::new(304, kind, "").with("ETag", tag);
        }
        let answer = Answer::new(200, kind, body).with("ETag", tag).with("Vary", "Accept-Encoding".to_owned());
        if packed.is_some() { answer.with("Content-Encoding", "br".to_owned()) } else { answer }
    }

    /// Finds a file or folder of the site, and nothing outside of it.
    fn locate(&self, relative: &Path) -> Option<PathBuf> {
        for attempt in 0..SWAP_TRIES {
            let found = fs::canonicalize(&self.folder).and_then(|folder| {
                let file = fs::canonicalize(folder.join(relative))?;
                // A link in the site may lead anywhere; what it leads to is not served.
                Ok(file.starts_with(&folder).then_some(file))
            });
            match found {
                Ok(found) => return found,
                // The second look tells a swap that was just over from a file that is not there.
                Err(_) if attempt > 0 && self.folder.exists() => return None,
                Err(_) => std::thread::sleep(if attempt > 0 { SWAP } else { Duration::ZERO }),
            }
        }
        None
    }

    fn not_found(&self) -> Answer {
        let page = fs::read(self.folder.join("404.html"));
        Answer::new(404, HTML, page.unwrap_or_else(|_| NOT_FOUND.into()))
    }
}

impl Answer {
    fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![
                ("Content-Type", kind.to_owned()),
                // Files may be kept, but must be asked for each time: the site changes under them.
                ("Cache-Control", ASK.to_owned()),
            ],
            body: body.into(),
        }
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}

fn path_of(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap_or_default()
}

/// The path of a file below the site, or nothing if the address names none.
///
/// Hidden files are no part of a site, and `..` never is: a browser has resolved it already.
fn relative(path: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let mut relative = PathBuf::new();
    for segment in decoded.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return None;
        }
        relative.push(segment);
    }
    Some(relative)
}

/// Sends the browser to the same address with a slash, so that relative links work.
fn redirect(target: &str) -> Answer {
    let (path, rest) = target.split_at(path_of(target).len());
    // More than one slash at the start would name another host.
    let path = path.trim_start_matches('/');
    Answer::new(301, TEXT, "see the address with a slash\n").with("Location", format!("/{path}/{rest}"))
}

fn content_type(ending: &str) -> &'static str {
    match ending {
        "html" => HTML,
        "js" | "mjs" => SCRIPT_TYPE,
        "css" => "text/css; charset=utf-8",
        "txt" => TEXT,
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// A name for this version of a file: every swap writes all files anew, so the time tells them.
fn tag(meta: &fs::Metadata) -> String {
    let time = meta.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let time = time.duration_since(SystemTime::UNIX_EPOCH);
    let time = time.map_or(0, |time| time.as_nanos());
    format!("\"{:x}-{time:x}\"", meta.len())
}

#[cfg(test)]
mod tests;
