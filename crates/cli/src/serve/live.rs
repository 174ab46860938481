//! What keeps an open page up to date: a stream of events, and a script on every page that hears them.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State as Extract;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::watch;

/// The script, and where it and the events are. No file of a site has such a name.
const SCRIPT: &str = include_str!("live.js");
const SCRIPT_PATH: &str = "/.briefing/live.js";
const EVENTS_PATH: &str = "/.briefing/events";

/// The page where there is no good one yet.
const EMPTY: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>briefing</title></head>\
    <body><p>There is no page yet.</p></body></html>";

/// How the content is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The page shows it.
    Good,
    /// It has mistakes; this is the report.
    Wrong(String),
}

/// The version of the site, and how the content is.
type Told = (u64, State);

/// Tells open pages what has become of the content.
#[derive(Clone)]
pub(super) struct Live {
    told: watch::Sender<Told>,
}

impl Live {
    /// Versions begin with the time, so that a page which outlived a server notices the next one.
    pub(super) fn new() -> Self {
        let version = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        Self { told: watch::Sender::new((version, State::Good)) }
    }

    /// Tells all pages; after a good state they load again.
    pub(super) fn tell(&self, state: State) {
        self.told.send_modify(|told| {
            told.0 += u64::from(state == State::Good);
            told.1 = state;
        });
    }

    /// A site whose pages hear what is told.
    pub(super) fn around(&self, site: Router) -> Router {
        let script = ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT);
        site.route(SCRIPT_PATH, get(move || async move { script }))
            .route(EVENTS_PATH, get(events).with_state(self.clone()))
            .layer(map_response_with_state(self.clone(), with_script))
    }
}

/// One event for what is so now, and one for each change.
async fn events(Extract(live): Extract<Live>) -> Response {
    let mut told = live.told.subscribe();
    told.mark_changed();
    let stream = futures_util::stream::unfold(told, |mut told| async move {
        told.changed().await.ok()?;
        let event = event(&told.borrow_and_update());
        Some((Ok::<_, std::convert::Infallible>(event), told))
    });
    ([(CONTENT_TYPE, "text/event-stream")], Body::from_stream(stream)).into_response()
}

/// As the format of event streams has it: the version is the id, and each line of a report a line of data.
fn event((version, state): &Told) -> String {
    let (name, text) = match state {
        State::Good => ("good", ""),
        State::Wrong(report) => ("wrong", report.as_str()),
    };
    let data: String = text.split('\n').map(|line| format!("data: {}\n", line.trim_end_matches('\r'))).collect();
    format!("id: {version}\nevent: {name}\n{data}\n")
}

/// Puts the script into pages.
async fn with_script(Extract(live): Extract<Live>, response: Response) -> Response {
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut page = String::from_utf8_lossy(&page).into_owned();
    let (version, state) = live.told.borrow().clone();
    if head.status == StatusCode::NOT_FOUND && state != State::Good {
        EMPTY.clone_into(&mut page);
    }
    if let Some(at) = page.find("</head>") {
        page.insert_str(at, &format!("<script src=\"{SCRIPT_PATH}\" data-version=\"{version}\" defer></script>"));
    }
    head.headers.insert(CONTENT_LENGTH, HeaderValue::from(page.len()));
    Response::from_parts(head, Body::from(page))
}

#[cfg(test)]
mod tests {
    use super::{Live, State, event};

    #[test]
    fn only_what_is_good_is_a_new_version() {
        let live = Live::new();
        let version = || live.told.borrow().0;
        let first = version();
        live.tell(State::Wrong("one\ntwo".to_owned()));
        assert_eq!(version(), first);
        live.tell(State::Good);
        assert_eq!(version(), first + 1);
    }

    #[test]
    fn a_report_keeps_its_lines() {
        let told = (7, State::Wrong("one\r\n\ntwo".to_owned()));
        assert_eq!(event(&told), "id: 7\nevent: wrong\ndata: one\ndata: \ndata: two\n\n");
        assert_eq!(event(&(8, State::Good)), "id: 8\nevent: good\ndata: \n\n");
    }
}
