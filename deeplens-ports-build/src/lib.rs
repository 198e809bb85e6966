//! Compiles a port map, `ports.toml`, into a module of typed constants.
//!
//! A build script calls [`compile`]; the crate includes the module with `deeplens_ports::include_ports!` and
//! writes `ports::QDRANT_GRPC` instead of 6334. A port that is taken twice, or any other mistake in the map,
//! fails the build:
//!
//! ```text
//! error: duplicate port `6333`
//!   --> ports.toml:14:12
//!    |
//!  9 | port     = 6333
//!    |            ---- first used here, by `qdrant.http`
//! ...
//! 14 | port     = 6333
//!    |            ^^^^ also used by `qdrant.grpc`
//!    |
//!    = note: two TCP endpoints on `localhost` cannot listen on the same port
//!    = help: 6334 is free
//! ```
//!
//! # Set up
//!
//! ```toml
//! # Cargo.toml
//! [dependencies]
//! deeplens-ports = { version = "0.1", default-features = false }
//!
//! [build-dependencies]
//! deeplens-ports-build = "0.1"
//! ```
//!
//! ```no_run
//! // build.rs
//! fn main() {
//!     deeplens_ports_build::compile("ports.toml");
//! }
//! ```
//!
//! ```rs
//! // src/lib.rs
//! /// The ports of this crate.
//! pub mod ports {
//!     deeplens_ports::include_ports!();
//! }
//! ```
//!
//! # More
//!
//! - [`guide::map`]: every key of a map, and every rule.
//! - [`guide::layers`]: maps beside each other.
//! - [`guide::builds`]: where and how it builds, and how a mistake is told.

#![expect(clippy::needless_doctest_main, reason = "a build script is a `main`")]

mod check;
mod dialect;
mod emit;
mod encoding;
mod error;
mod files;
#[cfg(doc)]
pub mod guide;
mod host;
mod key;
mod layers;
mod map;
mod order;
mod output;
mod parse;
mod print;
mod raw;
mod reader;
mod render;
mod report;
mod rule;
mod script;
mod sections;
mod source;
mod table;
mod text;
mod upstream;

pub use dialect::require_toml_1_0;
pub use error::CompileError;
pub use files::load;
pub use map::{
    ConfiguredIn, Conflict, Container, Endpoint, Exposure, Group, Kind, Map, Ports, Protocol,
    Reserved, Service, Transport,
};
pub use report::{Diagnostic, Report};
pub use rule::Rule;
pub use script::{compile, try_compile};
pub use upstream::Upstream;

/// For the other crates of this release alone.
#[doc(hidden)]
pub mod __private {
    pub use crate::key::{Key, Required, Section, Takes, Within};
    pub use crate::sections::ROOT;
    pub use crate::text::{is_invisible, is_unsafe};
}

use error::Mistakes;
use raw::Raw;
use source::Source;
use upstream::Origin;

/// The module of a map, as Rust source.
///
/// `name` is what a report calls the map, such as the path of its file. Reads and writes nothing else. The result
/// depends on the meaning of the text alone: not on its line ends, the order of its tables, or the machine.
///
/// # Errors
///
/// All mistakes in the text.
///
/// ```
/// use deeplens_ports_build::generate;
///
/// let text = "[map]\nname = 'demo'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// assert!(generate("ports.toml", text)?.contains("pub const WEB: "));
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
pub fn generate(name: &str, text: &str) -> Result<String, Report> {
    read(name, text).map(|map| module(Some(&map), &[]))
}

/// The map as data, with every default filled in. `name` is what a report calls it.
///
/// # Errors
///
/// All mistakes in the text.
///
/// ```
/// let text = "[map]\nname = 'demo'\n[services.web]\nport = 0\nprotocol = 'http'\n";
/// let report = deeplens_ports_build::read("ports.toml", text).unwrap_err();
/// assert_eq!(report.diagnostics()[0].line(), 4);
/// ```
pub fn read(name: &str, text: &str) -> Result<Map, Report> {
    let source = Source::new(name, text);
    let map = check(&source, &[], Origin::Nowhere);
    map.map_err(|mistakes| mistakes.report)
}

