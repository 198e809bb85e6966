//! Whether a port can be bound.

use crate::Transport;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::string::{String, ToString};

/// How binding a port went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Probe {
    /// Every address could be bound.
    Free,
    /// Every address could be bound as the standard library does, and not by a server that does without
    /// `SO_REUSEADDR`: a socket is bound there that does not listen, or a closed connection waits for its end.
    Reusable,
    /// One address could not: it is in use.
    Busy,
    /// This user, or nobody, may bind it.
    Denied,
    /// No address could be bound, for another reason.
    Failed(String),
}

/// Wildcard and specific addresses can coexist on macOS and Windows, and the families with each other, so all are
/// tried. A dual-stack `[::]` alone finds every holder on Linux, and goes first.
const ADDRESSES: [IpAddr; 4] = [
    IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    IpAddr::V4(Ipv4Addr::UNSPECIFIED),
    IpAddr::V4(Ipv4Addr::LOCALHOST),
    IpAddr::V6(Ipv6Addr::LOCALHOST),
];

pub(super) fn probe(port: u16, transport: Transport) -> Probe {
    let mut is_bound = false;
    let mut is_denied = false;
    let mut failure = None;
    for ip in ADDRESSES {
        match bind(SocketAddr::new(ip, port), transport) {
            Ok(()) => is_bound = true,
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Probe::Busy,
            Err(error) if error.kind() == ErrorKind::PermissionDenied => is_denied = true,
            // A family that the machine does not have says nothing of the port.
            Err(error) => failure = Some(error),
        }
    }
    match failure {
        _ if is_denied => Probe::Denied,
        Some(error) if !is_bound => Probe::Failed(error.to_string()),
        _ if transport == Transport::Tcp && is_kept(port) => Probe::Reusable,
        _ => Probe::Free,
    }
}

/// Binds as a server does, and lets go. The standard library sets `SO_REUSEADDR` on Unix, which rightly ignores
/// connections in `TIME_WAIT`, and not on Windows, where it means something else.
fn bind(address: SocketAddr, transport: Transport) -> io::Result<()> {
    match transport {
        Transport::Tcp => TcpListener::bind(address).map(drop),
        Transport::Udp => UdpSocket::bind(address).map(drop),
    }
}

/// Whether a socket without the option cannot be bound, as most servers' are.
#[cfg(target_os = "linux")]
fn is_kept(port: u16) -> bool {
    use rustix::io::Errno;
    use rustix::net::{bind, socket_with, AddressFamily, SocketFlags, SocketType};
    let is_in_use = |ip: &IpAddr| {
        let family = match ip {
            IpAddr::V4(_) => AddressFamily::INET,
            IpAddr::V6(_) => AddressFamily::INET6,
        };
        let socket = socket_with(family, SocketType::STREAM, SocketFlags::CLOEXEC, None);
        // Without a family there is nobody on it.
        socket.is_ok_and(|it| bind(it, &SocketAddr::new(*ip, port)) == Err(Errno::ADDRINUSE))
    };
    ADDRESSES.iter().any(is_in_use)
}

/// Elsewhere the standard library binds as others do, or the table shows such sockets.
#[cfg(not(target_os = "linux"))]
fn is_kept(_port: u16) -> bool {
    false
}

/// Whether an address is one of this machine: only these can be bound.
pub(super) fn is_ours(ip: IpAddr) -> bool {
    UdpSocket::bind((ip, 0)).is_ok()
}
