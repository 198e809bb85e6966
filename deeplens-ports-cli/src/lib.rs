//! The library under the command `deeplens-ports`.
//!
//! `cargo install deeplens-ports-cli` installs the command. Without the default feature `cli` this crate is the library
//! alone, for a test of a repository's own.

mod bridge;
mod loaded;

pub use bridge::bridge;
pub use loaded::Loaded;
