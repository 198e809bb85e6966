//! Snapshots: a file holds what a text should be, and is written anew only where `UPDATE_SNAPSHOTS` is set.

use std::env;
use std::fs;
use std::path::Path;

/// Compares `actual` with the file at `path`.
///
/// # Errors
///
/// What differs, and how to accept it.
pub fn compare(path: &Path, actual: &str) -> Result<(), String> {
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        return fs::write(path, actual).map_err(|error| format!("{}: {error}", path.display()));
    }
    let expected = fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if expected == actual {
        return Ok(());
    }
    Err(format!(
        "{} differs; set UPDATE_SNAPSHOTS=1 to accept what is now:\n{actual}",
        path.display()
    ))
}

/// The files in a folder with an ending, by name.
///
/// # Panics
///
/// Where the folder cannot be read.
#[must_use]
pub fn files(folder: &Path, ending: &str) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    paths
}
