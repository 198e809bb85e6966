//! What is not Rust, made from the map: one file a format.

#![cfg_attr(not(test), expect(dead_code, reason = "the command calls them"))]

mod constants;
mod csharp;
mod docs;
mod letter;
mod names;
mod powershell;
mod python;
mod typescript;
mod words;
mod written;

#[cfg(test)]
mod golden;
