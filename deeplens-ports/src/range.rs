//! Many ports of one kind.

use crate::facts::{ConfiguredIn, Conflict, Exposure};
use crate::owner::{Group, Service};
use crate::protocol::{AnyProtocol, Protocol, ProtocolKind, Transport};
use crate::record::{facts, host_facts, Record};
use core::fmt;
use core::iter::{FusedIterator, StepBy};
use core::marker::PhantomData;
use core::ops::RangeInclusive;

/// A range of ports for things of one kind, such as one port per tenant.
///
/// ```
/// use deeplens_ports::AnyPortRange;
///
/// fn port_of(tenants: AnyPortRange, tenant: u16) -> Option<u16> {
///     tenants.get(tenant)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortRange<P> {
    record: &'static Record,
    protocol: PhantomData<P>,
}

/// A range without the protocol in its type, for tables: see [`PortRange::erase`].
pub type AnyPortRange = PortRange<AnyProtocol>;

impl<P: Protocol> PortRange<P> {
    facts!();
    host_facts!();

    /// The lowest port.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.record.port
    }

    /// The upper end of the range: with a step, it need not be one of the ports.
    #[must_use]
    pub const fn last(self) -> u16 {
        self.record.last
    }

    /// The distance from one port to the next, 1 or more.
    #[must_use]
    pub const fn step(self) -> u16 {
        self.record.step
    }

    /// How many ports there are, 1 or more.
    #[must_use]
    pub const fn len(self) -> u16 {
        (self.record.last - self.record.port) / self.record.step + 1
    }

    /// Always `false`: the compiler refuses an empty range.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        false
    }

    /// The port number `index`, counted from 0; `None` past the end.
    #[must_use]
    pub const fn get(self, index: u16) -> Option<u16> {
        if index < self.len() {
            Some(self.record.port + index * self.record.step)
        } else {
            None
        }
    }

    /// Whether `port` is one of the ports.
    #[must_use]
    pub const fn contains(self, port: u16) -> bool {
        self.record.port <= port
            && port <= self.record.last
            && (port - self.record.port) % self.record.step == 0
    }

    /// The ports, upwards.
    #[must_use]
    pub fn iter(self) -> PortRangeIter {
        PortRangeIter {
            inner: (self.record.port..=self.record.last).step_by(usize::from(self.record.step)),
        }
    }
}

impl<P> PortRange<P> {
    /// The same range without the protocol in its type.
    #[must_use]
    pub const fn erase(self) -> AnyPortRange {
        // As in `Endpoint::erase`.
        #[cfg(rust_analyzer)]
        panic!();
        range(self.record)
    }
}

impl AnyPortRange {
    /// The same range with its protocol in the type again; `None` if it speaks another one.
    #[must_use]
    pub const fn typed<P: Protocol>(self) -> Option<PortRange<P>> {
        match P::KIND {
            Some(kind) if kind as u8 != self.record.protocol as u8 => None,
            _ => Some(range(self.record)),
        }
    }
}

impl<P: Protocol> IntoIterator for PortRange<P> {
    type Item = u16;
    type IntoIter = PortRangeIter;

    fn into_iter(self) -> PortRangeIter {
        self.iter()
    }
}

/// `first-last`, and `/step` where it is not 1.
impl<P: Protocol> fmt::Display for PortRange<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.first(), self.last())?;
        match self.step() {
            1 => Ok(()),
            step => write!(f, "/{step}"),
        }
    }
}

impl<P: Protocol> fmt::Debug for PortRange<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PortRange")
            .field("name", &self.name())
            .field("protocol", &format_args!("{}", self.protocol()))
            .field("ports", &format_args!("{self}"))
            .finish()
    }
}

/// The ports of a [`PortRange`], upwards.
#[derive(Clone, Debug)]
pub struct PortRangeIter {
    inner: StepBy<RangeInclusive<u16>>,
}

impl Iterator for PortRangeIter {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        self.inner.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl DoubleEndedIterator for PortRangeIter {
    fn next_back(&mut self) -> Option<u16> {
        self.inner.next_back()
    }
}

impl ExactSizeIterator for PortRangeIter {}

impl FusedIterator for PortRangeIter {}

#[doc(hidden)]
#[must_use]
pub const fn range<P>(record: &'static Record) -> PortRange<P> {
    PortRange {
        record,
        protocol: PhantomData,
    }
}
