//! Reading a map.

use crate::encoding;
use crate::error::CompileError;
use crate::source::Source;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The map in a file, and the file that it depends on besides the one that was asked for.
pub(crate) struct Loaded<T> {
    pub(crate) map: Result<T, CompileError>,
    pub(crate) through: Option<PathBuf>,
}

/// The text of a map in a file, for [`read`](crate::read) and [`read_together`](crate::read_together), as
/// [`compile`](crate::compile) reads it: a symbolic link that was checked out as text is followed.
///
/// # Errors
///
/// A file that cannot be read, and the [report](CompileError::report) of one that is not UTF-8.
///
/// ```
/// use deeplens_ports_build::load;
///
/// let path = std::env::temp_dir().join("deeplens-ports-load.toml");
/// std::fs::write(&path, b"[map]\nname = 'Caf\xe9'\n")?;
/// let error = load(&path).unwrap_err();
/// assert_eq!(error.report().map(|report| report.diagnostics()[0].line()), Some(2));
///
/// std::fs::remove_file(&path)?;
/// assert!(load(&path).unwrap_err().report().is_none());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn load(path: impl AsRef<Path>) -> Result<String, CompileError> {
    text(Path::new(""), path.as_ref()).map
}

/// The map at `path`, seen from `folder`.
pub(crate) fn source(folder: &Path, path: &Path) -> Loaded<Source> {
    let Loaded { map, through } = text(folder, path);
    let map = map.map(|text| Source::new(&shown(path), &text));
    Loaded { map, through }
}

/// A symbolic link that was checked out as text holds the path of the map instead of the map; one such step is
/// followed.
fn text(folder: &Path, path: &Path) -> Loaded<String> {
    let map = read(folder, path).and_then(|bytes| decoded(path, bytes));
    let target = map.as_deref().ok().and_then(linked);
    let Some(target) = target else {
        return Loaded { map, through: None };
    };
    let through = path.parent().unwrap_or(Path::new("")).join(target);
    let no_map = || {
        CompileError::other(format!(
            "`{}` holds the text `{target}` instead of a map; if it was a symbolic link, there is no map at its target",
            shown(path)
        ))
    };
    let map = read(folder, &through).map_err(|_| no_map());
    let map = map.and_then(|bytes| decoded(&through, bytes));
    let map = map.and_then(|map| match linked(&map) {
        Some(_) => Err(no_map()),
        None => Ok(map),
    });
    Loaded {
        map,
        through: Some(through),
    }
}

fn decoded(path: &Path, bytes: Vec<u8>) -> Result<String, CompileError> {
    Ok(encoding::decode(&shown(path), bytes)?)
}

fn read(folder: &Path, path: &Path) -> Result<Vec<u8>, CompileError> {
    // No map is as large, and `/dev/zero` has no end.
    const LARGEST: usize = 64 << 20;
    let failed = || {
        let is_in_folder = path.is_relative() && folder != Path::new("");
        let from = if is_in_folder {
            format!(" in `{}`", shown(folder))
        } else {
            String::new()
        };
        format!("failed to read `{}`{from}", shown(path))
    };
    match bytes(&folder.join(path), LARGEST) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(CompileError::other(format!(
            "{}: it is larger than 64 MiB",
            failed()
        ))),
        Err(cause) => Err(CompileError::other(failed()).caused_by(cause)),
    }
}

/// What is in a file, unless it is too much.
fn bytes(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    let mut part = [0; 16 << 10];
    loop {
        match file.read(&mut part) {
            Ok(0) => return Ok(Some(bytes)),
            Ok(length) => bytes.extend_from_slice(&part[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if bytes.len() > most {
            return Ok(None);
        }
    }
}

/// The path that a text consists of; no map is a line without `=` and `[`.
fn linked(text: &str) -> Option<&str> {
    let line = text.trim_end_matches(['\r', '\n']);
    let is_path = !line.trim().is_empty() && !line.contains(['\n', '=', '[', '#', '"', '\0']);
    is_path.then_some(line)
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
