//! How the holder of a port is stopped, where that stops nothing else.

use crate::doctor::claim::Claim;
use crate::doctor::finding::Finding;
use crate::doctor::kin::Kin;
use crate::doctor::process::{quoted, Process, Role};
use crate::doctor::state::State;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

/// What is to be said of stopping a party.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stop {
    /// A command, or something to do in the settings.
    By(String),
    /// By its number, and it goes on first if it is suspended.
    Kill(u32, bool),
    /// Not so: why.
    Not(String),
}

/// Of a port with a stranger on it; what cannot be told, is the service's own or passes connections on is left alone.
pub(super) fn lines(finding: &Finding) -> Vec<String> {
    if finding.state() != State::Foreign {
        return Vec::new();
    }
    let mut stops: Vec<Stop> = Vec::new();
    let claim = finding.claim.as_ref();
    let is_stranger = |it: &&Process| finding.strangers.contains(&it.pid());
    let processes = finding
        .processes()
        .filter(is_stranger)
        .filter_map(of_process);
    // An engine that publishes the port as well may have a relay that is not known here.
    let processes = processes.filter(|_| claim.is_none());
    for stop in claim.and_then(of_container).into_iter().chain(processes) {
        if !stops.contains(&stop) {
            stops.push(stop);
        }
    }
    shown(&stops)
}

/// Of instances of one service, for who wants to start another.
pub(in crate::doctor) fn of_instances(instances: &[&Process]) -> Vec<String> {
    let mut stops: Vec<Stop> = instances.iter().filter_map(|it| of_process(it)).collect();
    stops.dedup();
    shown(&stops)
}

fn of_process(process: &Process) -> Option<Stop> {
    if process.role() != Role::Program {
        return None;
    }
    Some(match process.supervisor() {
        None => Stop::Kill(process.pid(), process.is_suspended()),
        Some(supervisor) => match supervisor.stop() {
            Some(command) => Stop::By(command.to_string()),
            None => Stop::Not(format!(
                "{supervisor} starts it again, and is to be told instead"
            )),
        },
    })
}

/// Not that of another project by the service's name, which may be the same under another name; nor of the map's own
/// project, nor one that others have their network from.
fn of_container(claim: &Claim) -> Option<Stop> {
    let (name, engine) = (claim.container.container(), claim.container.engine());
    if claim.kin != Kin::Stranger {
        return None;
    }
    match claim.container.supervisor() {
        Some((_, Some(unit))) => {
            return Some(Stop::Not(format!(
                "systemd runs it, and is to be told instead: the unit {unit}"
            )))
        }
        Some((supervisor, None)) => {
            return Some(Stop::Not(format!(
                "{supervisor} starts it again, and is to be told instead"
            )))
        }
        None => {}
    }
    claim
        .is_alone
        .then(|| Stop::By(format!("{engine} stop {}", quoted(name))))
}

