//! The tree as the sections of a map. After this point every key is known, every required key is there or was
//! reported, and every value has the type that its key takes; what the values say is not looked at yet.

use crate::map::Kind;
use crate::parse::{Node, Table};
use crate::reader::{List, Maybe, Reader, Text, required};
use crate::report::{Report, Reported};
use crate::sections;
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

pub(crate) fn read<'a>(tree: &'a Table, report: &mut Report) -> Raw<'a> {
    let start = 0..0;
    let mut root = Reader::new(tree, &start, &sections::ROOT, report);
    let map = root.table("map");
    let policy = root.table("policy");
    let reserved = known(root.tables("reserved", read_reserved));
    let groups = known(root.named("groups", read_group));
    let services = known(root.named("services", read_service));
    let finished = root.finish();
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

/// The items that are right, where the key is there; the others were reported.
fn known_if_any<T>(list: Maybe<List<T>>) -> Option<Vec<T>> {
    let mut known = Vec::new();
    if let Ok(list) = list? {
        for item in list {
            known.extend(item);
        }
    }
    Some(known)
}

/// The items that are right; the others were reported.
fn known<T>(list: Maybe<List<T>>) -> Vec<T> {
    known_if_any(list).unwrap_or_default()
}

fn read_map<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawMap<'a> {
    let mut reader = Reader::new(table, place, &sections::MAP, report);
    let name = reader.text("name");
    let env_prefix = reader.text("env-prefix");
    let network = reader.text("network");
    let project = reader.text("project");
    let host = reader.text("host");
    let beside = known(reader.texts("beside"));
    let finished = reader.finish();
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
    let mut reader = Reader::new(table, place, &sections::POLICY, report);
    let policy = RawPolicy {
        range: reader.node("range"),
        allow: reader.texts("allow"),
    };
    optional(reader.finish());
    policy
}

/// Nothing is required, so what was reported are keys that nobody reads.
fn optional(_: Result<(), Reported>) {}

fn read_reserved<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawReserved<'a> {
    let mut reader = Reader::new(table, place, &sections::RESERVED, report);
    let ports = reader.node("ports").map(Ok);
    let reason = reader.text("reason");
    let finished = reader.finish();
    RawReserved {
        ports: required(ports, finished, "ports", place, report),
        reason,
    }
}

fn read_group<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawGroup<'a> {
    let mut reader = Reader::new(table, &name.span, &sections::GROUP, report);
    let title = reader.text("title");
    let inherited = read_inherited(&mut reader);
    optional(reader.finish());
    RawGroup {
        name,
        title,
        inherited,
    }
}

fn read_service<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawService<'a> {
    let mut reader = Reader::new(table, &name.span, &sections::SERVICE, report);
    let title = reader.text("title");
    let group = reader.text("group");
    let container = reader.text("container");
    let inherited = read_inherited(&mut reader);
    let named = reader.named("endpoints", read_endpoint);
    let has_named = match &named {
        Some(Ok(named)) => !named.is_empty(),
        // Endpoints that cannot be read are not missing.
        Some(Err(_)) => true,
        None => false,
    };
    let mut own = read_endpoint_keys(&mut reader, None, None, RawInherited::default());
    let own_key = reader.first_of(sections::OF_ENDPOINT);
    let is_endpoint = own_key.is_some() || !has_named;
    if let Some(key) = own_key.filter(|_| has_named) {
        reader.explain(format!(
            "`{key}` is a key of an endpoint, so the service is one itself"
        ));
    }
    if !is_endpoint {
        reader.require_nothing();
    }
    own.finished = reader.finish();
    let own = is_endpoint.then_some(own);
    let endpoints = own.into_iter().chain(known(named)).collect();
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
    let mut reader = Reader::new(table, &name.span, &sections::ENDPOINT, report);
    let title = reader.text("title");
    let inherited = read_inherited(&mut reader);
    let mut endpoint = read_endpoint_keys(&mut reader, Some(name), title, inherited);
    endpoint.finished = reader.finish();
    endpoint
}

fn read_endpoint_keys<'a>(
    reader: &mut Reader<'_, 'a>,
    name: Option<Text<'a>>,
    title: Maybe<Text<'a>>,
    inherited: RawInherited<'a>,
) -> RawEndpoint<'a> {
    let (port, ports, step) = (
        reader.node("port"),
        reader.node("ports"),
        reader.node("step"),
    );
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
    RawInherited {
        exposure: reader.text("exposure"),
        host: reader.text("host"),
        configured_in: known_if_any(reader.tables("configured-in", read_place)),
        process: known_if_any(reader.texts("process")),
    }
}

fn read_place<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawPlace<'a> {
    let mut reader = Reader::new(table, place, &sections::PLACE, report);
    let file = reader.text("file");
    let key = reader.text("key");
    let finished = reader.finish();
    RawPlace {
        file: required(file, finished, "file", place, report),
        key,
    }
}

fn read_conflict<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawConflict<'a> {
    let mut reader = Reader::new(table, place, &sections::CONFLICT, report);
    let with = known(reader.texts("with"));
    let mitigation = reader.text("mitigation");
    let alternatives = reader.array("alternatives", "an array of ports");
    let conflict = RawConflict {
        with,
        mitigation,
        alternatives: alternatives.and_then(Result::ok).unwrap_or_default(),
    };
    optional(reader.finish());
    conflict
}
