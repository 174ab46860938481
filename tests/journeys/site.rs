//! The built site, served by the test program itself: as it is, and with something broken below a prefix.

mod fault;

pub use fault::Held;

use crate::failure::{Failure, Outcome};
use crate::settings::variable;
use ::site::hosting::{POLICY, everywhere};
use server::{Folder, Server};
use std::sync::OnceLock;

/// The address of the site, with a slash at its end. The server lives as long as the test program.
///
/// # Errors
/// When there is no free port, or the runner does not say where the site is.
pub fn address() -> Outcome<String> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    let server = SERVER.get_or_init(|| start().map_err(|failure| failure.to_string()));
    server.as_ref().map(Server::url).map_err(|sentence| Failure::new(sentence.clone()))
}

fn start() -> Outcome<Server> {
    let site = server::site(&Folder::new(variable("SITE_FOLDER")?), headers);
    Ok(Server::start(server::listen(0)?, fault::around(site))?)
}

/// What every answer of the site has.
pub(crate) fn headers(origin: Option<&str>) -> Vec<(&'static str, String)> {
    everywhere(POLICY, origin).into()
}
