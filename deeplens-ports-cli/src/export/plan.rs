//! What is to be made.

use super::format::Format;
use super::options::Options;

/// A file that is made of a map: its format, where it is, and what is wanted of it.
///
/// ```
/// use deeplens_ports_cli::export::{Export, Format};
///
/// let targets = Export::new(Format::Prometheus, "prometheus/targets.json").endpoint("grafana").inside();
/// assert_eq!(targets.file(), "prometheus/targets.json");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    format: Format,
    file: String,
    pub(super) options: Options,
}

impl Export {
    /// `file` is what messages call it.
    #[must_use]
    pub fn new(format: Format, file: impl Into<String>) -> Self {
        Self {
            format,
            file: file.into(),
            options: Options::default(),
        }
    }

    /// With the addresses between containers in place of those of the host: for [`Env`](Format::Env) and
    /// [`Prometheus`](Format::Prometheus).
    #[must_use]
    pub fn inside(mut self) -> Self {
        self.options.inside = true;
        self
    }

    /// With the keys that `configured-in` of the map names for `file`, which is as the map spells it, and nothing else:
    /// for [`Env`](Format::Env).
    #[must_use]
    pub fn configured(mut self, file: impl Into<String>) -> Self {
        self.options.configured = Some(file.into());
        self
    }

    /// With one more endpoint, or all of a service, by its name in the map: for [`Prometheus`](Format::Prometheus),
    /// which has only those.
    #[must_use]
    pub fn endpoint(mut self, name: impl Into<String>) -> Self {
        self.options.endpoints.push(name.into());
        self
    }

    /// What it is written in.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Where it is.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Why there is no such thing, if there is none.
    #[must_use]
    pub fn refused(&self) -> Option<String> {
        let format = self.format;
        let mut given = self.options.given();
        let (_, name) = given.find(|(choice, _)| !format.takes(*choice))?;
        Some(format!("`{format}` takes no `{name}`"))
    }
}
