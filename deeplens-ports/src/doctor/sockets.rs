//! The sockets of this machine, as its tables show them.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(any(not(target_os = "linux"), test))]
mod portable;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use portable as system;

use super::holder::Holder;
use crate::Transport;
use std::io;
use std::vec::Vec;

/// What the tables say of some ports.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// By port, transport, address and process.
    holders: Vec<Holder>,
    /// Whether every socket that listens or is connected has a row, whoever it belongs to.
    pub(super) is_whole: bool,
    /// Whether this user was shown the sockets of every process, so that one without a process has none here.
    pub(super) sees_all: bool,
}

impl Table {
    pub(super) fn new(mut holders: Vec<Holder>, is_whole: bool) -> Self {
        holders.sort_by_key(|holder| {
            let pid = holder.process.as_ref().map(|process| process.pid);
            (
                holder.address.port(),
                holder.transport,
                holder.address,
                pid,
                holder.is_listening,
            )
        });
        // One process can have several sockets on one address.
        holders.dedup_by(|one, kept| is_same(one, kept));
        Self {
            holders,
            is_whole,
            sees_all: false,
        }
    }

    /// The sockets on a port.
    pub(super) fn at(&self, (port, transport): (u16, Transport)) -> impl Iterator<Item = &Holder> {
        self.holders
            .iter()
            .filter(move |holder| holder.address.port() == port && holder.transport == transport)
    }
}

/// Whether both say the same of one process.
fn is_same(a: &Holder, b: &Holder) -> bool {
    let facts = |it: &Holder| {
        (
            it.address,
            it.transport,
            it.is_listening,
            it.is_closed,
            it.uid,
        )
    };
    facts(a) == facts(b) && a.process == b.process
}

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
