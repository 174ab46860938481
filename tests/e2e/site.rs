//! The built site, served by the test program itself: as it is, and with something broken below a prefix.

mod fault;

pub use fault::Held;

use crate::error::Result;
use crate::settings::variable;
use server::{Folder, Server};

/// Serves the site on a port of its own, which makes an origin of its own.
///
/// # Errors
/// When there is no free port, or the runner does not say where the site is.
pub fn serve() -> Result<Server> {
    let site = server::site(&Folder::new(variable("SITE_FOLDER")?), headers);
    variable("SITE_POLICY")?;
    Ok(Server::start(server::listen(0)?, fault::around(site))?)
}

/// The headers of the site, with the policy that the runner says.
pub(crate) fn headers(origin: Option<&str>) -> Vec<(&'static str, String)> {
    let mut policy = variable("SITE_POLICY").unwrap_or_default();
    if let Some(origin) = origin {
        // In frames without an origin of their own WebKit takes `'self'` for nothing at all.
        policy = policy.replace("'self'", &format!("'self' {origin}"));
    }
    vec![
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff".to_owned()),
        ("referrer-policy", "strict-origin-when-cross-origin".to_owned()),
        ("access-control-allow-origin", "*".to_owned()),
    ]
}
