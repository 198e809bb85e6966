//! What the tables of the system say.

use crate::doctor::holder::Holder;
use crate::Transport;
use std::vec::Vec;

/// What the tables say of some ports.
#[derive(Debug, Default)]
pub(in crate::doctor) struct Table {
    /// By port, transport, address and process.
    pub(super) holders: Vec<Holder>,
    /// Whether every socket that listens or is connected has a row, whoever it belongs to.
    pub(in crate::doctor) is_whole: bool,
    /// Whether this user was shown the sockets of every process, so that one without a process has none here.
    pub(in crate::doctor) sees_all: bool,
}

impl Table {
    pub(in crate::doctor) fn new(mut holders: Vec<Holder>, is_whole: bool) -> Self {
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
    pub(in crate::doctor) fn at(
        &self,
        (port, transport): (u16, Transport),
    ) -> impl Iterator<Item = &Holder> {
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
