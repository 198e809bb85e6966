//! Other systems than Linux, by the crate `listeners`. Also compiled and run in Linux's unit tests.

use super::table::Table;
use crate::doctor::holder::Holder;
use crate::doctor::process::Process;
use crate::Transport;
use listeners::{Listener, Protocol, SocketState};
use std::io;
use std::path::PathBuf;
use std::string::ToString;
use std::vec::Vec;

/// The sockets that are wanted.
pub(super) fn read(is_wanted: &dyn Fn(&Holder) -> bool) -> io::Result<Table> {
    let all = listeners::get_all().map_err(|error| io::Error::other(error.to_string()))?;
    let holders = all.into_iter().map(holder);
    let mut holders: Vec<Holder> = holders.filter(|holder| is_wanted(holder)).collect();
    #[cfg(unix)]
    {
        let processes = holders.iter_mut().filter_map(|it| it.process.as_mut());
        crate::doctor::process::ps::add_to(&mut processes.collect::<Vec<_>>());
    }
    for holder in &mut holders {
        let process = holder.process.as_ref();
        holder.user = process.and_then(|it| it.user.clone());
    }
    // No table is whole: macOS shows sockets of other users to root alone; on Windows excluded ranges, WSL and wine leave
    // a busy port without a row.
    Ok(Table::new(holders, false))
}

fn holder(listener: Listener) -> Holder {
    let transport = match listener.protocol {
        Protocol::TCP => Transport::Tcp,
        Protocol::UDP => Transport::Udp,
    };
    let process = listener.process;
    Holder {
        address: listener.socket,
        transport,
        // UDP has no states.
        is_listening: listener.state == SocketState::Listen || transport == Transport::Udp,
        is_closed: listener.state == SocketState::TimeWait,
        process: Some(Process {
            pid: process.pid,
            name: process.name,
            path: (!process.path.is_empty()).then(|| PathBuf::from(process.path)),
            ..Process::default()
        }),
        uid: None,
        user: None,
        inode: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, UdpSocket};

    #[test]
    fn our_own_sockets_are_found() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let udp = UdpSocket::bind("127.0.0.1:0").unwrap();
        let (tcp_address, udp_address) =
            (listener.local_addr().unwrap(), udp.local_addr().unwrap());
        let table = read(&|_| true).unwrap();
        let find = |address: std::net::SocketAddr, transport| {
            let mut holders = table.at((address.port(), transport));
            holders.find(|holder| holder.address == address).cloned()
        };
        for (address, transport) in [(tcp_address, Transport::Tcp), (udp_address, Transport::Udp)] {
            let holder = find(address, transport).unwrap();
            assert!(holder.is_listening);
            assert_eq!(holder.process.unwrap().pid, std::process::id());
        }
    }
}
