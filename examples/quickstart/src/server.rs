//! A small HTTP server and its client, with nothing but the standard library.

use deeplens_ports::{AnyEndpoint, Endpoint, Http};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

/// Answers one request of a client that reaches the server by the same endpoint.
pub(crate) fn ask_once(listener: TcpListener, endpoint: Endpoint<Http>) -> io::Result<String> {
    let server = thread::spawn(move || answer(&listener, endpoint));
    let answer = ask(endpoint)?;
    match server.join() {
        Ok(served) => served.map(|()| answer),
        Err(_) => Err(io::Error::other("the server stopped early")),
    }
}

fn answer(listener: &TcpListener, endpoint: Endpoint<Http>) -> io::Result<()> {
    let (mut stream, _) = listener.accept()?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(&stream).lines();
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let body = format!("{}: {}", endpoint.title(), endpoint.purpose());
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

fn ask(endpoint: Endpoint<Http>) -> io::Result<String> {
    let mut stream = TcpStream::connect(endpoint.loopback())?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let host = endpoint.authority();
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    match response.split_once("\r\n\r\n") {
        Some((head, body)) if head.starts_with("HTTP/1.1 200 ") => Ok(body.to_owned()),
        _ => Err(io::Error::other("the response is not 200 OK")),
    }
}

/// What to tell a person whose port is taken.
pub(crate) fn why_not(endpoint: AnyEndpoint, error: &io::Error) -> String {
    let mut lines = vec![format!(
        "{} cannot listen on {}: {error}",
        endpoint.title(),
        endpoint.loopback()
    )];
    if error.kind() == io::ErrorKind::AddrInUse {
        lines.push(format!(
            "stop what holds port {}, or move the service:",
            endpoint.port()
        ));
        let places = endpoint
            .configured_in()
            .iter()
            .map(|place| format!("  the port is set in {place}"));
        lines.extend(places);
        let ports = endpoint
            .alternatives()
            .iter()
            .map(|port| format!("  port {port} is an alternative"));
        lines.extend(ports);
    }
    lines.join("\n")
}
