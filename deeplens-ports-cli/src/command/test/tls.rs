//! TLS: the answer to a greeting. A server that takes none of what it offers refuses it in TLS, which tells as much.

use super::connection::Connection;
use super::reply::Reply;
use std::io;

const HANDSHAKE: u8 = 22;
const ALERT: u8 = 21;
const CLIENT_HELLO: u8 = 1;

pub(super) fn ask(connection: &mut Connection) -> io::Result<Reply> {
    connection.say(&greeting())?;
    let start = connection.hear(|heard| heard.len() >= 3)?;
    Ok(if is_answer(&start) {
        Reply::Well("answers as TLS".into())
    } else {
        Reply::Strange(start)
    })
}

pub(super) fn is_answer(start: &[u8]) -> bool {
    matches!(start, [HANDSHAKE | ALERT, 3, ..])
}

/// A `ClientHello` of TLS 1.2 (RFC 5246, 7.4.1.2) without a session and extensions. Nothing secret follows, so nothing
/// has to be random.
fn greeting() -> Vec<u8> {
    const VERSION: &[u8] = &[3, 3];
    const NO_SESSION: &[u8] = &[0];
    // AES-128 with GCM, keys by ECDHE or by RSA.
    const CIPHERS: &[u8] = &[0, 6, 0xc0, 0x2b, 0xc0, 0x2f, 0x00, 0x9c];
    const NO_COMPRESSION: &[u8] = &[1, 0];
    let body = [VERSION, &[0; 32], NO_SESSION, CIPHERS, NO_COMPRESSION].concat();
    let hello = [&[CLIENT_HELLO, 0][..], &length(&body), &body].concat();
    [&[HANDSHAKE, 3, 1][..], &length(&hello), &hello].concat()
}

fn length(bytes: &[u8]) -> [u8; 2] {
    u16::try_from(bytes.len()).unwrap_or_default().to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_says_how_long_it_is() {
        let greeting = greeting();
        assert_eq!(greeting[3..5], length(&greeting[5..]));
        assert_eq!(greeting[7..9], length(&greeting[9..]));
    }
}
