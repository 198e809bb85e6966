//! What matters is in `shop`, whose files `deeplens-ports export` makes, and in `tests/exports.rs`, which holds them to its
//! map.
