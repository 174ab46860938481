//! A page of others: a small server with an origin of its own, and pages that frame the site.

use crate::failure::Outcome;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// Serves one page, whatever it is asked for, until the journeys end.
#[derive(Debug)]
pub struct Host {
    /// Its address.
    pub address: String,
}

impl Host {
    /// Begins to serve a page with `body`.
    ///
    /// # Errors
    /// When there is no free port.
    pub fn serve(body: &str) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}/", listener.local_addr()?);
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title>\
             <link rel=\"icon\" href=\"data:,\"><body>{body}</body></html>"
        );
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
            page.len()
        );
        thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let answer = answer.clone();
                // Browsers keep connections open on which they ask nothing.
                thread::spawn(move || reply(stream, &answer));
            }
        });
        Ok(Self { address })
    }
}

fn reply(mut stream: TcpStream, answer: &str) {
    let asked = BufReader::new(&stream).lines().map_while(Result::ok);
    if asked.take_while(|line| !line.is_empty()).count() > 0 {
        // A browser may go away in the middle of a question, which is no concern of the page.
        drop(stream.write_all(answer.as_bytes()));
    }
}
