//! The constants of a map that nobody wrote by hand.
//!
//! ```
//! use import::ports;
//!
//! assert_eq!(ports::POSTGRES.url(), "postgresql://localhost:5433");
//! assert_eq!(ports::CACHE.authority(), "cache:6379"); // between containers alone
//! ```

/// The ports of the shop.
pub mod ports {
    deeplens_ports::include_ports!();
}
