//! Kafka: the answer to `ApiVersions`, which brokers give before anybody logs in.

use super::connection::Connection;
use super::reply::Reply;
use std::io;

/// The number of our question, which an answer repeats.
const CORRELATION: [u8; 4] = *b"dlps";

pub(super) fn ask(connection: &mut Connection) -> io::Result<Reply> {
    connection.say(&question())?;
    let start = connection.hear(|heard| heard.len() >= 8)?;
    Ok(if is_answer(&start) {
        Reply::Well("answers as Kafka".into())
    } else {
        Reply::Strange(start)
    })
}

/// Its length; the key 18, version 0, the number, and a client without a name.
fn question() -> Vec<u8> {
    let request = [&[0, 18, 0, 0][..], &CORRELATION, &[0xff, 0xff]].concat();
    let length = u32::try_from(request.len()).unwrap_or_default();
    [&length.to_be_bytes()[..], &request].concat()
}

/// Whether it is a length, and the number.
fn is_answer(start: &[u8]) -> bool {
    matches!(start, [0, 0, _, _, number @ ..] if number.starts_with(&CORRELATION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_says_how_long_it_is() {
        let asked = question();
        assert_eq!(usize::from(asked[3]), asked.len() - 4);
    }

    #[test]
    fn an_answer_has_the_number_of_the_question() {
        assert!(is_answer(b"\0\0\0\x0adlps\0\0"));
        assert!(!is_answer(b"\0\0\0\x0a\0\0\0\x01\0\0"));
        assert!(!is_answer(b"HTTPdlps"));
    }
}
