//! How to write a map and build with it. No code.

#[doc = include_str!("../guide/builds.md")]
pub mod builds {}

#[doc = include_str!("../guide/layers.md")]
pub mod layers {}

#[doc = include_str!("../guide/map.md")]
pub mod map {}
