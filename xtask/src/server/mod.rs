//! The static server of `serve` and of the journeys: a listener and its threads.
//!
//! What is answered is decided in [`site`], without any network, so that it can be tested there.

pub(crate) mod fault;
pub(crate) mod reload;
pub(crate) mod site;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;

use tiny_http::{Header, Request, Response, Server};

use crate::failure::{Failure, Outcome};
use site::{Answer, Question, Site};

/// A browser opens at most six connections to one server.
const WORKERS: usize = 6;

/// Takes a port on this machine; port 0 takes any free one.
///
/// This is separate from [`Running::start`] so that a port in use is noticed before a long build.
pub(crate) fn listen(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
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

/// A server at work. Dropping it ends the threads.
pub(crate) struct Running {
    server: Arc<Server>,
    address: SocketAddr,
    workers: Vec<JoinHandle<()>>,
}

impl Running {
    /// Serves a site on a port that [`listen`] has taken.
    pub(crate) fn start(listener: TcpListener, site: Site) -> Outcome<Self> {
        let failed = |reason: String| Failure::new(format!("the server did not start: {reason}"));
        let address = listener.local_addr().map_err(|error| failed(error.to_string()))?;
        let server = Server::from_listener(listener, None).map(Arc::new).map_err(|error| failed(error.to_string()))?;
        let site = Arc::new(site);
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, site) = (Arc::clone(&server), Arc::clone(&site));
                std::thread::spawn(move || work(&server, &site))
            })
            .collect();
        Ok(Self { server, address, workers })
    }

    /// The address of the site, with a slash at its end.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            // A worker that panicked has nothing left to clear up.
            drop(worker.join());
        }
    }
}

fn work(server: &Server, site: &Arc<Site>) {
    while let Ok(request) = server.recv() {
        if site.waits_for(request.url()) {
            // A page that waits for a change must not keep a worker from the others.
            let site = Arc::clone(site);
            std::thread::spawn(move || respond(request, &site));
        } else {
            respond(request, site);
        }
    }
}

fn respond(request: Request, site: &Site) {
    let header = |name: &'static str| request.headers().iter().find(|header| header.field.equiv(name));
    let answer = site.answer(&Question {
        method: request.method().as_str(),
        target: request.url(),
        host: header("Host").map(|header| header.value.as_str()),
        known: header("If-None-Match").map(|header| header.value.as_str()),
        brotli: header("Accept-Encoding").is_some_and(|header| header.value.as_str().contains("br")),
    });
    // A reader who went away before the answer is no fault of the server.
    drop(request.respond(response(answer)));
}

fn response(answer: Answer) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut response = Response::from_data(answer.body)
        .with_status_code(answer.status)
        // A length is known and more useful to tests than chunks.
        .with_chunked_threshold(usize::MAX);
    for (name, value) in answer.headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;
    use std::io::{Read, Write};

    fn ask(running: &Running, request: &str) -> String {
        let mut stream = std::net::TcpStream::connect(running.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    fn running(folder: &Scratch) -> Running {
        std::fs::write(folder.join("index.html"), "x".repeat(40_000)).unwrap();
        Running::start(listen(0).unwrap(), Site::new(folder.to_path_buf())).unwrap()
    }

    #[test]
    fn a_long_address_is_answered() {
        let folder = Scratch::new("server-long");
        let running = running(&folder);
        let query = "q=".to_owned() + &"a".repeat(100_000);
        let text = ask(&running, &format!("GET /?{query} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        assert!(text.starts_with("HTTP/1.1 200"), "{text:.200}");
        assert!(text.contains("Content-Length: 40000"), "{text:.600}");
        assert!(text.ends_with("xxx"));
    }

    #[test]
    fn head_has_no_body() {
        let folder = Scratch::new("server-head");
        let running = running(&folder);
        let text = ask(&running, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(text.starts_with("HTTP/1.1 200"), "{text}");
        assert!(text.contains("Content-Length: 40000"), "{text}");
        assert!(text.ends_with("\r\n\r\n"), "{text}");
    }

    #[test]
    fn a_port_in_use_names_the_remedy() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let failure = listen(port).unwrap_err().to_string();
        assert!(failure.contains("is in use"), "{failure}");
        assert!(failure.contains("--port"), "{failure}");
    }
}
