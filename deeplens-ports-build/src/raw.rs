//! The tree as the sections of a map. After this point every key is known, every required key is there, and
//! every value has the type that its key takes; what the values say is not looked at yet.

use crate::parse::{Node, Table};
use crate::reader::{Reader, Text};
use crate::report::Report;
use crate::source::Span;

#[derive(Debug)]
pub(crate) struct Raw<'a> {
    pub(crate) map: Option<RawMap<'a>>,
    pub(crate) policy: RawPolicy<'a>,
    pub(crate) reserved: Vec<RawReserved<'a>>,
    pub(crate) groups: Vec<RawGroup<'a>>,
    pub(crate) services: Vec<RawService<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawMap<'a> {
    pub(crate) name: Option<Text<'a>>,
    pub(crate) env_prefix: Option<Text<'a>>,
    pub(crate) network: Option<Text<'a>>,
    pub(crate) project: Option<Text<'a>>,
    pub(crate) host: Option<Text<'a>>,
    pub(crate) beside: Vec<Text<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawPolicy<'a> {
    pub(crate) range: Option<&'a Node>,
    /// `None`: no list of texts.
    pub(crate) allow: Option<Vec<Text<'a>>>,
}

#[derive(Debug)]
pub(crate) struct RawReserved<'a> {
    pub(crate) ports: Option<&'a Node>,
    pub(crate) reason: Option<Text<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawGroup<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) title: Option<Text<'a>>,
    pub(crate) inherited: Inherited<'a>,
}

#[derive(Debug)]
pub(crate) struct RawService<'a> {
    pub(crate) name: Text<'a>,
    pub(crate) title: Option<Text<'a>>,
    pub(crate) group: Option<Text<'a>>,
    pub(crate) container: Option<Text<'a>>,
    /// A `container` of the wrong type is not also missing.
    pub(crate) container_is_bad: bool,
    pub(crate) inherited: Inherited<'a>,
    pub(crate) endpoints: Vec<RawEndpoint<'a>>,
}

/// Keys that may stand on the group, the service or the endpoint; the nearest wins.
#[derive(Debug, Default)]
pub(crate) struct Inherited<'a> {
    pub(crate) exposure: Option<Text<'a>>,
    pub(crate) host: Option<Text<'a>>,
    pub(crate) configured_in: Option<Vec<RawPlace<'a>>>,
    pub(crate) process: Option<Vec<Text<'a>>>,
}

#[derive(Debug)]
pub(crate) struct RawPlace<'a> {
    pub(crate) file: Option<Text<'a>>,
    pub(crate) key: Option<Text<'a>>,
}

#[derive(Debug)]
pub(crate) struct RawEndpoint<'a> {
    /// `None`: the service's own endpoint, whose keys stand on the service.
    pub(crate) name: Option<Text<'a>>,
    pub(crate) title: Option<Text<'a>>,
    pub(crate) port: Option<&'a Node>,
    pub(crate) ports: Option<&'a Node>,
    pub(crate) step: Option<&'a Node>,
    pub(crate) container_port: Option<&'a Node>,
    pub(crate) same_as: Option<Text<'a>>,
    pub(crate) protocol: Option<Text<'a>>,
    pub(crate) transport: Option<Text<'a>>,
    pub(crate) scheme: Option<Text<'a>>,
    pub(crate) purpose: Option<Text<'a>>,
    pub(crate) note: Option<Text<'a>>,
    pub(crate) deprecated: Option<Text<'a>>,
    /// `None`: no list of texts.
    pub(crate) allow: Option<Vec<Text<'a>>>,
    pub(crate) conflict: Option<RawConflict<'a>>,
    pub(crate) inherited: Inherited<'a>,
    /// The places of the keys themselves, for messages on a key.
    pub(crate) keys: Vec<Text<'a>>,
    /// A value that decides where it listens had the wrong type: nothing is said of its port.
    pub(crate) broken: bool,
}

impl RawEndpoint<'_> {
    /// The place of a key, if it is there.
    pub(crate) fn key(&self, name: &str) -> Option<Span> {
        let key = self.keys.iter().find(|key| key.value == name)?;
        Some(key.span.clone())
    }
}

#[derive(Debug)]
pub(crate) struct RawConflict<'a> {
    pub(crate) with: Vec<Text<'a>>,
    pub(crate) mitigation: Option<Text<'a>>,
    pub(crate) alternatives: Vec<&'a Node>,
}

/// The keys that make a service an endpoint itself.
const PORT: &[&str] = &["port", "ports", "same-as"];

pub(crate) fn read<'a>(tree: &'a Table, report: &mut Report) -> Raw<'a> {
    let mut root = Reader::new(tree, &(0..0), "a port map", report);
    let map = root.table("map");
    let policy = root.table("policy");
    let reserved = root.tables("reserved", read_reserved).unwrap_or_default();
    let groups = root.named("groups", read_group);
    let services = root.named("services", read_service);
    root.finish(&[&["map"]]);
    Raw {
        map: map.map(|(place, table)| read_map(&place, table, report)),
        policy: match policy {
            Some((place, table)) => read_policy(&place, table, report),
            None => RawPolicy {
                range: None,
                allow: Some(Vec::new()),
            },
        },
        reserved,
        groups,
        services,
    }
}

