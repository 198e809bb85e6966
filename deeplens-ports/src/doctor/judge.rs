//! From what was seen to what it means.

use super::engine::is_relay;
use super::finding::{Finding, Published, State};
use super::holder::{Holder, Process};
use super::probe::Probe;
use super::sockets::Table;
use super::subject::Subject;
use std::format;
use std::string::String;
use std::vec::Vec;

/// `probe` is `None` for a port of another machine.
pub(super) fn judge(
    subject: Subject,
    probe: Option<&Probe>,
    table: &Table,
    published: &[Published],
) -> Finding {
    let Some(probe) = probe else {
        let host = subject.host().unwrap_or_default();
        let reason = format!("it is on the host {host}, not on this machine");
        return finding(subject, State::Unknown, Vec::new(), None, Some(reason));
    };
    let place = subject.place();
    let mut holders: Vec<Holder> = match probe {
        Probe::Free => Vec::new(),
        _ => table.at(place).cloned().collect(),
    };
    if holders.iter().any(Holder::is_listening) {
        // Connections to a listener have its port too.
        holders.retain(Holder::is_listening);
    } else if !holders.iter().all(Holder::is_closed) {
        holders.retain(|holder| !holder.is_closed());
    }
    let container = published
        .iter()
        .find(|published| published.has(place))
        // A native process on the port is who it is, whatever an engine believes.
        .filter(|_| !holders.iter().any(is_native))
        .cloned();
    let (state, reason) = match (probe, &container) {
        (_, Some(container)) if subject.container() == Some(container.container()) => {
            (State::Ours, None)
        }
        (_, Some(_)) if is_claimed(subject) => (State::Foreign, None),
        (_, Some(_)) => (State::Unknown, Some(UNCLAIMED.into())),
        (Probe::Free, None) => (State::Free, None),
        (Probe::Failed(error), None) => (State::Unknown, Some(error.clone())),
        (Probe::Denied, None) if holders.iter().all(Holder::is_closed) => {
            // What was closed would not keep others from it.
            holders.clear();
            let reason = "nobody is on it, and this user may not bind it";
            (State::NotPermitted, Some(reason.into()))
        }
        (Probe::Busy | Probe::Denied, None) => of_holders(subject, &holders, table.is_whole),
    };
    finding(subject, state, holders, container, reason)
}

fn finding(
    subject: Subject,
    state: State,
    holders: Vec<Holder>,
    container: Option<Published>,
    reason: Option<String>,
) -> Finding {
    Finding {
        subject,
        state,
        holders,
        container,
        reason,
        free_alternatives: Vec::new(),
    }
}

fn is_native(holder: &Holder) -> bool {
    holder.is_listening() && holder.process().is_some_and(|process| !is_relay(process))
}

fn of_holders(subject: Subject, holders: &[Holder], is_whole: bool) -> (State, Option<String>) {
    if holders.is_empty() && is_whole {
        let reason = "a socket is bound to it and does not listen; its process is not shown";
        return (State::Held, Some(reason.into()));
    }
    if holders.is_empty() {
        let reason = "it is in use, and its holder is not shown to this user";
        return (State::Unknown, Some(reason.into()));
    }
    if holders.iter().all(Holder::is_closed) {
        let reason = "it keeps the port for up to a minute";
        return (State::Held, Some(reason.into()));
    }
    if !holders.iter().any(Holder::is_listening) {
        return (State::Held, None);
    }
    let known: Vec<_> = holders.iter().filter_map(Holder::process).collect();
    if known.is_empty() {
        let reason = "its process is not shown to this user, or is in a container";
        return (State::Unknown, Some(reason.into()));
    }
    let is_ours = |process: &&Process| subject.is_its(process);
    let is_stranger = |process: &&Process| !subject.is_its(process) && !is_relay(process);
    if known.iter().any(is_stranger) {
        return if is_claimed(subject) {
            (State::Foreign, None)
        } else {
            (State::Unknown, Some(UNCLAIMED.into()))
        };
    }
    if !known.iter().any(is_ours) {
        let reason = "it passes connections on, and no container engine says to whom";
        return (State::Unknown, Some(reason.into()));
    }
    if known.len() < holders.len() {
        let reason = "another process is on it, which is not shown to this user";
        return (State::Unknown, Some(reason.into()));
    }
    (State::Ours, None)
}

const UNCLAIMED: &str = "the map does not say by `process` or `container` who should be";

/// Whether it is known who should hold it. On a port that is in no map, everybody is a stranger.
fn is_claimed(subject: Subject) -> bool {
    !subject.process().is_empty() || subject.container().is_some() || subject.name().is_none()
}
