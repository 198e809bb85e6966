//! The library under the command `deeplens-ports`.
//!
//! `cargo install deeplens-ports-cli` installs the command. Without the default feature `cli` this crate is the library
//! alone, for a test of a repository's own: [`scan`] tells what its files say about ports, [`mod@export`] makes files of
//! a map.
//!
//! ```
//! let tree = deeplens_ports_cli::Tree::from_iter([("web/.env", "API_URL=http://localhost:5000")]);
//! let found = deeplens_ports_cli::scan(&tree);
//! assert_eq!(found.references[0].host.as_deref(), Some("localhost"));
//! ```

pub mod export;
pub mod guide;

mod audit;
mod bridge;
mod config;
mod draw;
mod grammar;
mod import;
mod loaded;
mod mistakes;
mod node;
mod place;
mod quote;
mod read;
mod scan;
mod schema;
mod source;
mod tree;

pub use audit::{audit, audit_counting, Audit, Finding, Level, PortMap, Rule};
pub use bridge::bridge;
pub use config::{Config, ConfigError};
pub use import::{import, Imported};
pub use loaded::Loaded;
pub use place::{
    Binding, Container, Location, Names, Ports, Reference, Remark, Role, Scan, Setting, Side,
    Transport, Variable,
};
pub use scan::{scan, scan_counting};
pub use schema::schema;
pub use tree::Tree;
