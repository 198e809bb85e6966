//! HTTP: the status line of an answer to `GET /`.

use super::connection::Connection;
use super::http2;
use super::reply::{first_line, Reply};
use std::io;

pub(super) fn ask(connection: &mut Connection, authority: &str) -> io::Result<Reply> {
    let request = format!(
        "GET / HTTP/1.1\r\nHost: {authority}\r\nUser-Agent: {}\r\nAccept: */*\r\nConnection: close\r\n\r\n",
        concat!("deeplens-ports/", env!("CARGO_PKG_VERSION")),
    );
    connection.say(request.as_bytes())?;
    Ok(reply(connection.hear(|heard| heard.contains(&b'\n'))?))
}

pub(super) fn is_answer(start: &[u8]) -> bool {
    start.starts_with(b"HTTP/1.")
}

fn reply(start: Vec<u8>) -> Reply {
    if http2::is_answer(&start) {
        return Reply::Well("answers HTTP/2".into());
    }
    if !is_answer(&start) {
        return Reply::Strange(start);
    }
    let line = first_line(&start);
    let status = line.split(' ').nth(1).unwrap_or_default();
    // Others than 5xx are of a server that understood: it may want to know who asks, or have nothing at `/`.
    let is_failure = status.len() == 3 && status.starts_with('5');
    let text = format!("answers {line}");
    if is_failure {
        Reply::Failing(text)
    } else {
        Reply::Well(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_server_is_told_apart() {
        let reply = |start: &[u8]| reply(start.to_vec());
        let well = |text: &str| Reply::Well(format!("answers {text}"));
        assert_eq!(reply(b"HTTP/1.1 200 OK\r\nA: b"), well("HTTP/1.1 200 OK"));
        assert_eq!(reply(b"HTTP/1.0 404 \r\n"), well("HTTP/1.0 404"));
        assert_eq!(reply(b"HTTP/1.1 401 Who\r\n"), well("HTTP/1.1 401 Who"));
        let text = "answers HTTP/1.1 503 Service Unavailable".to_owned();
        let failing = reply(b"HTTP/1.1 503 Service Unavailable\r\n");
        assert_eq!(failing, Reply::Failing(text));
        let strange = b"-ERR unknown command\r\n";
        assert_eq!(reply(strange), Reply::Strange(strange.to_vec()));
    }
}
