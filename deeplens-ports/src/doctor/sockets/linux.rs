//! Linux: `/proc/net` has every socket of the network namespace with its user, `/proc/PID/fd` its processes.

use super::table::Table;
use crate::doctor::holder::Holder;
use crate::doctor::process::{linux, Process};
use crate::Transport;
use procfs::net::{self, TcpState};
use procfs::process::{self, FDTarget};
use procfs::{ProcError, ProcResult};
use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::string::ToString;
use std::vec::Vec;

/// What a socket does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Listening,
    Connected,
    /// Belongs to nobody, and can keep the port all the same.
    Closed,
}

/// The sockets that are wanted.
pub(super) fn read(is_wanted: &dyn Fn(&Holder) -> bool) -> io::Result<Table> {
    let mut sockets = Vec::new();
    let mut add = |address: SocketAddr, transport, state, uid, inode| {
        let holder = Holder {
            address,
            transport,
            is_listening: state == State::Listening,
            is_closed: state == State::Closed,
            process: None,
            uid: (state != State::Closed).then_some(uid),
            user: None,
            inode,
        };
        if is_wanted(&holder) {
            sockets.push(holder);
        }
    };
    for row in tables(net::tcp(), net::tcp6())? {
        let state = match row.state {
            TcpState::Listen => State::Listening,
            TcpState::TimeWait => State::Closed,
            _ => State::Connected,
        };
        add(row.local_address, Transport::Tcp, state, row.uid, row.inode);
    }
    for row in tables(net::udp(), net::udp6())? {
        let state = match row.remote_address.port() {
            0 => State::Listening,
            _ => State::Connected,
        };
        add(row.local_address, Transport::Udp, state, row.uid, row.inode);
    }
    let (owners, sees_all) = owners(sockets.iter().map(|holder| holder.inode));
    let mut holders = Vec::new();
    for mut holder in sockets {
        holder.user = holder.uid.map(linux::user);
        match owners.get(&holder.inode) {
            Some(processes) if !processes.is_empty() => {
                holders.extend(processes.iter().map(|process| Holder {
                    process: Some(process.clone()),
                    ..holder.clone()
                }));
            }
            _ => holders.push(holder),
        }
    }
    let mut table = Table::new(holders, true);
    table.sees_all = sees_all && may_see_all();
    Ok(table)
}

/// Without IPv6 there is no second table.
fn tables<T>(v4: ProcResult<Vec<T>>, v6: ProcResult<Vec<T>>) -> io::Result<Vec<T>> {
    let mut rows = v4.map_err(|other| error(&other))?;
    match v6 {
        Ok(more) => rows.extend(more),
        Err(ProcError::NotFound(_)) => {}
        Err(other) => return Err(error(&other)),
    }
    Ok(rows)
}

fn error(error: &ProcError) -> io::Error {
    io::Error::other(error.to_string())
}

/// The processes of each socket, by its inode: those that this user may look into, and whether those are all.
fn owners(inodes: impl Iterator<Item = u64>) -> (HashMap<u64, Vec<Process>>, bool) {
    // The inode 0 is that of sockets without a process.
    let mut owners: HashMap<u64, Vec<Process>> = inodes
        .filter(|inode| *inode != 0)
        .map(|inode| (inode, Vec::new()))
        .collect();
    if owners.is_empty() {
        return (owners, true);
    }
    let mut sees_all = true;
    let is_denied = |error: &ProcError| matches!(error, ProcError::PermissionDenied(_));
    // A process that ends meanwhile, or that may not be looked into, is passed over.
    for process in process::all_processes().into_iter().flatten().flatten() {
        let descriptors = process.fd();
        sees_all &= !descriptors.as_ref().is_err_and(is_denied);
        let mut found = None;
        for descriptor in descriptors.into_iter().flatten() {
            sees_all &= !descriptor.as_ref().is_err_and(is_denied);
            let Ok(FDTarget::Socket(inode)) = descriptor.map(|it| it.target) else {
                continue;
            };
            if let Some(known) = owners.get_mut(&inode) {
                let one: &Process = found.get_or_insert_with(|| linux::describe(&process));
                if known.last() != Some(one) {
                    known.push(one.clone());
                }
            }
        }
    }
    (owners, sees_all)
}

/// Whether this process has the capability `CAP_SYS_PTRACE`, number 19: to others, a machine may hide processes.
fn may_see_all() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let effective = status.lines().find_map(|line| line.strip_prefix("CapEff:"));
    let effective = effective.and_then(|digits| u64::from_str_radix(digits.trim(), 16).ok());
    effective.is_some_and(|bits| bits & (1 << 19) != 0)
}