fn read_map<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawMap<'a> {
    let mut reader = Reader::new(table, place, "`[map]`", report);
    let map = RawMap {
        name: reader.text("name"),
        env_prefix: reader.text("env-prefix"),
        network: reader.text("network"),
        project: reader.text("project"),
        host: reader.text("host"),
        beside: reader.texts("beside").unwrap_or_default(),
    };
    reader.finish(&[&["name"]]);
    map
}

fn read_policy<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawPolicy<'a> {
    let mut reader = Reader::new(table, place, "`[policy]`", report);
    let policy = RawPolicy {
        range: reader.node("range"),
        allow: reader.list("allow"),
    };
    reader.finish(&[]);
    policy
}

fn read_reserved<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawReserved<'a> {
    let mut reader = Reader::new(table, place, "`[[reserved]]`", report);
    let reserved = RawReserved {
        ports: reader.node("ports"),
        reason: reader.text("reason"),
    };
    reader.finish(&[&["ports"]]);
    reserved
}

fn read_group<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawGroup<'a> {
    let mut reader = Reader::new(table, &name.span, "a group", report);
    let title = reader.text("title");
    let inherited = read_inherited(&mut reader);
    reader.finish(&[]);
    RawGroup {
        name,
        title,
        inherited,
    }
}

fn read_service<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawService<'a> {
    let mut reader = Reader::new(table, &name.span, "a service", report);
    let title = reader.text("title");
    let group = reader.text("group");
    let container = reader.text("container");
    let inherited = read_inherited(&mut reader);
    let named = reader.named("endpoints", read_endpoint);
    let of_service = reader.asked();
    let own = read_endpoint_keys(&mut reader, None, None, Inherited::default());
    let is_endpoint = reader.first_since(of_service).is_some()
        || (named.is_empty() && !reader.is_bad(&["endpoints"]));
    if let Some(key) = reader.first_since(of_service).filter(|_| !named.is_empty()) {
        reader.explain(format!(
            "`{key}` is a key of an endpoint, so the service is one itself"
        ));
    }
    let container_is_bad = reader.is_bad(&["container"]);
    reader.finish(if is_endpoint {
        &[PORT, &["protocol"]]
    } else {
        &[]
    });
    RawService {
        name,
        title,
        group,
        container,
        container_is_bad,
        inherited,
        endpoints: is_endpoint
            .then_some(own)
            .into_iter()
            .chain(named)
            .collect(),
    }
}

fn read_endpoint<'a>(name: Text<'a>, table: &'a Table, report: &mut Report) -> RawEndpoint<'a> {
    let mut reader = Reader::new(table, &name.span, "an endpoint", report);
    let title = reader.text("title");
    let inherited = read_inherited(&mut reader);
    let endpoint = read_endpoint_keys(&mut reader, Some(name), title, inherited);
    reader.finish(&[PORT, &["protocol"]]);
    endpoint
}

fn read_endpoint_keys<'a>(
    reader: &mut Reader<'_, 'a>,
    name: Option<Text<'a>>,
    title: Option<Text<'a>>,
    inherited: Inherited<'a>,
) -> RawEndpoint<'a> {
    RawEndpoint {
        name,
        title,
        port: reader.node("port"),
        ports: reader.node("ports"),
        step: reader.node("step"),
        container_port: reader.node("container-port"),
        same_as: reader.text("same-as"),
        protocol: reader.text("protocol"),
        transport: reader.text("transport"),
        scheme: reader.text("scheme"),
        purpose: reader.text("purpose"),
        note: reader.text("note"),
        deprecated: reader.text("deprecated"),
        allow: reader.list("allow"),
        conflict: reader
            .table("conflict")
            .map(|(place, table)| read_conflict(&place, table, reader.report())),
        inherited,
        keys: reader.keys(),
        broken: reader.is_bad(&["host", "protocol", "same-as", "transport"]),
    }
}

fn read_inherited<'a>(reader: &mut Reader<'_, 'a>) -> Inherited<'a> {
    Inherited {
        exposure: reader.text("exposure"),
        host: reader.text("host"),
        configured_in: reader.tables("configured-in", read_place),
        process: reader.texts("process"),
    }
}

fn read_place<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawPlace<'a> {
    let mut reader = Reader::new(table, place, "`configured-in`", report);
    let place = RawPlace {
        file: reader.text("file"),
        key: reader.text("key"),
    };
    reader.finish(&[&["file"]]);
    place
}

fn read_conflict<'a>(place: &Span, table: &'a Table, report: &mut Report) -> RawConflict<'a> {
    let mut reader = Reader::new(table, place, "`conflict`", report);
    let conflict = RawConflict {
        with: reader.texts("with").unwrap_or_default(),
        mitigation: reader.text("mitigation"),
        alternatives: reader
            .array("alternatives", "an array of ports")
            .map_or_else(Vec::new, |nodes| nodes.iter().collect()),
    };
    reader.finish(&[]);
    conflict
}
