//! Paths of files as texts with `/`, the same on every system.

use std::path::{Component, Path, PathBuf};

/// `a/b` of `a/b/c.yaml`, and nothing of `c.yaml`.
pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `c.yaml` of `a/b/c.yaml`.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// A path that a file in `folder` names.
pub(crate) fn join(folder: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    if path.starts_with('/') || folder.is_empty() {
        return normal(&path);
    }
    normal(&format!("{folder}/{path}"))
}

/// Without `.`, and without `..` but at its start.
pub(super) fn normal(path: &str) -> String {
    let start = if path.starts_with('/') { "/" } else { "" };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if !start.is_empty() => {}
            part => parts.push(part),
        }
    }
    format!("{start}{}", parts.join("/"))
}

/// The folder above a folder: of the empty path, the base, that is `..`.
pub(super) fn above(folder: &str) -> Option<String> {
    if folder == "/" {
        return None;
    }
    Some(match folder.rsplit_once('/') {
        _ if folder.is_empty() => "..".to_owned(),
        Some((above, "..")) => format!("{above}/../.."),
        None if folder == ".." => "../..".to_owned(),
        Some(("", _)) => "/".to_owned(),
        Some((above, _)) => above.to_owned(),
        None => String::new(),
    })
}

pub(super) fn absolute(base: &Path, path: &str) -> PathBuf {
    normal_of(&base.join(path))
}

/// The path of a file as it is shown: relative to the base where the file is below it.
pub(super) fn relative(base: &Path, file: &Path) -> String {
    let file = normal_of(file);
    let base = normal_of(base);
    file.strip_prefix(base)
        .unwrap_or(&file)
        .to_string_lossy()
        .replace('\\', "/")
}

fn normal_of(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}
