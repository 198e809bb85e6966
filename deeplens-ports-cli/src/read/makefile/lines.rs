//! The lines of a Makefile: one that ends with `\` goes on in the next.

use std::ops::Range;

/// The lines, without what ends them.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let content = line.trim_end_matches(['\n', '\r']);
        let marks = content
            .bytes()
            .rev()
            .take_while(|byte| *byte == b'\\')
            .count();
        if marks % 2 == 0 {
            lines.push(start..at - (line.len() - content.len()));
            start = at;
        }
    }
    if start < text.len() {
        lines.push(start..text.len());
    }
    lines
}

/// Where a mark stands that is in no `$(…)`.
pub(super) fn position(text: &str, is_mark: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate() {
        let is_open = matches!(byte, b'(' | b'{');
        if is_open && (depth > 0 || at > 0 && bytes[at - 1] == b'$') {
            depth += 1;
        } else if depth > 0 {
            depth -= usize::from(matches!(byte, b')' | b'}'));
        } else if is_mark(*byte) {
            return Some(at);
        }
    }
    None
}
