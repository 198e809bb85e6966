//! The last step of the check: values with their defaults, in an order that does not depend on the file's. Of a map
//! with mistakes, what is known all the same.

use super::candidate::Candidate;
use super::names::Usable;
use super::policy::Policy;
use super::{Header, values};
use crate::map::{
    ConfiguredIn, Conflict, Container, Endpoint, Exposure, Group, Map, Reserved, Service, constant,
};
use crate::order;
use crate::raw::{Inherited, Raw, RawEndpoint, RawGroup, RawPlace};
use crate::reader::Text;
use crate::report::Report;
use std::collections::HashMap;

/// The exposures of the map by the place of their value.
pub(super) type Exposures = HashMap<usize, Exposure>;

/// Reads every `exposure` of the map.
pub(super) fn exposures(raw: &Raw<'_>, report: &mut Report) -> Exposures {
    let groups = raw.groups.iter().map(|group| &group.inherited);
    let services = raw.services.iter().flat_map(|service| {
        let endpoints = service.endpoints.iter().map(|endpoint| &endpoint.inherited);
        std::iter::once(&service.inherited).chain(endpoints)
    });
    let mut exposures = Exposures::new();
    for text in groups
        .chain(services)
        .filter_map(|keys| keys.exposure.as_ref())
    {
        let read = values::one_of(
            Some(text),
            "exposure",
            Exposure::NAMES,
            Exposure::named,
            report,
        );
        exposures.extend(read.map(|exposure| (text.span.start, exposure)));
    }
    exposures
}

/// The places of the names in their order.
fn by_name(names: &[String]) -> Vec<usize> {
    order::places(names.len(), &|a, b| names[a].cmp(&names[b]))
}

