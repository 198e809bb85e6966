//! How to use the map, by what is to be done. No code.

#[doc = include_str!("../guide/clients.md")]
pub mod clients {}

#[doc = include_str!("../guide/machine.md")]
pub mod machine {}
