//! Who holds a port.

use crate::Transport;
use core::fmt;
use std::format;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
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
}

impl Holder {
    /// Without its address.
    pub(super) fn who(&self) -> String {
        if self.is_closed {
            return "a closed connection".into();
        }
        let who = match (&self.process, self.uid) {
            (Some(process), _) => process.to_string(),
            (None, Some(uid)) => format!("a process of user {uid}"),
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

/// A running process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub(super) pid: u32,
    pub(super) name: String,
    pub(super) path: Option<PathBuf>,
    /// The first word of its command line, by which relays of the engines call themselves.
    pub(super) command: Option<String>,
}

impl Process {
    /// Its number.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// Its name without a path: the one that it was started by, where the system shows it; else what the system calls
    /// it, which on Linux is cut after 15 bytes.
    #[must_use]
    pub fn name(&self) -> &str {
        let path = self.path.as_deref().and_then(Path::to_str);
        let command = self.command.as_deref();
        let command = command.map(|command| match path {
            // A path can have blanks.
            Some(path) if command.starts_with(path) => base(path),
            _ => of_command(command),
        });
        command
            .filter(|name| !name.is_empty())
            .unwrap_or(&self.name)
    }

    /// The path of its executable, where the system shows it.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether it goes by this name, be that its own, its executable's or the one in its command line; case and a
    /// final `.exe` do not matter.
    pub(super) fn is_called(&self, name: &str) -> bool {
        // Linux keeps the first 15 bytes of a name.
        let is_cut = self.name.len() == 15 && name.len() > 15;
        let is_start = name.get(..15).is_some_and(|start| start == self.name);
        let file = self.path.as_deref().and_then(Path::file_name);
        let file = file.and_then(|file| file.to_str());
        let names = [Some(base(&self.name)), Some(self.name()), file];
        (is_cut && is_start) || names.into_iter().flatten().any(|own| is_same(own, name))
    }
}

impl fmt::Display for Process {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (PID {})", self.name(), self.pid)
    }
}

/// `nginx` of `nginx: master process`, `redis-server` of `/usr/bin/redis-server *:6379`.
fn of_command(command: &str) -> &str {
    let path = command.split_whitespace().next().unwrap_or_default();
    base(path).trim_end_matches(':')
}

fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn is_same(a: &str, b: &str) -> bool {
    let bare = |name: &str| {
        let lower = name.to_ascii_lowercase();
        lower.strip_suffix(".exe").map_or(lower.clone(), Into::into)
    };
    bare(a) == bare(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(name: &str, path: Option<&str>, command: Option<&str>) -> Process {
        Process {
            pid: 1,
            name: name.into(),
            path: path.map(Into::into),
            command: command.map(Into::into),
        }
    }

    #[test]
    fn a_process_goes_by_each_of_its_names() {
        let node = process("MainThread", Some("/usr/bin/node"), Some("node"));
        assert!(node.is_called("node"));
        assert!(node.is_called("MainThread"));
        assert!(!node.is_called("nod"));
        assert_eq!(node.name(), "node");
    }

    #[test]
    fn a_long_name_is_known_by_its_start_only_if_it_was_cut() {
        let cut = process("DeepLens.Search", None, None);
        assert!(cut.is_called("DeepLens.SearchApi"));
        assert!(!cut.is_called("DeepLens.Identity"));
        assert!(!process("DeepLens.Se", None, None).is_called("DeepLens.SearchApi"));
    }

    #[test]
    fn a_title_in_place_of_a_command_line_is_read_to_its_first_blank() {
        let nginx = process("nginx", None, Some("nginx: master process /usr/sbin/nginx"));
        assert!(nginx.is_called("nginx"));
        assert_eq!(nginx.name(), "nginx");
        let command = "/usr/bin/redis-server 127.0.0.1:6379";
        let redis = process("x", Some("/usr/bin/redis-check-rdb"), Some(command));
        assert!(redis.is_called("redis-server"));
        assert_eq!(redis.name(), "redis-server");
    }

    #[test]
    fn a_path_may_have_blanks() {
        let path = "/opt/My App/server";
        let spaced = process("server", Some(path), Some("/opt/My App/server --port 1"));
        assert_eq!(spaced.name(), "server");
        assert!(spaced.is_called("server") && !spaced.is_called("My"));
    }

    #[test]
    fn windows_names_have_no_case_and_an_ending() {
        let relay = process("WSLRelay.exe", Some(r"C:\Windows\wslrelay.exe"), None);
        assert!(relay.is_called("wslrelay"));
        assert!(relay.is_called("wslrelay.exe"));
        assert!(!relay.is_called("wslhost"));
    }
}
