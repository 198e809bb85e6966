//! What matters is in `tests/ports.rs`; `shop` is a small repository in which every file is wrong in one place.
