//! The tree as the sections of a map. After this point every key is known, every required key is there or was
//! reported, and every value has the type that its key takes; what the values say is not looked at yet.

use crate::map::Kind;
use crate::parse::{Node, Table};
use crate::reader::{List, Maybe, Reader, Text, required};
use crate::report::{Report, Reported};
use crate::source::Span;

#[derive(Debug)]
pub(crate) struct Raw<'a> {
    pub(crate) map: Result<RawMap<'a>, Reported>,
    pub(crate) policy: RawPolicy<'a>,
    pub(crate) reserved: Vec<RawReserved<'a>>,
    pub(crate) groups: Vec<RawGroup<'a>>,
    pub(crate) services: Vec<RawService<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawMap<'a> {
    pub(crate) name: Result<Text<'a>, Reported>,
    pub(crate) env_prefix: Maybe<Text<'a>>,
    pub(crate) network: Maybe<Text<'a>>,
    pub(crate) project: Maybe<Text<'a>>,
    pub(crate) host: Maybe<Text<'a>>,
    pub(crate) beside: Vec<Text<'a>>,
}

#[derive(Debug, Default)]
pub(crate) struct RawPolicy<'a> {
    pub(crate) range: Option<&'a Node>,
    pub(crate) allow: Maybe<List<Text<'a>>>,
}

#[derive(Debug)]
pub(crate) struct RawReserved<'a> {
    pub(crate) ports: Result<&'a Node, Reported>,
    pub(crate) reason: Maybe<Text<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawGroup<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) title: Maybe<Text<'a>>,
    pub(crate) inherited: RawInherited<'a>,
}

#[derive(Debug)]
pub(crate) struct RawService<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) title: Maybe<Text<'a>>,
    pub(crate) group: Maybe<Text<'a>>,
    pub(crate) container: Maybe<Text<'a>>,
    pub(crate) inherited: RawInherited<'a>,
    pub(crate) endpoints: Vec<RawEndpoint<'a>>,
}

/// Keys that may stand on the group, the service or the endpoint.
#[derive(Debug, Default)]
pub(crate) struct RawInherited<'a> {
    pub(crate) exposure: Maybe<Text<'a>>,
    pub(crate) host: Maybe<Text<'a>>,
    pub(crate) configured_in: Option<Vec<RawPlace<'a>>>,
    pub(crate) process: Option<Vec<Text<'a>>>,
}

#[derive(Debug)]
pub(crate) struct RawPlace<'a> {
    pub(crate) file: Result<Text<'a>, Reported>,
    pub(crate) key: Maybe<Text<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawEndpoint<'a> {
    /// `None`: the service's own endpoint, whose keys stand on the service.
    pub(crate) name: Option<Text<'a>>,
    pub(crate) title: Maybe<Text<'a>>,
    pub(crate) ports: Option<RawPorts<'a>>,
    /// Decides, where both are there.
    pub(crate) same_as: Maybe<Text<'a>>,
    pub(crate) container_port: Option<&'a Node>,
    /// A second name has that of the endpoint that it names.
    pub(crate) protocol: Maybe<Text<'a>>,
    pub(crate) transport: Maybe<Text<'a>>,
    pub(crate) scheme: Maybe<Text<'a>>,
    pub(crate) purpose: Maybe<Text<'a>>,
    pub(crate) note: Maybe<Text<'a>>,
    pub(crate) deprecated: Maybe<Text<'a>>,
    pub(crate) allow: Maybe<List<Text<'a>>>,
    pub(crate) conflict: Maybe<RawConflict<'a>>,
    pub(crate) inherited: RawInherited<'a>,
    /// The places of the keys themselves, for messages on a key.
    pub(crate) keys: Vec<Text<'a>>,
    /// Whether every required key is there.
    pub(crate) finished: Result<(), Reported>,
}

