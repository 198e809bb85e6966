//! What an endpoint speaks: the protocol as a type, and what it rides on.

use core::fmt::{self, Debug};
use core::hash::Hash;

/// A protocol as a type, so that a function can ask for an
/// [`Endpoint`](crate::Endpoint) of one protocol only.
///
/// Implemented by [`Tcp`], [`Udp`], [`Http`], [`Https`], [`Grpc`] and [`AnyProtocol`], and by nothing else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a protocol of a port map",
    label = "not a protocol",
    note = "the protocols are `Tcp`, `Udp`, `Http`, `Https` and `Grpc`"
)]
pub trait Protocol:
    sealed::Sealed + Copy + Debug + Eq + Hash + Ord + Send + Sync + 'static
{
    /// The protocol that the type stands for; `None` for [`AnyProtocol`].
    const KIND: Option<ProtocolKind>;
}

/// A protocol whose URLs can have a path: [`Http`], [`Https`] and [`Tcp`], whose scheme may be that of a database.
///
/// Not [`Grpc`]: its clients drop a path without a word, as tonic does, since the path of a call is the method's.
///
/// ```compile_fail,E0277
/// deeplens_ports::ports::JAEGER_OTLP_GRPC.join("/v1/traces");
/// ```
#[diagnostic::on_unimplemented(
    message = "the URL of a `{Self}` endpoint takes no path",
    label = "give the client its `url()` as it is",
    note = "a path belongs to the URL of an `Http`, `Https` or `Tcp` endpoint",
    note = "an endpoint of `AnyProtocol` gets its protocol back by `typed()`"
)]
pub trait HasPath: Protocol {}

impl HasPath for Http {}
impl HasPath for Https {}
impl HasPath for Tcp {}

mod sealed {
    pub trait Sealed {}
}

macro_rules! protocols {
    ($($(#[$doc:meta])* $name:ident $kind:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name;

        impl sealed::Sealed for $name {}

        impl Protocol for $name {
            const KIND: Option<ProtocolKind> = $kind;
        }
    )*};
}

protocols! {
    /// Stands for every protocol, in [`AnyEndpoint`](crate::AnyEndpoint).
    AnyProtocol None;
    /// gRPC over TCP. Its URL starts with `http`, which is what gRPC clients take for an unencrypted connection.
    Grpc Some(ProtocolKind::Grpc);
    /// HTTP/1.1 or HTTP/2 over TCP, unencrypted.
    Http Some(ProtocolKind::Http);
    /// HTTP over TLS; over UDP this is HTTP/3.
    Https Some(ProtocolKind::Https);
    /// Anything else over TCP; the scheme of its URL says what.
    Tcp Some(ProtocolKind::Tcp);
    /// Anything else over UDP; the scheme of its URL says what.
    Udp Some(ProtocolKind::Udp);
}

/// A protocol as a value.
///
/// Prints as `ports.toml` spells it.
///
/// ```
/// assert_eq!(deeplens_ports::ProtocolKind::Grpc.to_string(), "grpc");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProtocolKind {
    /// See [`Grpc`].
    Grpc,
    /// See [`Http`].
    Http,
    /// See [`Https`].
    Https,
    /// See [`Tcp`].
    Tcp,
    /// See [`Udp`].
    Udp,
}

impl ProtocolKind {
    /// The name of the protocol in `ports.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Grpc => "grpc",
            Self::Http => "http",
            Self::Https => "https",
            Self::Tcp => "tcp",
            Self::Udp => "udp",
        }
    }
}

impl fmt::Display for ProtocolKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The transport protocol under a port. One number can be taken on both independently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Transport {
    /// The Transmission Control Protocol, RFC 9293.
    Tcp,
    /// The User Datagram Protocol, RFC 768.
    Udp,
}

impl Transport {
    /// The name of the transport in `ports.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
        }
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
