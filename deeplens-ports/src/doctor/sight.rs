//! All that was seen.

use super::engine::Engines;
use super::sockets::Table;
use super::system::System;

/// All that was seen, of every port.
#[derive(Debug)]
pub(super) struct Sight {
    pub(super) table: Table,
    pub(super) engines: Engines,
    pub(super) system: System,
}
