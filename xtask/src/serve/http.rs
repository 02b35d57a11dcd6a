//! As much of HTTP/1.1 as a browser on this computer needs to fetch files.
//!
//! Written here because `tiny_http` leaves a connection lying where more come at once than it has idle threads: a page
//! and a frame in it open a dozen.
//!
//! Invariant: each connection has a thread of its own, so none waits for another; a head of more than [`LONGEST`] bytes,
//! or one that is none, ends its connection.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

/// Bytes of the longest head of a request.
const LONGEST: u64 = 16 * 1024;

/// What was asked for.
pub struct Request {
    pub method: String,
    pub url: String,
    /// Names in lower case.
    headers: Vec<(String, String)>,
}

impl Request {
    /// The header of this name, given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// An answer before it is sent.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// Answers whoever comes, in the background, for as long as the program runs.
pub fn answer_all(listener: TcpListener, answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            // A visitor who has gone away is no failure.
            thread::spawn(move || converse(&stream, &*answer));
        }
    });
}

/// One connection, until the visitor ends it.
fn converse(stream: &TcpStream, answer: &dyn Fn(&Request) -> Reply) -> io::Result<()> {
    // The answer goes out at once and not when a packet is full.
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read(&mut reader)? {
        let reply = answer(&request);
        (&mut &*stream).write_all(&written(&request, &reply))?;
        // What follows a request that carries something would be taken for the next one.
        if request.header("content-length").is_some() || request.header("transfer-encoding").is_some() {
            break;
        }
    }
    Ok(())
}

/// The next head; none where the visitor has ended, or sends something else.
fn read(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Request>> {
    let mut head = String::new();
    let mut limited = reader.take(LONGEST);
    while !head.ends_with("\r\n\r\n") {
        if limited.read_line(&mut head)? == 0 {
            return Ok(None);
        }
    }
    Ok(parsed(&head))
}

fn parsed(head: &str) -> Option<Request> {
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, url) = (first.next()?.to_owned(), first.next()?.to_owned());
    if first.next()? != "HTTP/1.1" {
        return None;
    }
    let headers = lines.filter_map(|line| line.split_once(':'));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
    Some(Request { method, url, headers })
}

fn written(request: &Request, reply: &Reply) -> Vec<u8> {
    let word = match reply.status {
        200 => "OK",
        304 => "Not Modified",
        404 => "Not Found",
        _ => "Method Not Allowed",
    };
    let mut bytes = format!("HTTP/1.1 {} {word}\r\n", reply.status).into_bytes();
    // Writing to a Vec cannot fail.
    for (name, value) in &reply.headers {
        let _ = write!(bytes, "{name}: {value}\r\n");
    }
    if reply.status != 304 {
        let _ = write!(bytes, "Content-Length: {}\r\n", reply.body.len());
    }
    bytes.extend_from_slice(b"\r\n");
    if request.method != "HEAD" && reply.status != 304 {
        bytes.extend_from_slice(&reply.body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply() -> Reply {
        Reply { status: 200, headers: vec![("ETag", "\"1\"".to_owned())], body: b"halo".to_vec() }
    }

    #[test]
    fn a_head_is_read_and_names_are_the_same_in_any_case() {
        let request = parsed("GET /a?b=1 HTTP/1.1\r\nAccept-ENCODING: br\r\n\r\n").unwrap();
        assert_eq!((request.method.as_str(), request.url.as_str()), ("GET", "/a?b=1"));
        assert_eq!(request.header("accept-encoding"), Some("br"));
        for head in ["", "GET /\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "\r\n\r\n"] {
            assert!(parsed(head).is_none(), "{head}");
        }
    }

    #[test]
    fn head_is_answered_without_a_body_but_with_its_length() {
        let request = parsed("HEAD / HTTP/1.1\r\n\r\n").unwrap();
        let text = String::from_utf8(written(&request, &reply())).unwrap();
        assert_eq!(text, "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 4\r\n\r\n");
    }

    #[test]
    fn twenty_visitors_at_once_are_all_answered_on_connections_that_stay_open() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        answer_all(listener, |_| reply());
        let mut visitors: Vec<TcpStream> = (0..20).map(|_| TcpStream::connect(address).unwrap()).collect();
        for _ in 0..2 {
            for visitor in &mut visitors {
                visitor.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
            }
            for visitor in &mut visitors {
                let mut answer = [0; 64];
                let expected = b"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 4\r\n\r\nhalo";
                visitor.read_exact(&mut answer[..expected.len()]).unwrap();
                assert_eq!(&answer[..expected.len()], expected);
            }
        }
    }
}
