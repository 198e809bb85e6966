//! PostgreSQL: the answer to the question whether it speaks TLS, which it gives whoever asks; then to that for a session,
//! which it refuses everybody while it starts.

use super::connection::Connection;
use super::reply::{first_line, Reply};
use std::io;

/// `SSLRequest`: its length, and a number in place of a version.
const ASK_TLS: &[u8] = &[0, 0, 0, 8, 4, 210, 22, 47];

/// `StartupMessage` of version 3.0, of the user that a cluster starts with: the server's log would tell of a stranger.
const ASK_SESSION: &[u8] = b"\0\0\0\x17\0\x03\0\0user\0postgres\0\0";

/// `SQLSTATE`s of a server that cannot serve now: too many connections, shut down, crashed, starting.
const FAILING: [&[u8]; 4] = [b"53300", b"57P01", b"57P02", b"57P03"];

pub(super) fn ask(connection: &mut Connection) -> io::Result<Reply> {
    connection.say(ASK_TLS)?;
    let start = connection.hear(is_whole)?;
    let session = match &*start {
        b"N" => session(connection),
        // To a second one without TLS it may say no, which tells as much.
        b"S" => connection.again().and_then(|mut it| session(&mut it)),
        _ => return Ok(refusal(&start).unwrap_or(Reply::Strange(start))),
    };
    // It has spoken already.
    let well = Reply::Well(SPOKEN.into());
    Ok(session.ok().flatten().unwrap_or(well))
}

const SPOKEN: &str = "answers as PostgreSQL";

/// The refusal of a session, if it is refused.
fn session(connection: &mut Connection) -> io::Result<Option<Reply>> {
    connection.say(ASK_SESSION)?;
    connection.hear(is_whole).map(|start| refusal(&start))
}

/// Whether a message is there as far as it is looked at: a refusal to its end, of others the start.
fn is_whole(heard: &[u8]) -> bool {
    match heard {
        [] => false,
        [b'E', ..] => fields(heard).is_some(),
        _ => true,
    }
}

/// What an `ErrorResponse` says.
fn refusal(message: &[u8]) -> Option<Reply> {
    let fields = fields(message)?;
    let field = |kind: u8| {
        let mut fields = fields.split(|byte| *byte == 0);
        fields.find_map(|field| field.strip_prefix(&[kind]))
    };
    let text = first_line(field(b'M')?);
    let text = format!("{SPOKEN}: {text}");
    let is_failing = field(b'C').is_some_and(|code| FAILING.contains(&code));
    Some(if is_failing {
        Reply::Failing(text)
    } else {
        Reply::Well(text)
    })
}

/// The fields of an `ErrorResponse` that is there to its end: each a letter and a text, with a zero behind.
fn fields(message: &[u8]) -> Option<&[u8]> {
    let (header, rest) = message.split_first_chunk::<5>()?;
    let [b'E', length @ ..] = header else {
        return None;
    };
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    // It counts itself.
    rest.get(..length.checked_sub(4)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(code: &str, text: &str) -> Vec<u8> {
        let fields = format!("SFATAL\0C{code}\0M{text}\0\0");
        let length = u32::try_from(fields.len() + 4).unwrap();
        [b"E", &length.to_be_bytes()[..], fields.as_bytes()].concat()
    }

    #[test]
    fn a_refusal_to_log_in_is_no_failure() {
        let text = "no pg_hba.conf entry";
        let refused = Reply::Well(format!("answers as PostgreSQL: {text}"));
        assert_eq!(refusal(&error("28000", text)), Some(refused));
        let text = "the database system is starting up";
        let starting = Reply::Failing(format!("answers as PostgreSQL: {text}"));
        assert_eq!(refusal(&error("57P03", text)), Some(starting));
    }

    #[test]
    fn a_refusal_is_read_to_its_end() {
        let message = error("57P03", "starting");
        assert!(is_whole(&message) && is_whole(b"N") && is_whole(b"R\0\0"));
        assert!(!is_whole(&message[..message.len() - 1]));
        assert_eq!(refusal(b"EHLO, who are you?"), None);
        assert_eq!(refusal(b"E\0\0\0\x02"), None);
    }

    #[test]
    fn the_questions_say_how_long_they_are() {
        for question in [ASK_TLS, ASK_SESSION] {
            assert_eq!(usize::from(question[3]), question.len());
        }
    }
}
