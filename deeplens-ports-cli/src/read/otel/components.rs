//! Which components of the Collector listen, and on what by default.
//!
//! From the factories of the Collector and its contrib repository, 0.104 and later, where the default address is
//! `localhost`.

use crate::place::Transport;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Exporter,
    Extension,
    Receiver,
}

impl Kind {
    pub(super) fn section(self) -> &'static str {
        match self {
            Self::Exporter => "exporters",
            Self::Extension => "extensions",
            Self::Receiver => "receivers",
        }
    }
}

pub(super) struct Component<'a> {
    pub(super) kind: Kind,
    /// Without what tells several of one kind apart, as `otlp` of `otlp/tempo`.
    pub(super) name: &'a str,
}

impl<'a> Component<'a> {
    pub(super) fn of(kind: Kind, name: &'a str) -> Self {
        let name = name.split('/').next().unwrap_or_default();
        Self { kind, name }
    }

    /// Whether its `endpoint` is one to listen on. That of any other is asked.
    pub(super) fn listens(&self) -> bool {
        match self.kind {
            Kind::Receiver => RECEIVERS.contains(&self.name),
            Kind::Exporter => self.name == "prometheus",
            Kind::Extension => !ASKING_EXTENSIONS.contains(&self.name),
        }
    }

    /// The port that it has where the file gives none, for one of its protocols or parts.
    pub(super) fn default(&self, part: &str) -> Option<(u16, Transport)> {
        let is_it = |row: &&(Kind, &str, &str, u16, Transport)| {
            row.0 == self.kind && row.1 == self.name && row.2 == part
        };
        DEFAULTS.iter().find(is_it).map(|row| (row.3, row.4))
    }
}

/// Whether a key of a component that asks has an address.
pub(super) fn is_address(key: &str) -> bool {
    const LAST: [&str; 10] = [
        "address",
        "addr",
        "brokers",
        "datasource",
        "dsn",
        "endpoint",
        "endpoints",
        "hosts",
        "server",
        "url",
    ];
    let last = key.rsplit('_').next().unwrap_or_default();
    LAST.contains(&last)
}

const RECEIVERS: [&str; 24] = [
    "awsxray",
    "carbon",
    "collectd",
    "datadog",
    "faro",
    "fluentforward",
    "influxdb",
    "jaeger",
    "loki",
    "opencensus",
    "otlp",
    "prometheusremotewrite",
    "sapm",
    "signalfx",
    "skywalking",
    "splunk_hec",
    "statsd",
    "stef",
    "syslog",
    "tcplog",
    "udplog",
    "wavefront",
    "webhookevent",
    "zipkin",
];

const ASKING_EXTENSIONS: [&str; 6] = [
    "basicauth",
    "bearertokenauth",
    "headers_setter",
    "oauth2client",
    "oidc",
    "opamp",
];

/// The kind, the name, the protocol or part, the port and what carries it.
const DEFAULTS: [(Kind, &str, &str, u16, Transport); 19] = {
    use Kind::{Extension, Receiver};
    use Transport::{Tcp, Udp};
    [
        (Extension, "health_check", "", 13133, Tcp),
        (Extension, "pprof", "", 1777, Tcp),
        (Extension, "zpages", "", 55679, Tcp),
        (Receiver, "jaeger", "grpc", 14250, Tcp),
        (Receiver, "jaeger", "thrift_binary", 6832, Udp),
        (Receiver, "jaeger", "thrift_compact", 6831, Udp),
        (Receiver, "jaeger", "thrift_http", 14268, Tcp),
        (Receiver, "loki", "grpc", 3600, Tcp),
        (Receiver, "loki", "http", 3500, Tcp),
        (Receiver, "otlp", "grpc", 4317, Tcp),
        (Receiver, "otlp", "http", 4318, Tcp),
        (Receiver, "skywalking", "grpc", 11800, Tcp),
        (Receiver, "skywalking", "http", 12800, Tcp),
        (Receiver, "statsd", "", 8125, Udp),
        (Receiver, "syslog", "udp", 514, Udp),
        (Receiver, "udplog", "", 54525, Udp),
        (Receiver, "opencensus", "", 55678, Tcp),
        (Receiver, "splunk_hec", "", 8088, Tcp),
        (Receiver, "zipkin", "", 9411, Tcp),
    ]
};
