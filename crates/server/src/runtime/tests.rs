//! What browsers, slow networks and strangers do to a server, in numbers.

use super::*;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Instant;

/// So much waits for every answer here; a loaded machine needs seconds.
const PATIENCE: Duration = Duration::from_secs(60);

const BODY_LENGTH: usize = 40_000;

fn router() -> Router {
    Router::new().fallback(|| async { "x".repeat(BODY_LENGTH) })
}

fn start() -> Server {
    Server::start(listen(0).unwrap(), router()).unwrap()
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

/// Asks on a connection that stays open, and reads the whole answer.
fn ask(reader: &mut BufReader<TcpStream>, head: &[u8], chunk: usize) {
    for part in head.chunks(chunk) {
        reader.get_mut().write_all(part).unwrap();
        if chunk < head.len() {
            thread::yield_now();
        }
    }
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    assert_eq!(line.trim_end(), "HTTP/1.1 200 OK");
    let mut length = 0;
    while !line.trim_end().is_empty() {
        line.clear();
        reader.read_line(&mut line).unwrap();
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.trim_end().parse().unwrap();
        }
    }
    assert_eq!(length, BODY_LENGTH);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
}

/// The status line of the answer to bytes of any kind; empty if the connection was closed without one.
fn status_of(server: &Server, bytes: &[u8]) -> String {
    let mut stream = connect(server);
    // The server may close the connection before it has heard everything.
    drop(stream.write_all(bytes));
    drop(stream.shutdown(Shutdown::Write));
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer));
    String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
}

/// Waits until no more than so many tasks are alive: the one that takes connections, and one for each.
fn wait_for_tasks(server: &Server, count: usize) {
    let started = Instant::now();
    while server.handle.metrics().num_alive_tasks() > count {
        assert!(started.elapsed() < PATIENCE, "{} tasks stay", server.handle.metrics().num_alive_tasks());
        thread::yield_now();
    }
}

const REQUEST: &[u8] = b"GET /page?stop=japan HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n";

#[test]
fn two_hundred_connections_ask_ten_thousand_times() {
    const CONNECTIONS: usize = 200;
    const EACH: usize = 50;
    let server = start();
    thread::scope(|scope| {
        for number in 0..CONNECTIONS {
            let server = &server;
            scope.spawn(move || {
                let mut reader = BufReader::new(connect(server));
                // Every tenth sends its requests in crumbs, as a bad network does.
                let chunk = if number % 10 == 0 { 3 } else { REQUEST.len() };
                for turn in 0..EACH {
                    ask(&mut reader, REQUEST, chunk);
                    // Every fifth leaves others behind: half of a request, and an answer that nobody reads.
                    if number % 5 == 1 && turn % 10 == 0 {
                        connect(server).write_all(&REQUEST[..20]).unwrap();
                        connect(server).write_all(REQUEST).unwrap();
                    }
                }
            });
        }
    });
    wait_for_tasks(&server, 1);
}

#[test]
fn an_answer_is_not_held_up_by_those_who_never_finish() {
    let server = start();
    let mut silent: Vec<TcpStream> = (0..300).map(|_| connect(&server)).collect();
    for stream in &mut silent {
        stream.write_all(&REQUEST[..30]).unwrap();
    }
    ask(&mut BufReader::new(connect(&server)), REQUEST, REQUEST.len());
}

#[test]
fn strangers_are_refused_and_nothing_breaks() {
    let server = start();
    let with =
        |header: &str| format!("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\n\r\n").into_bytes();
    let many: String = (0..5_000).map(|number| format!("X-{number}: y\r\n")).collect();
    for (name, bytes, statuses) in [
        ("a length that is no number", with("Content-Length: 99999999999999999999999"), &["400"][..]),
        ("the greatest length", with("Content-Length: 18446744073709551615"), &["400", "413", "431"]),
        ("a negative length", with("Content-Length: -1"), &["400"]),
        ("two lengths", with("Content-Length: 1\r\nContent-Length: 2"), &["400"]),
        ("a great length and no body", with("Content-Length: 1000000000000"), &["200"]),
        ("chunks of nonsense", with("Transfer-Encoding: chunked\r\n\r\nzz\r\nzz"), &["200", "400"]),
        ("many headers", with(&many), &["431"]),
        ("a long header", with(&format!("X: {}", "y".repeat(3_000_000))), &["431"]),
        ("a long address", format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(100_000)).into_bytes(), &["414"]),
        ("a word that is none", b"\0\x01\x02 garbage\r\n\r\n".to_vec(), &["400"]),
        ("no words at all", b"\r\n\r\n\r\n".to_vec(), &[""]),
        ("the beginning of TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), &["400"]),
        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), &[""]),
        ("nothing", Vec::new(), &[""]),
    ] {
        let line = status_of(&server, &bytes);
        let status = line.split(' ').nth(1).unwrap_or_default();
        assert!(statuses.contains(&status), "{name}: {line:?}");
    }
    let long = format!("GET /?q={} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(60_000));
    ask(&mut BufReader::new(connect(&server)), long.as_bytes(), long.len());
    wait_for_tasks(&server, 1);
}

#[test]
fn the_end_comes_at_once_and_leaves_nothing() {
    let server = start();
    let mut open: Vec<_> = (0..50).map(|_| BufReader::new(connect(&server))).collect();
    for reader in open.iter_mut().take(25) {
        ask(reader, REQUEST, REQUEST.len());
    }
    for reader in open.iter_mut().skip(25) {
        reader.get_mut().write_all(&REQUEST[..10]).unwrap();
    }
    let address = server.address;
    let started = Instant::now();
    drop(server);
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    for mut reader in open {
        // Closed or reset: in any case nobody is there.
        assert!(matches!(reader.read(&mut [0]), Ok(0) | Err(_)));
    }
    assert!(TcpStream::connect(address).is_err(), "the port is free again");
}

#[test]
fn a_server_may_be_dropped_among_tasks() {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { drop(start()) });
}

#[test]
fn a_port_in_use_is_said() {
    let first = listen(0).unwrap();
    let error = listen(first.local_addr().unwrap().port()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::AddrInUse);
}
