//! HTTP/2, which gRPC runs over: the settings that a server answers the start of a connection with (RFC 9113, 3.4).

use super::connection::Connection;
use super::reply::Reply;
use std::io;

/// The preface, and a frame of no settings.
const START: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";

const HEADER: usize = 9;

pub(super) fn ask(connection: &mut Connection) -> io::Result<Reply> {
    connection.say(START)?;
    let start = connection.hear(|heard| heard.len() >= HEADER)?;
    Ok(if is_answer(&start) {
        Reply::Well("answers HTTP/2, which gRPC runs over".into())
    } else {
        Reply::Strange(start)
    })
}

/// Whether it is a frame of settings, six bytes each, type 4, that acknowledges nothing and is of no stream.
pub(super) fn is_answer(start: &[u8]) -> bool {
    let Some([high, middle, low, kind, flags, stream @ ..]) = start.first_chunk::<HEADER>() else {
        return false;
    };
    let length = u32::from_be_bytes([0, *high, *middle, *low]);
    length.is_multiple_of(6) && (*kind, *flags, stream) == (4, 0, &[0; 4])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_told_from_other_frames() {
        assert!(is_answer(b"\0\0\0\x04\0\0\0\0\0"));
        assert!(is_answer(b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64"));
        assert!(!is_answer(b"\0\0\0\x04\x01\0\0\0\0"));
        assert!(!is_answer(b"\0\0\x08\x07\0\0\0\0\0"));
        assert!(!is_answer(b"\0\0\0\x04\0\0\0\0"));
    }
}
