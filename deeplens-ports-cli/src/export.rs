//! What is not Rust, made from the map: one file a format.

mod markdown;
mod written;
