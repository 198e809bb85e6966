//! One port or many.

use std::fmt;

/// One port, or every `step`-th port from `first` to `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ports {
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) step: u16,
}

impl Ports {
    pub(crate) fn single(port: u16) -> Self {
        Self {
            first: port,
            last: port,
            step: 1,
        }
    }

    /// The lowest port, 1 to 65535.
    #[must_use]
    pub fn first(self) -> u16 {
        self.first
    }

    /// The upper end; the same as the first for a single port.
    #[must_use]
    pub fn last(self) -> u16 {
        self.last
    }

    /// The distance from one to the next, 1 or more.
    #[must_use]
    pub fn step(self) -> u16 {
        self.step
    }

    /// The first of the ports that is not below `low` and not above `high`.
    pub(crate) fn first_within(self, low: u16, high: u16) -> Option<u16> {
        let behind = u32::from(low.saturating_sub(self.first)).div_ceil(self.step.into());
        let port = u32::from(self.first) + behind * u32::from(self.step);
        let port = u16::try_from(port).ok()?;
        (port <= high && port <= self.last).then_some(port)
    }

    /// The first port that both have.
    pub(crate) fn meet(self, other: Self) -> Option<u16> {
        // The one with the longer step has fewer ports to look at, and what they share comes again after as many of
        // them as the other's step is long.
        let (few, many) = if self.step < other.step {
            (other, self)
        } else {
            (self, other)
        };
        let mut port = few.first_within(many.first, u16::MAX)?;
        for _ in 0..many.step {
            if many.contains(port) {
                return Some(port);
            }
            port = port.checked_add(few.step)?;
            if port > few.last {
                return None;
            }
        }
        None
    }

    /// Whether `port` is one of them.
    #[must_use]
    pub fn contains(self, port: u16) -> bool {
        (self.first..=self.last).contains(&port) && (port - self.first).is_multiple_of(self.step)
    }

    /// The ports, upwards.
    pub fn iter(self) -> impl Iterator<Item = u16> {
        (self.first..=self.last).step_by(usize::from(self.step))
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}
