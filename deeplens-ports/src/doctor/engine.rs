//! The container engines, which know what their relays hold.

mod records;

use super::holder::Process;
use super::probe::Probe;
use super::sockets::Table;
use super::Published;
use crate::Transport;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::string::String;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};
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
pub(super) fn is_needed(probes: &BTreeMap<(u16, Transport), Probe>, table: &Table) -> bool {
    let is_unexplained = |(place, probe): (&(u16, Transport), &Probe)| match probe {
        Probe::Free | Probe::Failed(_) => false,
        Probe::Busy if table.at(*place).next().is_none() => true,
        Probe::Busy | Probe::Denied => table
            .at(*place)
            .any(|holder| holder.process().is_none_or(is_relay)),
    };
    // An engine that forwards by address translation leaves a port that can be bound.
    probes.iter().any(is_unexplained) || (!probes.is_empty() && is_running())
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
    let end = Instant::now() + PATIENCE;
    let answer = receiver.recv_timeout(PATIENCE);
    let is_well = answer.is_ok() && ends_well(&mut child, end);
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
    let text = answer.ok()?.ok()?;
    is_well.then(|| records::read(engine, &text))
}

/// Whether the engine ends in time, and says that it did its work.
fn ends_well(child: &mut Child, end: Instant) -> bool {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(1)),
            Ok(None) | Err(_) => return false,
        }
    }
}
