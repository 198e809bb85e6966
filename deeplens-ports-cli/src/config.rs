//! `deeplens-ports.toml`: how a repository wants to be audited, and what is made from its map.

mod error;
mod glob;
mod ignore;
mod read;
mod toml;

pub use error::ConfigError;
pub(crate) use ignore::Ignore;

use crate::audit::map::PortMap;
use crate::export::Export;
use crate::source::Source;
use read::Content;
use std::sync::Arc;

/// How a repository wants to be audited, and what is made from its map.
///
/// ```
/// use deeplens_ports_cli::{Config, PortMap};
///
/// let map = PortMap::parse("ports.toml", "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n")?;
/// let config = Config::parse("deeplens-ports.toml", "[audit]\nskip = ['docs/old/**']\n", &map)?;
/// assert!(config.skips("docs/old/ports.md"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Config {
    pub(crate) source: Option<Source>,
    content: Content,
}

impl Config {
    /// Reads a text; `file` is its path, beside the map.
    ///
    /// # Errors
    ///
    /// All mistakes in the text.
    pub fn parse(file: &str, text: &str, map: &PortMap) -> Result<Self, ConfigError> {
        let path: Arc<str> = file.replace('\\', "/").into();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = Source::new(&path, text.into());
        let content = read::content(&source, map).map_err(ConfigError)?;
        Ok(Self {
            source: Some(source),
            content,
        })
    }

    /// Whether a file is left out.
    #[must_use]
    pub fn skips(&self, path: &str) -> bool {
        self.content
            .skip
            .iter()
            .any(|pattern| glob::matches(pattern, path))
    }

    /// What is made from the map, with paths beside the map.
    #[must_use]
    pub fn exports(&self) -> &[Export] {
        &self.content.exports
    }

    pub(crate) fn ignores(&self) -> &[Ignore] {
        &self.content.ignores
    }

    pub(crate) fn names_of(&self, service: &str) -> &[String] {
        self.content.names.get(service).map_or(&[], Vec::as_slice)
    }
}
