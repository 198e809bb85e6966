//! Servers on ports that the system gives, and a map with them.

use crate::{Run, run};
use std::env;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use tempfile::NamedTempFile;

/// What a server says to what it heard; nothing ends the connection.
pub type Answer = fn(&[u8]) -> Option<Vec<u8>>;

/// A server of many connections at a time; its port.
///
/// # Panics
///
/// Where there is no port.
#[must_use]
pub fn serve(answer: Answer) -> u16 {
    serve_on(
        TcpListener::bind("127.0.0.1:0").expect("there is a port"),
        answer,
    )
}

/// The same on a port that is taken already.
///
/// # Panics
///
/// Where it is not bound.
pub fn serve_on(listener: TcpListener, answer: Answer) -> u16 {
    let port = listener.local_addr().expect("it is bound").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || talk(stream, answer));
        }
    });
    port
}

/// A server of one connection at a time.
///
/// # Panics
///
/// Where there is no port.
#[must_use]
pub fn serve_in_turn(answer: Answer) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = listener.local_addr().expect("it is bound").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            talk(stream, answer);
        }
    });
    port
}

fn talk(mut stream: TcpStream, answer: Answer) {
    let mut heard = [0; 1024];
    while let Ok(count @ 1..) = stream.read(&mut heard) {
        let Some(said) = answer(&heard[..count]) else {
            return;
        };
        if stream.write_all(&said).is_err() {
            return;
        }
    }
}

/// A map of services, each with a port, of any number, and more lines of TOML.
///
/// # Panics
///
/// Where it cannot be written.
#[must_use]
pub fn map(services: &[(&str, u16, &str)]) -> NamedTempFile {
    let mut text = String::from(
        "[map]\nname = 'Tried'\nenv-prefix = 'DEEPLENS_TRIED'\n[policy]\nrange = '1-65535'\n",
    );
    // What the system gives is there, and what is not needed may not be allowed.
    if services
        .iter()
        .any(|(_, port, _)| (32768..=60999).contains(port))
    {
        text.push_str("allow = ['ephemeral-port']\n");
    }
    for (name, port, more) in services {
        writeln!(text, "[services.{name}]\nport = {port}\n{more}").expect("texts grow");
    }
    let mut file = tempfile::Builder::new()
        .suffix(".toml")
        .tempfile()
        .expect("there is room for a file");
    file.write_all(text.as_bytes())
        .expect("files can be written");
    file
}

/// What a web server says, which waits for the end of a line.
#[must_use]
pub fn web(heard: &[u8]) -> Option<Vec<u8>> {
    let is_http = heard.starts_with(b"GET / HTTP/1.1\r\nHost: ");
    match (is_http, heard.contains(&b'\n')) {
        (true, _) => Some(b"HTTP/1.1 200 OK\r\n\r\n".into()),
        (false, true) => Some(b"<html>What?</html>".into()),
        (false, false) => Some(Vec::new()),
    }
}

/// Tests the service `it`, which these tests are to hold, with more lines of TOML.
///
/// # Panics
///
/// Where the command cannot be started.
#[must_use]
pub fn test(port: u16, kind: &str, timeout: &str) -> Run {
    let program = env::current_exe().expect("the test has a path");
    let name = program.file_stem().expect("of a file").to_string_lossy();
    let map = map(&[("it", port, &format!("{kind}\nprocess = ['{name}']"))]);
    let map = map.path().to_string_lossy();
    run(&[
        "test",
        "--map",
        &map,
        "it",
        "--timeout",
        timeout,
        "--format",
        "json",
    ])
}
