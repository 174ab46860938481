//! The built site on this machine, under the policy that it is made for.

pub(crate) mod reload;

use std::net::TcpListener;
use std::path::PathBuf;

use ::server::{Folder, Server};

use crate::failure::{Failure, Outcome};
use crate::hosting::{self, POLICY};

/// Takes a port on this machine; port 0 takes any free one.
///
/// This is separate from [`start`] so that a port in use is noticed before a long build.
pub(crate) fn listen(port: u16) -> Outcome<TcpListener> {
    ::server::listen(port).map_err(|error| {
        let reason = match error.kind() {
            std::io::ErrorKind::AddrInUse => "is in use",
            std::io::ErrorKind::PermissionDenied => "is reserved for the system",
            _ => "cannot be used",
        };
        Failure::new(format!(
            "port {port} {reason}; choose another one with `--port N`, or any free one with \
             `--port 0`"
        ))
    })
}

/// Answers from a folder.
pub(crate) fn site(folder: PathBuf) -> axum::Router {
    ::server::site(&Folder::new(folder), |origin| hosting::everywhere(POLICY, origin).into())
}

/// Serves on a port that [`listen`] has taken, until the server is dropped.
pub(crate) fn start(listener: TcpListener, router: axum::Router) -> Outcome<Server> {
    Server::start(listener, router).map_err(|error| Failure::new(format!("the server did not start: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_names_the_remedy() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let failure = listen(port).unwrap_err().to_string();
        assert!(failure.contains("is in use"), "{failure}");
        assert!(failure.contains("--port"), "{failure}");
    }
}
