//! A page of others: a small server with an origin of its own, and pages that frame the site.

use crate::error::Result;
use axum::Router;
use axum::response::Html;
use server::Server;

/// Serves one page, whatever it is asked for, until it is dropped.
#[derive(Debug)]
pub struct Host {
    /// Its address.
    pub address: String,
    _server: Server,
}

impl Host {
    /// Begins to serve a page with `body`.
    ///
    /// # Errors
    /// When there is no free port.
    pub fn serve(body: &str) -> Result<Self> {
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title>\
             <link rel=\"icon\" href=\"data:,\"><body>{body}</body></html>"
        );
        let router = Router::new().fallback(|| async { Html(page) });
        let server = Server::start(server::listen(0)?, router)?;
        Ok(Self { address: server.url(), _server: server })
    }
}
