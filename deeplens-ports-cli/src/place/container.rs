//! What is started, be it with no port.

use crate::place::location::{Location, Names};

/// A container that a file starts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Container {
    /// Where it begins.
    pub location: Location,
    /// What it is called.
    pub names: Names,
    /// Compose's: it is started with one of them, or always if there are none.
    pub profiles: Vec<String>,
}

impl Container {
    pub(crate) fn new(location: Location, names: Names) -> Self {
        Self {
            location,
            names,
            profiles: Vec::new(),
        }
    }
}
