//! The files that are there.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// What is in a file, if it is there. Of a device nothing is.
pub(super) fn found(file: &str) -> Result<Option<Vec<u8>>, String> {
    let path = Path::new(file);
    let read = || {
        let known = fs::metadata(path)?;
        if known.is_file() || known.is_dir() {
            fs::read(path).map(Some)
        } else {
            Ok(None)
        }
    };
    match read() {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("failed to read `{file}`: {error}")),
        Ok(found) => Ok(found),
    }
}
