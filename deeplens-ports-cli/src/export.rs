//! What is not Rust, made from a map: pages, settings and constants of other languages, and whether they are up to date.
//!
//! A test of a repository holds a file to its map:
//!
//! ```no_run
//! use deeplens_ports_cli::export::{check, Export, Format};
//!
//! let export = Export::new(Format::Env, ".env");
//! check(deeplens_ports::ports::map(), &export, std::fs::read(".env")?)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `map()` is that of any module that `include_ports!` makes. A build script, which has none yet, makes one of
//! `deeplens_ports_build::read` and [`bridge`](crate::bridge()).

mod address;
mod compare;
mod diff;
mod env;
mod error;
mod format;
mod found;
mod json;
mod markdown;
mod options;
mod plan;
mod prometheus;
mod region;
mod written;

pub use error::ExportError;
pub use format::Format;
pub use plan::Export;

use crate::source::Source;
use compare::Line;
use deeplens_ports::Map;
use error::Kind;
use format::Form;
use found::Found;
use written::Written;

/// What a file should have in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exported {
    /// All of the text, with the line ends that the file has.
    pub text: String,
    /// What its reader should be told beside it, one sentence each.
    pub remarks: Vec<String>,
}

/// Makes a file of a map. `found` is what is in it now, if it is there: its line ends are kept, and so is all of a page
/// and of an `.env` that is not between markers.
///
/// # Errors
///
/// Markers that are not as they should be, a text that is none, and what is asked for and cannot be made.
///
/// ```
/// use deeplens_ports_cli::export::{export, Export, Format};
///
/// let map = deeplens_ports::ports::map();
/// let env = export(map, &Export::new(Format::Env, ".env"), None)?;
/// assert!(env.text.contains("\nDEEPLENS_QDRANT_GRPC_ADDR=localhost:6334\n"));
/// # Ok::<(), deeplens_ports_cli::export::ExportError>(())
/// ```
pub fn export(map: Map, export: &Export, found: Option<&[u8]>) -> Result<Exported, ExportError> {
    let fail = |kind| ExportError::new(export.file(), kind);
    if let Some(refused) = export.refused() {
        return Err(fail(Kind::Refused(refused)));
    }
    let read = found.map(Found::read).transpose();
    match export.format().form() {
        Form::Whole(make) => {
            let written = make(map, &export.options).map_err(|why| fail(Kind::Refused(why)))?;
            // What cannot be read is not kept.
            let found = read.ok().flatten().unwrap_or_default();
            Ok(Exported {
                text: found.like(&written.text),
                remarks: written.remarks,
            })
        }
        Form::Regions(regions) => {
            let page = (regions.page)(map);
            let found = read.map_err(|why| fail(Kind::Unread(why)))?;
            let found = found.unwrap_or_else(|| Found::new(&page));
            let source = Source::new(&export.file().into(), found.text.into());
            let mut remarks = Vec::new();
            let mut fill = |name: &str| {
                let Written { text, remarks: new } = (regions.text)(map, &export.options, name)?;
                remarks.extend(new);
                Ok(text)
            };
            let text = region::fill(&source, &regions, &mut fill).map_err(fail)?;
            remarks.extend((regions.remarks)(&text));
            Ok(Exported {
                text: found.marked(text),
                remarks,
            })
        }
    }
}

/// Whether a file has in it what the map says. Line ends do not count, and neither does how a formatter pads the rows of
/// a table.
///
/// # Errors
///
/// What differs, as a unified diff, or as those of [`export`].
///
/// ```
/// use deeplens_ports_cli::export::{check, Export, Format};
///
/// let map = deeplens_ports::ports::map();
/// let targets = Export::new(Format::Prometheus, "targets.json").endpoint("grafana");
/// let error = check(map, &targets, "[]").unwrap_err();
/// assert!(error.to_string().starts_with("`targets.json` is not what the map says"));
/// ```
pub fn check(map: Map, export: &Export, found: impl AsRef<[u8]>) -> Result<(), ExportError> {
    let found = found.as_ref();
    let wanted = self::export(map, export, Some(found))?.text;
    let fail = |kind| ExportError::new(export.file(), kind);
    let found = Found::read(found).map_err(|why| fail(Kind::Useless(why)))?;
    let lines = |text| -> Vec<Line<'_>> { compare::lines(text, export.format().is_markdown()) };
    let wanted = Found::new(&wanted);
    match diff::unified(export.file(), &lines(found.text), &lines(wanted.text)) {
        None => Ok(()),
        Some(diff) => Err(fail(Kind::Stale(diff))),
    }
}
