//! What a page says of an endpoint, of whichever kind.

use super::escape::{code, text};
use crate::grammar::address;
use deeplens_ports::{
    AnyContainerEndpoint, AnyEndpoint, AnyPortRange, ConfiguredIn, Conflict, Exposure, Map,
    ProtocolKind, Service, Transport,
};
use std::net::IpAddr;

#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    title: &'static str,
    purpose: &'static str,
    pub(super) note: Option<&'static str>,
    pub(super) service: Service,
    protocol: ProtocolKind,
    pub(super) transport: Transport,
    pub(super) exposure: Exposure,
    pub(super) places: &'static [ConfiguredIn],
    pub(super) deprecated: Option<&'static str>,
    pub(super) same_as: Option<&'static str>,
    pub(super) conflict: Option<Conflict>,
    /// `None` if it is reached on the container network alone.
    pub(super) outside: Option<Outside>,
    /// The address between containers; of a range the host alone.
    pub(super) inside: Option<&'static str>,
}

/// Its ports on a host.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outside {
    pub(super) host: &'static str,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) step: u16,
}

/// What endpoints of every kind have in common.
macro_rules! entry {
    ($it:ident, $($own:tt)*) => {
        Entry {
            name: $it.name(),
            title: $it.title(),
            purpose: $it.purpose(),
            note: $it.note(),
            service: $it.service(),
            protocol: $it.protocol(),
            transport: $it.transport(),
            exposure: $it.exposure(),
            places: $it.configured_in(),
            deprecated: $it.deprecated(),
            $($own)*
        }
    };
}

impl Entry {
    /// By port; those without one come last.
    pub(super) fn all(map: Map) -> Vec<Self> {
        let endpoints = map.endpoints().iter().map(|it| Self::endpoint(*it));
        let ranges = map.ranges().iter().map(|it| Self::range(*it));
        let inside = map.container_endpoints().iter();
        let mut all: Vec<Self> = endpoints.chain(ranges).collect();
        all.sort_by_key(|it| (it.outside.map(|ports| ports.first), it.transport, it.name));
        all.extend(inside.map(|it| Self::container(*it)));
        all
    }

    fn endpoint(it: AnyEndpoint) -> Self {
        let port = Outside {
            host: it.host(),
            first: it.port(),
            last: it.port(),
            step: 1,
        };
        entry! { it,
            same_as: it.same_as(),
            conflict: it.conflict(),
            outside: Some(port),
            inside: it.container().map(|inside| inside.authority()),
        }
    }

    fn range(it: AnyPortRange) -> Self {
        let ports = Outside {
            host: it.host(),
            first: it.first(),
            last: it.last(),
            step: it.step(),
        };
        entry! { it,
            same_as: None,
            conflict: it.conflict(),
            outside: Some(ports),
            inside: it.service().container(),
        }
    }

    fn container(it: AnyContainerEndpoint) -> Self {
        entry! { it,
            same_as: it.same_as(),
            conflict: None,
            outside: None,
            inside: Some(it.authority()),
        }
    }

    /// The title in Markdown, or the name if nobody would see it.
    pub(super) fn title(&self) -> String {
        let title = text(self.title);
        if title.is_empty() {
            text(self.name)
        } else {
            title
        }
    }

    /// Its port or ports on the host: `8080`, `6433–6533`; empty if there are none.
    pub(super) fn ports(&self) -> String {
        self.outside.map_or_else(String::new, |it| it.shown())
    }

    /// Port and title, for lists: `**3000** Grafana`, or the title alone.
    pub(super) fn numbered(&self) -> String {
        let (ports, title) = (self.ports(), self.title());
        match self.transport {
            _ if ports.is_empty() => title,
            Transport::Udp => format!("**{ports}** (UDP) {title}"),
            Transport::Tcp => format!("**{ports}** {title}"),
        }
    }

    /// `HTTP`, `HTTPS over UDP`; of TCP and UDP the name alone.
    pub(super) fn protocol(&self) -> String {
        let name = match self.protocol {
            ProtocolKind::Grpc => "gRPC".to_owned(),
            other => other.as_str().to_uppercase(),
        };
        match self.transport {
            Transport::Udp if name != "UDP" => format!("{name} over UDP"),
            _ => name,
        }
    }

    /// The address between containers, in Markdown.
    pub(super) fn inside(&self) -> String {
        self.inside.map_or_else(String::new, code)
    }

    /// All that the map says of it in sentences, in Markdown; but its note, where that stands beside its conflict.
    pub(super) fn purpose(&self, map: Map) -> String {
        let mut parts = vec![text(self.purpose)];
        if self.conflict.is_none() || self.same_as.is_some() {
            parts.extend(self.note.map(text));
        }
        match self.outside {
            None => parts.push(format!("between containers alone, as {}", self.inside())),
            Some(it) if it.host != map.host() => parts.push(format!("on {}", code(it.host))),
            Some(_) => {}
        }
        parts.extend(
            self.same_as
                .map(|name| format!("second name of {}", code(name))),
        );
        parts.extend(
            self.deprecated
                .map(|reason| format!("deprecated: {}", text(reason))),
        );
        parts.retain(|part| !part.is_empty());
        parts.join("<br>")
    }

    /// Its ports, if they are of the machine that the map is for.
    pub(super) fn here(&self, map: Map) -> Option<Outside> {
        self.outside
            .filter(|it| it.host == map.host() || is_loopback(it.host))
    }
}

fn is_loopback(host: &str) -> bool {
    address::is_local(host) || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl Outside {
    pub(super) fn is_one(self) -> bool {
        self.first == self.last
    }

    /// `8080`, `6433–6533`, `6433–6533 in steps of 2`.
    pub(super) fn shown(self) -> String {
        let Self {
            first, last, step, ..
        } = self;
        match step {
            _ if self.is_one() => first.to_string(),
            1 => format!("{first}–{last}"),
            _ => format!("{first}–{last} in steps of {step}"),
        }
    }

    pub(super) fn numbers(self) -> impl Iterator<Item = u16> {
        (self.first..=self.last).step_by(usize::from(self.step))
    }
}

/// Where a port is set: a file, and the key in it.
pub(super) fn place(it: &ConfiguredIn) -> String {
    let file = code(it.file());
    match it.key() {
        Some(key) => format!("{file} ({})", code(key)),
        None => file,
    }
}
