//! The files that git tracks, from its index.
//!
//! The format is that of git's `gitformat-index`, versions 2 to 4.

use std::fs;
use std::path::{Path, PathBuf};

/// The tracked files of the repository at `root`; none where its index cannot be read.
pub(super) fn tracked(root: &Path) -> Vec<PathBuf> {
    let Ok(bytes) = fs::read(folder(root).join("index")) else {
        return Vec::new();
    };
    let names = names(&bytes).unwrap_or_default();
    names.iter().map(|name| root.join(name)).collect()
}

/// Of a worktree, `.git` is a file that names the folder.
fn folder(root: &Path) -> PathBuf {
    let git = root.join(".git");
    match fs::read_to_string(&git) {
        Ok(text) => root.join(text.trim_start_matches("gitdir:").trim()),
        Err(_) => git,
    }
}

/// The paths in an index, or nothing where it is none.
fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let mut rest = bytes.strip_prefix(b"DIRC")?;
    let version = number(&mut rest)?;
    let count = number(&mut rest)?;
    if !(2..=4).contains(&version) {
        return None;
    }
    let mut names = Vec::new();
    let mut last: Vec<u8> = Vec::new();
    for _ in 0..count {
        let start = rest.len();
        // Times, device, owner, size and hash: nothing of it matters here.
        rest = rest.get(60..)?;
        let flags = u16::from_be_bytes([*rest.first()?, *rest.get(1)?]);
        let is_extended = flags & 0x4000 != 0;
        rest = rest.get(if is_extended { 4 } else { 2 }..)?;
        let kept = if version == 4 {
            last.len().checked_sub(offset(&mut rest)?)?
        } else {
            0
        };
        let end = rest.iter().position(|byte| *byte == 0)?;
        last.truncate(kept);
        last.extend_from_slice(&rest[..end]);
        names.push(String::from_utf8_lossy(&last).into_owned());
        rest = &rest[end..];
        let used = start - rest.len();
        // Entries end with one to eight zeros, so that they are a multiple of eight long.
        let zeros = if version == 4 { 1 } else { 8 - used % 8 };
        rest = rest.get(zeros..)?;
    }
    Some(names)
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let (number, after) = rest.split_first_chunk::<4>()?;
    *rest = after;
    Some(u32::from_be_bytes(*number))
}

/// How much of the name before is taken off, in the form that packs have their offsets in.
fn offset(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0_usize;
    for at in 0..4 {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value = (value << 7) | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some(value);
        }
        if at < 3 {
            value += 1;
        }
    }
    None
}
