//! Who expects to find a port.

use crate::place::location::{Location, Names};
use crate::place::ports::{Ports, Transport};

/// The key of what checks a container, be it in a Compose file, an image or a command line.
pub(crate) const HEALTH_CHECK: &str = "healthcheck";

/// Somebody expects to find a port.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// Where the host and the port stand, or the port alone.
    pub location: Location,
    /// None where a port stands alone.
    pub host: Option<String>,
    /// A range of many is that of a variable.
    pub port: Ports,
    /// Of the port.
    pub transport: Transport,
    /// Of a URL.
    pub scheme: Option<String>,
    /// The variable that is set to it.
    pub variable: Option<String>,
    /// The keys above it, such as `ConnectionStrings:Shop`.
    pub key: Option<String>,
    /// Who it is that expects it.
    pub names: Names,
    /// From where it is asked.
    pub side: Side,
    /// Whether it is an address to listen on, of which it is not known who does.
    pub listens: bool,
    /// Whether it was found in a text of no known form.
    pub is_prose: bool,
}

impl Reference {
    pub(crate) fn new(location: Location, port: Ports) -> Self {
        Self {
            location,
            host: None,
            port,
            transport: Transport::Tcp,
            scheme: None,
            variable: None,
            key: None,
            names: Names::default(),
            side: Side::Unknown,
            listens: false,
            is_prose: false,
        }
    }
}

/// From where a port is asked: `localhost` and numbers mean another thing on either side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Side {
    /// Inside of one, where `localhost` is the container itself and container ports count.
    Container,
    /// Where the ports of the host count.
    Host,
    /// The file does not tell.
    #[default]
    Unknown,
}

/// A variable of a container's own environment, or an option of its command, with a port of which nobody knows what it
/// does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Setting {
    /// Where the port stands.
    pub location: Location,
    /// The variable or the option.
    pub variable: String,
    /// What it is set to.
    pub port: Ports,
    /// Whose it is.
    pub names: Names,
}
