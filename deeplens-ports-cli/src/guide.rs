//! How to use the command, by what is to be done. No code.

#[doc = include_str!("../guide/audit.md")]
pub mod audit {}

#[doc = include_str!("../guide/export.md")]
pub mod export {}

#[doc = include_str!("../guide/export-languages.md")]
pub mod export_languages {}

#[doc = include_str!("../guide/import.md")]
pub mod import {}

#[doc = include_str!("../guide/scan.md")]
pub mod scan {}
