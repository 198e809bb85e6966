//! From a map as the compiler reads it to the map of the runtime.

use deeplens_ports::__private as new;
use deeplens_ports::{Conflict, Exposure, Group, Map, Members, Service};
use deeplens_ports_build as build;

/// The same map as if it were compiled. What it refers to lives as long as the program.
///
/// ```
/// let text = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// let map = deeplens_ports_cli::bridge(&deeplens_ports_build::read("shop.toml", text)?);
/// assert_eq!(map.services()[0].endpoints()[0].url(), "http://localhost:8080");
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
#[must_use]
pub fn bridge(map: &build::Map) -> Map {
    let services = map.services().iter().map(|it| service(map, it));
    let services: Vec<Service> = services.collect();
    let endpoints = map.endpoints().iter();
    let endpoints = list(endpoints.map(|it| new::endpoint(record(map, it, &services))));
    let ranges = map.ranges().iter();
    let ranges = list(ranges.map(|it| new::range(record(map, it, &services))));
    let inside = map.container_endpoints().iter();
    let inside = inside.map(|it| new::container_endpoint(record(map, it, &services)));
    let reserved = map.reserved().iter().map(|it| {
        let reserved = new::reserved(it.first(), it.last());
        match it.reason() {
            Some(reason) => reserved.with_reason(text(reason)),
            None => reserved,
        }
    });
    let itself = new::map(
        text(map.name()),
        text(map.host()),
        text(&map.host_variable()),
        text(map.project()),
    );
    let itself =
        itself
            .with_reserved(list(reserved))
            .with_endpoints(endpoints, ranges, list(inside));
    let groups = map.groups().iter().map(|it| group(it));
    let groups = groups.map(|it| members(it, itself, &|of| of.group() == Some(it)));
    let services = services.into_iter();
    let services = services.map(|it| members(it, itself, &|of| of == it));
    let itself = itself.with_owners(list(services), list(groups));
    match map.network() {
        Some(network) => itself.with_network(text(network)),
        None => itself,
    }
}

/// A service or group, with those of the map's endpoints whose service is of it.
fn members<T: Copy>(owner: T, map: Map, is_of: &dyn Fn(Service) -> bool) -> Members<T> {
    let endpoints = map.endpoints().iter().copied();
    let ranges = map.ranges().iter().copied();
    let inside = map.container_endpoints().iter().copied();
    new::members(owner, list(endpoints.filter(|it| is_of(it.service()))))
        .with_ranges(list(ranges.filter(|it| is_of(it.service()))))
        .with_container_endpoints(list(inside.filter(|it| is_of(it.service()))))
}

fn group(group: &build::Group) -> Group {
    new::group(text(group.name()), text(group.title()))
}

fn service(map: &build::Map, service: &build::Service) -> Service {
    let mut record = new::service_record(
        text(service.name()),
        text(&service.id()),
        text(service.title()),
        text(&map.service_host_variable(service)),
        text(map.project()),
    );
    if let Some(of) = service.group() {
        record = record.group(group(of));
    }
    if let Some(container) = service.container() {
        record = record.container(text(container));
    }
    new::service(Box::leak(Box::new(record)))
}

fn record(map: &build::Map, it: &build::Endpoint, services: &[Service]) -> &'static new::Record {
    let new = match it.protocol() {
        build::Protocol::Grpc => new::grpc,
        build::Protocol::Http => new::http,
        build::Protocol::Https => new::https,
        build::Protocol::Tcp => new::tcp,
        build::Protocol::Udp => new::udp,
    };
    let own = services
        .iter()
        .find(|known| known.name() == it.service().name());
    let own = own.copied().unwrap_or_else(|| service(map, it.service()));
    let details = Box::leak(Box::new(details(map, it)));
    let [name, id, title, purpose] = [it.name(), &it.id(), it.title(), it.purpose()].map(text);
    let mut record = new(own, details, it.ports().first()).named(name, id, title, purpose);
    match it.kind() {
        build::Kind::Container => record = record.moved_inside_by(text(&map.addr_variable(it))),
        build::Kind::Port => {
            let (addr, listen) = (map.addr_variable(it), map.listen_variable(it));
            record = record.at(text(&it.authority()), text(&it.url()));
            record = record.moved_by(text(&addr), text(&listen));
        }
        build::Kind::Range => record = record.up_to(it.ports().last(), it.ports().step()),
    }
    match it.transport() {
        build::Transport::Tcp => {}
        build::Transport::Udp => record = record.over_udp(),
    }
    if let Some(inside) = it.container() {
        let authority = inside.authority();
        let url = format!("{}://{authority}", it.scheme());
        record = record.container(
            text(inside.host()),
            inside.port(),
            text(&authority),
            text(&url),
        );
    }
    Box::leak(Box::new(record))
}

fn details(map: &build::Map, it: &build::Endpoint) -> new::Details {
    let places = it.configured_in().iter().map(|place| {
        let file = new::file(text(place.file()));
        match place.key() {
            Some(key) => file.with_key(text(key)),
            None => file,
        }
    });
    let mut details = new::details(text(it.scheme()), text(it.host()))
        .exposure(match it.exposure() {
            build::Exposure::Internal => Exposure::Internal,
            build::Exposure::Proxied => Exposure::Proxied,
            build::Exposure::Public => Exposure::Public,
        })
        .configured_in(list(places))
        .process(texts(it.process()));
    if it.kind() == build::Kind::Port && !it.has_own_host() {
        details = details.map_host(text(&map.host_variable()));
    }
    if let Some(found) = it.conflict() {
        details = details.conflict(conflict(found));
    }
    if let Some(note) = it.note() {
        details = details.note(text(note));
    }
    if let Some(name) = it.same_as() {
        details = details.same_as(text(name));
    }
    if let Some(reason) = it.deprecated() {
        details = details.deprecated(text(reason));
    }
    details
}

fn conflict(conflict: &build::Conflict) -> Conflict {
    let alternatives = list(conflict.alternatives().iter().copied());
    let known = new::conflict(texts(conflict.with()), alternatives);
    match conflict.mitigation() {
        Some(mitigation) => known.with_mitigation(text(mitigation)),
        None => known,
    }
}

fn text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    list(texts.iter().map(|it| text(it)))
}

fn list<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    Box::leak(items.collect::<Vec<T>>().into_boxed_slice())
}
