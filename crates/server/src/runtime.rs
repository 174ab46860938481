//! The threads on which a router answers.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

/// How many threads answer, besides those that wait for the disk.
const WORKERS: usize = 2;

/// How many threads wait for the disk at most.
const READERS: usize = 8;

/// How long a connection may take for the head of a request, or stay open without one.
const HEAD_S: u64 = 60;

/// How long a thread that waits for the disk holds up the end.
const ENDING_MS: u64 = 500;

/// How long no connection is taken after one could not be, as when there are too many open files.
const RECOVERY_MS: u64 = 50;

/// Takes a port on this machine; port 0 takes any free one.
///
/// This is separate from [`Server::start`] so that a port in use is noticed before long work.
///
/// # Errors
/// When the port is in use or may not be used.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// A router at work on threads of its own. Dropping it ends them, open connections included.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    #[cfg(test)]
    pub(crate) handle: tokio::runtime::Handle,
}

impl Server {
    /// Answers with a router on a port that [`listen`] has taken.
    ///
    /// # Errors
    /// When the system gives no threads, or the listener cannot be used.
    pub fn start(listener: TcpListener, router: Router) -> io::Result<Self> {
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime =
            Builder::new_multi_thread().worker_threads(WORKERS).max_blocking_threads(READERS).enable_all().build()?;
        #[cfg(test)]
        let handle = runtime.handle().clone();
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let (end, ended) = oneshot::channel();
        // A runtime may not be ended from inside of another one, so this thread keeps it.
        let thread = thread::Builder::new().name("server".to_owned()).spawn(move || {
            runtime.spawn(accept(listener, router));
            // An error says that the sender is gone, which is an end too.
            drop(ended.blocking_recv());
            runtime.shutdown_timeout(Duration::from_millis(ENDING_MS));
        })?;
        Ok(Self {
            address,
            end: Some(end),
            thread: Some(thread),
            #[cfg(test)]
            handle,
        })
    }

    /// The address of the site, with a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The thread waits for a word or for nobody who could say it.
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// Takes connections for ever.
async fn accept(listener: tokio::net::TcpListener, router: Router) {
    // `axum::serve` has no limit for the head of a request: whoever sends half of one would stay for ever.
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(HEAD_S));
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(_) => {
                tokio::time::sleep(Duration::from_millis(RECOVERY_MS)).await;
                continue;
            }
        };
        // Small answers should not wait for further ones.
        drop(stream.set_nodelay(true));
        let service = TowerToHyperService::new(router.clone());
        let connection = http.serve_connection(TokioIo::new(stream), service);
        // A client that goes away or sends what is no HTTP is no fault of the server.
        tokio::spawn(async move { drop(connection.await) });
    }
}

#[cfg(test)]
mod tests;
