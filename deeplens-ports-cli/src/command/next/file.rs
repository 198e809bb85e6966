//! The file of a map, to be written as a whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
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
        self.write(text).map_err(|error| failed(name, &error))
    }

    /// By way of a file beside it, so that nobody ever sees half of the text.
    fn write(&self, text: &str) -> io::Result<()> {
        let mut beside = self.path.clone().into_os_string();
        beside.push(format!(".{}.tmp", std::process::id()));
        let beside = PathBuf::from(beside);
        let mut file = File::create_new(&beside)?;
        let written = file
            .write_all(text.as_bytes())
            .and_then(|()| file.set_permissions(fs::metadata(&self.path)?.permissions()))
            .and_then(|()| file.sync_all())
            .and_then(|()| fs::rename(&beside, &self.path));
        if written.is_err() {
            // What failed first is what to tell.
            let _ = fs::remove_file(&beside);
        }
        written
    }
}

fn failed(name: &str, error: &io::Error) -> String {
    format!("failed to write `{name}`: {error}")
}
