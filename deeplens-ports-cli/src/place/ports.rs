//! Ports as files have them.

use std::fmt;

/// A port, or a range of them of which one is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ports {
    /// A single one.
    One(u16),
    /// From the first to the last.
    Range(u16, u16),
}

impl Ports {
    /// Both ends; `None` where they are out of order.
    #[must_use]
    pub const fn new(first: u16, last: u16) -> Option<Self> {
        match () {
            () if first == last => Some(Self::One(first)),
            () if first < last => Some(Self::Range(first, last)),
            () => None,
        }
    }

    /// The lowest.
    #[must_use]
    pub const fn first(self) -> u16 {
        match self {
            Self::One(port) | Self::Range(port, _) => port,
        }
    }

    /// The highest.
    #[must_use]
    pub const fn last(self) -> u16 {
        match self {
            Self::One(port) | Self::Range(_, port) => port,
        }
    }
}

impl From<u16> for Ports {
    fn from(port: u16) -> Self {
        Self::One(port)
    }
}

/// `8080`, or `6789-6799`.
impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(port) => write!(f, "{port}"),
            Self::Range(first, last) => write!(f, "{first}-{last}"),
        }
    }
}

/// What carries the traffic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Transport {
    /// What container engines know beside the two.
    Sctp,
    /// The default everywhere.
    #[default]
    Tcp,
    /// As of DNS.
    Udp,
}

impl Transport {
    /// `tcp`, `udp` or `sctp`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sctp => "sctp",
            Self::Tcp => "tcp",
            Self::Udp => "udp",
        }
    }

    pub(crate) fn of(text: &str) -> Option<Self> {
        let all = [Self::Sctp, Self::Tcp, Self::Udp];
        all.into_iter()
            .find(|it| it.as_str().eq_ignore_ascii_case(text))
    }
}
