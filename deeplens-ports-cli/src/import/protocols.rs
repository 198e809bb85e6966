//! What is spoken on each port: as a file says, as the image is known for, as those who reach it do; else a guess.

use super::known;
use super::ports::Port;
use super::services::{Service, Services};
use crate::grammar::address;
use crate::place::{Ports, Reference, Scan, Side, Transport};
use std::collections::HashMap;
use std::net::IpAddr;

/// The protocol of an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    pub(super) protocol: &'static str,
    /// Of its URL, where it is not that of the protocol.
    pub(super) scheme: Option<String>,
    pub(super) is_guessed: bool,
    /// What such an endpoint is called, beside others.
    pub(super) name: Option<&'static str>,
}

impl Spoken {
    fn of(protocol: &'static str) -> Self {
        Self {
            protocol,
            scheme: None,
            is_guessed: false,
            name: None,
        }
    }

    /// What a URL with this scheme speaks; nothing where it tells nothing.
    fn of_scheme(scheme: &str) -> Option<Self> {
        let lower = scheme.to_ascii_lowercase();
        // Kubernetes says `kubernetes.io/h2c`.
        let scheme = lower.rsplit('/').next().unwrap_or_default();
        let other = match scheme {
            "http" | "ws" => return Some(Self::of("http")),
            "https" | "wss" => return Some(Self::of("https")),
            "grpc" | "grpcs" | "h2c" => return Some(Self::of("grpc")),
            "tcp" => return Some(Self::of("tcp")),
            "postgres" => "postgresql",
            // What a listener of Kafka is called.
            "plaintext" => "kafka",
            // Any word may stand there: Kafka's listeners have names.
            other if KNOWN.contains(&other) => other,
            _ => return None,
        };
        Some(Self {
            scheme: Some(other.to_owned()),
            ..Self::of("tcp")
        })
    }
}

/// The schemes of clients that connect over TCP.
const KNOWN: [&str; 30] = [
    "amqp",
    "amqps",
    "bolt",
    "clickhouse",
    "ftp",
    "imap",
    "kafka",
    "ldap",
    "ldaps",
    "mariadb",
    "memcached",
    "mongodb",
    "mqtt",
    "mqtts",
    "mssql",
    "mysql",
    "nats",
    "neo4j",
    "postgresql",
    "pulsar",
    "redis",
    "rediss",
    "rtmp",
    "rtsp",
    "sftp",
    "sip",
    "smtp",
    "sqlserver",
    "ssh",
    "stomp",
];

/// As many as the ports, in their order.
pub(super) fn all(scan: &Scan, services: &Services, ports: &[Vec<Port<'_>>]) -> Vec<Vec<Spoken>> {
    let reached = Reached::new(scan, services);
    let of_service = |(at, ports): (usize, &Vec<Port<'_>>)| {
        let ports = ports.iter();
        let spoken = ports.map(|port| spoken(&services.all[at], at, port, &reached));
        spoken.collect()
    };
    ports.iter().enumerate().map(of_service).collect()
}

fn spoken(service: &Service, at: usize, port: &Port<'_>, reached: &Reached<'_>) -> Spoken {
    if port.transport == Transport::Udp {
        return Spoken::of("udp");
    }
    let mut said = port.bindings.iter().filter_map(|it| it.scheme.as_deref());
    if let Some(spoken) = said.find_map(Spoken::of_scheme) {
        return spoken;
    }
    let inside = port.inside.or(port.host.map(|(first, _)| first));
    let image = service.image.as_deref();
    let known = image.zip(inside);
    if let Some(known) = known.and_then(|(image, inside)| known::of_image(image, inside)) {
        return Spoken {
            scheme: known.scheme.map(str::to_owned),
            name: Some(known.name),
            ..Spoken::of(known.protocol)
        };
    }
    let spoken = reached.schemes(at, port).find_map(Spoken::of_scheme);
    spoken.unwrap_or_else(|| {
        let by_image = image.and_then(known::of_any_port);
        let by_number = || inside.and_then(known::of_number);
        let by_image = by_image.map(|scheme| ("tcp", Some(scheme)));
        let (protocol, scheme) = by_image.or_else(by_number).unwrap_or(("tcp", None));
        Spoken {
            scheme: scheme.map(str::to_owned),
            is_guessed: true,
            ..Spoken::of(protocol)
        }
    })
}

/// The schemes of the URLs that reach a port: inside of containers by their service, and on the host.
struct Reached<'a> {
    inside: HashMap<(usize, u16), Vec<&'a str>>,
    outside: HashMap<u16, Vec<&'a str>>,
}

impl<'a> Reached<'a> {
    fn new(scan: &'a Scan, services: &Services) -> Self {
        let mut reached = Self {
            inside: HashMap::new(),
            outside: HashMap::new(),
        };
        for it in &scan.references {
            if let (Some(scheme), Some(host), Ports::One(port)) = (&it.scheme, &it.host, it.port) {
                reached.add(it, scheme, host, port, services);
            }
        }
        reached
    }

    fn add(&mut self, it: &Reference, scheme: &'a str, host: &str, port: u16, services: &Services) {
        let ip = host.parse::<IpAddr>();
        let is_here =
            address::is_local(host) || ip.is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified());
        // A container that asks itself, as a health check does.
        let itself = || services.named(&it.names);
        let service = match it.side {
            Side::Container if is_here => itself(),
            _ => services.at_host(host),
        };
        let schemes = match service {
            Some(service) => self.inside.entry((service, port)).or_default(),
            None if is_here && it.side != Side::Container => self.outside.entry(port).or_default(),
            None => return,
        };
        schemes.push(scheme);
    }

    fn schemes(&self, service: usize, port: &Port<'_>) -> impl Iterator<Item = &'a str> + '_ {
        let inside = port
            .inside
            .and_then(|port| self.inside.get(&(service, port)));
        let outside = port.host.and_then(|(first, _)| self.outside.get(&first));
        inside.into_iter().chain(outside).flatten().copied()
    }
}
