//! A map without mistakes, as data. Only the check builds one.

mod ports;
mod readable;
mod value;

pub use ports::Ports;
pub use value::{Exposure, Kind, Protocol, Transport};

use readable::readable;
use std::sync::Arc;

readable! {
    /// A checked map: what a `ports.toml` says, with every default filled in.
    ///
    /// ```
    /// let map = deeplens_ports_build::read(
    ///     "ports.toml",
    ///     "[map]\nname = 'demo'\n[services.web]\nport = 8080\nprotocol = 'http'\n",
    /// )?;
    /// let web = &map.endpoints()[0];
    /// assert_eq!(web.url(), "http://localhost:8080");
    /// assert_eq!((web.line(), web.column()), (4, 8));
    /// # Ok::<(), deeplens_ports_build::Report>(())
    /// ```
    Map {
        /// The name of the system.
        name: [str],
        /// What the environment variables start with.
        env_prefix: [str],
        /// The container network.
        network: [maybe str],
        /// The Compose project whose containers are the system's own.
        project: [str],
        /// Where endpoints are reached unless they say otherwise.
        host: [str],
        /// The numbers that nothing may take, by first number.
        reserved: [many Reserved],
        /// The groups, by name.
        groups: [many Arc<Group>],
        /// The services, by name.
        services: [many Arc<Service>],
        /// The endpoints with one port on the host, by port, transport and name.
        endpoints: [many Endpoint],
        /// The endpoints with many ports, by first port, transport and name.
        ranges: [many Endpoint],
        /// The endpoints on the container network alone, by container, port, transport and name.
        container_endpoints: [many Endpoint],
    }
}

impl Map {
    /// The endpoints of each kind: those with one port on the host, the ranges, and those on the container network alone.
    pub(crate) fn all(&self) -> Vec<&Endpoint> {
        let mut all = Vec::new();
        for kind in [&self.endpoints, &self.ranges, &self.container_endpoints] {
            all.extend(kind);
        }
        all
    }
}

/// The environment variables that move the endpoints.
impl Map {
    /// The variable with the host of the whole map, such as `DEEPLENS_HOST`.
    #[must_use]
    pub fn host_variable(&self) -> String {
        format!("{}_HOST", self.env_prefix)
    }

    /// The variable with the host of a service, such as `DEEPLENS_QDRANT_HOST`.
    #[must_use]
    pub fn service_host_variable(&self, service: &Service) -> String {
        format!("{}_{}_HOST", self.env_prefix, service.id())
    }

    /// The variable with an endpoint's address for clients, such as `DEEPLENS_QDRANT_GRPC_ADDR`.
    #[must_use]
    pub fn addr_variable(&self, endpoint: &Endpoint) -> String {
        format!("{}_{}_ADDR", self.env_prefix, endpoint.id())
    }

    /// The variable with the address that an endpoint's server binds, such as `DEEPLENS_SEARCH_API_LISTEN`.
    #[must_use]
    pub fn listen_variable(&self, endpoint: &Endpoint) -> String {
        format!("{}_{}_LISTEN", self.env_prefix, endpoint.id())
    }
}

readable! {
    /// Numbers that nothing may take.
    #[derive(PartialOrd, Ord)]
    Reserved {
        /// The lowest.
        first: [copy u16],
        /// The highest, itself reserved.
        last: [copy u16],
        /// What they are kept for.
        reason: [maybe str],
    }
}

readable! {
    /// A group of services.
    Group {
        /// Its name in the map.
        name: [str],
        /// Its name for people.
        title: [str],
    }
}

impl Group {
    /// The name of its constant.
    #[must_use]
    pub fn id(&self) -> String {
        constant(&self.name)
    }
}

readable! {
    /// A service.
    Service {
        /// Its name in the map.
        name: [str],
        /// Its name for people.
        title: [str],
        /// Its group.
        group: [maybe_shared Group],
        /// Its name on the container network.
        container: [maybe str],
    }
}

impl Service {
    /// The name of its constant.
    #[must_use]
    pub fn id(&self) -> String {
        constant(&self.name)
    }
}

readable! {
    /// A port, or a range of ports, of a service.
    Endpoint {
        /// Its service.
        service: [shared Service],
        /// `service.endpoint`, or `service`.
        name: [str],
        /// The name for people.
        title: [str],
        /// What it is for; may be empty.
        purpose: [str],
        /// What else is to be known.
        note: [maybe str],
        /// What is spoken.
        protocol: [copy Protocol],
        /// What it is spoken over.
        transport: [copy Transport],
        /// The scheme of its URL.
        scheme: [str],
        /// Where it is reached, IPv6 without brackets; of one on the container network alone, its container.
        host: [str],
        /// Whether the host is its own, its service's or its group's, and not the map's.
        has_own_host: [copy bool],
        /// Its port or ports; of one on the container network alone, the port there.
        ports: [copy Ports],
        /// What of these it has.
        kind: [copy Kind],
        /// Where it is on the container network, if its service, or that of the endpoint which it names, has a
        /// container and this is no range.
        container: [maybe Container],
        /// Who may reach it.
        exposure: [copy Exposure],
        /// Who else uses its port.
        conflict: [maybe Conflict],
        /// Where a person changes the port.
        configured_in: [many ConfiguredIn],
        /// What its native process may be called.
        process: [many String],
        /// The endpoint that it is a second name for.
        same_as: [maybe str],
        /// Why it should not be used any more.
        deprecated: [maybe str],
        /// The line of its port in the map, from 1; of a second name, that of the name which it gives.
        line: [copy usize],
        /// The column of its port in the map in characters, from 1.
        column: [copy usize],
    }
}

impl Endpoint {
    /// The name of its constant.
    #[must_use]
    pub fn id(&self) -> String {
        constant(&self.name)
    }

    /// `host:port`, of the first port, with brackets around an IPv6 address.
    #[must_use]
    pub fn authority(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.ports.first)
        } else {
            format!("{}:{}", self.host, self.ports.first)
        }
    }

    /// The ports to move to.
    pub(crate) fn alternatives(&self) -> &[u16] {
        match &self.conflict {
            Some(conflict) => &conflict.alternatives,
            None => &[],
        }
    }

    /// `scheme://host:port`, of the first port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.authority())
    }
}

readable! {
    /// A place on the container network.
    Container {
        /// The name of the container, which is its host name there.
        host: [str],
        /// The port in the container.
        port: [copy u16],
    }
}

impl Container {
    /// `host:port`.
    #[must_use]
    pub fn authority(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }
}

readable! {
    /// Who else uses a port, and the way out.
    #[derive(Hash)]
    Conflict {
        /// Who is commonly found there.
        with: [many String],
        /// What keeps the two apart.
        mitigation: [maybe str],
        /// The ports to move to.
        alternatives: [many u16],
    }
}

readable! {
    /// A place where a person changes a port.
    #[derive(Hash)]
    ConfiguredIn {
        /// The file.
        file: [str],
        /// The setting in it.
        key: [maybe str],
    }
}

/// The constant of a name of the map: upper case, with an underscore for a hyphen or a dot.
pub(crate) fn constant(name: &str) -> String {
    let mut bytes = name.to_ascii_uppercase().into_bytes();
    for byte in &mut bytes {
        if matches!(byte, b'-' | b'.') {
            *byte = b'_';
        }
    }
    // One ASCII byte for another leaves UTF-8 as it was.
    String::from_utf8(bytes).unwrap_or_default()
}
