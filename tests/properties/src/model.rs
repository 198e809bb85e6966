//! A valid map, and the values that its compiled module must have.

use serde_json::{Value, json};

/// A map that breaks no rule.
#[derive(Clone, Debug)]
pub struct Model {
    /// The name of the system; its prefix is `PROP`.
    pub name: String,
    /// Names and titles of the groups.
    pub groups: Vec<(String, String)>,
    /// The services; no two have one name.
    pub services: Vec<Service>,
}

/// A service with its endpoints.
#[derive(Clone, Debug)]
pub struct Service {
    /// A valid name.
    pub name: String,
    /// Any text.
    pub title: Option<String>,
    /// A place in [`Model::groups`].
    pub group: Option<usize>,
    /// The name of the container.
    pub container: Option<String>,
    /// At least one; the first may be the service's own, without a name.
    pub endpoints: Vec<Endpoint>,
}

/// One port.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// `None` for the service's own.
    pub name: Option<String>,
    /// No two endpoints of a map have one port.
    pub port: u16,
    /// Whether it is the port in the container alone, which the service then has.
    pub is_inside: bool,
    /// `tcp`, `udp`, `http`, `https` or `grpc`.
    pub protocol: &'static str,
    /// Any text.
    pub purpose: Option<String>,
    /// Any text.
    pub note: Option<String>,
    /// `internal`, `proxied` or `public`.
    pub exposure: Option<&'static str>,
    /// Any texts.
    pub process: Vec<String>,
    /// Files and keys, any texts.
    pub configured_in: Vec<(String, Option<String>)>,
    /// Who else uses the port.
    pub conflict: Option<Conflict>,
    /// Any text.
    pub deprecated: Option<String>,
}

/// Who else uses a port.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Any texts.
    pub with: Vec<String>,
    /// Any text.
    pub mitigation: Option<String>,
    /// Ports that nothing has.
    pub alternatives: Vec<u16>,
}

impl Model {
    /// Every endpoint with a port on the host as `serde` writes it, by port.
    #[must_use]
    pub fn endpoints(&self) -> Vec<Value> {
        self.sorted(false, &|_, port| port)
    }

    /// Every endpoint on the container network alone as `serde` writes it, by container and port.
    #[must_use]
    pub fn container_endpoints(&self) -> Vec<Value> {
        self.sorted(true, &|service, port| (service.container.clone(), port))
    }

    fn sorted<K: Ord>(&self, is_inside: bool, key: &dyn Fn(&Service, u16) -> K) -> Vec<Value> {
        let mut all: Vec<(K, Value)> = Vec::new();
        for service in &self.services {
            let endpoints = service.endpoints.iter();
            let endpoints = endpoints.filter(|it| it.is_inside == is_inside);
            all.extend(endpoints.map(|it| (key(service, it.port), self.endpoint(service, it))));
        }
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        all.into_iter().map(|(_, value)| value).collect()
    }

    fn endpoint(&self, service: &Service, endpoint: &Endpoint) -> Value {
        let service_title = service.title.as_ref().unwrap_or(&service.name);
        let (name, title) = match &endpoint.name {
            Some(name) => (
                format!("{}.{name}", service.name),
                format!("{service_title} {name}"),
            ),
            None => (service.name.clone(), service_title.clone()),
        };
        let id = constant(&name);
        let service_id = constant(&service.name);
        let port = endpoint.port;
        // The keys of a service's own endpoint stand on the service, where the others inherit them.
        let own = service.endpoints.iter().find(|it| it.name.is_none());
        let own = own.unwrap_or(endpoint);
        let exposure = endpoint.exposure.or(own.exposure);
        let configured_in = if endpoint.configured_in.is_empty() {
            &own.configured_in
        } else {
            &endpoint.configured_in
        };
        let process = if endpoint.process.is_empty() {
            &own.process
        } else {
            &endpoint.process
        };
        let scheme = match endpoint.protocol {
            "grpc" => "http",
            other => other,
        };
        let group = service.group.map(|at| {
            let (name, title) = &self.groups[at];
            json!({"name": name, "title": title})
        });
        let inside = service.container.as_ref().map(|host| {
            json!({
                "host": host,
                "port": port,
                "authority": format!("{host}:{port}"),
                "url": format!("{scheme}://{host}:{port}"),
            })
        });
        let mut value = json!({
            "name": name,
            "id": id,
            "title": title,
            "purpose": endpoint.purpose.clone().unwrap_or_default(),
            "note": endpoint.note,
            "service": {
                "name": service.name,
                "title": service_title,
                "group": group,
                "container": service.container,
                "host_variable": format!("PROP_{service_id}_HOST"),
            },
            "protocol": endpoint.protocol,
            "transport": if endpoint.protocol == "udp" { "udp" } else { "tcp" },
            "scheme": scheme,
            "host": "localhost",
            "port": port,
            "authority": format!("localhost:{port}"),
            "url": format!("{scheme}://localhost:{port}"),
            "container": inside,
            "exposure": exposure.unwrap_or("internal"),
            "conflict": endpoint.conflict.as_ref().map(|conflict| json!({
                "with": conflict.with,
                "mitigation": conflict.mitigation,
                "alternatives": conflict.alternatives,
            })),
            "configured_in": configured_in.iter().map(|(file, key)| json!({
                "file": file,
                "key": key,
            })).collect::<Vec<_>>(),
            "process": process,
            "variables": {
                "addr": format!("PROP_{id}_ADDR"),
                "listen": format!("PROP_{id}_LISTEN"),
                "map_host": "PROP_HOST",
            },
            "same_as": null,
            "deprecated": endpoint.deprecated,
        });
        if endpoint.is_inside {
            let of_host = [
                "host",
                "port",
                "authority",
                "url",
                "conflict",
                "process",
                "variables",
            ];
            let keys = value.as_object_mut().expect("it is an object");
            keys.retain(|key, _| !of_host.contains(&key.as_str()));
            keys.insert("addr_variable".into(), format!("PROP_{id}_ADDR").into());
        }
        value
    }
}

fn constant(name: &str) -> String {
    name.to_uppercase().replace(['-', '.'], "_")
}
