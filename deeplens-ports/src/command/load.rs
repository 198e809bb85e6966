//! The map that a command is about: the compiled one, or one from a file.
//!
//! A map from a file is turned into the same endpoints as a compiled one. What they refer to lives as long as the
//! program, as in a compiled map.

use crate::arguments::{Shared, Source};
use deeplens_ports::__private as new;
use deeplens_ports::{ports, AnyEndpoint, AnyPortRange, Exposure, Group, Map, Service};
use deeplens_ports_build as build;
use deeplens_ports_build::Upstream;
use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A map, and where it was read.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) map: Map,
    pub(crate) endpoints: Vec<AnyEndpoint>,
    pub(crate) ranges: Vec<AnyPortRange>,
    /// Such as `deeplens-ports 0.1.0`, or the path of a file.
    pub(crate) source: String,
}

impl Loaded {
    /// `DeepLens, the map of deeplens-ports 0.1.0`.
    pub(crate) fn title(&self) -> String {
        format!("{}, the map of {}", self.map.name(), self.source)
    }
}

/// The text that the compiled map was compiled from, for maps that stand beside it.
const DEEPLENS: Upstream<'_> = Upstream {
    name: "deeplens-ports",
    file: "deeplens-ports/ports.toml",
    text: include_str!(concat!(env!("OUT_DIR"), "/ports.toml")),
};

pub(crate) fn map(source: &Source) -> Result<Loaded, String> {
    match &source.map {
        Some(file) => from_file(file, &source.shared),
        None => Ok(Loaded {
            map: ports::map(),
            endpoints: ports::ALL.to_vec(),
            ranges: ports::RANGES.to_vec(),
            source: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).into(),
        }),
    }
}

/// Reads the files together; the results are in their order.
pub(crate) fn read(
    files: &[PathBuf],
    shared: &Shared,
) -> Result<Vec<Result<build::Map, build::Report>>, String> {
    if let Some(twice) = given_twice(files) {
        return Err(format!("`{}` is given twice", twice.display()));
    }
    let maps: Vec<(String, String)> = files
        .iter()
        .map(|file| text(file))
        .collect::<Result<_, _>>()?;
    let named = shared
        .beside
        .iter()
        .map(|(name, file)| Ok((name, text(file)?)));
    let named: Vec<(&String, (String, String))> = named.collect::<Result<_, String>>()?;
    let mut upstreams: Vec<Upstream<'_>> = named
        .iter()
        .map(|(name, (file, text))| Upstream { name, file, text })
        .collect();
    if !named.iter().any(|(name, _)| *name == DEEPLENS.name) {
        upstreams.push(DEEPLENS);
    }
    let maps: Vec<(&str, &str)> = maps.iter().map(|(name, text)| (&**name, &**text)).collect();
    Ok(build::read_together(&maps, &upstreams))
}

fn given_twice(files: &[PathBuf]) -> Option<&PathBuf> {
    let mut seen = HashSet::new();
    // What is not there is said when it is read.
    files
        .iter()
        .find(|file| std::fs::canonicalize(file).is_ok_and(|real| !seen.insert(real)))
}

