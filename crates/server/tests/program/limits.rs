//! What a client may take: time for the head of its request, and its length.

use super::process::Place;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// The longest head that the server collects.
const HEAD_LIMIT: usize = 1 << 17;
const BEGUN: &str = "GET /healthz HTTP/1.1\r\nHost: office\r\nX-Slow: ";

/// Connects and says something; whoever never gets an answer fails after a while instead of waiting for ever.
fn say(address: &str, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(words.as_bytes()).unwrap();
    stream
}

/// Everything that the server says until it closes the connection.
fn rest(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("the server closes the connection");
    answer
}

#[test]
fn who_does_not_finish_the_head_of_a_request_is_disconnected() {
    let place = Place::new();
    let server = place.serve(&[], &[("DAFTAR__SERVER__HEAD_SECONDS", "1")]);
    let slow = ["", BEGUN].map(|words| say(&server.address, words));
    for stream in slow {
        let answer = rest(stream);
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer:?}");
    }
    let quick = rest(say(&server.address, &format!("{BEGUN}no\r\nConnection: close\r\n\r\n")));
    assert!(quick.starts_with("HTTP/1.1 200 "), "{quick:?}");
}

#[test]
fn a_head_that_is_too_long_is_refused() {
    let place = Place::new();
    let server = place.serve(&[], &[]);
    let endless = format!("{BEGUN}{}", "a".repeat(HEAD_LIMIT - BEGUN.len()));
    let answer = rest(say(&server.address, &endless));
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer:?}");
}
