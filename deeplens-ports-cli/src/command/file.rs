//! Files that are written as a whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts bytes in the place of what a file has, or makes it, by way of a file beside it: nobody ever sees half of them, and
/// where it fails, what was there stays. A link goes on leading to the file, which keeps its permissions.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = match fs::metadata(path) {
        // Nothing can take the place of a device.
        Ok(known) if !known.is_file() && !known.is_dir() => {
            return OpenOptions::new().write(true).open(path)?.write_all(bytes);
        }
        Ok(known) => Some(known.permissions()),
        Err(_) if fs::symlink_metadata(path).is_err() => None,
        Err(error) => return Err(error),
    };
    let Some(permissions) = permissions else {
        return replace(path, |file| file.write_all(bytes));
    };
    let path = fs::canonicalize(path)?;
    // Root may write what is marked so.
    if permissions.readonly() {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "it is read-only",
        ));
    }
    OpenOptions::new().write(true).open(&path)?;
    replace(&path, |file| {
        file.write_all(bytes)?;
        file.set_permissions(permissions.clone())
    })
}

fn replace(path: &Path, fill: impl Fn(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    let mut file = File::create_new(&beside)?;
    let written = fill(&mut file)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What failed first is what to tell.
        let _ = fs::remove_file(&beside);
    }
    written
}
