//! The sockets of this machine, as its tables show them.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(any(not(target_os = "linux"), test))]
mod portable;
mod table;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use portable as system;

pub(super) use table::Table;

use super::holder::Holder;
use crate::Transport;
use std::io;
use std::vec::Vec;

/// The sockets on the ports; reads nothing for none.
pub(super) fn of(places: &[(u16, Transport)]) -> Table {
    if places.is_empty() {
        return Table::default();
    }
    let is_wanted = |holder: &Holder| places.contains(&(holder.address.port(), holder.transport));
    // Without the tables, the probes still stand.
    system::read(&is_wanted).unwrap_or_default()
}

pub(super) fn listening() -> io::Result<Vec<Holder>> {
    system::read(&|holder| holder.is_listening).map(|table| table.holders)
}
