//! `Serialize` for what was found; the keys are described at [`Finding`].

use super::process::Supervisor;
use super::{Finding, Holder, Parent, Published};
use crate::serialize::object;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::string::ToString;
use std::time::SystemTime;

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Finding", {
            "name": self.subject.name(),
            "port": self.port(),
            "transport": self.subject.transport(),
            "state": self.state.as_str(),
            "summary": self.summary(),
            "reason": self.reason,
            "holders": self.holders,
            "container": self.claim.as_ref().map(|claim| Shared(&claim.container, &claim.sharing)),
            "free_alternatives": self.free_alternatives,
            "advice": self.advice(),
        })
    }
}

impl Serialize for Holder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let process = self.process();
        let path = process
            .and_then(|it| it.path())
            .map(|it| it.to_string_lossy());
        let folder = process
            .and_then(|it| it.folder())
            .map(|it| it.to_string_lossy());
        let since = process.and_then(|it| it.since());
        let since = since.and_then(|it| it.duration_since(SystemTime::UNIX_EPOCH).ok());
        object!(serializer, "Holder", {
            "address": self.address().to_string(),
            "transport": self.transport(),
            "listening": self.is_listening(),
            "closed": self.is_closed(),
            "uid": self.uid(),
            "user": self.user(),
            "pid": process.map(|process| process.pid()),
            "process": process.map(|process| process.name()),
            "path": path,
            "command_line": process.map(|process| process.command_line()),
            "folder": folder,
            "since": since.map(|it| it.as_secs()),
            "parent": process.and_then(|process| process.parent()),
            "supervisor": process.and_then(|process| process.supervisor()),
            "suspended": process.map(|process| process.is_suspended()),
            "container": process.and_then(|process| process.container()),
        })
    }
}

impl Serialize for Parent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Parent", {
            "pid": self.pid(),
            "name": self.name(),
        })
    }
}

impl Serialize for Supervisor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Supervisor", {
            "name": self.name(),
            "stop": self.stop(),
        })
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shared(self, &[]).serialize(serializer)
    }
}

/// A container, and those that share its network.
struct Shared<'a>(&'a Published, &'a [std::string::String]);

impl Serialize for Shared<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let container = self.0;
        object!(serializer, "Published", {
            "engine": container.engine(),
            "id": Some(container.id()).filter(|id| !id.is_empty()),
            "name": container.container(),
            "project": container.project(),
            "service": container.service(),
            "pod": container.pod(),
            "labels": container.labels(),
            "shares_network_with": self.1,
        })
    }
}
