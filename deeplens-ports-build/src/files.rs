//! Reading a map.

use crate::error::CompileError;
use std::fs;
use std::path::{Path, PathBuf};

/// The text of a map, and the files that it depends on besides the one that was asked for.
pub(crate) struct Loaded {
    pub(crate) text: String,
    pub(crate) through: Option<PathBuf>,
}

/// Reads the map at `path`, seen from `folder`.
///
/// A symbolic link that was checked out as text holds the path of the map instead of the map; one such step is
/// followed.
pub(crate) fn load(folder: &Path, path: &Path) -> Result<Loaded, CompileError> {
    let text = read(folder, path)?;
    let Some(target) = linked(&text) else {
        return Ok(Loaded {
            text,
            through: None,
        });
    };
    let through = path.parent().unwrap_or(Path::new("")).join(target);
    match read(folder, &through) {
        Ok(text) if linked(&text).is_none() => Ok(Loaded {
            text,
            through: Some(through),
        }),
        _ => Err(CompileError::other(format!(
            "`{}` holds the text `{target}` instead of a map; if it was a symbolic link, there is no map at its target",
            shown(path)
        ))),
    }
}

fn read(folder: &Path, path: &Path) -> Result<String, CompileError> {
    let bytes = fs::read(folder.join(path)).map_err(|cause| {
        let from = if path.is_relative() {
            format!(" in `{}`", shown(folder))
        } else {
            String::new()
        };
        CompileError::other(format!("failed to read `{}`{from}", shown(path))).caused_by(cause)
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[start..].chars().count() + 1;
        let path = shown(path);
        CompileError::other(format!(
            "failed to read `{path}`: not UTF-8 at {line}:{column}"
        ))
    })
}

/// The path that a text consists of; no map is a line without `=` and `[`.
fn linked(text: &str) -> Option<&str> {
    let line = text.trim_end_matches(['\r', '\n']);
    let is_path = !line.trim().is_empty() && !line.contains(['\n', '=', '[', '#', '"']);
    is_path.then_some(line)
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
