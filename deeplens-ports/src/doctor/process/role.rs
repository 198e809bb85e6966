//! What a process is to its port: a server of its own, or one that passes connections on.

use super::facts::Process;
use std::path::Path;

/// What a process does on a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::doctor) enum Role {
    /// It is inside of a container, and holds the port of the host.
    Contained,
    /// It passes connections on for people: an editor, a tunnel, a virtual machine.
    Forwarder,
    /// It serves itself.
    Program,
    /// It holds the port for a container engine, which knows for whom.
    Relay,
    /// It holds the port for a service that it starts on demand.
    System,
}

const RELAYS: [&str; 19] = [
    "com.docker.backend",
    "com.docker.vpnkit",
    "conmon",
    "containers-rootlessport",
    "docker-proxy",
    "dockerd",
    "gvproxy",
    "limactl",
    "pasta",
    "pasta.avx2",
    "rootlesskit",
    "rootlessport",
    "rootlessport-child",
    "slirp4netns",
    "OrbStack Helper",
    "vpnkit",
    "vpnkit-bridge",
    "wslhost",
    "wslrelay",
];

const FORWARDERS: [&str; 58] = [
    "adb",
    "autossh",
    "chisel",
    "cloud-sql-proxy",
    "cloud_sql_proxy",
    "cloudflared",
    "code",
    "Code Helper",
    "Code Helper (Plugin)",
    "Code Helper (Renderer)",
    "code-insiders",
    "code-server",
    "code-tunnel",
    "codium",
    "colima",
    "cursor",
    "Cursor Helper",
    "Cursor Helper (Plugin)",
    "dcp",
    "dcpctrl",
    "frpc",
    "frps",
    "gh",
    "gost",
    "host-switch",
    "incusd",
    "iproxy",
    "k9s",
    "kubectl",
    "kubefwd",
    "kubelet",
    "lxd",
    "minikube",
    "mirrord",
    "multipassd",
    "ngrok",
    "oc",
    "OrbStack",
    "qemu-system-aarch64",
    "qemu-system-x86_64",
    "rinetd",
    "session-manager-plugin",
    "skaffold",
    "socat",
    "ssh",
    "sshd",
    "sshd-session",
    "stunnel",
    "stunnel4",
    "systemd-socket-proxyd",
    "tailscaled",
    "telepresence",
    "tilt",
    "usbmuxd",
    "VBoxHeadless",
    "VBoxNetNAT",
    "vmnat",
    "windsurf",
];

/// Folders of editors that run on another machine's behalf, whose node passes ports on.
const EDITORS: [&str; 4] = [
    ".cursor-server",
    ".vscode-server",
    ".vscode-server-insiders",
    ".windsurf-server",
];

impl Process {
    /// What it does on its port.
    pub(in crate::doctor) fn role(&self) -> Role {
        let is_one_of = |names: &[&str]| names.iter().any(|name| self.is_called(name));
        if is_one_of(&RELAYS) {
            Role::Relay
        } else if self.container.is_some() {
            Role::Contained
        } else if is_one_of(&FORWARDERS) || self.is_of_editor() {
            Role::Forwarder
        } else if self.is_of_system() {
            Role::System
        } else {
            Role::Program
        }
    }

    fn is_of_editor(&self) -> bool {
        let is_editor = |part: &std::ffi::OsStr| EDITORS.iter().any(|editor| part == *editor);
        let path = self.path.as_deref();
        path.is_some_and(|path: &Path| path.iter().any(is_editor))
    }

    /// Whether it is the system itself, which holds ports for others.
    fn is_of_system(&self) -> bool {
        if cfg!(windows) {
            matches!(self.pid, 0 | 4)
        } else {
            self.pid <= 1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::String;
    use std::vec::Vec;

    fn role(pid: u32, path: &str, container: Option<&str>) -> Role {
        let process = Process {
            pid,
            path: Some(path.into()),
            command_line: Vec::from([String::from(path)]),
            container: container.map(Into::into),
            ..Process::default()
        };
        process.role()
    }

    #[test]
    fn relays_forwarders_and_what_is_contained_are_told_apart() {
        let plugin = "/A/Code Helper (Plugin).app/Contents/MacOS/Code Helper (Plugin)";
        for (path, expected) in [
            ("/usr/bin/docker-proxy", Role::Relay),
            ("/usr/bin/redis-server", Role::Program),
            ("/usr/bin/kubectl", Role::Forwarder),
            ("/usr/share/code/code", Role::Forwarder),
            (plugin, Role::Forwarder),
            ("/home/a/.vscode-server/bin/1/node", Role::Forwarder),
            ("/usr/bin/node", Role::Program),
        ] {
            assert_eq!(role(7, path, None), expected, "{path}");
        }
        assert_eq!(
            role(7, "/usr/bin/redis-server", Some("4edf")),
            Role::Contained
        );
        assert_eq!(role(7, "/usr/bin/conmon", Some("4edf")), Role::Relay);
        let system = if cfg!(windows) { 4 } else { 1 };
        assert_eq!(role(system, "/sbin/init", None), Role::System);
    }

    #[test]
    fn the_names_are_in_order() {
        let is_sorted = |names: &[&str]| names.is_sorted_by_key(|name| name.to_ascii_lowercase());
        assert!(is_sorted(&FORWARDERS) && is_sorted(&EDITORS));
    }
}
