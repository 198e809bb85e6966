//! What each party on a port is to its service, and what that makes of the port.

use super::publisher;
use crate::doctor::claim::Claim;
use crate::doctor::finding::Finding;
use crate::doctor::holder::Holder;
use crate::doctor::kin::{self, Kin};
use crate::doctor::process::{Known, Process, Role};
use crate::doctor::sight::Sight;
use crate::doctor::state::State;
use crate::doctor::subject::Subject;
use std::format;
use std::string::String;
use std::vec::Vec;

/// What a party on a port is to the service that should be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It cannot be told.
    Doubtful(String),
    /// Its own, perhaps with what is to be known of that.
    Its(Option<String>),
    /// Something else: the process, if it is one, and what is known of a container.
    Stranger(Option<u32>, Option<String>),
}

/// The verdict on each listener, and on the container that the engines name.
pub(super) fn of(subject: Subject, finding: &Finding, sight: &Sight) -> Vec<Verdict> {
    let listeners: Vec<&Holder> = finding
        .holders
        .iter()
        .filter(|it| it.is_listening())
        .collect();
    let its = Its::among(subject, &listeners);
    let mut verdicts = Vec::new();
    for holder in &listeners {
        let is_alone = listeners.iter().all(|it| it.process().is_none());
        let verdict = match holder.process() {
            None if finding.claim.is_some() => continue,
            None => Verdict::Doubtful(hidden(subject, sight, is_alone)),
            Some(process) => match its.is_known(holder, process) {
                Some(reason) => Verdict::Its(reason),
                None => match of_role(subject, process, finding, sight) {
                    Some(verdict) => verdict,
                    None => continue,
                },
            },
        };
        if !verdicts.contains(&verdict) {
            verdicts.push(verdict);
        }
    }
    verdicts.extend(finding.claim.as_ref().map(|it| of_claim(subject, it)));
    verdicts
}

/// A process that is not known by its name; `None` where the claim of a container says what it is.
fn of_role(
    subject: Subject,
    process: &Process,
    finding: &Finding,
    sight: &Sight,
) -> Option<Verdict> {
    let doubtful = |text: &str| Some(Verdict::Doubtful(text.into()));
    match process.role() {
        Role::Contained | Role::Relay if finding.claim.is_some() => None,
        Role::Contained => {
            let id: String = process
                .container()
                .unwrap_or_default()
                .chars()
                .take(12)
                .collect();
            doubtful(&format!(
                "it is in the container {id}, which no engine here names"
            ))
        }
        Role::Relay => doubtful("it passes connections on, and no container engine says to whom"),
        Role::Forwarder => doubtful("it passes connections on, and does not say to whom"),
        Role::System => doubtful("the system holds it for a service"),
        Role::Program => Some(match publisher::on_host(subject, &sight.engines) {
            Some(own) => Verdict::Doubtful(may_be(own.container())),
            None => Verdict::Stranger(Some(process.pid()), None),
        }),
    }
}

fn may_be(container: &str) -> String {
    format!("the container {container} runs with the network of the host, and may be it")
}

/// A listener whose process is not shown, and of which no engine knows.
fn hidden(subject: Subject, sight: &Sight, is_alone: bool) -> String {
    if let Some(own) = publisher::on_host(subject, &sight.engines) {
        return may_be(own.container());
    }
    let text = match (sight.table.sees_all, is_alone) {
        (true, _) => {
            "no process has it: it is the kernel's, as of NFS or WireGuard, or of another namespace"
        }
        (false, true) => "its process is not shown to this user, or is in a container",
        (false, false) => "another process is on it, which is not shown to this user",
    };
    text.into()
}

fn of_claim(subject: Subject, claim: &Claim) -> Verdict {
    let container = &claim.container;
    let reason = kin::reason(subject, container, claim.kin);
    match (claim.kin, &claim.perhaps) {
        (Kin::Own | Kin::OwnElsewhere, _) => Verdict::Its(reason),
        (_, Some(own)) => Verdict::Doubtful(format!(
            "{own} runs without a network of its own, and may have that of {}",
            container.container()
        )),
        _ => Verdict::Stranger(None, reason),
    }
}

/// The processes of the service among the listeners.
struct Its {
    known: Vec<(u32, u64, Option<String>)>,
}

impl Its {
    fn among(subject: Subject, listeners: &[&Holder]) -> Self {
        let known = listeners.iter().filter_map(|holder| {
            let process = holder.process()?;
            let (known, name) = subject.knows(process)?;
            let is_weak = known == Known::Interpreter;
            let reason = is_weak
                .then(|| format!("known by the name `{name}` alone, which all that it runs has"));
            Some((process.pid(), holder.inode, reason))
        });
        Self {
            known: known.collect(),
        }
    }

    /// One of them, or a worker that has its socket from one.
    fn is_known(&self, holder: &Holder, process: &Process) -> Option<Option<String>> {
        let is_its = |pid: u32| self.known.iter().find(|(its, ..)| *its == pid);
        let has_its_socket =
            |(_, inode, _): &&(u32, u64, Option<String>)| *inode != 0 && *inode == holder.inode;
        let found = is_its(process.pid())
            .or_else(|| self.known.iter().find(has_its_socket))
            .or_else(|| is_its(process.parent()?.pid()))?;
        Some(found.2.clone())
    }
}

/// The processes that are something else.
pub(super) fn strangers(verdicts: &[Verdict]) -> Vec<u32> {
    let pids = verdicts.iter().filter_map(|verdict| match verdict {
        Verdict::Stranger(pid, _) => *pid,
        Verdict::Doubtful(_) | Verdict::Its(_) => None,
    });
    pids.collect()
}

/// One stranger is enough to keep the service from its port; one doubt, to say nothing of it.
pub(super) fn state(subject: Subject, verdicts: &[Verdict]) -> (State, Option<String>) {
    let mut reason = None;
    let mut state = State::Ours;
    for verdict in verdicts {
        let (found, why) = match verdict {
            Verdict::Its(why) => (State::Ours, why.clone()),
            Verdict::Doubtful(why) => (State::Unknown, Some(why.clone())),
            Verdict::Stranger(_, why) if is_claimed(subject) => (State::Foreign, why.clone()),
            Verdict::Stranger(..) => (State::Unknown, Some(UNCLAIMED.into())),
        };
        let is_worse = weight(found) > weight(state);
        if is_worse || (found == state && reason.is_none()) {
            (state, reason) = (found, why);
        }
    }
    (state, reason)
}

fn weight(state: State) -> u8 {
    match state {
        State::Foreign => 2,
        State::Unknown => 1,
        _ => 0,
    }
}

const UNCLAIMED: &str = "the map does not say by `process` or `container` who should be";

/// Whether it is known who should hold it. On a port that is in no map, everybody is a stranger.
fn is_claimed(subject: Subject) -> bool {
    !subject.process().is_empty() || subject.container().is_some() || subject.name().is_none()
}
