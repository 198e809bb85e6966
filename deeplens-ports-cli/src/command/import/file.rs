//! A file that is not there yet, to be written as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) struct NewFile {
    path: PathBuf,
}

impl NewFile {
    /// Refuses what is there already, be it a link that leads nowhere.
    pub(super) fn new(path: &Path) -> Result<Self, String> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(taken(path));
        }
        Ok(Self {
            path: path.to_owned(),
        })
    }

    /// By way of a file beside it. A link is made only where nothing is, so what came in the meantime stays.
    pub(super) fn write(&self, text: &str) -> Result<(), String> {
        let mut beside = self.path.clone().into_os_string();
        beside.push(format!(".{}.tmp", std::process::id()));
        let beside = PathBuf::from(beside);
        let written = put(&beside, text).and_then(|()| move_to(&beside, &self.path));
        // What failed first is what to tell; where it was moved it is not there any more.
        let _ = fs::remove_file(&beside);
        written.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => taken(&self.path),
            _ => format!("failed to write `{}`: {error}", self.path.display()),
        })
    }
}

fn taken(path: &Path) -> String {
    format!(
        "`{}` is there already, and is not overwritten",
        path.display()
    )
}

fn put(file: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Where a file system has no links, the name is taken for a moment before the text is there.
fn move_to(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            File::create_new(to)?;
            fs::rename(from, to)
        }
        result => result,
    }
}
