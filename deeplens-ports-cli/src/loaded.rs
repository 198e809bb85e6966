//! A map as the endpoints of the program, be it compiled or read.
//!
//! A map that was read is turned into the same endpoints as a compiled one. What they refer to lives as long as the
//! program, as in a compiled map.

use deeplens_ports::__private as new;
use deeplens_ports::{ports, AnyEndpoint, AnyPortRange, Exposure, Map, Service};
use deeplens_ports_build as build;

/// A map, and where it was read.
///
/// ```
/// use deeplens_ports_cli::Loaded;
///
/// let text = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// let map = deeplens_ports_build::read("shop.toml", text)?;
/// let loaded = Loaded::new(&map, "shop.toml".to_owned());
/// assert_eq!(loaded.title(), "shop, the map of shop.toml");
/// assert_eq!(loaded.endpoints[0].url(), "http://localhost:8080");
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// Its name, host and reserved numbers.
    pub map: Map,
    /// All of its endpoints, by port.
    pub endpoints: Vec<AnyEndpoint>,
    /// All of its ranges, by first port.
    pub ranges: Vec<AnyPortRange>,
    /// Such as `deeplens-ports 0.1.0`, or the path of a file.
    pub source: String,
}

impl Loaded {
    /// The map of DeepLens that this crate was built with.
    #[must_use]
    pub fn compiled() -> Self {
        Self {
            map: ports::map(),
            endpoints: ports::ALL.to_vec(),
            ranges: ports::RANGES.to_vec(),
            // The crates are of one release.
            source: concat!("deeplens-ports ", env!("CARGO_PKG_VERSION")).into(),
        }
    }

    /// A map that was read from `source`. Its texts are never freed.
    #[must_use]
    pub fn new(map: &build::Map, source: String) -> Self {
        let reserved = map.reserved().iter();
        let reserved =
            reserved.map(|it| new::reserved(it.first(), it.last(), optional(it.reason())));
        Self {
            map: new::map(
                text_of(map.name()),
                text_of(map.host()),
                optional(map.network()),
                text_of(map.project()),
                text_of(&map.host_variable()),
                list(reserved),
            ),
            endpoints: map
                .endpoints()
                .iter()
                .map(|it| new::endpoint(record(map, it)))
                .collect(),
            ranges: map
                .ranges()
                .iter()
                .map(|it| new::range(record(map, it)))
                .collect(),
            source,
        }
    }

    /// `DeepLens, the map of deeplens-ports 0.1.0`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}, the map of {}", self.map.name(), self.source)
    }
}

fn of_service(map: &build::Map, service: &build::Service) -> Service {
    let group = service.group();
    let facts = new::facts(
        text_of(service.name()),
        text_of(&service.id()),
        text_of(service.title()),
        text_of(&map.service_host_variable(service)),
        text_of(service.container().unwrap_or_default()),
        text_of(map.project()),
        group.and_then(|group| new::group(text_of(group.name()), text_of(group.title()))),
    );
    new::service(Box::leak(Box::new(facts)))
}

fn record(map: &build::Map, it: &build::Endpoint) -> &'static new::Record {
    let id = it.id();
    let about = [it.name(), &id, it.title(), it.purpose()].map(text_of);
    let at = [
        it.authority(),
        it.url(),
        map.addr_variable(it),
        map.listen_variable(it),
    ];
    let at = at.map(|text| if it.is_range() { "" } else { text_of(&text) });
    let new = match it.protocol() {
        build::Protocol::Grpc => new::grpc,
        build::Protocol::Http => new::http,
        build::Protocol::Https => new::https,
        build::Protocol::Udp => new::udp,
        _ => new::tcp,
    };
    let more = Box::leak(Box::new(more(map, it)));
    let [name, id, title, purpose] = about;
    let [authority, url, addr, listen] = at;
    let mut record = new(
        of_service(map, it.service()),
        more,
        it.ports().first(),
        name,
        id,
        title,
        purpose,
        authority,
        url,
        addr,
        listen,
    );
    if it.is_range() {
        record = record.range(it.ports().last(), it.ports().step());
    }
    if it.transport() == build::Transport::Udp {
        record = record.over_udp();
    }
    if let Some(inside) = it.container() {
        let authority = inside.authority();
        let url = format!("{}://{authority}", it.scheme());
        record = record.container(
            text_of(inside.host()),
            inside.port(),
            text_of(&authority),
            text_of(&url),
        );
    }
    Box::leak(Box::new(record))
}

fn more(map: &build::Map, it: &build::Endpoint) -> new::More {
    let places = it.configured_in().iter();
    let places = places.map(|place| new::place(text_of(place.file()), optional(place.key())));
    let mut more = new::more(text_of(it.scheme()), text_of(it.host()))
        .exposure(match it.exposure() {
            build::Exposure::Proxied => Exposure::Proxied,
            build::Exposure::Public => Exposure::Public,
            _ => Exposure::Internal,
        })
        .configured_in(list(places))
        .process(texts(it.process()));
    if !it.is_range() && !it.has_own_host() {
        more = more.map_host(text_of(&map.host_variable()));
    }
    if let Some(conflict) = it.conflict() {
        let alternatives = list(conflict.alternatives().iter().copied());
        let mitigation = optional(conflict.mitigation());
        more = more.conflict(texts(conflict.with()), mitigation, alternatives);
    }
    if let Some(note) = it.note() {
        more = more.note(text_of(note));
    }
    if let Some(name) = it.same_as() {
        more = more.same_as(text_of(name));
    }
    if let Some(reason) = it.deprecated() {
        more = more.deprecated(text_of(reason));
    }
    more
}

fn text_of(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn optional(text: Option<&str>) -> Option<&'static str> {
    text.map(text_of)
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    list(texts.iter().map(|text| text_of(text)))
}

fn list<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    Box::leak(items.collect::<Vec<T>>().into_boxed_slice())
}
