//! The facts of an endpoint or a range, as the compiler writes them.
//!
//! The comparison of two endpoints compares their records, field by field in this order: by port, transport
//! and name, which no two endpoints of one map share.

use crate::details::Details;
use crate::facts::Variables;
use crate::owner::Service;
use crate::protocol::{ProtocolKind, Transport};
use core::hash::{Hash, Hasher};

#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    pub(crate) port: u16,
    pub(crate) transport: Transport,
    pub(crate) name: &'static str,
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) protocol: ProtocolKind,
    pub(crate) authority: &'static str,
    pub(crate) url: &'static str,
    pub(crate) addr: &'static str,
    pub(crate) listen: &'static str,
    pub(crate) service: Service,
    pub(crate) inside: Inside,
    pub(crate) details: &'static Details,
    /// The last port and the distance of two ports; of a single port, itself and 1.
    pub(crate) last: u16,
    pub(crate) step: u16,
}

/// A place on the container network; for what is not there, [`Inside::NOWHERE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Inside {
    pub(crate) host: &'static str,
    pub(crate) port: u16,
    pub(crate) authority: &'static str,
    pub(crate) url: &'static str,
}

impl Inside {
    /// No endpoint has port 0.
    const NOWHERE: Self = Self {
        host: "",
        port: 0,
        authority: "",
        url: "",
    };

    pub(crate) const fn is_somewhere(self) -> bool {
        self.port != Self::NOWHERE.port
    }
}

/// Equal records have one port and one name, so these two are enough.
impl Hash for Record {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.port.hash(state);
        self.name.hash(state);
    }
}

/// The constructors of records, one for each protocol, named as in `ports.toml`.
macro_rules! constructors {
    ($($name:ident $kind:ident $transport:ident;)*) => {$(
        #[doc(hidden)]
        #[must_use]
        pub const fn $name(service: Service, details: &'static Details, port: u16) -> Record {
            Record {
                port,
                transport: Transport::$transport,
                name: "",
                id: "",
                title: "",
                purpose: "",
                protocol: ProtocolKind::$kind,
                authority: "",
                url: "",
                addr: "",
                listen: "",
                service,
                inside: Inside::NOWHERE,
                details,
                last: port,
                step: 1,
            }
        }
    )*};
}

constructors! {
    grpc Grpc Tcp;
    http Http Tcp;
    https Https Tcp;
    tcp Tcp Tcp;
    udp Udp Udp;
}

#[doc(hidden)]
impl Record {
    #[must_use]
    pub const fn named(
        mut self,
        name: &'static str,
        id: &'static str,
        title: &'static str,
        purpose: &'static str,
    ) -> Self {
        self.name = name;
        self.id = id;
        self.title = title;
        self.purpose = purpose;
        self
    }

    #[must_use]
    pub const fn over_udp(mut self) -> Self {
        self.transport = Transport::Udp;
        self
    }

    #[must_use]
    pub const fn up_to(mut self, last: u16, step: u16) -> Self {
        self.last = last;
        self.step = step;
        self
    }

    #[must_use]
    pub const fn at(mut self, authority: &'static str, url: &'static str) -> Self {
        self.authority = authority;
        self.url = url;
        self
    }

    #[must_use]
    pub const fn moved_by(mut self, addr: &'static str, listen: &'static str) -> Self {
        self.addr = addr;
        self.listen = listen;
        self
    }

    #[must_use]
    pub const fn moved_inside_by(mut self, addr: &'static str) -> Self {
        self.addr = addr;
        self
    }

    #[must_use]
    pub const fn container(
        mut self,
        host: &'static str,
        port: u16,
        authority: &'static str,
        url: &'static str,
    ) -> Self {
        self.inside = Inside {
            host,
            port,
            authority,
            url,
        };
        self
    }

    pub(crate) const fn variables(&self) -> Variables {
        Variables {
            addr: self.addr,
            listen: self.listen,
            map_host: self.details.map_host,
        }
    }
}

/// The accessors that endpoints of every kind have.
macro_rules! facts {
    () => {
        /// The name in `ports.toml`, such as `qdrant.grpc`: the service and the endpoint with a dot between, or
        /// the service alone.
        #[must_use]
        pub const fn name(self) -> &'static str {
            self.record.name
        }

        /// The name of its constant, such as `QDRANT_GRPC`.
        #[must_use]
        pub const fn id(self) -> &'static str {
            self.record.id
        }

        /// The name for people, such as `Qdrant (grpc)`.
        #[must_use]
        pub const fn title(self) -> &'static str {
            self.record.title
        }

        /// What it is for, as a phrase for people; empty where the map says nothing.
        #[must_use]
        pub const fn purpose(self) -> &'static str {
            self.record.purpose
        }

        /// What else is to be known of it, for people.
        #[must_use]
        pub const fn note(self) -> Option<&'static str> {
            self.record.details.note
        }

        /// The service that listens here.
        #[must_use]
        pub const fn service(self) -> Service {
            self.record.service
        }

        /// The group of the service.
        #[must_use]
        pub const fn group(self) -> Option<Group> {
            self.record.service.group()
        }

        /// What is spoken here.
        #[must_use]
        pub const fn protocol(self) -> ProtocolKind {
            self.record.protocol
        }

        /// What it is spoken over.
        #[must_use]
        pub const fn transport(self) -> Transport {
            self.record.transport
        }

        /// The scheme of its URL, RFC 3986, such as `http`.
        #[must_use]
        pub const fn scheme(self) -> &'static str {
            self.record.details.scheme
        }

        /// Who may reach it in production.
        #[must_use]
        pub const fn exposure(self) -> Exposure {
            self.record.details.exposure
        }

        /// Where a person changes the port.
        #[must_use]
        pub const fn configured_in(self) -> &'static [ConfiguredIn] {
            self.record.details.configured_in
        }

        /// Why its constant is deprecated, if it is.
        #[must_use]
        pub const fn deprecated(self) -> Option<&'static str> {
            self.record.details.deprecated
        }
    };
}

/// The accessors of what has ports on the host.
macro_rules! host_facts {
    () => {
        /// Where it is reached from a developer's machine: a host name or an IP address, without brackets.
        #[must_use]
        pub const fn host(self) -> &'static str {
            self.record.details.host
        }

        /// Who else is commonly found here; `None` where no conflict is known.
        #[must_use]
        pub const fn conflict(self) -> Option<Conflict> {
            self.record.details.conflict
        }

        /// The ports to move to, best first; empty where the map names none.
        #[must_use]
        pub const fn alternatives(self) -> &'static [u16] {
            match self.record.details.conflict {
                Some(conflict) => conflict.alternatives(),
                None => &[],
            }
        }

        /// What its native process may be called, without a path; empty where the map does not say.
        #[must_use]
        pub const fn process(self) -> &'static [&'static str] {
            self.record.details.process
        }
    };
}
pub(crate) use {facts, host_facts};