/// The port of an endpoint; where it has none, its range; else its port in the container.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawPorts<'a> {
    Port(&'a Node),
    Range {
        ports: &'a Node,
        step: Option<&'a Node>,
    },
    Container(&'a Node),
}

impl RawEndpoint<'_> {
    /// What of its ports it has, if it names any.
    pub(crate) fn kind(&self) -> Option<Kind> {
        Some(match self.ports? {
            RawPorts::Container(_) => Kind::Container,
            RawPorts::Port(_) => Kind::Port,
            RawPorts::Range { .. } => Kind::Range,
        })
    }

    /// A second name has the protocol of the endpoint that it names.
    fn required(&self) -> &'static [&'static [&'static str]] {
        match self.same_as {
            Some(_) => &[LISTENS],
            None => &[LISTENS, &["protocol"]],
        }
    }

    /// The place of a key, if it is there.
    pub(crate) fn key(&self, name: &str) -> Option<Span> {
        let key = self.keys.iter().find(|key| key.value == name)?;
        Some(key.span.clone())
    }
}

#[derive(Debug)]
pub(crate) struct RawConflict<'a> {
    pub(crate) with: Vec<Text<'a>>,
    pub(crate) mitigation: Maybe<Text<'a>>,
    pub(crate) alternatives: &'a [Node],
}

/// The keys that make a service an endpoint itself.
const LISTENS: &[&str] = &["port", "ports", "same-as", "container-port"];

pub(crate) fn read<'a>(tree: &'a Table, report: &mut Report) -> Raw<'a> {
    let start = 0..0;
    let mut root = Reader::new(tree, &start, "a port map", report);
    let map = root.table("map");
    let policy = root.table("policy");
    let (mut reserved, mut groups, mut services) = (Vec::new(), Vec::new(), Vec::new());
    root.tables("reserved", &mut |place, table, report| {
        reserved.push(read_reserved(place, table, report));
    });
    root.named("groups", &mut |name, table, report| {
        groups.push(read_group(name, table, report));
    });
    root.named("services", &mut |name, table, report| {
        services.push(read_service(name, table, report));
    });
    let finished = root.finish(&[&["map"]]);
    let map = required(map, finished, "map", &start, report);
    let policy = policy.and_then(Result::ok);
    Raw {
        map: map.map(|(place, table)| read_map(&place, table, report)),
        policy: policy.map_or_else(RawPolicy::default, |(place, table)| {
            read_policy(&place, table, report)
        }),
        reserved,
        groups,
        services,
    }
}

/// The texts that are right, where the key is there; the others were reported.
fn known(list: Maybe<List<Text<'_>>>) -> Option<Vec<Text<'_>>> {
    let mut known = Vec::new();
    if let Ok(list) = list? {
        for text in list {
            known.extend(text);
        }
    }
    Some(known)
}

fn read_map<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawMap<'a> {
    let mut reader = Reader::new(table, place, "`[map]`", report);
    let name = reader.text("name");
    let env_prefix = reader.text("env-prefix");
    let (network, project) = (reader.text("network"), reader.text("project"));
    let host = reader.text("host");
    let beside = known(reader.texts("beside")).unwrap_or_default();
    let finished = reader.finish(&[&["name"]]);
    RawMap {
        name: required(name, finished, "name", place, report),
        env_prefix,
        network,
        project,
        host,
        beside,
    }
}

fn read_policy<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawPolicy<'a> {
    let mut reader = Reader::new(table, place, "`[policy]`", report);
    let policy = RawPolicy {
        range: reader.node("range"),
        allow: reader.texts("allow"),
    };
    optional(reader.finish(&[]));
    policy
}

/// Nothing is required, so what was reported are keys that nobody reads.
fn optional(_: Result<(), Reported>) {}

fn read_reserved<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawReserved<'a> {
    let mut reader = Reader::new(table, place, "`[[reserved]]`", report);
    let ports = reader.node("ports").map(Ok);
    let reason = reader.text("reason");
    let finished = reader.finish(&[&["ports"]]);
    RawReserved {
        ports: required(ports, finished, "ports", place, report),
        reason,
    }
}

fn read_group<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawGroup<'a> {
    let mut reader = Reader::new(table, &name.span, "a group", report);
    let title = reader.text("title");
    let inherited = read_inherited(&mut reader);
    optional(reader.finish(&[]));
    RawGroup {
        name,
        title,
        inherited,
    }
}

