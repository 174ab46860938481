//! Alone in its process, so that its threads can be counted.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use server::{Folder, Server, listen, site};

#[test]
fn no_thread_outlives_its_server() {
    let threads = || fs::read_dir("/proc/self/task").unwrap().count();
    let folder = std::env::temp_dir().join(format!("server-threads-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "page").unwrap();
    let before = threads();
    for _ in 0..10 {
        let server = Server::start(listen(0).unwrap(), site(&Folder::new(&folder), |_| Vec::new())).unwrap();
        let address = server.url();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.ends_with("page"), "{answer}");
        assert!(threads() > before, "it answers on threads of its own");
    }
    fs::remove_dir_all(&folder).unwrap();
    // The system may list a thread for a moment after it has ended.
    let started = Instant::now();
    while threads() > before {
        assert!(started.elapsed() < Duration::from_secs(20), "{} threads, {before} before", threads());
        std::thread::yield_now();
    }
}
