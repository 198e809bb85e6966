//! `deeplens-ports.toml`: what the audit leaves out, and how else services are called.

mod error;
mod glob;
mod read;
mod toml;

pub use error::ConfigError;

use super::finding::Finding;
use super::map::PortMap;
use super::rule::Rule;
use crate::place::Location;
use crate::source::Source;
use std::collections::BTreeMap;

/// How a repository wants to be audited.
///
/// ```
/// use deeplens_ports_cli::{Config, PortMap};
///
/// let map = PortMap::parse("ports.toml", "[map]\nname = 'shop'\n[services.web]\nport = 80\nprotocol = 'http'\n")?;
/// let config = Config::parse("deeplens-ports.toml", "[audit]\nskip = ['docs/old/**']\n", &map)?;
/// assert!(config.skips("docs/old/ports.md"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Config {
    pub(super) source: Option<Source>,
    skip: Vec<String>,
    names: BTreeMap<String, Vec<String>>,
    pub(super) ignores: Vec<Ignore>,
}

#[derive(Debug)]
pub(super) struct Ignore {
    pub(super) file: String,
    pub(super) rule: Rule,
    port: Option<u16>,
    pub(super) location: Location,
}

impl Config {
    /// Reads a text; `file` is its path, beside the map.
    ///
    /// # Errors
    ///
    /// All mistakes in the text.
    pub fn parse(file: &str, text: &str, map: &PortMap) -> Result<Self, ConfigError> {
        read::config(file, text, map)
    }

    /// Whether a file is left out.
    #[must_use]
    pub fn skips(&self, path: &str) -> bool {
        self.skip.iter().any(|pattern| glob::matches(pattern, path))
    }

    pub(super) fn names_of(&self, service: &str) -> &[String] {
        self.names.get(service).map_or(&[], Vec::as_slice)
    }
}

impl Ignore {
    pub(super) fn covers(&self, it: &Finding) -> bool {
        let is_port = self.port.is_none_or(|port| it.port == Some(port));
        self.rule == it.rule && *self.file == *it.at.file && is_port
    }
}
