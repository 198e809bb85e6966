//! Paths as the protocol writes them.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// `file:///a%20b` for `/a b`.
pub(crate) fn of(path: &Path) -> String {
    let mut uri = "file://".to_owned();
    for byte in path.display().to_string().bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(byte.into());
        } else {
            write!(uri, "%{byte:02X}").expect("a string has room");
        }
    }
    uri
}

/// `/a b` for `file:///a%20b`.
pub(crate) fn path(uri: &str) -> PathBuf {
    let text = uri.strip_prefix("file://").expect("a file");
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("two hexadecimal digits"));
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).expect("paths are UTF-8").into()
}
