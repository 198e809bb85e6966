//! Who holds a port.

use super::process::Process;
use crate::Transport;
use core::fmt;
use std::format;
use std::net::SocketAddr;
use std::string::{String, ToString};

/// A socket on a port, and the process behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub(super) address: SocketAddr,
    pub(super) transport: Transport,
    pub(super) is_listening: bool,
    pub(super) is_closed: bool,
    pub(super) process: Option<Process>,
    pub(super) uid: Option<u32>,
    /// The name of that user, or the number as a text.
    pub(super) user: Option<String>,
    /// The number of the socket, which processes can share; 0 where it is not known.
    pub(super) inode: u64,
}

impl Holder {
    /// The local address of the socket.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether it is a TCP or a UDP socket.
    #[must_use]
    pub fn transport(&self) -> Transport {
        self.transport
    }

    /// Whether it waits for others: not so is a connection, whose local port nobody else can listen on.
    #[must_use]
    pub fn is_listening(&self) -> bool {
        self.is_listening
    }

    /// Whether it is a connection that was closed, and keeps its port for up to a minute: the state TIME-WAIT of RFC 9293.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// The process, where the system shows it to this user.
    #[must_use]
    pub fn process(&self) -> Option<&Process> {
        self.process.as_ref()
    }

    /// The number of the user that the socket belongs to, where the system has such numbers and shows it.
    #[must_use]
    pub fn uid(&self) -> Option<u32> {
        self.uid
    }

    /// The name of that user; the number where it has none here.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }
}

impl Holder {
    /// Without its address.
    pub(super) fn who(&self) -> String {
        if self.is_closed {
            return "a closed connection".into();
        }
        let who = match (&self.process, self.user()) {
            (Some(process), _) => process.to_string(),
            (None, Some(user)) => format!("a process of user {user}"),
            (None, None) => "a process that cannot be seen".into(),
        };
        if self.is_listening {
            who
        } else {
            format!("a connection of {who}")
        }
    }
}

/// `redis-server (PID 812) on 127.0.0.1:6379`; without a process that can be seen, what is known of it.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.who())?;
        write!(f, " on {}", self.address)
    }
}
