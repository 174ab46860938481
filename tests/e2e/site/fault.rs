//! The same site with something broken: each fault has its own prefix.

use axum::Router;
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::watch;

/// What is broken for the addresses below a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The engine is missing.
    NoWasm,
    /// The engine arrives as something else, as from a proxy that answers for it.
    BadWasm,
    /// The engine arrives when a test lets it go: see [`Held`].
    HeldWasm(u32),
    /// The data of the briefing is missing.
    NoData,
    /// The reader's browser runs no scripts.
    NoScripts,
    /// The host does not know what the engine is.
    PlainWasm,
    /// The host sends every file as it is.
    NoCompression,
    /// The host leads from an address with a query to the one without.
    NoQuery,
}

const FAULTS: [(&str, Fault); 7] = [
    ("no-wasm", Fault::NoWasm),
    ("bad-wasm", Fault::BadWasm),
    ("no-data", Fault::NoData),
    ("no-scripts", Fault::NoScripts),
    ("plain-wasm", Fault::PlainWasm),
    ("no-compression", Fault::NoCompression),
    ("no-query", Fault::NoQuery),
];

const HELD: &str = "held-";

/// The numbers of those that have been let go.
static RELEASED: LazyLock<watch::Sender<BTreeSet<u32>>> = LazyLock::new(watch::Sender::default);

/// An engine that is held back until it is let go, at the latest when this is dropped.
#[derive(Debug)]
pub struct Held(u32);

impl Held {
    /// Holds back the engine of one more prefix.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "there is no usual one: each has a prefix of its own")]
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        Self(COUNT.fetch_add(1, Ordering::Relaxed))
    }

    /// The prefix, with a slash at its end.
    #[must_use]
    pub fn prefix(&self) -> String {
        format!("{HELD}{}/", self.0)
    }

    /// Lets the engine go.
    pub fn release(&self) {
        RELEASED.send_modify(|released| {
            released.insert(self.0);
        });
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.release();
    }
}

/// Serves a site, and below each prefix the site with its fault.
pub(super) fn around(site: Router) -> Router {
    site.layer(middleware::from_fn(with_fault))
}

async fn with_fault(mut request: Request, next: Next) -> Response {
    let Some((fault, prefix, rest)) = split(request.uri().path()) else {
        return next.run(request).await;
    };
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(inner) = format!("{rest}{query}").parse() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let extension =
        rest.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, extension)| extension);
    let is_wasm = extension == "wasm";
    match fault {
        Fault::NoWasm if is_wasm => return StatusCode::NOT_FOUND.into_response(),
        Fault::NoData if extension == "bin" => return StatusCode::NOT_FOUND.into_response(),
        Fault::NoQuery if !query.is_empty() => {
            return (StatusCode::FOUND, [(LOCATION, format!("{prefix}{rest}"))]).into_response();
        }
        Fault::NoCompression => drop(request.headers_mut().remove(ACCEPT_ENCODING)),
        Fault::HeldWasm(number) if is_wasm => {
            // It cannot fail: the sender is never dropped.
            drop(RELEASED.subscribe().wait_for(|released| released.contains(&number)).await);
        }
        _ => {}
    }
    *request.uri_mut() = inner;
    let mut response = next.run(request).await;
    match fault {
        Fault::BadWasm if is_wasm => {
            let (parts, _) = response.into_parts();
            let headers = [(CONTENT_TYPE, "application/wasm")];
            return (parts.status, headers, "this is not WebAssembly").into_response();
        }
        Fault::PlainWasm if is_wasm => {
            let plain = HeaderValue::from_static("text/plain; charset=utf-8");
            response.headers_mut().insert(CONTENT_TYPE, plain);
        }
        Fault::NoScripts => without_scripts(&mut response),
        _ => {}
    }
    lead_back(&mut response, &prefix);
    response
}

/// The fault of a path, its prefix and the path below it.
fn split(path: &str) -> Option<(Fault, String, String)> {
    let (name, rest) = path.strip_prefix('/')?.split_once('/')?;
    let held = || name.strip_prefix(HELD)?.parse().ok().map(Fault::HeldWasm);
    let fault = FAULTS.iter().find(|(prefix, _)| *prefix == name).map(|(_, fault)| *fault).or_else(held)?;
    Some((fault, format!("/{name}"), format!("/{rest}")))
}

fn without_scripts(response: &mut Response) {
    let Some(policy) = response.headers().get(CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok()) else {
        return;
    };
    let rules = policy.split("; ").map(|rule| if rule.starts_with("script-src ") { "script-src 'none'" } else { rule });
    if let Ok(policy) = HeaderValue::from_str(&rules.collect::<Vec<_>>().join("; ")) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
}

/// Keeps a reader who is sent on below the prefix.
fn lead_back(response: &mut Response, prefix: &str) {
    let location = response.headers().get(LOCATION).and_then(|location| location.to_str().ok());
    let location = location.and_then(|location| HeaderValue::from_str(&format!("{prefix}{location}")).ok());
    if let Some(location) = location {
        response.headers_mut().insert(LOCATION, location);
    }
}
