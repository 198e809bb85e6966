//! The build script's side: what cargo is told, and where the module goes.

use crate::report::Report;
use crate::source::Source;
use crate::{check, files, layers, module};
use std::cell::RefCell;
use std::env;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Compiles a map in a build script.
///
/// Reads `path`, relative to the package, and writes one module into `OUT_DIR`, named as the map with the ending
/// `rs`, for `include_ports!`. The module is not touched where nothing changed in it.
///
/// Tells cargo to run the script again when the map changes. This ends cargo's own watch over all files of the
/// package: a script that depends on other files as well names them with `cargo::rerun-if-changed` itself.
///
/// Of the maps that `[map] beside` names, cargo tells the script if their crates are normal dependencies. A crate
/// with a `links` key hands its own map on in the same way, with all that it saw.
///
/// # Errors
///
/// On a mistake in the map the build fails with the report; a module of an earlier build is removed. This
/// function does not panic, and it returns, so that a script can compile several maps and show the mistakes of
/// all of them.
///
/// ```no_run
/// // build.rs
/// fn main() {
///     deeplens_ports_build::compile("ports.toml");
/// }
/// ```
#[expect(clippy::needless_doctest_main, reason = "a build script is a `main`")]
pub fn compile(path: impl AsRef<Path>) {
    if let Err(error) = try_compile(path) {
        // Cargo shows one line of each message, so each line of the report is a message.
        for line in error.to_string().lines() {
            tell(&format!("error={line}"));
        }
    }
}

/// [`compile`], with the error for the caller to show.
///
/// ```no_run
/// // build.rs
/// fn main() -> std::process::ExitCode {
///     match deeplens_ports_build::try_compile("ports.toml") {
///         Ok(()) => std::process::ExitCode::SUCCESS,
///         Err(error) => {
///             eprintln!("{error}");
///             std::process::ExitCode::FAILURE
///         }
///     }
/// }
/// ```
///
/// # Errors
///
/// A map that cannot be read, the [report](CompileError::report) of one with mistakes, or a module that cannot be
/// written. In all cases no module is left.
pub fn try_compile(path: impl AsRef<Path>) -> Result<(), CompileError> {
    let path = path.as_ref();
    let out = folder("OUT_DIR")?;
    let package = folder("CARGO_MANIFEST_DIR")?;
    let Some(stem) = path.file_stem() else {
        return Err(CompileError::other(format!(
            "`{}` is not the path of a map",
            files::shown(path)
        )));
    };
    let mut name = stem.to_owned();
    name.push(".rs");
    let file = out.join(name);
    let result = module_of(&package, path)
        .and_then(|text| files::store(&file, &text).map_err(CompileError::other));
    if result.is_err() {
        files::remove(&file).map_err(CompileError::other)?;
    }
    result
}

fn module_of(package: &Path, path: &Path) -> Result<String, CompileError> {
    watch(path)?;
    let loaded = files::load(package, path).map_err(CompileError::other)?;
    if let Some(through) = &loaded.through {
        watch(through)?;
    }
    let seen = RefCell::new(Vec::new());
    let source = Source::new(&files::shown(path), &loaded.text);
    let map = check(&source, &[], &|name| {
        let handed = layers::handed_on(name)?;
        let sources = handed
            .iter()
            .map(layers::source)
            .collect::<Result<_, _>>()?;
        seen.borrow_mut().extend(handed);
        Ok(sources)
    });
    let map = map.map_err(|report| CompileError {
        kind: Kind::Report(Box::new(report)),
    })?;
    let own = package.join(loaded.through.as_deref().unwrap_or(path));
    for instruction in layers::instructions(&own, &seen.into_inner()) {
        tell(&instruction);
    }
    Ok(module(&map))
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
    let Some(folder) = env::var_os(variable) else {
        return Err(CompileError::other(format!(
            "`{variable}` is not set: a map is compiled by a build script, which cargo runs"
        )));
    };
    Ok(PathBuf::from(folder))
}

/// Why a map was not compiled.
///
/// Prints as the whole report, in several lines.
#[derive(Debug)]
pub struct CompileError {
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Report(Box<Report>),
    Other(String),
}

impl CompileError {
    /// The mistakes in the map; `None` where it, or the module, could not be read or written.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        match &self.kind {
            Kind::Report(report) => Some(report),
            Kind::Other(_) => None,
        }
    }

    fn other(message: String) -> Self {
        Self {
            kind: Kind::Other(message),
        }
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Report(report) => report.fmt(f),
            Kind::Other(message) => write!(f, "error: {message}"),
        }
    }
}

impl std::error::Error for CompileError {}
