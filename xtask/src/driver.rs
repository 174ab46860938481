//! The WebDrivers of the browser tests and the measurements.

use std::fs::File;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::process;
use crate::project;

/// How long a driver may take until it answers; a loaded machine needs a few seconds.
const STARTING: Duration = Duration::from_secs(30);

/// How long a driver may take to close its browsers.
const ENDING: Duration = Duration::from_secs(5);

/// How long the driver may take to answer about itself.
const ANSWERING: Duration = Duration::from_secs(2);

/// A port that was free a moment ago may be taken by now, so a few are tried.
const TRIES: u32 = 3;

/// A driver at work. Dropping it ends the driver and its browsers.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port and waits until it answers.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        Self::start_with(program, 1, &[])
    }

    /// The same as one of several drivers, with an environment for its browsers.
    pub(crate) fn start_with(program: &Path, number: usize, environment: &[(&str, &str)]) -> Result<Self> {
        let name = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
        let log = project::notes().join(format!("{name}-{number}.log"));
        for _ in 0..TRIES {
            let port = free_port()?;
            let file = File::create(&log).map_err(|error| Error::file("write", &log, &error))?;
            let process = Command::new(program)
                .arg(format!("--port={port}"))
                .envs(environment.iter().copied())
                .stdin(Stdio::null())
                .stderr(file.try_clone().map_err(|error| Error::file("write", &log, &error))?)
                .stdout(file)
                .spawn()
                .map_err(|error| Error::new(format!("{name} ({}) could not be started: {error}", program.display())))?;
            let mut driver = Self { process, port };
            if driver.is_ready_in_time() {
                return Ok(driver);
            }
        }
        Err(Error::new(format!(
            "{name} did not answer; see {} for what it said, and check that it is made for the version of its \
             browser",
            project::shown(&log)
        )))
    }

    /// The address for WebDriver clients, without a slash at its end.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends a command of the WebDriver protocol and answers with the text that came back.
    pub(crate) fn ask(&self, method: &str, path: &str, body: &str, patience: Duration) -> Result<String> {
        let answer = exchange(self.port, method, path, body, patience)
            .map_err(|error| Error::new(format!("the driver did not answer to {method} {path}: {error}")))?;
        Ok(answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    fn is_ready_in_time(&mut self) -> bool {
        let started = Instant::now();
        while started.elapsed() < STARTING && matches!(self.process.try_wait(), Ok(None)) {
            let answer = get(self.port, "/status").unwrap_or_default();
            let answer: String = answer.split_whitespace().collect();
            if answer.contains("\"ready\":true") {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked politely it closes the browsers of sessions that a failed test left open. Chromedriver has a
        // word for it; the others understand the signal.
        drop(get(self.port, "/shutdown"));
        if cfg!(unix) {
            drop(process::first_line(Command::new("kill").arg(self.process.id().to_string())));
        }
        let asked = Instant::now();
        while asked.elapsed() < ENDING {
            if !matches!(self.process.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        // Both can only fail because the process has ended, which is what is wanted.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// A port that nothing listens on.
pub(crate) fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Error::new(format!("there is no free port on this machine: {error}")))
}

fn get(port: u16, path: &str) -> std::io::Result<String> {
    exchange(port, "GET", path, "", ANSWERING)
}

fn exchange(port: u16, method: &str, path: &str, body: &str, patience: Duration) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(patience))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    // The driver keeps the connection open, so the end of the answer is found by its length.
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while !is_complete(&answer) {
        let length = stream.read(&mut piece)?;
        if length == 0 {
            break;
        }
        answer.extend(piece.iter().take(length));
    }
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Whether an answer has as many bytes after its head as the head promises.
fn is_complete(answer: &[u8]) -> bool {
    let text = String::from_utf8_lossy(answer).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    let length = length.and_then(|length| length.trim().parse().ok());
    length.is_none_or(|length: usize| body.len() >= length)
}

#[cfg(test)]
mod tests {
    use super::is_complete;

    #[test]
    fn an_answer_ends_at_its_length() {
        assert!(!is_complete(b""));
        assert!(!is_complete(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n"));
        assert!(!is_complete(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab"));
        assert!(is_complete(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd"));
        assert!(is_complete(b"HTTP/1.1 204 No Content\r\n\r\n"));
    }
}
