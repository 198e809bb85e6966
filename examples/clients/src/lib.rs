//! The line with which each client and server takes an endpoint, and real traffic over some of them.

pub mod lines;
pub mod reach;
