//! What to do about a port: a function of what was found, and of nothing else.

mod about;
mod stop;

pub(super) use stop::of_instances as stop;

use super::finding::Finding;
use super::privilege;
use super::state::State;
use super::system::System;
use crate::{AnyEndpoint, Transport};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

impl Finding {
    /// What to do, a line each, in the order in which to try: who holds it, who is commonly there, how to stop the
    /// holder, where to move the service and where that is set. Of a port that is its service's own only what is to be
    /// known of that; empty for a free one.
    #[must_use]
    pub fn advice(&self) -> Vec<String> {
        lines(self)
    }
}

fn lines(finding: &Finding) -> Vec<String> {
    match finding.state() {
        State::Free => return Vec::new(),
        State::Ours => return of_own(finding),
        _ => {}
    }
    let mut lines = about::lines(finding);
    lines.extend(finding.reason().map(ToString::to_string));
    lines.extend(finding.elsewhere.iter().cloned());
    if finding.state() == State::NotPermitted {
        lines.extend(privilege::ways_out(finding.port()));
    }
    lines.extend(stop::lines(finding));
    lines.extend(reveal(finding));
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

/// Of a service on its own port: by what weak sign it is known, and why it may not answer.
fn of_own(finding: &Finding) -> Vec<String> {
    let mut lines: Vec<String> = finding
        .reason()
        .map(ToString::to_string)
        .into_iter()
        .collect();
    let suspended = finding.processes().filter(|it| it.is_suspended());
    lines.extend(suspended.map(about::suspended));
    lines.dedup();
    lines
}

/// The command that shows what is not shown to this user here.
fn reveal(finding: &Finding) -> Option<String> {
    let port = finding.port();
    let is_hidden = finding.holders().iter().any(|it| it.process().is_none());
    let is_unseen =
        finding.holders().is_empty() && finding.claim.is_none() && finding.subject().is_here();
    if finding.state() != State::Unknown || !(is_hidden || is_unseen) {
        return None;
    }
    let table = match finding.subject().transport() {
        Transport::Tcp => "-ltnp",
        Transport::Udp => "-lunp",
    };
    match finding.system {
        System::Wsl if is_unseen => Some(format!(
            "to see who it is, in Windows: netstat -ano | findstr :{port}"
        )),
        System::Windows => is_unseen.then(|| WITHOUT_ROW.into()),
        _ if !is_hidden || finding.sees_all => None,
        System::Linux | System::Wsl => Some(format!(
            "to see who it is: sudo ss {table} 'sport = :{port}'"
        )),
        System::Other => Some(format!("to see who it is: sudo lsof -nP -i :{port}")),
    }
}

const WITHOUT_ROW: &str = "without a row: a socket that does not listen, WSL, or an excluded range (netsh int ipv4 show excludedportrange tcp)";

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
