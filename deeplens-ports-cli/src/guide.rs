//! How to use the command, by what is to be done. No code.

#[doc = include_str!("../guide/audit.md")]
pub mod audit {}

#[doc = include_str!("../guide/import.md")]
pub mod import {}

#[doc = include_str!("../guide/scan.md")]
pub mod scan {}
