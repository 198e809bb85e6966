//! `test`: whether an endpoint answers.

use crate::find;
use crate::options::Format;
use crate::output::{Exit, Output, BAD, GOOD, WARN};
use crate::target::Target;
use deeplens_ports::{ProtocolKind, Transport};
use deeplens_ports_cli::Loaded;
use serde_json::json;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

pub(crate) fn run(
    map: &Loaded,
    what: &str,
    timeout: Duration,
    format: Format,
) -> Result<Output, String> {
    let targets = targets(map, what)?;
    let answers: Vec<(Target, Answer)> = targets
        .into_iter()
        .map(|target| {
            let answer = ask(&target, timeout);
            (target, answer)
        })
        .collect();
    let exit = exit(&answers);
    if format == Format::Json {
        let list = answers.iter().map(|(target, answer)| {
            json!({
                "name": target.name,
                "port": target.port,
                "url": target.url,
                "state": answer.state(),
                "summary": answer.text(),
            })
        });
        return Output::json(&list.collect::<Vec<_>>(), exit);
    }
    let lines = answers.iter().map(|(target, answer)| {
        let style = match answer {
            Answer::Yes(_) => GOOD,
            Answer::No(_) => BAD,
            Answer::Unknown(_) => WARN,
        };
        let by = if target.decided_by.is_empty() {
            String::new()
        } else {
            format!(" (by {})", target.decided_by.join(" and "))
        };
        format!(
            "{} at {}{by} {style}{}{style:#}\n",
            target.name,
            target.url,
            answer.text()
        )
    });
    Ok(Output::new(lines.collect(), exit))
}

fn targets(map: &Loaded, what: &str) -> Result<Vec<Target>, String> {
    if let Some(port) = find::port(what) {
        let (port, transport) = port?;
        let found = find::on_port(map, port, transport)?;
        let endpoints = found.endpoints.into_iter().map(Target::of);
        let ranges = found.ranges.into_iter();
        let ranges = ranges.map(|range| Ok(Target::of_range(range, port)));
        return endpoints.chain(ranges).collect();
    }
    let found = find::by_name(map, what)?;
    if found.endpoints.is_empty() {
        let what = what.escape_debug();
        return Err(format!(
            "`{what}` is a range of ports; `check` looks at them"
        ));
    }
    found.endpoints.into_iter().map(Target::of).collect()
}

fn exit(answers: &[(Target, Answer)]) -> Exit {
    let is_any = |wanted: fn(&Answer) -> bool| answers.iter().any(|(_, answer)| wanted(answer));
    if is_any(|answer| matches!(answer, Answer::No(_))) {
        Exit::Conflict
    } else if is_any(|answer| matches!(answer, Answer::Unknown(_))) {
        Exit::Unknown
    } else {
        Exit::Well
    }
}

enum Answer {
    Yes(String),
    No(String),
    Unknown(String),
}

impl Answer {
    fn text(&self) -> &str {
        match self {
            Self::Yes(text) | Self::No(text) | Self::Unknown(text) => text,
        }
    }

    fn state(&self) -> &'static str {
        match self {
            Self::Yes(_) => "answers",
            Self::No(_) => "no-answer",
            Self::Unknown(_) => "unknown",
        }
    }
}

fn ask(target: &Target, timeout: Duration) -> Answer {
    if target.transport == Transport::Udp {
        return Answer::Unknown("cannot be told: UDP has no connections".into());
    }
    let mut stream = match connect(target, timeout) {
        Ok(stream) => stream,
        Err(error) => return Answer::No(format!("does not answer: {error}")),
    };
    let spoken = match target.protocol {
        ProtocolKind::Http => http(&mut stream, target, timeout),
        ProtocolKind::Grpc => http2(&mut stream, timeout),
        _ => return Answer::Yes("accepts connections".into()),
    };
    match spoken {
        Ok(text) => Answer::Yes(text),
        Err(error) => Answer::No(format!("accepts connections and does not answer: {error}")),
    }
}

/// The first of the host's addresses that accepts.
fn connect(target: &Target, timeout: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::new(io::ErrorKind::NotFound, "the host has no address");
    for address in (&*target.host, target.port).to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, timeout) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// `answers HTTP/1.1 200 OK`.
fn http(stream: &mut TcpStream, target: &Target, timeout: Duration) -> io::Result<String> {
    let host = &target.authority;
    let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    // In one piece: a server may answer and close after the first.
    stream.write_all(request.as_bytes())?;
    let start = read(stream, 128, timeout)?;
    let line = String::from_utf8_lossy(&start);
    let line = line.lines().next().unwrap_or_default();
    if line.starts_with("HTTP/1.") {
        let line: String = line.chars().filter(|letter| !letter.is_control()).collect();
        Ok(format!("answers {line}"))
    } else {
        Err(io::Error::other(
            "what listens there does not speak HTTP/1.1",
        ))
    }
}

/// A gRPC server answers the start of an HTTP/2 connection (RFC 9113, 3.4) with its settings, frame type 4.
fn http2(stream: &mut TcpStream, timeout: Duration) -> io::Result<String> {
    // The preface, and a frame of no settings.
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0")?;
    let start = read(stream, 9, timeout)?;
    if start.len() >= 9 && start[3] == 4 {
        Ok("answers HTTP/2, which gRPC runs over".into())
    } else {
        Err(io::Error::other("what listens there does not speak HTTP/2"))
    }
}

/// Up to `count` bytes, what there is until the end of the stream or of the time.
fn read(stream: &mut TcpStream, count: usize, timeout: Duration) -> io::Result<Vec<u8>> {
    let end = Instant::now() + timeout;
    let mut bytes = vec![0; count];
    let mut filled = 0;
    while filled < count {
        let left = end.saturating_duration_since(Instant::now());
        stream.set_read_timeout(Some(left.max(Duration::from_millis(1))))?;
        match stream.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) if filled > 0 => break,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                ) =>
            {
                return Err(io::Error::new(
                    io::ErrorKind::TimedOut,
                    "it said nothing in time",
                ));
            }
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}
