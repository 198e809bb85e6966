//! The map of a command, and where it comes from.

use crate::bridge::bridge;
use deeplens_ports::{ports, Map};
use deeplens_ports_build as build;

/// A map, and where it was read.
///
/// ```
/// use deeplens_ports_cli::Loaded;
///
/// let text = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// let map = deeplens_ports_build::read("shop.toml", text)?;
/// let loaded = Loaded::new(&map, "shop.toml".to_owned());
/// assert_eq!(loaded.title(), "shop, the map of shop.toml");
/// assert_eq!(loaded.map.endpoints()[0].url(), "http://localhost:8080");
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// The map, compiled or read.
    pub map: Map,
    /// Such as `deeplens-ports 0.1.0`, or the path of a file.
    pub source: String,
}

impl Loaded {
    /// The map of DeepLens that this crate was built with.
    #[must_use]
    pub fn compiled() -> Self {
        Self {
            map: ports::map(),
            // The crates are of one release.
            source: concat!("deeplens-ports ", env!("CARGO_PKG_VERSION")).into(),
        }
    }

    /// A map that was read from `source`. Its texts are never freed.
    #[must_use]
    pub fn new(map: &build::Map, source: String) -> Self {
        let map = bridge(map);
        Self { map, source }
    }

    /// `DeepLens, the map of deeplens-ports 0.1.0`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}, the map of {}", self.map.name(), self.source)
    }
}
