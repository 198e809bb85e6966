//! What a port is.

use core::fmt;

/// What a port is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// A server can bind it.
    Free,
    /// What should hold it does, and nobody else: the container of the map, or processes of the names that it gives.
    Ours,
    /// Something else holds it.
    Foreign,
    /// Nobody listens, but a connection or a socket that is bound keeps it.
    Held,
    /// Nobody is on it, and this user may not bind it, or nobody may.
    NotPermitted,
    /// It is held, and it cannot be told by whom.
    Unknown,
}

impl State {
    /// Its name, as in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Ours => "ours",
            Self::Foreign => "foreign",
            Self::Held => "held",
            Self::NotPermitted => "not-permitted",
            Self::Unknown => "unknown",
        }
    }

    /// Whether all is well: the port is free or its service's own.
    #[must_use]
    pub const fn is_well(self) -> bool {
        matches!(self, Self::Free | Self::Ours)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
