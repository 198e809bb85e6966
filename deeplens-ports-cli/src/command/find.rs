//! What a user's word means in a map.

use deeplens_ports::{
    AnyContainerEndpoint, AnyEndpoint, AnyPortRange, Reserved, Service, Transport,
};
use deeplens_ports_cli::Loaded;
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// The endpoints and ranges that a word names; of a whole map the reserved numbers too.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) endpoints: Vec<AnyEndpoint>,
    pub(crate) ranges: Vec<AnyPortRange>,
    /// Those on the container network alone.
    pub(crate) inside: Vec<AnyContainerEndpoint>,
    reserved: &'static [Reserved],
}

/// A list: endpoints, ranges, those on the container network alone.
impl Serialize for Found {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for endpoint in &self.endpoints {
            list.serialize_element(endpoint)?;
        }
        for range in &self.ranges {
            list.serialize_element(range)?;
        }
        for inside in &self.inside {
            list.serialize_element(inside)?;
        }
        for reserved in self.reserved {
            list.serialize_element(reserved)?;
        }
        list.end()
    }
}

impl Found {
    /// All of a map.
    pub(crate) fn all(map: &Loaded) -> Self {
        Self {
            endpoints: map.map.endpoints().to_vec(),
            ranges: map.map.ranges().to_vec(),
            inside: map.map.container_endpoints().to_vec(),
            reserved: map.map.reserved(),
        }
    }

    /// Those on the container network alone, where nothing of this machine has the name.
    pub(crate) fn alone(&self) -> &[AnyContainerEndpoint] {
        if self.endpoints.is_empty() && self.ranges.is_empty() {
            &self.inside
        } else {
            &[]
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.endpoints.is_empty() && self.ranges.is_empty() && self.inside.is_empty()
    }
}

/// By name, such as `qdrant.grpc`, by constant, such as `QDRANT_GRPC`, or all of a service, such as `qdrant`.
pub(crate) fn by_name(map: &Loaded, word: &str) -> Result<Found, String> {
    // As `show` prints it.
    let word = word.strip_prefix("ports::").unwrap_or(word);
    let found = Found {
        endpoints: named(map.map.endpoints(), word, |it| {
            (it.name(), it.id(), it.service())
        }),
        ranges: named(map.map.ranges(), word, |it| {
            (it.name(), it.id(), it.service())
        }),
        inside: named(map.map.container_endpoints(), word, |it| {
            (it.name(), it.id(), it.service())
        }),
        ..Found::default()
    };
    if found.is_empty() {
        return Err(unknown(map, word));
    }
    Ok(found)
}

/// Those that the word names, and then those of the service that it names.
fn named<T: Copy>(
    all: &[T],
    word: &str,
    facts: impl Fn(T) -> (&'static str, &'static str, Service),
) -> Vec<T> {
    let is_word =
        |name: &str, id: &str| name.eq_ignore_ascii_case(word) || id.eq_ignore_ascii_case(word);
    let is_named = |it: T| {
        let (name, id, _) = facts(it);
        is_word(name, id)
    };
    let is_of_service = |it: T| {
        let (_, _, service) = facts(it);
        is_word(service.name(), service.id()) || service.container() == Some(word)
    };
    let all = all.iter().copied();
    let mut found: Vec<T> = all
        .filter(|it| is_named(*it) || is_of_service(*it))
        .collect();
    found.sort_by_key(|it| !is_named(*it));
    found
}

/// Who reaches something on the container network alone.
pub(crate) fn reached_inside(map: &Loaded, what: &str) -> String {
    let network = map.map.network().unwrap_or("the container network");
    format!("only containers on {network} reach {what}")
}

/// Every endpoint on the port, and every range with it.
pub(crate) fn by_port(map: &Loaded, port: u16, transport: Option<Transport>) -> Found {
    let is_on = |of: Transport| transport.is_none_or(|wanted| wanted == of);
    let endpoints = map.map.endpoints().iter().copied();
    let ranges = map.map.ranges().iter().copied();
    Found {
        endpoints: endpoints
            .filter(|it| it.port() == port && is_on(it.transport()))
            .collect(),
        ranges: ranges
            .filter(|it| it.contains(port) && is_on(it.transport()))
            .collect(),
        ..Found::default()
    }
}

/// What [`by_port`] finds, of which there must be something.
pub(crate) fn on_port(
    map: &Loaded,
    port: u16,
    transport: Option<Transport>,
) -> Result<Found, String> {
    let found = by_port(map, port, transport);
    if !found.is_empty() {
        return Ok(found);
    }
    let title = map.title();
    let reserved = map.map.reserved().iter().find(|it| it.contains(port));
    Err(match (reserved, transport) {
        (Some(it), _) => {
            let reason = it
                .reason()
                .map_or(String::new(), |reason| format!(": {reason}"));
            format!("port {port} is reserved in {title}{reason}")
        }
        (None, None) => format!("nothing is on port {port} in {title}"),
        (None, Some(transport)) => format!("nothing is on port {port}/{transport} in {title}"),
    })
}

/// `6334`, `53/udp`; `None` for a name.
pub(crate) fn port(word: &str) -> Option<Result<(u16, Option<Transport>), String>> {
    let (digits, transport) = match word.split_once('/') {
        Some((digits, name)) => (digits, Some(name)),
        None => (word, None),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return None;
    }
    let transport = match transport {
        None => None,
        Some(name) if name.eq_ignore_ascii_case("tcp") => Some(Transport::Tcp),
        Some(name) if name.eq_ignore_ascii_case("udp") => Some(Transport::Udp),
        Some(other) => {
            return Some(Err(format!(
                "unknown transport `{other}`: expected tcp or udp"
            )))
        }
    };
    Some(match digits.parse() {
        Ok(port) if port > 0 => Ok((port, transport)),
        _ => Err(format!("invalid port `{digits}`: expected 1 to 65535")),
    })
}

fn unknown(map: &Loaded, word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    let endpoints = map
        .map
        .endpoints()
        .iter()
        .flat_map(|it| [it.name(), it.service().name()]);
    let ranges = map.map.ranges().iter().map(|it| it.name());
    let inside = map.map.container_endpoints().iter();
    let inside = inside.flat_map(|it| [it.name(), it.service().name()]);
    let near = endpoints
        .chain(ranges)
        .chain(inside)
        .map(|name| (strsim::damerau_levenshtein(name, &lower), name))
        .min();
    let help = match near {
        Some((distance, name)) if distance <= lower.len().max(name.len()).div_ceil(4) => {
            format!("a similar name exists: `{name}`")
        }
        _ => "`deeplens-ports list` shows all names".into(),
    };
    format!(
        "unknown name `{}` in {}; {help}",
        word.escape_debug(),
        map.title()
    )
}
