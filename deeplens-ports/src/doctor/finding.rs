//! What was found on a port.

use super::advice;
use super::holder::Holder;
use super::probe::{self, Probe};
use super::subject::Subject;
use crate::serialize::object;
use crate::{AnyEndpoint, Transport};
use core::fmt;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

/// What a port is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// A server can bind it.
    Free,
    /// What should hold it does, and nobody else: the container of the map, or processes of the names that it gives.
    Ours,
    /// Something else holds it.
    Foreign,
    /// Nobody listens, but a connection or a socket that is bound keeps it.
    Held,
    /// Nobody is on it, and this user may not bind it, or nobody may.
    NotPermitted,
    /// It is held, and it cannot be told by whom.
    Unknown,
}

impl State {
    /// Its name, as in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Ours => "ours",
            Self::Foreign => "foreign",
            Self::Held => "held",
            Self::NotPermitted => "not-permitted",
            Self::Unknown => "unknown",
        }
    }

    /// Whether all is well: the port is free or its service's own.
    #[must_use]
    pub const fn is_well(self) -> bool {
        matches!(self, Self::Free | Self::Ours)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A container that publishes ports, as its engine says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub(super) engine: &'static str,
    pub(super) container: String,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) transport: Transport,
}

impl Published {
    /// The command of the engine: `podman` or `docker`.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        self.engine
    }

    /// The name of the container.
    #[must_use]
    pub fn container(&self) -> &str {
        &self.container
    }

    pub(super) fn has(&self, (port, transport): (u16, Transport)) -> bool {
        self.transport == transport && (self.first..=self.last).contains(&port)
    }
}

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
/// | `holders` | a list of objects with `address`, `listening`, `uid`, `pid`, `process` and `path`, null where not known |
/// | `container` | null, or an object with `engine` and `name` |
/// | `free_alternatives` | the alternatives of the map that are free now |
/// | `advice` | what to do, a list of lines for people |
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(super) subject: Subject,
    pub(super) state: State,
    pub(super) holders: Vec<Holder>,
    pub(super) container: Option<Published>,
    /// Why it cannot be told, or be bound.
    pub(super) reason: Option<String>,
    pub(super) free_alternatives: Vec<u16>,
}

impl Finding {
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

    /// The container that publishes the port.
    #[must_use]
    pub fn container(&self) -> Option<&Published> {
        self.container.as_ref()
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
        let container = self.container.as_ref();
        let container = container.map(|it| format!("container {} of {}", it.container, it.engine));
        let holder = container.or_else(|| (!self.holders.is_empty()).then(|| self.held_by()));
        match (holder, self.reason.clone()) {
            (Some(holder), Some(reason)) => format!("{holder}: {reason}"),
            (Some(text), None) | (None, Some(text)) => text,
            (None, None) => String::new(),
        }
    }

    /// The same in fewer words, for a cell of a table: without the reason where there is a holder.
    #[must_use]
    pub fn held_by(&self) -> String {
        if let Some(published) = &self.container {
            return published.container.clone();
        }
        let Some(first) = self.holders.first() else {
            return match (self.state, &self.reason) {
                (State::Held, _) => "a bound socket".into(),
                (State::NotPermitted, _) => "nobody".into(),
                (_, Some(_)) => "not known".into(),
                (_, None) => String::new(),
            };
        };
        let pids = advice::pids(&self.holders);
        match pids.len() {
            0 | 1 => first.who(),
            count => format!("{} and {} more", first.who(), count - 1),
        }
    }

    /// What to do, a line each, in the order in which to try: who holds it, who is commonly there, how to stop the
    /// holder, where to move the service and where that is set. Empty where all is well.
    #[must_use]
    pub fn advice(&self) -> Vec<String> {
        advice::lines(self)
    }

    pub(super) fn with_free_alternatives(mut self) -> Self {
        if !self.state.is_well() {
            let alternatives = self
                .subject
                .conflict()
                .map_or(&[][..], |it| it.alternatives());
            let transport = self.subject.transport();
            let is_free = |port: &u16| probe::probe(*port, transport) == Probe::Free;
            self.free_alternatives = alternatives.iter().copied().filter(is_free).collect();
        }
        self
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Finding", {
            "name": self.subject.name(),
            "port": self.port(),
            "transport": self.subject.transport(),
            "state": self.state.as_str(),
            "summary": self.summary(),
            "holders": self.holders,
            "container": self.container,
            "free_alternatives": self.free_alternatives,
            "advice": self.advice(),
        })
    }
}

impl Serialize for Holder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let process = self.process();
        object!(serializer, "Holder", {
            "address": self.address().to_string(),
            "transport": self.transport(),
            "listening": self.is_listening(),
            "uid": self.uid(),
            "pid": process.map(|process| process.pid()),
            "process": process.map(|process| process.name()),
            "path": process.and_then(|process| process.path()).map(|path| path.to_string_lossy()),
        })
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Published", {
            "engine": self.engine(),
            "name": self.container(),
        })
    }
}