/// The maps, each a name and a text, that stand together: what an earlier one has is taken for the later ones, ports
/// and reserved numbers, as if they named it in `[map] beside`. What they do name is looked up in `upstreams`; an earlier
/// map with the name of such a map stands for it.
///
/// The results are in the order of the maps.
///
/// # Errors
///
/// For each map, all mistakes in its text; a map with mistakes is read by the later ones as far as it goes.
///
/// ```
/// use deeplens_ports_build::read_together;
///
/// let shop = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// let desk = "[map]\nname = 'desk'\n[services.ui]\nport = 8080\nprotocol = 'http'\n";
/// let results = read_together(&[("shop.toml", shop), ("desk.toml", desk)], &[]);
/// assert!(results[0].is_ok());
/// let report = results[1].as_ref().unwrap_err().to_string();
/// assert!(report.starts_with("error: duplicate port `8080`"));
/// assert!(report.contains("shop.toml:4:8"));
/// ```
#[must_use]
pub fn read_together(
    maps: &[(&str, &str)],
    upstreams: &[Upstream<'_>],
) -> Vec<Result<Map, Report>> {
    let (mut sources, mut names, mut results) = (Vec::new(), Vec::new(), Vec::new());
    for (name, text) in maps {
        let source = Source::new(name, text);
        let map = check(&source, &sources, Origin::Given(upstreams, &names));
        let known = match &map {
            Ok(map) => Some(map),
            Err(mistakes) => mistakes.known.as_ref(),
        };
        if let Some(map) = known {
            names.push(map.name.clone());
        }
        results.push(map.map_err(|mistakes| mistakes.report));
        sources.push(source);
    }
    results
}

/// The ports that pass every rule of a map, and of those that it names in `beside`, for one of its endpoints: as if it
/// were moved there, with its host, protocol, container and `allow`. That which it has is the first, if it passes; then come
/// the others by their distance, of two the higher first.
///
/// It may break rules where it is, so that a new endpoint can be put into the text on any port to find one for it. Of a
/// text that is no TOML, or without such an endpoint with one port, there are none; [`read`] says what is wrong with it.
///
/// ```
/// use deeplens_ports_build::free_ports;
///
/// let web = "[map]\nname = 'shop'\n[services.web]\nport = 5999\nprotocol = 'http'\n";
/// let api = "[services.api]\nport = 5999\nprotocol = 'http'\n";
/// // Browsers refuse 6000.
/// assert_eq!(free_ports(&format!("{web}{api}"), &[], "api")[..3], [5998, 6001, 5997]);
/// assert_eq!(free_ports(web, &[], "web")[0], 5999);
/// assert!(free_ports(web, &[], "api").is_empty());
/// ```
#[must_use]
pub fn free_ports(text: &str, upstreams: &[Upstream<'_>], endpoint: &str) -> Vec<u16> {
    let source = Source::new("", text);
    let origin = Origin::Given(upstreams, &[]);
    let ports = run(&source, &[], origin, |raw, report| {
        Ok(check::free_ports(raw, endpoint, report))
    });
    ports.unwrap_or_default()
}

/// The map, or its mistakes. It stands beside the `earlier` ones, and beside those that it names.
fn check(source: &Source, earlier: &[Source], origin: Origin<'_>) -> Result<Map, Box<Mistakes>> {
    run(source, earlier, origin, check::check)
}

/// The pipeline, to what is made of a map with its upstream ones.
fn run<T>(
    source: &Source,
    earlier: &[Source],
    mut origin: Origin<'_>,
    finish: impl FnOnce(&Raw<'_>, &mut Report) -> Result<T, Box<Mistakes>>,
) -> Result<T, Box<Mistakes>> {
    let mut report = Report::new(source.clone(), earlier);
    let tree = parse::parse(source, &mut report);
    // What is no TOML ends the run.
    report.barrier()?;
    let raw = raw::read(&tree, &mut report);
    // What is wrong so far is reported together with what comes.
    if let Ok(map) = &raw.map {
        upstream::find(&map.beside, &mut origin, &mut report);
    }
    finish(&raw, &mut report)
}

/// The module of a map, and before it an error of the compiler with the text of each of the `errors`, which are files.
fn module(map: Option<&Map>, errors: &[String]) -> String {
    let mut items = Vec::new();
    for file in errors {
        items.push(emit::error(file));
    }
    if let Some(map) = map {
        items.extend(emit::module(map));
    }
    print::print(items)
}
