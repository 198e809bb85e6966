//! The text of a file, or why there is none.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// No file that people write is as large.
const LARGEST: u64 = 1 << 20;

/// Why a file has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    Missing,
    TooLarge,
    /// It has bytes that no text has.
    Binary,
    /// From Windows PowerShell's `>`.
    Utf16,
    Failed(String),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::TooLarge => f.write_str("it is larger than 1 MiB"),
            Self::Binary => f.write_str("it is no text"),
            Self::Utf16 => f.write_str("it is UTF-16, as Windows PowerShell's `>` writes it"),
            Self::Failed(error) => f.write_str(error),
        }
    }
}

pub(super) fn read(file: &Path) -> Result<Arc<str>, Unread> {
    let mut bytes = Vec::new();
    let opened = File::open(file).and_then(|opened| {
        let length = opened.metadata()?.len();
        bytes.reserve(length.min(LARGEST) as usize + 1);
        opened.take(LARGEST + 1).read_to_end(&mut bytes)
    });
    opened.map_err(|error| Unread::Failed(error.to_string()))?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Unread::Utf16);
    }
    // As git tells: by the first bytes.
    if bytes.iter().take(8000).any(|byte| *byte == 0) {
        return Err(Unread::Binary);
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    checked(&text.into())
}

pub(super) fn checked(text: &Arc<str>) -> Result<Arc<str>, Unread> {
    if text.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.into(),
        None => Arc::clone(text),
    })
}
