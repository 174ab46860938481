//! How a page that is being worked on reloads by itself.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{RawQuery, Request, State};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch;

/// The script that waits for the next version, and its address.
const SCRIPT: &str = include_str!("reload.js");
const SCRIPT_PATH: &str = "/__reload.js";

/// The address that answers when the version is no longer the one the page has.
const CHANGED_PATH: &str = "/__changed";

/// A waiting page is answered after this time in any case, and then asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// The version of the site that is being served.
///
/// Versions start at the current time, so that a page which outlived a server notices the next.
pub(crate) struct Reload(watch::Sender<u64>);

impl Reload {
    /// The first version.
    pub(crate) fn new() -> Self {
        let time = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self(watch::Sender::new(time.map_or(1, |time| time.as_secs())))
    }

    /// Tells every waiting page that there is a new version.
    pub(crate) fn ring(&self) {
        self.0.send_modify(|version| *version += 1);
    }

    /// Makes the pages of a site reload when this rings.
    pub(crate) fn around(self: &Arc<Self>, site: Router) -> Router {
        Router::new()
            .route(SCRIPT_PATH, get(|| async { ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT) }))
            .route(CHANGED_PATH, get(changed))
            .with_state(Arc::clone(self))
            .fallback_service(site.layer(middleware::from_fn_with_state(Arc::clone(self), with_script)))
    }

    /// Puts the script into a page. A page without a head is left alone.
    ///
    /// The address of the script carries the version, because the next one may appear before the
    /// browser has fetched the script.
    fn inject(&self, page: &[u8]) -> Vec<u8> {
        let end = b"</head>";
        let Some(at) = page.windows(end.len()).position(|window| window == end) else {
            return page.to_vec();
        };
        let (head, rest) = page.split_at(at);
        let script = format!("<script src=\"{SCRIPT_PATH}?since={}\" defer></script>", *self.0.borrow());
        [head, script.as_bytes(), rest].concat()
    }
}

/// Answers the version once it is another one than the page has.
async fn changed(State(reload): State<Arc<Reload>>, RawQuery(query): RawQuery) -> String {
    let known = query.as_deref().and_then(|query| query.strip_prefix("since=")?.parse().ok()).unwrap_or(0);
    let mut versions = reload.0.subscribe();
    drop(tokio::time::timeout(PATIENCE, versions.wait_for(|version| *version != known)).await);
    let version = *versions.borrow();
    version.to_string()
}

async fn with_script(State(reload): State<Arc<Reload>>, mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(ACCEPT_ENCODING);
    let response = next.run(request).await;
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return (parts, Body::empty()).into_response();
    };
    parts.headers.remove(CONTENT_LENGTH);
    (parts, reload.inject(&page)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_wakes_the_one_who_waits() {
        let reload = Arc::new(Reload::new());
        let first = *reload.0.borrow();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let asked = changed(State(Arc::clone(&reload)), RawQuery(Some(format!("since={first}"))));
            let mut asked = std::pin::pin!(asked);
            let early = tokio::time::timeout(Duration::ZERO, &mut asked).await;
            assert!(early.is_err(), "nothing has changed");
            reload.ring();
            assert_eq!(asked.await, (first + 1).to_string());
            let late = changed(State(Arc::clone(&reload)), RawQuery(Some(format!("since={first}"))));
            assert_eq!(late.await, (first + 1).to_string(), "who asks late is answered at once");
        });
    }

    #[test]
    fn the_script_goes_into_the_head() {
        let reload = Reload::new();
        let page = reload.inject(b"<head><title>x</title></head><body>");
        let page = String::from_utf8(page).unwrap();
        assert!(page.starts_with("<head><title>x</title><script src=\"/__reload.js?since="));
        assert!(page.ends_with("\" defer></script></head><body>"));
        assert_eq!(reload.inject(b"no head"), b"no head");
    }
}
