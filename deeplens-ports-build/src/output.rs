//! The folder in `OUT_DIR` with the modules of one package.
//!
//! It holds what this run of the build script wrote and nothing else, so that no module of an earlier run can be
//! included. What the last run wrote is moved aside first, and back where its bytes are still right.

use crate::error::CompileError;
use crate::files::shown;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The name of the folder, which `include_ports!` knows too.
const FOLDER: &str = "port-maps";

/// The maps that this process compiled: the folder, the name of the module, and the path of the map.
static COMPILED: Mutex<Vec<(PathBuf, OsString, PathBuf)>> = Mutex::new(Vec::new());

/// Where the module of one map goes.
pub(crate) struct Output {
    folder: PathBuf,
    /// What the last run wrote.
    before: PathBuf,
    /// The name of the module, which is that of the map without its ending.
    pub(crate) stem: OsString,
    /// Another map that this run compiled to the same module.
    pub(crate) other: Option<PathBuf>,
}

impl Output {
    /// The place for the map at `path`. The first one of a run empties the folder.
    pub(crate) fn open(out: &Path, path: &Path) -> Result<Self, CompileError> {
        let Some(stem) = path.file_stem() else {
            let path = shown(path);
            return Err(CompileError::other(format!(
                "`{path}` is not the path of a map"
            )));
        };
        let folder = out.join(FOLDER);
        let before = out.join(format!("{FOLDER}.before"));
        let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        let known = || compiled.iter().filter(|(known, ..)| *known == folder);
        if known().next().is_none() {
            unless_missing(fs::remove_dir_all(&before))
                .and_then(|()| unless_missing(fs::rename(&folder, &before)))
                .and_then(|()| fs::create_dir_all(&folder))
                .map_err(|cause| failed("empty", &folder, cause))?;
        }
        // Some file systems do not tell upper case from lower.
        let same = known().find(|(_, name, map)| name.eq_ignore_ascii_case(stem) && map != path);
        let other = same.map(|(.., map)| map.clone());
        compiled.push((folder.clone(), stem.to_owned(), path.to_owned()));
        Ok(Self {
            folder,
            before,
            stem: stem.to_owned(),
            other,
        })
    }

    /// The name of a file that belongs to the module.
    pub(crate) fn file(&self, ending: &str) -> OsString {
        let mut name = self.stem.clone();
        name.push(ending);
        name
    }

    /// Writes a file. It appears whole or not at all, and is the old one where nothing changed in it.
    pub(crate) fn store(&self, ending: &str, text: &str) -> Result<(), CompileError> {
        let path = self.folder.join(self.file(ending));
        let before = self.before.join(self.file(ending));
        let stored = if fs::read(&before).is_ok_and(|old| old == text.as_bytes()) {
            fs::rename(&before, &path)
        } else {
            let temporary = self.folder.join(self.file(".tmp"));
            fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, &path))
        };
        stored.map_err(|cause| failed("write", &path, cause))
    }

    /// Removes the module, so that a mistake cannot pass.
    pub(crate) fn remove(&self) -> Result<(), CompileError> {
        let path = self.folder.join(self.file(".rs"));
        unless_missing(fs::remove_file(&path)).map_err(|cause| failed("remove", &path, cause))
    }
}

fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

fn failed(verb: &str, path: &Path, cause: io::Error) -> CompileError {
    CompileError::other(format!("failed to {verb} `{}`", shown(path))).caused_by(cause)
}
