//! The map that files are held against: the one file of the audit that knows how the compiler has it.

use crate::place::{Location, Transport};
use crate::source::Source;
use crate::tree;
use deeplens_ports_build as build;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A port map with its text, so that a report can show both.
///
/// ```
/// use deeplens_ports_cli::PortMap;
///
/// let text = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// assert_eq!(PortMap::parse("ports.toml", text)?.file(), "ports.toml");
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
#[derive(Debug)]
pub struct PortMap {
    pub(super) source: Source,
    /// What the names of its containers often start with.
    pub(super) prefix: String,
    pub(super) host: String,
    pub(super) services: Vec<Service>,
    pub(super) endpoints: Vec<Endpoint>,
    /// Those with one port, by it, and those with many.
    single: HashMap<(u16, Transport), Vec<usize>>,
    ranges: Vec<usize>,
    /// Where the port of an endpoint is changed.
    pub(super) configured: Vec<Configured>,
}

#[derive(Debug)]
pub(super) struct Service {
    pub(super) name: String,
    /// What its container is called.
    pub(super) container: Option<String>,
    /// Their places in the map's.
    pub(super) endpoints: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct Endpoint {
    /// `service.endpoint`, or `service`.
    pub(super) name: String,
    pub(super) service: usize,
    pub(super) host: String,
    /// Of the host; none of what is reached on the container network alone.
    pub(super) outside: Option<build::Ports>,
    pub(super) transport: Transport,
    pub(super) scheme: String,
    pub(super) container: Option<(String, u16)>,
    pub(super) processes: Vec<String>,
    /// Whether it is a second name for another.
    pub(super) is_alias: bool,
    /// Of its port in the map.
    pub(super) location: Location,
}

impl Endpoint {
    pub(super) fn is_outside(&self, port: u16) -> bool {
        self.outside.is_some_and(|ports| ports.contains(port))
    }

    /// Its port in the container.
    pub(super) fn inside(&self) -> Option<u16> {
        self.container.as_ref().map(|(_, port)| *port)
    }

    /// Whether the port is its own on either side.
    pub(super) fn is_at(&self, port: u16) -> bool {
        self.is_outside(port) || self.inside() == Some(port)
    }

    /// Its port or ports of the host, else the one inside.
    pub(super) fn number(&self) -> String {
        match (self.outside, self.inside()) {
            (Some(ports), _) => ports.to_string(),
            (None, Some(port)) => port.to_string(),
            (None, None) => String::new(),
        }
    }
}

#[derive(Debug)]
pub(super) struct Configured {
    pub(super) endpoint: usize,
    /// Relative as the map itself is.
    pub(super) file: String,
    /// As the map has it.
    pub(super) written: String,
    pub(super) key: Option<String>,
}

impl PortMap {
    /// Compiles a text. `file` is where it is, relative to what the paths of the tree are relative to.
    ///
    /// # Errors
    ///
    /// All mistakes in the text.
    pub fn parse(file: &str, text: &str) -> Result<Self, build::Report> {
        build::read(file, text).map(|map| Self::new(file, text, &map))
    }

    /// The map of DeepLens that this crate was built with.
    ///
    /// # Errors
    ///
    /// None: it was compiled before.
    pub fn compiled() -> Result<Self, build::Report> {
        Self::parse("deeplens", deeplens_ports::__private::TEXT)
    }

    /// A map that was compiled from a text.
    #[must_use]
    pub fn new(file: &str, text: &str, map: &build::Map) -> Self {
        let path: Arc<str> = file.replace('\\', "/").into();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = Source::new(&path, text.into());
        let mut new = Self {
            prefix: map.name().to_owned(),
            host: map.host().to_ascii_lowercase(),
            services: Vec::new(),
            endpoints: Vec::new(),
            single: HashMap::new(),
            ranges: Vec::new(),
            configured: Vec::new(),
            source,
        };
        for service in map.services() {
            new.services.push(Service {
                name: service.name().to_owned(),
                container: service.container().map(str::to_owned),
                endpoints: Vec::new(),
            });
        }
        let on_host = map.endpoints().iter().chain(map.ranges());
        for endpoint in on_host.chain(map.container_endpoints()) {
            new.add(endpoint);
        }
        new
    }

    fn add(&mut self, it: &build::Endpoint) {
        let name = it.service().name();
        let Some(service) = self.services.iter().position(|known| known.name == name) else {
            return;
        };
        let at = self.endpoints.len();
        self.services[service].endpoints.push(at);
        let transport = match it.transport() {
            build::Transport::Udp => Transport::Udp,
            _ => Transport::Tcp,
        };
        // A second name owns nothing.
        if it.same_as().is_none() {
            match it.kind() {
                build::Kind::Range => self.ranges.push(at),
                build::Kind::Port => {
                    let single = self.single.entry((it.ports().first(), transport));
                    single.or_default().push(at);
                }
                build::Kind::Container => {}
            }
        }
        for place in it.configured_in() {
            self.configured.push(Configured {
                endpoint: at,
                file: tree::join(self.source.folder(), place.file()),
                written: place.file().to_owned(),
                key: place.key().map(str::to_owned),
            });
        }
        self.endpoints.push(Endpoint {
            name: it.name().to_owned(),
            service,
            host: it.host().to_ascii_lowercase(),
            outside: (it.kind() != build::Kind::Container).then(|| it.ports()),
            transport,
            scheme: it.scheme().to_owned(),
            container: it
                .container()
                .map(|inside| (inside.host().to_ascii_lowercase(), inside.port())),
            processes: it.process().to_vec(),
            is_alias: it.same_as().is_some(),
            location: self.location(it.line(), it.column()),
        });
    }

    /// Where it is, as it was given.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.source.path
    }

    pub(crate) fn has_service(&self, name: &str) -> bool {
        self.services.iter().any(|service| service.name == name)
    }

    pub(crate) fn has_endpoint(&self, name: &str) -> bool {
        self.endpoints.iter().any(|endpoint| endpoint.name == name)
    }

    /// The endpoints with a port of the host.
    pub(super) fn owners(&self, port: u16, transport: Transport) -> Vec<usize> {
        let single = self.single.get(&(port, transport)).into_iter().flatten();
        let ranges = self.ranges.iter().filter(|at| {
            let it = &self.endpoints[**at];
            it.transport == transport && it.is_outside(port)
        });
        single.chain(ranges).copied().collect()
    }

    pub(super) fn of_service(
        &self,
        service: usize,
    ) -> impl Iterator<Item = (usize, &Endpoint)> + Clone {
        let all = self.services[service].endpoints.iter();
        all.map(|at| (*at, &self.endpoints[*at]))
    }

    /// The value that starts at a line and a column.
    fn location(&self, line: usize, column: usize) -> Location {
        let (start, text) = self
            .source
            .lines()
            .nth(line.saturating_sub(1))
            .unwrap_or((0, ""));
        let skipped: usize = text
            .chars()
            .take(column.saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        let value = &text[skipped..];
        let end = value
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .filter(|end| *end > 0)
            .unwrap_or(value.trim_end().len());
        self.source.location(start + skipped..start + skipped + end)
    }

    /// A text of the map, where it stands first.
    pub(super) fn find(&self, text: &str) -> Option<Range<usize>> {
        let at = self.source.text.find(text)?;
        Some(at..at + text.len())
    }
}
