//! What to do about a port that is not free.

use super::engine::is_relay;
use super::finding::{Finding, Published, State};
use super::holder::{Holder, Process};
use super::privilege;
use crate::{AnyEndpoint, Transport};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

pub(super) fn lines(finding: &Finding) -> Vec<String> {
    if finding.state().is_well() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    held(finding, &mut lines);
    stop(finding, &mut lines);
    reveal(finding, &mut lines);
    let subject = finding.subject();
    if let Some(conflict) = subject.conflict() {
        if !conflict.with().is_empty() {
            lines.push(format!("commonly here: {}", conflict.with().join(", ")));
        }
        lines.extend(conflict.mitigation().map(|it| format!("mitigation: {it}")));
        lines.push(alternatives(finding, conflict.alternatives()));
    }
    let places = subject.configured_in().iter();
    lines.extend(places.map(|place| format!("the port is set in {place}")));
    lines.extend(
        finding
            .endpoint()
            .map(|it| variables(it, finding.free_alternatives())),
    );
    lines
}

fn held(finding: &Finding, lines: &mut Vec<String>) {
    if let Some(container) = finding.container() {
        let (name, engine) = (container.container(), container.engine());
        lines.push(format!("published by the container {name} of {engine}"));
    }
    let mut holders: Vec<&Holder> = finding.holders().iter().collect();
    while let Some(first) = holders.first().copied() {
        // One process can hold the port on several addresses.
        let (same, others): (Vec<_>, Vec<_>) =
            holders.into_iter().partition(|it| is_same(it, first));
        let addresses = same.iter().skip(1).map(|it| format!(", {}", it.address()));
        lines.push(format!("held by {first}{}", addresses.collect::<String>()));
        holders = others;
        if lines.len() > SHOWN && !holders.is_empty() {
            lines.push(format!("and by {} more", holders.len()));
            break;
        }
    }
    let reason = finding.reason.as_deref();
    lines.extend(reason.map(ToString::to_string));
    if finding.state() == State::NotPermitted {
        lines.extend(privilege::ways_out(finding.port()));
    }
}

fn is_same(a: &Holder, b: &Holder) -> bool {
    (a.process(), a.uid(), a.is_listening()) == (b.process(), b.uid(), b.is_listening())
}

/// Of a server with many processes, the first are enough.
const SHOWN: usize = 3;

/// The command that stops the holder, for the reader to run.
fn stop(finding: &Finding, lines: &mut Vec<String>) {
    if !matches!(finding.state(), State::Foreign | State::Held) {
        return;
    }
    if let Some(container) = finding.container() {
        lines.push(stop_container(container));
        return;
    }
    let is_stranger = |process: &&Process| !finding.subject().is_its(process) && !is_relay(process);
    let open = finding.holders().iter().filter(|it| !it.is_closed());
    let strangers = open.filter_map(Holder::process).filter(is_stranger);
    let (of_system, pids): (Vec<u32>, Vec<u32>) = each_once(strangers)
        .into_iter()
        .partition(|pid| is_of_system(*pid));
    if !of_system.is_empty() {
        lines.push(OF_SYSTEM.into());
    }
    if !pids.is_empty() {
        lines.push(stop_processes(&pids));
    }
}

pub(super) fn stop_container(container: &Published) -> String {
    let (name, engine) = (container.container(), container.engine());
    format!("to stop it: {engine} stop {name}")
}

pub(super) fn stop_processes(pids: &[u32]) -> String {
    let pids: Vec<String> = pids.iter().map(u32::to_string).collect();
    if cfg!(windows) {
        format!("to stop it: Stop-Process -Id {}", pids.join(","))
    } else {
        format!("to stop it: kill {}", pids.join(" "))
    }
}

/// Whether it is a process of the system itself, which holds ports for others and is not stopped for that.
fn is_of_system(pid: u32) -> bool {
    if cfg!(windows) {
        matches!(pid, 0 | 4)
    } else {
        pid <= 1
    }
}

const OF_SYSTEM: &str = if cfg!(windows) {
    "the system holds it for others: netsh http show servicestate"
} else if cfg!(target_os = "linux") {
    "the service manager holds it for a service: systemctl list-sockets"
} else {
    "launchd holds it for a service: sudo launchctl list"
};

/// The command that shows to root what is not shown to this user.
fn reveal(finding: &Finding, lines: &mut Vec<String>) {
    let is_hidden = finding.holders().iter().any(|it| it.process().is_none());
    if finding.state() != State::Unknown || !is_hidden || cfg!(windows) {
        return;
    }
    let port = finding.port();
    let table = match finding.subject().transport() {
        Transport::Tcp => "-ltnp",
        Transport::Udp => "-lunp",
    };
    lines.push(if cfg!(target_os = "linux") {
        format!("to see who it is: sudo ss {table} 'sport = :{port}'")
    } else {
        format!("to see who it is: sudo lsof -nP -i :{port}")
    });
}

/// The processes, each once: a server can have many.
pub(super) fn pids(holders: &[Holder]) -> Vec<u32> {
    each_once(holders.iter().filter_map(Holder::process))
}

pub(super) fn each_once<'a>(processes: impl Iterator<Item = &'a Process>) -> Vec<u32> {
    let mut pids = Vec::new();
    for process in processes {
        if !pids.contains(&process.pid()) {
            pids.push(process.pid());
        }
    }
    pids
}

fn alternatives(finding: &Finding, all: &[u16]) -> String {
    let list = |ports: &[u16]| {
        let ports: Vec<String> = ports.iter().map(u16::to_string).collect();
        ports.join(", ")
    };
    let free = finding.free_alternatives();
    if all.is_empty() {
        "the map names no alternative".into()
    } else if !finding.subject().is_here() {
        format!("alternatives: {}", list(all))
    } else if free.is_empty() {
        format!("no alternative is free: {}", list(all))
    } else {
        format!("free alternatives: {}", list(free))
    }
}

/// A container's port is moved where it is published, and its clients are told; a process is told itself.
pub(super) fn variables(endpoint: AnyEndpoint, free: &[u16]) -> String {
    let port = free.first().map_or("PORT".into(), u16::to_string);
    let variable = endpoint.variables().addr();
    let who = match endpoint.container() {
        Some(_) => "clients are",
        None => "the server and its clients are",
    };
    format!("{who} told of another by {variable}=:{port}")
}
