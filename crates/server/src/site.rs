//! The answers of a static site.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue, LOCATION};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::content_type::content_type;
use crate::folder::{self, Folder};

/// The headers that every answer gets, from the origin under which the site was asked for, if that is
/// plain enough to be repeated.
pub type Headers = fn(origin: Option<&str>) -> Vec<(&'static str, String)>;

/// The page for an address that names no file, in a site without a `404.html`.
const NOT_FOUND: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
    <title>Not found</title></head><body><h1>Not found</h1>\
    <p>There is no such page. <a href=\"/\">To the first page</a></p></body></html>\n";

/// Answers from a folder: its files, the `index.html` of folders, and its `404.html`.
///
/// A file with `.br` or `.gz` beside it is sent in that form to those who take it. Nothing may be kept by
/// browsers, because the site changes while it is being looked at.
pub fn site(folder: &Folder, headers: Headers) -> Router {
    Router::new().fallback(answer).with_state((folder.clone(), headers))
}

async fn answer(State((folder, headers)): State<(Folder, Headers)>, request: Request) -> Response {
    let origin = origin(request.headers());
    let mut response = match *request.method() {
        Method::GET | Method::HEAD => file(&folder, request).await,
        _ => {
            (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")], "only GET and HEAD are answered\n").into_response()
        }
    };
    let all = response.headers_mut();
    all.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in headers(origin.as_deref()) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            all.insert(name, value);
        }
    }
    response
}

/// The origin in the `Host` header, unless that has signs that would mean something in a policy.
fn origin(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let is_plain = host.bytes().all(|sign| sign.is_ascii_alphanumeric() || b".-:[]".contains(&sign));
    is_plain.then(|| format!("http://{host}"))
}

async fn file(folder: &Folder, request: Request) -> Response {
    let root = folder.path();
    let path = request.uri().path();
    let Some(mut found) = folder::locate(&root, path).await else {
        return not_found(&root).await;
    };
    if tokio::fs::metadata(&found).await.is_ok_and(|meta| meta.is_dir()) {
        if !path.ends_with('/') {
            return with_slash(request.uri());
        }
        found.push("index.html");
    }
    let kind = content_type(&found.extension().unwrap_or_default().to_string_lossy());
    let files = ServeDir::new(&root).precompressed_br().precompressed_gzip();
    let Ok(response) = files.oneshot(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        return not_found(&root).await;
    }
    let mut response = response.map(Body::new);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// Sends to the same address with a slash, so that relative links work.
fn with_slash(uri: &Uri) -> Response {
    // More than one slash at the start would name another host.
    let path = uri.path().trim_start_matches('/');
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(location) = HeaderValue::from_str(&format!("/{path}/{query}")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, location)], "see the address with a slash\n").into_response()
}

async fn not_found(root: &std::path::Path) -> Response {
    let page = tokio::fs::read(root.join("404.html")).await.unwrap_or_else(|_| NOT_FOUND.into());
    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, content_type("html"))], page).into_response()
}

#[cfg(test)]
mod tests;