pub(super) fn map(
    raw: &Raw<'_>,
    header: Header,
    candidates: &[Candidate<'_>],
    policy: &Policy,
    exposures: &Exposures,
    usable: &Usable<'_>,
) -> Map {
    let names = raw.groups.iter().map(|group| constant(group.name.value));
    let groups = by_name(&names.collect::<Vec<_>>());
    let groups = groups.into_iter().map(|at| &raw.groups[at]);
    let groups: Vec<&RawGroup<'_>> = groups.filter(|it| usable.group(it.name.value)).collect();
    let names = raw.services.iter();
    let names = names.map(|service| constant(service.name.value));
    let mut order = by_name(&names.collect::<Vec<_>>());
    order.retain(|at| usable.service(raw.services[*at].name.value));
    let mut place_of = vec![0; raw.services.len()];
    for (place, at) in order.iter().enumerate() {
        place_of[*at] = place;
    }
    let group_at: HashMap<&str, usize> = groups
        .iter()
        .enumerate()
        .map(|(at, group)| (group.name.value, at))
        .collect();
    let services = order.iter().map(|at| {
        let service = &raw.services[*at];
        Service {
            name: service.name.value.to_owned(),
            title: text_or(service.title.as_ref(), service.name.value),
            group: service
                .group
                .as_ref()
                .and_then(|group| group_at.get(group.value).copied()),
            container: service.container.as_ref().map(|name| name.value.to_owned()),
        }
    });
    let services = services.collect();
    let (mut endpoints, mut ranges) = (Vec::new(), Vec::new());
    for candidate in candidates.iter().filter(|it| usable.endpoint(&it.name)) {
        let group = raw.services[candidate.service].group.as_ref();
        let group = group.and_then(|group| Some(groups[*group_at.get(group.value)?]));
        let endpoint = endpoint(raw, group, candidate, candidates, &place_of, exposures);
        let list = if candidate.raw.ports.is_some() {
            &mut ranges
        } else {
            &mut endpoints
        };
        list.extend(endpoint);
    }
    let by_port = |a: &Endpoint, b: &Endpoint| {
        let key = |e: &Endpoint| (e.ports.first, e.transport);
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    };
    let endpoints = order::sorted(endpoints, by_port);
    let ranges = order::sorted(ranges, by_port);
    let reserved: Vec<Reserved> = policy
        .reserved
        .iter()
        .filter(|reserved| reserved.source.is_none())
        .map(|reserved| Reserved {
            first: reserved.ports.first,
            last: reserved.ports.last,
            reason: reserved.reason.clone(),
        })
        .collect();
    let reserved = order::sorted(reserved, Ord::cmp);
    Map {
        name: header.name,
        env_prefix: header.env_prefix,
        network: header.network,
        project: header.project,
        host: header.host.unwrap_or_default(),
        reserved,
        groups: groups
            .into_iter()
            .map(|group| Group {
                name: group.name.value.to_owned(),
                title: text_or(group.title.as_ref(), group.name.value),
            })
            .collect(),
        services,
        endpoints,
        ranges,
    }
}

fn endpoint(
    raw: &Raw<'_>,
    group: Option<&RawGroup<'_>>,
    candidate: &Candidate<'_>,
    candidates: &[Candidate<'_>],
    place_of: &[usize],
    exposures: &Exposures,
) -> Option<Endpoint> {
    let service = &raw.services[candidate.service];
    let own = candidate.raw;
    let nearest = |at: fn(&Inherited<'_>) -> bool| {
        let levels = [
            Some(&own.inherited),
            Some(&service.inherited),
            group.map(|group| &group.inherited),
        ];
        levels.into_iter().flatten().find(|keys| at(keys))
    };
    let exposure = nearest(|keys| keys.exposure.is_some())
        .and_then(|keys| exposures.get(&keys.exposure.as_ref()?.span.start).copied());
    let process = nearest(|keys| keys.process.is_some()).and_then(|keys| keys.process.as_ref());
    let configured_in = nearest(|keys| keys.configured_in.is_some());
    let listen = candidate.listen.as_ref()?;
    let protocol = candidate.protocol?;
    let is_range = own.ports.is_some();
    let container_port = candidate
        .container_port
        .as_ref()
        .map_or(listen.ports.first, |port| port.value);
    // A second name has the conflict of the endpoint that it names.
    let facts = candidate
        .target
        .map_or(candidate, |target| &candidates[target]);
    let service_title = text_or(service.title.as_ref(), service.name.value);
    Some(Endpoint {
        service: place_of[candidate.service],
        name: candidate.name.clone(),
        title: text_or(own.title.as_ref(), &default_title(&service_title, own)),
        purpose: text_or(own.purpose.as_ref(), ""),
        note: own.note.as_ref().map(|note| note.value.to_owned()),
        protocol,
        transport: listen.transport,
        scheme: text_or(own.scheme.as_ref(), protocol.scheme()),
        host: candidate.host.clone(),
        has_own_host: facts.has_own_host,
        ports: listen.ports,
        is_range,
        container: candidate
            .container
            .filter(|_| !is_range)
            .map(|host| Container {
                host: host.to_owned(),
                port: container_port,
            }),
        exposure: exposure.unwrap_or(Exposure::Internal),
        conflict: conflict(facts),
        configured_in: configured_in
            .and_then(|keys| keys.configured_in.as_deref())
            .map_or_else(Vec::new, places),
        process: process.map_or_else(Vec::new, |names| owned(names)),
        same_as: candidate
            .target
            .map(|target| candidates[target].name.clone()),
        deprecated: own
            .deprecated
            .as_ref()
            .map(|reason| reason.value.to_owned()),
    })
}

/// The service's title and the endpoint's name.
fn default_title(service: &str, endpoint: &RawEndpoint<'_>) -> String {
    match &endpoint.name {
        Some(name) => format!("{service} {}", name.value),
        None => service.to_owned(),
    }
}

fn conflict(candidate: &Candidate<'_>) -> Option<Conflict> {
    let raw = candidate.raw.conflict.as_ref()?;
    Some(Conflict {
        with: owned(&raw.with),
        mitigation: raw.mitigation.as_ref().map(|text| text.value.to_owned()),
        alternatives: candidate
            .alternatives
            .iter()
            .map(|port| port.value)
            .collect(),
    })
}

fn places(places: &[RawPlace<'_>]) -> Vec<ConfiguredIn> {
    places
        .iter()
        .map(|place| ConfiguredIn {
            file: text_or(place.file.as_ref(), ""),
            key: place.key.as_ref().map(|key| key.value.to_owned()),
        })
        .collect()
}

fn owned(texts: &[Text<'_>]) -> Vec<String> {
    texts.iter().map(|text| text.value.to_owned()).collect()
}

fn text_or(text: Option<&Text<'_>>, default: &str) -> String {
    text.map_or(default, |text| text.value).to_owned()
}