/// The path as it was given, and what is in the file.
fn text(file: &Path) -> Result<(String, String), String> {
    // No map is as large, and `/dev/zero` has no end.
    const LARGEST: u64 = 64 << 20;
    let name = file.display().to_string();
    let fail = |error: &dyn std::fmt::Display| format!("failed to read `{name}`: {error}");
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| fail(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(fail(&"it is larger than 64 MiB"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
            Err(fail(&format_args!("line {line} is not UTF-8")))
        }
    }
}

fn from_file(file: &Path, shared: &Shared) -> Result<Loaded, String> {
    let mut results = read(&[file.to_owned()], shared)?;
    let map = results.remove(0).map_err(|report| report.to_string())?;
    let groups: Vec<Group> = map
        .groups
        .iter()
        .map(|group| new::group(text_of(&group.name), text_of(&group.title)))
        .collect();
    let services: Vec<Service> = map
        .services
        .iter()
        .map(|service| of_service(&map, service, &groups))
        .collect();
    let endpoints = map.endpoints.iter();
    let ranges = map.ranges.iter();
    Ok(Loaded {
        map: itself(&map),
        endpoints: endpoints
            .map(|it| new::endpoint(record(&map, it, &services)))
            .collect(),
        ranges: ranges
            .map(|it| new::range(record(&map, it, &services)))
            .collect(),
        source: file.display().to_string(),
    })
}

fn itself(map: &build::Map) -> Map {
    let reserved = map.reserved.iter().map(|it| {
        let reserved = new::reserved(it.first, it.last);
        match &it.reason {
            Some(reason) => reserved.with_reason(text_of(reason)),
            None => reserved,
        }
    });
    let itself = new::map(
        text_of(&map.name),
        text_of(&map.host),
        text_of(&map.host_variable()),
        list(reserved),
    );
    match &map.network {
        Some(network) => itself.with_network(text_of(network)),
        None => itself,
    }
}

fn of_service(map: &build::Map, service: &build::Service, groups: &[Group]) -> Service {
    let mut record = new::service_record(
        text_of(&service.name),
        text_of(&service.id()),
        text_of(&service.title),
        text_of(&map.service_host_variable(service)),
    );
    if let Some(at) = service.group {
        record = record.group(groups[at]);
    }
    if let Some(container) = &service.container {
        record = record.container(text_of(container));
    }
    new::service(Box::leak(Box::new(record)))
}

fn record(map: &build::Map, it: &build::Endpoint, services: &[Service]) -> &'static new::Record {
    let new = match it.protocol {
        build::Protocol::Grpc => new::grpc,
        build::Protocol::Http => new::http,
        build::Protocol::Https => new::https,
        build::Protocol::Udp => new::udp,
        _ => new::tcp,
    };
    let details = Box::leak(Box::new(details(map, it)));
    let [name, id, title, purpose] =
        [&it.name, &it.id(), &it.title, &it.purpose].map(|text| text_of(text));
    let mut record =
        new(services[it.service], details, it.ports.first).named(name, id, title, purpose);
    if it.is_range {
        record = record.up_to(it.ports.last, it.ports.step);
    } else {
        record = record
            .at(text_of(&it.authority()), text_of(&it.url()))
            .moved_by(
                text_of(&map.addr_variable(it)),
                text_of(&map.listen_variable(it)),
            );
    }
    if it.transport == build::Transport::Udp {
        record = record.over_udp();
    }
    if let Some(inside) = &it.container {
        let authority = inside.authority();
        let url = format!("{}://{authority}", it.scheme);
        record = record.container(
            text_of(&inside.host),
            inside.port,
            text_of(&authority),
            text_of(&url),
        );
    }
    Box::leak(Box::new(record))
}

fn details(map: &build::Map, it: &build::Endpoint) -> new::Details {
    let places = it.configured_in.iter().map(|place| {
        let file = new::file(text_of(&place.file));
        match &place.key {
            Some(key) => file.with_key(text_of(key)),
            None => file,
        }
    });
    let mut details = new::details(text_of(&it.scheme), text_of(&it.host))
        .exposure(match it.exposure {
            build::Exposure::Proxied => Exposure::Proxied,
            build::Exposure::Public => Exposure::Public,
            _ => Exposure::Internal,
        })
        .configured_in(list(places))
        .process(texts(&it.process));
    if !it.is_range && !it.has_own_host {
        details = details.map_host(text_of(&map.host_variable()));
    }
    if let Some(conflict) = &it.conflict {
        let alternatives = list(conflict.alternatives.iter().copied());
        let conflict_of = new::conflict(texts(&conflict.with), alternatives);
        details = details.conflict(match &conflict.mitigation {
            Some(mitigation) => conflict_of.with_mitigation(text_of(mitigation)),
            None => conflict_of,
        });
    }
    if let Some(note) = &it.note {
        details = details.note(text_of(note));
    }
    if let Some(name) = &it.same_as {
        details = details.same_as(text_of(name));
    }
    if let Some(reason) = &it.deprecated {
        details = details.deprecated(text_of(reason));
    }
    details
}

fn text_of(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    list(texts.iter().map(|text| text_of(text)))
}

fn list<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    Box::leak(items.collect::<Vec<T>>().into_boxed_slice())
}
