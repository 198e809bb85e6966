//! What is on the ports of this machine, who holds them, and what to do.
//!
//! ```no_run
//! use deeplens_ports::{doctor, ports};
//!
//! for finding in doctor::check(ports::ALL) {
//!     println!("{:5} {:13} {}", finding.port(), finding.state(), finding.summary());
//! }
//! ```
//!
//! A server whose bind fails asks [`explain`] what to tell its user:
//!
//! ```no_run
//! use deeplens_ports::{doctor, ports};
//! use std::net::TcpListener;
//!
//! let address = ports::SEARCH_API.loopback();
//! let listener = TcpListener::bind(address).unwrap_or_else(|error| {
//!     eprintln!("{}", doctor::explain(ports::SEARCH_API, &error));
//!     std::process::exit(1);
//! });
//! # drop(listener);
//! ```
//!
//! The same from a terminal is the command `deeplens-ports check`, of the crate `deeplens-ports-cli`.
//!
//! # How it is found out
//!
//! **Binding decides, listing names.** A port is free if `127.0.0.1`, `0.0.0.0`, `[::1]` and `[::]` can all be bound, each
//! for an instant, as [`std::net::TcpListener`] binds, and on Linux also as servers do that set no option; families that
//! the machine does not have are left out. A port that is not free is looked up in the table of sockets, which names the
//! holder. A table without a row says nothing.
//!
//! **Who holds it is known by name.** A process by its own, as `process` of the map gives it; one that is run by an
//! interpreter by its script or module, such as `uvicorn` of `python -m uvicorn`; that of the interpreter, `node` or
//! `python`, is a weak sign, and the [reason](Finding::reason) says so. What passes connections on, such as `ssh`,
//! `kubectl` or an editor, is nobody's service: `unknown`.
//!
//! **Containers are asked for where a port may be one's**: where a relay is on it, such as `docker-proxy`, a process in a
//! container, or nobody who is shown; and where the socket of an engine is there, since one that forwards by address
//! translation leaves a port that can be bound. podman and docker are asked once, side by side, and are left out if they
//! have not answered in two seconds, or answer for another machine: by their connection or context, or because their
//! socket was mounted into this container. A container is the service itself by the name in the map, or by the labels
//! of Compose and podman-compose, if it is of the map's own [project](crate::Map::project); so is one in the pod that
//! publishes the port, or with the network of the container that does. One on the network of the host is a process of the
//! host, known by its control group.
//! How their answers are read was tested with records of podman 4.3 and docker 20.10 and 28.2, and tried with these.
//!
//! Nothing is ever stopped or killed: where that would help, the command for it is part of the
//! [advice](Finding::advice). It stops a stranger alone: nothing that passes connections on, that shares its network
//! with others, or that somebody starts again, who is named instead.
//!
//! # What each system shows
//!
//! | system | sockets come from | processes from | not shown |
//! | --- | --- | --- | --- |
//! | Linux | `/proc/net` | `/proc/PID` | to an ordinary user, the process of another user, whose name is shown; the process of a socket that is bound and does not listen; a process of another PID namespace; sockets of other network namespaces, which take nothing here |
//! | WSL | the same | the same | what is held in Windows, where networking is mirrored: the state is `unknown` |
//! | Windows | `GetExtendedTcpTable` and the like | the same: name and path | excluded ranges, WSL and other users' sockets can leave a busy port without a row: the state is `unknown`; what HTTP.sys serves belongs to PID 4 |
//! | macOS | `libproc` | `ps` | to an ordinary user, sockets of other users: the state is `unknown`; folders, containers |
//!
//! To root on Linux a socket without a process is the kernel's, as those of NFS, or of another namespace.
//!
//! It was run on Linux, and on Windows as far as wine goes, which shows no holders; for macOS it is compiled. The table that
//! it reads on both is also read on Linux, in tests. On Windows the firewall may ask whether the program may listen.
//!
//! # Do not guard a server's start with it
//!
//! Between the check and the bind others can take the port, and a check that is wrong once keeps a production service
//! from starting. A server binds, and explains when it fails.

mod advice;
mod claim;
mod engine;
mod explain;
mod finding;
mod holder;
mod judge;
mod kin;
mod privilege;
mod probe;
mod process;
mod serialize;
mod sight;
mod sockets;
mod state;
mod subject;
mod system;

pub use engine::Published;
pub use explain::explain;
pub use finding::Finding;
pub use holder::Holder;
pub use process::{Parent, Process, Supervisor};
pub use state::State;
pub use subject::Subject;

use crate::Transport;
use engine::Engines;
use judge::judge;

use probe::Probe;
use process::Role;
use sight::Sight;
use sockets::Table;
use std::collections::BTreeMap;
use std::io;
use std::thread;
use std::time::Duration;
use std::vec::Vec;
use system::System;

