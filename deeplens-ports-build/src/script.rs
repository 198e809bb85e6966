//! The build script's side: what cargo is told, and what is written for the compiler of Rust.

use crate::error::CompileError;
use crate::files::Loaded;
use crate::map::Map;
use crate::output::Output;
use crate::upstream::Origin;
use crate::{check, files, layers, module};
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Compiles a map in a build script.
///
/// Reads `path`, relative to the package, and writes one module into `OUT_DIR` for `include_ports!`, which finds it by
/// the name of the map without its ending. The module is not touched where nothing changed in it, and a module that
/// this run of the script did not write is not there to include.
///
/// Tells cargo to run the script again when the map changes. This ends cargo's own watch over all files of the
/// package: a script that depends on other files as well names them with `cargo::rerun-if-changed` itself. Cargo goes
/// by the time of the last change: an older file that is copied over the map, with its time kept, is not seen.
///
/// Of the maps that `[map] beside` names, cargo tells the script if their crates are normal dependencies. A crate
/// with a `links` key hands its own map on in the same way, with all that it saw.
///
/// # Errors
///
/// A mistake in the map is an error of the compiler: the script ends well, and the module begins with a
/// `compile_error!` for each mistake, of which a hundred are shown and the rest is counted. After them come the
/// constants as far as they are known, so that the editor keeps them. A map that cannot be read is told in the same
/// way, and so is a second map of the same name. A crate that includes its module nowhere is not told.
///
/// Only what keeps the module from being written is an error of the script itself. This function does not panic, and
/// it returns, so that a script can compile several maps.
///
/// ```no_run
/// // build.rs
/// fn main() {
///     deeplens_ports_build::compile("ports.toml");
/// }
/// ```
#[expect(clippy::needless_doctest_main, reason = "a build script is a `main`")]
pub fn compile(path: impl AsRef<Path>) {
    let path = path.as_ref();
    let written = open(path).and_then(|output| {
        let result = map_at(path, &output);
        let (map, messages) = match &result {
            Ok(map) => (Some(map), Vec::new()),
            Err(error) => (error.known(), error.messages()),
        };
        write(&output, map, &messages)
    });
    let Err(error) = written else { return };
    for message in error.messages() {
        // Cargo reads the one, other build systems show the other.
        for line in message.lines() {
            tell(&format!("error={line}"));
        }
        eprintln!("error: {message}");
    }
}

/// [`compile`], with the error for the caller to show.
///
/// ```no_run
/// // build.rs
/// use deeplens_ports_build::{CompileError, try_compile};
///
/// fn main() -> Result<(), CompileError> {
///     try_compile("ports.toml")
/// }
/// ```
///
/// # Errors
///
/// A map that cannot be read, the [report](CompileError::report) of one with mistakes, a second map of the same name,
/// or a module that cannot be written. In all cases no module is left.
pub fn try_compile(path: impl AsRef<Path>) -> Result<(), CompileError> {
    let path = path.as_ref();
    let output = open(path)?;
    let result = map_at(path, &output).and_then(|map| write(&output, Some(&map), &[]));
    if result.is_err() {
        output.remove()?;
    }
    result
}

fn open(path: &Path) -> Result<Output, CompileError> {
    Output::open(&folder("OUT_DIR")?, path)
}

/// The map at `path`; tells cargo what it depends on, and hands it on to the crates that ask for it.
fn map_at(path: &Path, output: &Output) -> Result<Map, CompileError> {
    watch(path)?;
    if let Some(other) = &output.other {
        return Err(CompileError::other(format!(
            "two maps of one build script are called `{}`: `{}` and `{}`; \
             a map is included by its name, so each needs one of its own",
            output.stem.to_string_lossy(),
            files::shown(other),
            files::shown(path),
        )));
    }
    let package = folder("CARGO_MANIFEST_DIR")?;
    let Loaded { map, through } = files::source(&package, path);
    if let Some(through) = &through {
        watch(through)?;
    }
    let mut seen = Vec::new();
    let map = map.and_then(|source| {
        let map = check(&source, &[], Origin::Dependencies(&mut seen));
        Ok(map?)
    });
    // A map with mistakes is handed on too: they are its own crate's, and are not to be followed by others.
    let own = package.join(through.as_deref().unwrap_or(path));
    if layers::is_replaced(&seen, &own) {
        return Err(CompileError::other(format!(
            "a map that `{}` stands beside was compiled at the same place, `{}`, and is not there any more",
            files::shown(path),
            files::shown(&own),
        )));
    }
    for instruction in layers::instructions(&own, &seen) {
        tell(&instruction);
    }
    map
}

/// Writes the module, with an error of the compiler for each of the messages.
fn write(output: &Output, map: Option<&Map>, messages: &[String]) -> Result<(), CompileError> {
    let mut files = Vec::new();
    for (at, message) in messages.iter().enumerate() {
        let ending = format!(".error-{}.txt", at + 1);
        output.store(&ending, message)?;
        files.push(output.file(&ending).to_string_lossy().into_owned());
    }
    output.store(".rs", &module(map, &files))
}

/// Has cargo run the script again when the file changes, or appears.
fn watch(path: &Path) -> Result<(), CompileError> {
    let shown = path.display().to_string();
    if shown.contains(['\n', '\r']) {
        return Err(CompileError::other(format!(
            "the path {shown:?} has a line break, which cargo cannot be told"
        )));
    }
    tell(&format!("rerun-if-changed={shown}"));
    Ok(())
}

/// One line to cargo. A closed pipe is no reason to fail: then nobody is there to be told.
fn tell(instruction: &str) {
    drop(writeln!(io::stdout(), "cargo::{instruction}"));
}

fn folder(variable: &str) -> Result<PathBuf, CompileError> {
    let folder = env::var_os(variable).filter(|folder| !folder.is_empty());
    folder.map(PathBuf::from).ok_or_else(|| {
        CompileError::other(format!(
            "`{variable}` is not set: a map is compiled by a build script, which cargo runs, or another tool that sets \
             what cargo does"
        ))
    })
}
