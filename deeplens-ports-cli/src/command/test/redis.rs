//! Redis and what speaks its protocol, RESP: the answer to `PING`.

use super::connection::Connection;
use super::reply::{first_line, Reply};
use std::io;

pub(super) fn ask(connection: &mut Connection) -> io::Result<Reply> {
    connection.say(b"*1\r\n$4\r\nPING\r\n")?;
    Ok(reply(connection.hear(|heard| heard.contains(&b'\n'))?))
}

/// Whether it is a status or an error, whose first word has capitals by custom.
pub(super) fn is_answer(start: &[u8]) -> bool {
    matches!(start, [b'+' | b'-', b'A'..=b'Z', ..])
}

/// Errors of a server that cannot serve now. Others refuse this client alone, such as `NOAUTH`.
const FAILING: [&str; 6] = [
    "BUSY ",
    "CLUSTERDOWN ",
    "ERR max number of clients",
    "LOADING ",
    "MASTERDOWN ",
    "MISCONF ",
];

fn reply(start: Vec<u8>) -> Reply {
    if !is_answer(&start) {
        return Reply::Strange(start);
    }
    let line = first_line(&start[1..]);
    let text = format!("answers as Redis: {line}");
    if FAILING.iter().any(|error| line.starts_with(error)) {
        Reply::Failing(text)
    } else {
        Reply::Well(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_no_failure() {
        let reply = |start: &[u8]| reply(start.to_vec());
        let well = |text: &str| Reply::Well(format!("answers as Redis: {text}"));
        assert_eq!(reply(b"+PONG\r\n"), well("PONG"));
        assert_eq!(reply(b"-NOAUTH Log in.\r\n"), well("NOAUTH Log in."));
        let loading = "answers as Redis: LOADING the dataset".to_owned();
        assert_eq!(reply(b"-LOADING the dataset\r\n"), Reply::Failing(loading));
        assert_eq!(reply(b"PONG\r\n"), Reply::Strange(b"PONG\r\n".to_vec()));
    }
}
