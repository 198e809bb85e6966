//! What was found on a port.

use super::claim::Claim;
use super::engine::Published;
use super::holder::Holder;
use super::kin::Kin;
use super::process::Process;
use super::state::State;
use super::subject::Subject;
use super::system::System;
use crate::AnyEndpoint;
use std::format;
use std::string::String;
use std::vec::Vec;

/// What was found on a port, see [`check`](super::check).
///
/// With `serde` it is an object; `deeplens-ports check --format json` prints a list of these:
///
/// | key | value |
/// | --- | --- |
/// | `name` | the name in the map; null for a port that is not in it |
/// | `port`, `transport` | 1 to 65535; `tcp` or `udp` |
/// | `state` | `free`, `ours`, `foreign`, `held`, `not-permitted` or `unknown` |
/// | `summary` | the state in words |
/// | `reason` | why it is so, where there is more to say than the state; else null |
/// | `holders` | a list of objects, see below |
/// | `container` | null, or an object with `engine`, `id`, `name`, `project` and `service` (of Compose), `pod`, `labels` and `shares_network_with` |
/// | `free_alternatives` | the alternatives of the map that are free now |
/// | `advice` | what to do, a list of lines for people |
///
/// A holder has `address`, `transport`, `listening`, `closed`, `uid` and `user` of the socket, and of its process what is
/// known: `pid`, `process` (its name), `path`, `command_line` (a list of words, without secrets), `folder`, `since`
/// (seconds since 1970), `parent` (`pid` and `name`), `supervisor` (`name` and `stop`), `suspended`, and `container`, the
/// number of the one that it runs in. What is not known is null.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(super) subject: Subject,
    pub(super) state: State,
    pub(super) holders: Vec<Holder>,
    pub(super) claim: Option<Claim>,
    /// The processes that are something else than the service.
    pub(super) strangers: Vec<u32>,
    /// Why it cannot be told, or be bound, or by what it is known.
    pub(super) reason: Option<String>,
    /// The engines that answer for other machines, a sentence each.
    pub(super) elsewhere: Vec<String>,
    pub(super) system: System,
    /// Whether root would see no more.
    pub(super) sees_all: bool,
    pub(super) free_alternatives: Vec<u16>,
}

impl Finding {
    /// Of a port of which nothing is known yet.
    pub(super) fn new(subject: Subject, system: System) -> Self {
        Self {
            subject,
            state: State::Unknown,
            holders: Vec::new(),
            claim: None,
            strangers: Vec::new(),
            reason: None,
            elsewhere: Vec::new(),
            system,
            sees_all: false,
            free_alternatives: Vec::new(),
        }
    }

    /// What was asked about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The endpoint of the map, if it is one.
    #[must_use]
    pub fn endpoint(&self) -> Option<AnyEndpoint> {
        self.subject.endpoint()
    }

    /// The number of the port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.subject.port()
    }

    /// What the port is.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// The sockets on the port, listeners first; empty where none can be seen.
    #[must_use]
    pub fn holders(&self) -> &[Holder] {
        &self.holders
    }

    /// The container that the port leads to: it publishes it, or its process holds it on the network of the host.
    #[must_use]
    pub fn container(&self) -> Option<&Published> {
        self.claim.as_ref().map(|claim| &claim.container)
    }

    /// What is to be known besides the state: why it cannot be told or be bound, or by what weak sign the service is
    /// known.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// The [alternatives](crate::Endpoint::alternatives) of the map that are free now, best first. Looked up only
    /// where the port is neither free nor its service's own.
    #[must_use]
    pub fn free_alternatives(&self) -> &[u16] {
        &self.free_alternatives
    }

    /// Who holds it, or why it cannot be bound or told, in a few words without an end; empty for a free port.
    #[must_use]
    pub fn summary(&self) -> String {
        match (self.holder(), &self.reason) {
            (Some(holder), Some(reason)) => format!("{holder}: {reason}"),
            (Some(text), None) => text,
            (None, Some(text)) => text.clone(),
            (None, None) => String::new(),
        }
    }

    /// The container or the processes, without a reason.
    pub(super) fn holder(&self) -> Option<String> {
        let container = self.container();
        let container = container.map(|it| format!("container {} of {}", it.container, it.engine));
        container.or_else(|| (!self.holders.is_empty()).then(|| self.held_by()))
    }

    /// The same in fewer words, for a cell of a table: without the reason where there is a holder.
    #[must_use]
    pub fn held_by(&self) -> String {
        if let Some(claim) = &self.claim {
            let project = claim.container.project();
            let is_other = claim.kin != Kin::Own && claim.kin != Kin::Sibling;
            return match project.filter(|_| is_other) {
                Some(project) => format!("{} of {project}", claim.container.container),
                None => claim.container.container.clone(),
            };
        }
        let Some(first) = self.holders.first() else {
            return match (self.state, &self.reason) {
                (State::Held, _) => "a bound socket".into(),
                (State::NotPermitted, _) => "nobody".into(),
                (_, Some(_)) => "not known".into(),
                (_, None) => String::new(),
            };
        };
        let mut pids: Vec<u32> = self.processes().map(Process::pid).collect();
        pids.sort_unstable();
        pids.dedup();
        match pids.len() {
            0 | 1 => first.who(),
            count => format!("{} and {} more", first.who(), count - 1),
        }
    }

    /// The processes that are shown, one for each holder.
    pub(super) fn processes(&self) -> impl Iterator<Item = &Process> {
        self.holders.iter().filter_map(Holder::process)
    }
}
