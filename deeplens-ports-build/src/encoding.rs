//! The bytes of a file as text.

use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::source::Source;
use std::str::Utf8Error;

/// The text of a file, or why it has none. `name` is what the report calls it.
pub(crate) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Report> {
    if let Some(encoding) = Encoding::of(&bytes) {
        let source = Source::new(name, &encoding.decode(&bytes));
        return Err(Report::of(source, not_utf8(encoding)));
    }
    String::from_utf8(bytes)
        .map_err(|error| invalid_byte(name, error.as_bytes(), error.utf8_error()))
}

/// UTF-16, of which Windows PowerShell writes the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    LittleEndian,
    BigEndian,
}

impl Encoding {
    /// By the byte order mark, or by the NUL bytes that half of a text in UTF-16 consists of.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xfe, ..] => return Some(Self::LittleEndian),
            [0xfe, 0xff, ..] => return Some(Self::BigEndian),
            _ => {}
        }
        let mut nuls = [0, 0];
        for (at, byte) in bytes.iter().enumerate() {
            nuls[at % 2] += usize::from(*byte == 0);
        }
        // All but the few characters that are not ASCII.
        let are_most = |nuls: usize, others: usize| nuls > bytes.len() / 4 && others <= nuls / 8;
        match nuls {
            [even, odd] if are_most(odd, even) => Some(Self::LittleEndian),
            [even, odd] if are_most(even, odd) => Some(Self::BigEndian),
            _ => None,
        }
    }

    fn decode(self, bytes: &[u8]) -> String {
        let mut units = Vec::with_capacity(bytes.len() / 2);
        for pair in bytes.chunks_exact(2) {
            units.push(match self {
                Self::LittleEndian => u16::from_le_bytes([pair[0], pair[1]]),
                Self::BigEndian => u16::from_be_bytes([pair[0], pair[1]]),
            });
        }
        String::from_utf16_lossy(&units)
    }
}

/// Of a text in UTF-16.
pub(crate) fn not_utf8(encoding: Encoding) -> Diagnostic {
    Diagnostic::new(Rule::Syntax, &(0..0), "expected UTF-8, found UTF-16")
        .label(match encoding {
            Encoding::LittleEndian => "UTF-16 LE",
            Encoding::BigEndian => "UTF-16 BE",
        })
        .note("Windows PowerShell writes UTF-16 with `>` and `Out-File`")
        .help("save the file as UTF-8")
}

/// Of the first byte that is not UTF-8. Its line is shown as if it were Windows-1252.
fn invalid_byte(name: &str, bytes: &[u8], error: Utf8Error) -> Report {
    let (valid, rest) = bytes.split_at(error.valid_up_to());
    let mut text = String::from_utf8_lossy(valid).into_owned();
    for byte in rest {
        if b"\r\n".contains(byte) {
            break;
        }
        text.push(windows_1252(*byte));
    }
    let byte = rest.first().copied().unwrap_or_default();
    let c = windows_1252(byte);
    let is_known = c != char::REPLACEMENT_CHARACTER;
    let source = Source::new(name, &text);
    let at = valid.len() - source.mark;
    let mut found = Diagnostic::new(Rule::Syntax, &(at..at + c.len_utf8()), "invalid UTF-8");
    if error.error_len().is_none() {
        let label = format!("the byte 0x{byte:02X}, which begins a character");
        found = found.label(label).note("the file ends in that character");
    } else if is_known {
        found = found.label(format!("the byte 0x{byte:02X}, in Windows-1252 `{c}`"));
    } else {
        found = found.label(format!("the byte 0x{byte:02X}"));
    }
    if valid.is_ascii() && is_known && error.error_len().is_some() {
        found = found.note("it looks like Latin-1 or Windows-1252");
    }
    Report::of(source, found.help("save the file as UTF-8"))
}

/// The character of a byte; in Latin-1 it is the same one but for 0x80 to 0x9F.
fn windows_1252(byte: u8) -> char {
    const HIGH: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";
    match byte {
        0x80..=0x9f => {
            let c = HIGH.chars().nth(usize::from(byte - 0x80));
            c.unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => byte.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode, windows_1252};

    #[test]
    fn utf_16_is_known_by_its_mark_or_by_its_nul_bytes() {
        let of = |text: &str, to_bytes: fn(u16) -> [u8; 2]| {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(to_bytes).collect();
            Encoding::of(&bytes)
        };
        for text in [
            "[map]",
            "\u{feff}",
            "\u{feff}地図",
            "# 地図の名前\nname = 'map'\n",
        ] {
            assert_eq!(
                of(text, u16::to_le_bytes),
                Some(Encoding::LittleEndian),
                "{text}"
            );
            assert_eq!(
                of(text, u16::to_be_bytes),
                Some(Encoding::BigEndian),
                "{text}"
            );
        }
        for bytes in [
            b"".as_slice(),
            b"[map]",
            b"a",
            b"\0\0\0\0",
            b"name = 'a\0'",
            "größe".as_bytes(),
        ] {
            assert_eq!(Encoding::of(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn the_place_of_a_byte_counts_characters() {
        let report = decode(
            "ports.toml",
            b"\xef\xbb\xbfa\n\xc3\xb6\xc3\xb6\xf6".to_vec(),
        )
        .unwrap_err();
        let found = &report.diagnostics()[0];
        assert_eq!(
            (found.line(), found.column(), found.span().start),
            (2, 3, 9)
        );
    }

    #[test]
    fn windows_1252_is_latin_1_but_for_32_characters() {
        assert_eq!(
            [0x41, 0x80, 0x93, 0x9f, 0xa0, 0xff].map(windows_1252),
            ['A', '€', '“', 'Ÿ', '\u{a0}', 'ÿ']
        );
        assert_eq!([0x81, 0x9d].map(windows_1252), ['\u{fffd}'; 2]);
    }
}
