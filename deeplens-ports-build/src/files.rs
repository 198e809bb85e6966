//! Reading the map and writing the module.

use std::ffi::OsString;
use std::fs;
use std::io;
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
pub(crate) fn load(folder: &Path, path: &Path) -> Result<Loaded, String> {
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
        _ => Err(format!(
            "`{}` holds the text `{target}` instead of a map; if it was a symbolic link, there is no map at its target",
            shown(path)
        )),
    }
}

fn read(folder: &Path, path: &Path) -> Result<String, String> {
    let bytes = fs::read(folder.join(path)).map_err(|error| failed("read", path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        format!(
            "failed to read `{}`: not UTF-8 at {line}:{column}",
            shown(path)
        )
    })
}

/// The path that a text consists of; no map is a line without `=` and `[`.
fn linked(text: &str) -> Option<&str> {
    let line = text.trim_end_matches(['\r', '\n']);
    let is_path = !line.trim().is_empty() && !line.contains(['\n', '=', '[', '#', '"']);
    is_path.then_some(line)
}

/// Writes the module, unless it is there already with the same bytes. Never leaves half a module.
pub(crate) fn store(path: &Path, text: &str) -> Result<(), String> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let mut temporary = OsString::from(path);
    temporary.push(format!(".{}.tmp", std::process::id()));
    let temporary = PathBuf::from(temporary);
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|error| {
        drop(fs::remove_file(&temporary));
        failed("write", path, &error)
    })
}

/// Removes the module of an earlier build, so that a mistake cannot pass.
pub(crate) fn remove(path: &Path) -> Result<(), String> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(failed("remove", path, &error))
        }
        _ => Ok(()),
    }
}

fn failed(verb: &str, path: &Path, error: &io::Error) -> String {
    format!("failed to {verb} `{}`: {error}", shown(path))
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
