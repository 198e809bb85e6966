//! How the holder of a port is stopped, where that stops nothing else.

use crate::doctor::finding::Finding;
use crate::doctor::judge::Claim;
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
