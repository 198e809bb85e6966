//! What a map spells by name.

use std::fmt;

/// An enumeration that `ports.toml` spells in lower case.
macro_rules! spelled {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]

        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            pub(crate) const NAMES: &'static [&'static str] = &[$($text),*];

            /// The value that is spelled so.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// How `ports.toml` spells it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

spelled! {
    /// What is spoken on a port.
    Protocol {
        /// gRPC.
        Grpc "grpc",
        /// HTTP, unencrypted.
        Http "http",
        /// HTTP over TLS.
        Https "https",
        /// Anything else over TCP.
        Tcp "tcp",
        /// Anything else over UDP.
        Udp "udp",
    }
}

impl Protocol {
    /// The transport where the map names none.
    pub(crate) fn transport(self) -> Transport {
        match self {
            Self::Udp => Transport::Udp,
            _ => Transport::Tcp,
        }
    }

    /// Whether it can be spoken over the transport; HTTP/3 is https over UDP.
    pub(crate) fn runs_over(self, transport: Transport) -> bool {
        self.transport() == transport || self == Self::Https
    }

    /// Whether one listener can be thought to speak both: `tcp` and `udp` stand for whatever runs over them.
    pub(crate) fn is_beside(self, other: Self) -> bool {
        self == other
            || matches!(
                (self, other),
                (Self::Tcp | Self::Udp, _) | (_, Self::Tcp | Self::Udp)
            )
    }

    /// The URL scheme where the map names none.
    pub(crate) fn scheme(self) -> &'static str {
        match self {
            Self::Grpc => "http",
            _ => self.as_str(),
        }
    }
}

/// What of its ports an endpoint has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A port on the container network alone, and none on the host.
    Container,
    /// One port on the host.
    Port,
    /// A range of ports on the host, be it of one.
    Range,
}

spelled! {
    /// What a protocol runs over.
    Transport {
        /// TCP.
        Tcp "tcp",
        /// UDP.
        Udp "udp",
    }
}

spelled! {
    /// Who may reach an endpoint in production.
    Exposure {
        /// Other services of the system.
        Internal "internal",
        /// Everybody, through a proxy.
        Proxied "proxied",
        /// Everybody, directly.
        Public "public",
    }
}