fn read_service<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawService<'a> {
    let mut reader = Reader::new(table, &name.span, "a service", report);
    let (title, group) = (reader.text("title"), reader.text("group"));
    let container = reader.text("container");
    let inherited = read_inherited(&mut reader);
    let mut endpoints = Vec::new();
    let has_named = reader.named("endpoints", &mut |name, table, report| {
        endpoints.push(read_endpoint(name, table, report));
    });
    let of_service = reader.asked();
    let mut own = read_endpoint_keys(&mut reader, None, None, RawInherited::default());
    let own_key = reader.first_since(of_service);
    let is_endpoint = own_key.is_some() || !has_named;
    if let Some(key) = own_key.filter(|_| has_named) {
        reader.explain(format!(
            "`{key}` is a key of an endpoint, so the service is one itself"
        ));
    }
    own.finished = reader.finish(if is_endpoint { own.required() } else { &[] });
    if is_endpoint {
        endpoints.insert(0, own);
    }
    RawService {
        name,
        title,
        group,
        container,
        inherited,
        endpoints,
    }
}

fn read_endpoint<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawEndpoint<'a> {
    let mut reader = Reader::new(table, &name.span, "an endpoint", report);
    let title = reader.text("title");
    let inherited = read_inherited(&mut reader);
    let mut endpoint = read_endpoint_keys(&mut reader, Some(name), title, inherited);
    endpoint.finished = reader.finish(endpoint.required());
    endpoint
}

fn read_endpoint_keys<'a>(
    reader: &mut Reader<'_, 'a>,
    name: Option<Text<'a>>,
    title: Maybe<Text<'a>>,
    inherited: RawInherited<'a>,
) -> RawEndpoint<'a> {
    let (port, ports) = (reader.node("port"), reader.node("ports"));
    let step = reader.node("step");
    let range = ports.map(|ports| RawPorts::Range { ports, step });
    let container_port = reader.node("container-port");
    let ports = port.map(RawPorts::Port).or(range);
    let ports = ports.or(container_port.map(RawPorts::Container));
    RawEndpoint {
        name,
        title,
        ports,
        container_port,
        same_as: reader.text("same-as"),
        protocol: reader.text("protocol"),
        transport: reader.text("transport"),
        scheme: reader.text("scheme"),
        purpose: reader.text("purpose"),
        note: reader.text("note"),
        deprecated: reader.text_that_is("deprecated", "a string with the reason"),
        allow: reader.texts("allow"),
        conflict: reader
            .table("conflict")
            .map(|found| found.map(|(place, table)| read_conflict(&place, table, reader.report()))),
        inherited,
        keys: reader.keys(),
        finished: Ok(()),
    }
}

fn read_inherited<'a>(reader: &mut Reader<'_, 'a>) -> RawInherited<'a> {
    let (exposure, host) = (reader.text("exposure"), reader.text("host"));
    let mut places = Vec::new();
    let has_places = reader.tables("configured-in", &mut |place, table, report| {
        places.push(read_place(place, table, report));
    });
    RawInherited {
        exposure,
        host,
        configured_in: has_places.then_some(places),
        process: known(reader.texts("process")),
    }
}

fn read_place<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawPlace<'a> {
    let mut reader = Reader::new(table, place, "`configured-in`", report);
    let file = reader.text("file");
    let key = reader.text("key");
    let finished = reader.finish(&[&["file"]]);
    RawPlace {
        file: required(file, finished, "file", place, report),
        key,
    }
}

fn read_conflict<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawConflict<'a> {
    let mut reader = Reader::new(table, place, "`conflict`", report);
    let with = known(reader.texts("with")).unwrap_or_default();
    let mitigation = reader.text("mitigation");
    let alternatives = reader.array("alternatives", "an array of ports");
    let conflict = RawConflict {
        with,
        mitigation,
        alternatives: alternatives.and_then(Result::ok).unwrap_or_default(),
    };
    optional(reader.finish(&[]));
    conflict
}
