//! The container engines, which know what their relays hold.

mod records;

use super::holder::Process;
use super::probe::Probe;
use super::sockets::Table;
use super::subject::Subject;
use super::Published;
use crate::Transport;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::string::String;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use std::vec::Vec;

const PATIENCE: Duration = Duration::from_secs(2);

/// The engines, and how each lists what its running containers publish.
const ENGINES: [(&str, &[&str]); 2] = [
    ("podman", &["ps", "--format", "json"]),
    ("docker", &["ps", "--format", "{{json .}}"]),
];

/// What holds a port for a container engine, or for another machine.
const RELAYS: [&str; 16] = [
    "com.docker.backend",
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
    "ssh",
    "wslhost",
    "wslrelay",
];

/// Whether the process holds its ports for others, so that it says nothing of who they are.
pub(super) fn is_relay(process: &Process) -> bool {
    RELAYS.iter().any(|relay| process.is_called(relay))
}

/// Whether an engine can tell more than the probes and the table.
pub(super) fn is_needed(
    subjects: &[Subject],
    probes: &BTreeMap<(u16, Transport), Probe>,
    table: &Table,
) -> bool {
    let is_unexplained = |(place, probe): (&(u16, Transport), &Probe)| {
        let mut holders = table.at(*place).peekable();
        matches!(probe, Probe::Busy)
            && (holders.peek().is_none()
                || holders.any(|holder| holder.process().is_none_or(is_relay)))
    };
    probes.iter().any(is_unexplained)
        || (subjects.iter().any(|subject| subject.container().is_some()) && is_running())
}

/// Whether the socket of an engine is at its usual place.
fn is_running() -> bool {
    let usual = [
        "/var/run/docker.sock",
        "/run/podman/podman.sock",
        r"\\.\pipe\docker_engine",
    ];
    let user = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let rootless = user.map(|folder| folder.join("podman/podman.sock"));
    usual.iter().any(|path| Path::new(path).exists()) || rootless.is_some_and(|path| path.exists())
}

/// The ports that running containers publish, as far as an engine answers.
pub(super) fn published(is_needed: bool) -> Vec<Published> {
    if !is_needed {
        return Vec::new();
    }
    let asked = ENGINES.map(|(engine, arguments)| thread::spawn(move || ask(engine, arguments)));
    let answers = asked
        .into_iter()
        .filter_map(|answer| answer.join().ok().flatten());
    answers.flatten().collect()
}

/// `None` where the engine is not installed, fails, or does not answer in time.
fn ask(engine: &'static str, arguments: &[&str]) -> Option<Vec<Published>> {
    let mut child = Command::new(engine)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdout = child.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    // Not joined: what the engine started can hold the pipe open for longer than the engine lives.
    thread::spawn(move || {
        let mut text = String::new();
        let read = stdout.read_to_string(&mut text);
        // The receiver may have given up.
        let _ = sender.send(read.map(|_| text));
    });
    let answer = receiver.recv_timeout(PATIENCE);
    if answer.is_err() {
        // It may have ended by itself meanwhile.
        let _ = child.kill();
    }
    let status = child.wait();
    let text = answer.ok()?.ok()?;
    status
        .is_ok_and(|status| status.success())
        .then(|| records::read(engine, &text))
}
