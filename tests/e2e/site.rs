//! The built site, served by the test program itself: as it is, and with something broken below a prefix.

mod fault;

pub use fault::Held;

use crate::error::Result;
use crate::settings::variable;
use ::site::hosting::{POLICY, everywhere};
use server::{Folder, Server};

/// Serves the site on a port of its own, which makes an origin of its own.
///
/// # Errors
/// When there is no free port, or the runner does not say where the site is.
pub fn serve() -> Result<Server> {
    let site = server::site(&Folder::new(variable("SITE_FOLDER")?), headers);
    Ok(Server::start(server::listen(0)?, fault::around(site))?)
}

/// What every answer of the site has.
pub(crate) fn headers(origin: Option<&str>) -> Vec<(&'static str, String)> {
    everywhere(POLICY, origin).into()
}