/// Finds out what is on each of the ports: endpoints of a map, such as `ports::ALL`, or [`Subject`]s.
///
/// Takes some milliseconds, or up to two seconds where a container engine has to be asked. The findings are in the
/// order of the subjects. [`explain`] and the [free alternatives](Finding::free_alternatives) judge as this does.
///
/// ```no_run
/// use deeplens_ports::doctor::{self, State, Subject};
/// use deeplens_ports::{ports, Transport};
///
/// let foreign = |finding: &doctor::Finding| finding.state() == State::Foreign;
/// assert!(!doctor::check(ports::ALL).iter().any(foreign));
/// let other = doctor::check([Subject::any(8080, Transport::Tcp)]);
/// println!("{}", other[0].summary());
/// ```
pub fn check<S: Into<Subject>>(subjects: impl IntoIterator<Item = S>) -> Vec<Finding> {
    let subjects: Vec<Subject> = subjects.into_iter().map(Into::into).collect();
    let mut probes = Probes::new();
    for subject in subjects.iter().filter(|it| it.is_here()) {
        probes
            .entry(subject.place())
            .or_insert_with(|| probe::probe(subject.port(), subject.transport()));
    }
    let is_taken = |(_, probe): &(&Place, &Probe)| !matches!(probe, Probe::Free);
    let taken: Vec<Place> = probes
        .iter()
        .filter(is_taken)
        .map(|(place, _)| *place)
        .collect();
    let table = sockets::of(&taken);
    probe_again(&mut probes, &table);
    let engines = if needs_engines(&probes, &table) {
        engine::ask()
    } else {
        Engines::default()
    };
    let sight = Sight {
        table,
        engines,
        system: System::this(),
    };
    let judged = subjects.into_iter().map(|subject| {
        // Another subject can have the number here.
        let probe = probes.get(&subject.place()).filter(|_| subject.is_here());
        let mut finding = judge(subject, probe, &sight);
        if probe.is_some() && !finding.state().is_well() {
            finding.free_alternatives = free_alternatives(subject, &sight);
        }
        finding
    });
    judged.collect()
}

type Place = (u16, Transport);
type Probes = BTreeMap<Place, Probe>;

/// The alternatives of the map that a check of them would find free.
fn free_alternatives(subject: Subject, sight: &Sight) -> Vec<u16> {
    let alternatives = subject.conflict().map_or(&[][..], |it| it.alternatives());
    let is_free = |port: &u16| {
        let alternative = Subject::any(*port, subject.transport());
        let probe = probe::probe(*port, subject.transport());
        judge(alternative, Some(&probe), sight).state() == State::Free
    };
    alternatives.iter().copied().filter(is_free).collect()
}

/// Whether an engine can tell more than the probes and the table: of a port that nobody is shown on, of a relay's, and of
/// a process in a container.
fn needs_engines(probes: &Probes, table: &Table) -> bool {
    let is_unexplained = |(place, probe): (&Place, &Probe)| match probe {
        Probe::Free | Probe::Reusable | Probe::Failed(_) => false,
        Probe::Busy if table.at(*place).next().is_none() => true,
        Probe::Busy | Probe::Denied => {
            let mut listeners = table.at(*place).filter(|it| it.is_listening());
            listeners.any(|it| it.process().is_none_or(may_be_container))
        }
    };
    // An engine that forwards by address translation leaves a port that can be bound.
    probes.iter().any(is_unexplained) || (!probes.is_empty() && engine::is_running())
}

fn may_be_container(process: &Process) -> bool {
    matches!(process.role(), Role::Contained | Role::Relay)
}

/// Every listener of this machine that can be seen, by port, transport and address.
///
/// # Errors
///
/// Where the system's table of sockets cannot be read.
///
/// ```no_run
/// for listener in deeplens_ports::doctor::listening()? {
///     println!("{listener}");
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn listening() -> io::Result<Vec<Holder>> {
    sockets::listening()
}

/// Whoever takes a port for an instant is gone by now: another doctor, which has no row any more, or a child that this
/// program has just forked, which has our own probe open until it becomes another program.
fn probe_again(probes: &mut Probes, table: &Table) {
    let this = std::env::current_exe().ok();
    let is_this = |holder: &Holder| {
        let path = holder.process().and_then(Process::path);
        path.is_some() && path == this.as_deref()
    };
    let is_busy = |probe: &Probe| matches!(probe, Probe::Busy | Probe::Reusable);
    let doubtful: Vec<Place> = probes
        .iter()
        .filter(|(place, probe)| is_busy(probe) && table.at(**place).all(&is_this))
        .map(|(place, _)| *place)
        .collect();
    if doubtful.is_empty() {
        return;
    }
    thread::sleep(Duration::from_millis(5));
    for place in doubtful {
        probes.insert(place, probe::probe(place.0, place.1));
    }
}
