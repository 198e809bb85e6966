//! Mistakes in the configuration.

use crate::mistakes::Mistakes;
use std::fmt;

/// All mistakes of a `deeplens-ports.toml`, in file order; prints as those of a map.
#[derive(Clone)]
pub struct ConfigError(pub(super) Mistakes);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "read")
    }
}

/// The same, so that a test that fails with it shows it.
impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mistakes\n\n{self}")
    }
}

impl std::error::Error for ConfigError {}
