//! The lines of a text that are new, in the text as it was.

/// A text, and what of it is new.
#[derive(Debug)]
pub(crate) struct Edited {
    pub(crate) text: String,
    pub(crate) added: String,
}

/// The `old` text with what is new in the other, which has one end of a line.
pub(super) fn merged(old: &str, new: &str) -> Edited {
    let text = old.trim_start_matches('\u{feff}');
    let mark = &old[..old.len() - text.len()];
    let (old, new) = (lines(text), lines(new));
    let is_same = |(old, new): &(&&str, &&str)| content(old) == content(new);
    let before = old.iter().zip(&new).take_while(is_same).count();
    let (rest, added) = (&old[before..], &new[before..]);
    let backwards = rest.iter().rev().zip(added.iter().rev());
    let after = backwards.take_while(is_same).count();
    let added = &added[..added.len() - after];
    // Comments that hang on the table before stay there.
    let is_behind = before > 0 && !content(old[before - 1]).trim().is_empty();
    let kept = if is_behind && after == rest.len() {
        hanging(rest)
    } else {
        0
    };
    let end = match text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        _ => "\n",
    };
    let mut text = mark.to_owned();
    for line in &old[..before + kept] {
        text.push_str(line);
        if !line.ends_with('\n') {
            text.push_str(end);
        }
    }
    for line in added {
        text.push_str(content(line));
        text.push_str(end);
    }
    text.extend(old[old.len() - after + kept..].iter().copied());
    let added = added.concat();
    let added = added.trim_matches('\n');
    Edited {
        text,
        added: format!("{added}\n"),
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// A line without its end.
fn content(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

/// How many lines at the start are comments with a blank line behind them, or nothing.
fn hanging(lines: &[&str]) -> usize {
    let is_comment = |line: &&&str| line.trim_start().starts_with('#');
    let count = lines.iter().take_while(is_comment).count();
    match lines.get(count) {
        Some(line) if !line.trim().is_empty() => 0,
        _ => count,
    }
}
