//! From what was seen to what it means.

mod publisher;
mod verdict;

use super::engine::Engines;
use super::finding::Finding;
use super::holder::Holder;
use super::probe::Probe;
use super::sight::Sight;
use super::sockets::Table;
use super::state::State;
use super::subject::Subject;
use super::system::System;
use std::format;
use std::string::String;
use std::vec::Vec;

/// `probe` is `None` for a port of another machine.
pub(super) fn judge(subject: Subject, probe: Option<&Probe>, sight: &Sight) -> Finding {
    let mut finding = Finding::new(subject, sight.system);
    let Some(probe) = probe else {
        let host = subject.host().unwrap_or_default();
        finding.reason = Some(format!("it is on the host {host}, not on this machine"));
        return finding;
    };
    finding.sees_all = sight.table.sees_all;
    let is_kept = *probe == Probe::Reusable && sight.table.at(subject.place()).next().is_none();
    let is_free = matches!(probe, Probe::Free | Probe::Reusable) && !is_kept;
    if !is_free {
        finding.holders = holders(subject, &sight.table);
    }
    finding.claim = publisher::of(subject, &finding.holders, &sight.engines);
    let (state, reason) = match probe {
        _ if finding.claim.is_some() || finding.holders.iter().any(Holder::is_listening) => {
            let verdicts = verdict::of(subject, &finding, sight);
            finding.strangers = verdict::strangers(&verdicts);
            verdict::state(subject, &verdicts)
        }
        _ if is_free => (State::Free, None),
        Probe::Failed(error) => (State::Unknown, Some(error.clone())),
        Probe::Denied if finding.holders.iter().all(Holder::is_closed) => {
            // What was closed would not keep others from it.
            finding.holders.clear();
            (State::NotPermitted, Some(NOT_PERMITTED.into()))
        }
        _ => without_listener(&finding.holders, sight),
    };
    finding.state = state;
    finding.reason = reason;
    finding.elsewhere = elsewhere(&finding, &sight.engines);
    finding
}

/// The sockets that keep others from the port.
fn holders(subject: Subject, table: &Table) -> Vec<Holder> {
    let mut holders: Vec<Holder> = table.at(subject.place()).cloned().collect();
    if holders.iter().any(Holder::is_listening) {
        // Connections to a listener have its port too.
        holders.retain(Holder::is_listening);
    } else if !holders.iter().all(Holder::is_closed) {
        holders.retain(|holder| !holder.is_closed());
    }
    holders
}

/// Of a port that is taken, and that nobody listens on.
fn without_listener(holders: &[Holder], sight: &Sight) -> (State, Option<String>) {
    let (state, reason) = if holders.is_empty() {
        match sight.system {
            System::Wsl => (State::Unknown, NO_ROW_OF_WSL),
            _ if sight.table.is_whole => (State::Held, BOUND),
            System::Windows => (State::Unknown, NO_ROW),
            System::Linux | System::Other => (State::Unknown, NOT_SHOWN),
        }
    } else if holders.iter().all(Holder::is_closed) {
        (State::Held, "it keeps the port for up to a minute")
    } else {
        return (State::Held, None);
    };
    (state, Some(reason.into()))
}

const BOUND: &str = "a socket is bound to it and does not listen; its process is not shown";
const NOT_PERMITTED: &str = "nobody is on it, and this user may not bind it";
const NOT_SHOWN: &str = "it is in use, and its holder is not shown to this user";
const NO_ROW: &str = "it is in use, and no row of the system's table says by whom";
const NO_ROW_OF_WSL: &str =
    "it is in use, and no socket is shown: one may be bound to it here, or it is held in Windows";

/// The engines that could not be asked of this machine, where that may be why nothing is known.
fn elsewhere(finding: &Finding, engines: &Engines) -> Vec<String> {
    if finding.state != State::Unknown {
        return Vec::new();
    }
    let answers = engines.elsewhere.iter();
    answers
        .map(|(engine, host)| format!("{engine} answers for {host}, not for this machine"))
        .collect()
}
