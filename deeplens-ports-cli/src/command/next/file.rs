//! The file of a map, to be written as a whole or not at all.

use crate::file;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A file that may be written, where its name leads to.
#[derive(Debug)]
pub(super) struct Writable {
    /// As the user wrote it.
    name: String,
    path: PathBuf,
}

/// Refuses a file that cannot be read or may not be written.
pub(super) fn writable(file: &Path) -> Result<Writable, String> {
    let name = file.display().to_string();
    let path =
        fs::canonicalize(file).map_err(|error| format!("failed to read `{name}`: {error}"))?;
    let opened = OpenOptions::new().write(true).open(&path);
    let opened = opened.and_then(|file| file.metadata());
    let permissions = opened.map_err(|error| failed(&name, &error))?.permissions();
    // Root may write what is marked so.
    if permissions.readonly() {
        return Err(format!("failed to write `{name}`: it is read-only"));
    }
    Ok(Writable { name, path })
}

impl Writable {
    /// Puts a text in the place of the one that was read.
    pub(super) fn replace(&self, read: &str, text: &str) -> Result<(), String> {
        let name = &self.name;
        let bytes = fs::read(&self.path).map_err(|error| failed(name, &error))?;
        if bytes != read.as_bytes() {
            return Err(format!(
                "failed to write `{name}`: it is not the map itself, or was changed by another just now"
            ));
        }
        file::put(&self.path, text.as_bytes()).map_err(|error| failed(name, &error))
    }
}

fn failed(name: &str, error: &io::Error) -> String {
    format!("failed to write `{name}`: {error}")
}
