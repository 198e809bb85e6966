//! Patterns of paths: `*` and `?` within a name, `**` for whole folders.

/// Whether a pattern means a path, or a folder that it is in.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.trim_end_matches('/').split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    parts(&pattern, &path)
}

fn parts(pattern: &[&str], path: &[&str]) -> bool {
    let Some((first, rest)) = pattern.split_first() else {
        return true;
    };
    if *first == "**" {
        return rest.is_empty() || (0..=path.len()).any(|from| parts(rest, &path[from..]));
    }
    path.split_first()
        .is_some_and(|(name, below)| part(first.as_bytes(), name.as_bytes()) && parts(rest, below))
}

fn part(pattern: &[u8], name: &[u8]) -> bool {
    match (pattern.split_first(), name.split_first()) {
        (None, None) => true,
        (Some((b'*', rest)), _) => (0..=name.len()).any(|from| part(rest, &name[from..])),
        (Some((b'?', rest)), Some((_, name))) => part(rest, name),
        (Some((wanted, rest)), Some((letter, name))) => wanted == letter && part(rest, name),
        _ => false,
    }
}
