//! `briefing serve`: shows the briefing in a browser, and every saved change.

mod live;
mod render;
mod watch;

use crate::error::Error;
use crate::{arguments, content, terminal};
use live::{Live, State};
use render::Render;
use server::{Folder, Server};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Instant;
use watch::Watch;

const HELP: &str = "\
Usage: briefing serve [DIR] [--port N]

Shows the briefing in a browser on this machine: the address is printed. A saved change of a content file
shows within a second. A mistake is named here and on the page, which stays as it was last without one.

  --port N     the port (default: 8080; 0 takes any free one)
  --kit DIR    take engine, styles, scripts and fonts from a folder, as developers do, and follow it as well";

/// The port where nobody names one.
const PORT: u16 = 8080;

/// Why the command goes on.
enum Signal {
    /// Files have changed.
    Changed,
    /// The user wants to end.
    Ended,
}

/// Runs the command.
pub(crate) fn command(words: Vec<OsString>) -> Result<(), Error> {
    let mut port = PORT;
    let mut kit = None;
    let read = arguments::read("serve", HELP, words, |option, parser| {
        match option {
            "port" => port = arguments::parsed(parser, "a port number from 0 to 65535")?,
            "kit" => kit = Some(arguments::folder(parser)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(folder) = read else { return Ok(()) };
    serve(content::folder(folder)?, kit, listen(port)?)
}

fn serve(content: PathBuf, kit: Option<PathBuf>, listener: TcpListener) -> Result<(), Error> {
    let (sender, events) = channel();
    // The watch begins before the first site, so that a change meanwhile is not missed.
    let mut watch = Watch::start(&content, kit.as_deref(), sender.clone())?;
    end_with_the_terminal(sender);
    let mut render = Render::new(content, kit)?;
    let folder = Folder::new(render.nothing());
    let live = Live::new();
    show(&mut render, &folder, &live);
    let unserved = |error| Error::new(format!("the server did not start: {error}"));
    let server = Server::start(listener, live.around(server::site(&folder, site_headers))).map_err(unserved)?;
    terminal::say(server.url());
    while let Ok(Signal::Changed) = events.recv() {
        let started = Instant::now();
        if show(&mut render, &folder, &live) {
            terminal::warn(format_args!("updated in {}", progress::seconds(started.elapsed())));
        }
        watch.follow_links();
    }
    Ok(())
}

/// Writes the site anew and shows it, or what is wrong. Answers whether there is a new one.
fn show(render: &mut Render, folder: &Folder, live: &Live) -> bool {
    match render.run() {
        Ok(site) => {
            folder.set(site);
            render.forget_older();
            live.tell(State::Good);
            true
        }
        Err(mistakes) => {
            terminal::warn(&mistakes);
            live.tell(State::Wrong(mistakes));
            false
        }
    }
}

fn site_headers(origin: Option<&str>) -> Vec<(&'static str, String)> {
    site::hosting::everywhere(site::hosting::POLICY, origin).into()
}

fn listen(port: u16) -> Result<TcpListener, Error> {
    server::listen(port).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::AddrInUse => "is in use",
            ErrorKind::PermissionDenied => "is reserved for the system",
            _ => "cannot be used",
        };
        let remedy = "choose another one with `--port N`, or any free one with `--port 0`";
        Error::new(format!("port {port} {reason}; {remedy}"))
    })
}

/// Ends the command in good order, so that nothing stays in the folder for temporary files.
fn end_with_the_terminal(events: Sender<Signal>) {
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        if let Ok(runtime) = runtime {
            runtime.block_on(interrupted());
            drop(events.send(Signal::Ended));
        }
    });
}

#[cfg(unix)]
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

#[cfg(not(unix))]
async fn interrupted() {
    drop(tokio::signal::ctrl_c().await);
}

/// The folder itself, whatever links lead to it.
fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn a_port_in_use_names_the_remedy() {
        let first = listen(0).expect("a port");
        let port = first.local_addr().expect("an address").port();
        let error = listen(port).expect_err("a port in use").to_string();
        assert!(error.contains("is in use") && error.contains("--port"), "{error}");
    }
}