/// A line for each way; those that are stopped by their number share one.
fn shown(stops: &[Stop]) -> Vec<String> {
    let mut lines = Vec::new();
    let numbers = |wanted: bool| -> Vec<String> {
        let pids = stops.iter().filter_map(|stop| match stop {
            Stop::Kill(pid, is_suspended) if *is_suspended == wanted => Some(pid.to_string()),
            _ => None,
        });
        pids.collect()
    };
    let (running, suspended) = (numbers(false), numbers(true));
    if !running.is_empty() {
        lines.push(if cfg!(windows) {
            format!("to stop it: Stop-Process -Id {}", running.join(","))
        } else {
            format!("to stop it: kill {}", running.join(" "))
        });
    }
    if !suspended.is_empty() {
        let pids = suspended.join(" ");
        lines.push(format!("to stop it: kill {pids}; kill -CONT {pids}"));
    }
    lines.extend(stops.iter().filter_map(|stop| match stop {
        Stop::By(command) => Some(format!("to stop it: {command}")),
        Stop::Not(why) => Some(why.clone()),
        Stop::Kill(..) => None,
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::engine::{Network, Published};
    use crate::doctor::holder::Holder;
    use crate::doctor::process::Supervisor;
    use crate::doctor::subject::Subject;
    use crate::doctor::system::System;
    use crate::Transport;
    use std::borrow::ToOwned;

    const STATES: [State; 6] = [
        State::Foreign,
        State::Free,
        State::Held,
        State::NotPermitted,
        State::Ours,
        State::Unknown,
    ];

    /// A process of every role, with every kind of supervisor, going on and suspended.
    fn processes() -> Vec<Process> {
        let mut all = Vec::new();
        let supervisors = [
            None,
            Some(Supervisor::new(
                "shop.service",
                Some("systemctl stop shop.service"),
            )),
            Some(Supervisor::new("nodemon (PID 6)", None)),
        ];
        for (pid, name, container) in [
            (7, "redis-server", None),
            (7, "redis-server", Some("4edf61")),
            (7, "docker-proxy", None),
            (7, "kubectl", None),
            (if cfg!(windows) { 4 } else { 1 }, "init", None),
        ] {
            for supervisor in &supervisors {
                for is_suspended in [false, true] {
                    all.push(Process {
                        pid,
                        name: name.to_owned(),
                        container: container.map(ToOwned::to_owned),
                        supervisor: supervisor.clone(),
                        is_suspended,
                        ..Process::default()
                    });
                }
            }
        }
        all
    }

    /// A container of every kin, alone and not, with everybody who can start it again.
    fn claims() -> Vec<Claim> {
        let mut all = Vec::new();
        for kin in [
            Kin::Own,
            Kin::OwnElsewhere,
            Kin::Namesake,
            Kin::Sibling,
            Kin::Stranger,
        ] {
            for (is_alone, is_infra, sharing) in [
                (true, false, None),
                (false, true, None),
                (false, false, Some("books")),
                (false, false, None),
            ] {
                for label in ["none", "PODMAN_SYSTEMD_UNIT", "io.kubernetes.pod.name"] {
                    all.push(Claim {
                        container: Published {
                            engine: "docker",
                            id: "4edf61bfedce".to_owned(),
                            container: "cache".to_owned(),
                            labels: [(label.to_owned(), "x.service".to_owned())].into(),
                            pod: None,
                            is_infra,
                            network: Network::Own,
                            ports: Vec::new(),
                        },
                        kin,
                        sharing: sharing.map(ToOwned::to_owned).into_iter().collect(),
                        is_alone,
                        is_on_host: false,
                        perhaps: None,
                    });
                }
            }
        }
        all
    }

    fn finding(state: State, process: Option<&Process>, claim: Option<&Claim>) -> Finding {
        let subject = Subject::any(6379, Transport::Tcp);
        let mut finding = Finding::new(subject, System::Linux);
        finding.state = state;
        finding.claim = claim.cloned();
        // As if the judge had taken it for a stranger whatever it is.
        finding.strangers = process.map(Process::pid).into_iter().collect();
        finding.holders = Vec::from([Holder {
            address: ([127, 0, 0, 1], 6379).into(),
            transport: Transport::Tcp,
            is_listening: true,
            is_closed: false,
            process: process.cloned(),
            uid: None,
            user: None,
            inode: 0,
        }]);
        finding
    }

    #[test]
    fn nothing_is_stopped_but_a_stranger_that_ends_alone_and_for_good() {
        for state in STATES {
            for process in processes() {
                let lines = lines(&finding(state, Some(&process), None));
                let is_stranger = state == State::Foreign && process.role() == Role::Program;
                let expected = match (is_stranger, process.supervisor(), process.is_suspended()) {
                    (false, ..) => None,
                    (true, None, false) if cfg!(windows) => Some("to stop it: Stop-Process -Id 7"),
                    (true, None, false) => Some("to stop it: kill 7"),
                    (true, None, true) => Some("to stop it: kill 7; kill -CONT 7"),
                    (true, Some(supervisor), _) if supervisor.stop().is_some() => {
                        Some("to stop it: systemctl stop shop.service")
                    }
                    (true, Some(_), _) => {
                        Some("nodemon (PID 6) starts it again, and is to be told instead")
                    }
                };
                let expected: Vec<&str> = expected.into_iter().collect();
                assert_eq!(lines, expected, "{state}: {process:?}");
            }
            // A holder that is not shown.
            assert!(lines(&finding(state, None, None)).is_empty());
        }
    }

    #[test]
    fn no_container_is_stopped_but_a_stranger_that_is_alone_and_ends_for_good() {
        for state in STATES {
            for claim in claims() {
                for process in processes().iter().map(Some).chain([None]) {
                    let lines = lines(&finding(state, process, Some(&claim)));
                    let is_stranger = state == State::Foreign && claim.kin == Kin::Stranger;
                    let is_stopped = lines.iter().any(|line| line.starts_with("to stop it"));
                    let is_supervised = claim.container.supervisor().is_some();
                    assert_eq!(
                        is_stopped,
                        is_stranger && claim.is_alone && !is_supervised,
                        "{state}: {claim:?}: {lines:?}"
                    );
                    let stop = "to stop it: docker stop cache";
                    assert!(!is_stopped || lines == [stop], "{lines:?}");
                    assert!(!lines.concat().contains("kill"), "{lines:?}");
                }
            }
        }
    }

    #[test]
    fn processes_that_are_stopped_in_one_way_share_a_line() {
        let process = |pid, is_suspended| Stop::Kill(pid, is_suspended);
        let stops = [process(3, false), process(4, true), process(5, false)];
        if !cfg!(windows) {
            let expected = ["to stop it: kill 3 5", "to stop it: kill 4; kill -CONT 4"];
            assert_eq!(shown(&stops), expected);
        }
    }
}
