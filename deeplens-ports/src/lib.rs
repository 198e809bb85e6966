//! The port map of [DeepLens](ports) as typed constants, and the types for a map of your own.
//!
//! ```
//! use deeplens_ports::{ports, Endpoint, Grpc};
//!
//! const QDRANT: &str = ports::QDRANT_GRPC.url(); // a literal, in a const
//! assert_eq!(QDRANT, "http://localhost:6334");
//! assert_eq!(ports::QDRANT_GRPC.port(), 6334);
//! assert_eq!(ports::SEARCH_API.loopback().to_string(), "127.0.0.1:5000");
//!
//! for endpoint in ports::ALL {
//!     println!("{:5}  {}", endpoint.port(), endpoint.purpose());
//! }
//! assert_eq!(ports::by_port(6334), Some(ports::QDRANT_GRPC.erase()));
//! ```
//!
//! The map stands in `ports.toml`. A build script compiles it, and a mistake in it, such as a port that is
//! taken twice, fails the build with a report that shows the places.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! | --- | --- | --- |
//! | `map` | yes | [`ports`]: the compiled map of DeepLens. Without it this crate is the types alone, with no dependency of any kind |
//! | `doctor` | no | [`doctor`]: what is on the ports of this machine, who holds them, and what to do |
//! | `serde` | no | `Serialize` for endpoints and what they know |
//! | `std` | no | addresses at run time, from environment variables: [`Endpoint::resolve`] and [`Endpoint::listen`] |
//!
//! # Clients and servers
//!
//! [`guide::clients`] has the one line for each common client and server, what each gets wrong without a word, and
//! addresses between containers. [`guide::machine`] is for a port that is taken.
//!
//! # A map of your own
//!
//! Any crate can have a `ports.toml` of its own. It depends on this crate with `default-features = false`,
//! build-depends on `deeplens-ports-build`, and has a build script of one line; see [`include_ports!`]. The
//! documentation of `deeplens-ports-build` describes the format.
//!
//! # Versions of Rust
//!
//! 1.84, which `rust-version` says: cargo knows one for all features. The feature `map` needs 1.88, as every crate that
//! build-depends on `deeplens-ports-build` does.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

// rust-analyzer runs `Debug` by a function of `std`.
#[cfg(any(feature = "std", rust_analyzer))]
extern crate std;

mod container;
mod details;
mod disjoint;
#[cfg(feature = "doctor")]
pub mod doctor;
mod endpoint;
mod facts;
#[cfg(doc)]
pub mod guide;
mod host;
mod lookup;
mod map;
mod members;
mod named;
mod owner;
mod protocol;
mod range;
mod record;
#[cfg(feature = "std")]
mod resolve;
#[cfg(feature = "serde")]
mod serialize;
mod used;

pub use crate::container::{AnyContainerEndpoint, ContainerEndpoint};
pub use crate::endpoint::{AnyEndpoint, Endpoint};
pub use crate::facts::{ConfiguredIn, Conflict, Exposure, Reserved, Variables};
pub use crate::map::Map;
pub use crate::members::Members;
pub use crate::named::Named;
pub use crate::owner::{Group, Service};
pub use crate::protocol::{
    AnyProtocol, Grpc, HasPath, Http, Https, Protocol, ProtocolKind, Tcp, Transport, Udp,
};
pub use crate::range::{AnyPortRange, PortRange, PortRangeIter};
#[cfg(feature = "std")]
pub use crate::resolve::{resolve_all, resolve_all_with, Address, Origin, ResolveError};

/// The compiled map of DeepLens.
///
/// One constant for each endpoint; [`ALL`](ports::ALL) of them in a table;
/// [`by_port`](ports::by_port), [`range_by_port`](ports::range_by_port) and [`by_name`](ports::by_name); the endpoints by
/// [group](ports::groups) and by [service](ports::services); and the bare [numbers](ports::numbers).
#[cfg(feature = "map")]
pub mod ports {
    crate::include_ports!();
}

/// Includes the module that the build script compiled from `ports.toml`.
///
/// It belongs into a module of its own, since it defines a constant for each endpoint:
///
/// ```rs
/// /// The ports of this crate.
/// pub mod ports {
///     deeplens_ports::include_ports!();
/// }
/// ```
///
/// With a build script that is one line:
///
/// ```rs
/// fn main() {
///     deeplens_ports_build::compile("ports.toml");
/// }
/// ```
///
/// Another map of the same crate is included by the name of its file without the ending:
/// `include_ports!("ports.prod")` for `compile("ports.prod.toml")`.
///
/// # Errors
///
/// Without a build script, compilation stops with a message that says that one is needed.
#[macro_export]
macro_rules! include_ports {
    () => {
        $crate::include_ports!("ports");
    };
    ($name:literal) => {
        use $crate::__private::deeplens_ports;

        // In an item of its own: with a message in `env!`, rust-analyzer knows nothing of the module.
        const _: () = ::core::assert!(
            ::core::option_env!("OUT_DIR").is_some(),
            "`include_ports!` needs a build script: add `build.rs` with \
             `fn main() {{ deeplens_ports_build::compile(\"ports.toml\"); }}`"
        );

        ::core::include!(::core::concat!(
            ::core::env!("OUT_DIR"),
            "/port-maps/",
            $name,
            ".rs"
        ));
    };
}

/// What generated code is written with. Not for use by hand.
#[doc(hidden)]
pub mod __private {
    /// Generated code says `deeplens_ports`, whatever a user's crate calls the dependency. A macro can import this, but not
    /// `$crate` itself before Rust 1.95.
    pub use crate as deeplens_ports;
    /// The text that the map of DeepLens was compiled from, for maps that stand beside it.
    #[cfg(feature = "map")]
    pub const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/ports.toml"));
    pub use crate::__used as used;
    pub use crate::container::container_endpoint;
    pub use crate::details::{conflict, details, file, reserved, Details};
    pub use crate::disjoint::assert_disjoint;
    pub use crate::endpoint::endpoint;
    pub use crate::lookup::{by_name, by_port, range_by_port};
    pub use crate::map::map;
    pub use crate::members::members;
    pub use crate::owner::{group, service, service_record};
    pub use crate::range::range;
    pub use crate::record::{grpc, http, https, tcp, udp, Record};
    #[cfg(feature = "std")]
    pub use crate::resolve::addresses;
    pub use crate::used::Used;
    pub use crate::{Exposure, Group, Members, Reserved, Service};

    /// Whether a host is `localhost`, a name under `.localhost` or a loopback address, as the map has it.
    #[must_use]
    pub fn is_loopback(host: &str) -> bool {
        crate::host::Host::read(host).is_ok_and(crate::host::Host::is_loopback)
    }
}
