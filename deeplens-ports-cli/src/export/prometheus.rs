//! Targets for `file_sd_configs` of Prometheus.

use super::address;
use super::options::Options;
use super::written::Written;
use deeplens_ports::{Map, Named};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

pub(super) fn text(map: Map, options: &Options) -> Result<Written, String> {
    if options.endpoints.is_empty() {
        return Err("`prometheus` needs the names of endpoints, such as `grafana`".into());
    }
    let mut groups = Vec::new();
    for name in &options.endpoints {
        groups.extend(of_name(map, name, options.inside)?);
    }
    let text = serde_json::to_string_pretty(&groups).map_err(|error| error.to_string())?;
    Ok(Written {
        text: text + "\n",
        remarks: Vec::new(),
    })
}

/// What has the name, or is of the service with it and reached from there.
fn of_name(map: Map, name: &str, inside: bool) -> Result<Vec<Group>, String> {
    let of_service = address::all(map).filter(|it| it.service().name() == name);
    let named: Vec<Named> = match map.named(name) {
        Some(exact) => vec![exact],
        None => of_service.collect(),
    };
    if named.is_empty() {
        return Err(format!(
            "nothing in the map is called `{}`",
            name.escape_debug()
        ));
    }
    let reached = named.into_iter().filter_map(|of| {
        let targets = targets(of, inside)?;
        Some(Group { of, targets })
    });
    let reached: Vec<Group> = reached.collect();
    if reached.is_empty() {
        let side = if inside {
            "between containers"
        } else {
            "from the host"
        };
        return Err(format!("nothing of `{name}` is reached {side}"));
    }
    Ok(reached)
}

fn targets(it: Named, inside: bool) -> Option<Vec<String>> {
    match it {
        Named::Range(it) if !inside => {
            let host = it.host();
            let host = if host.contains(':') {
                format!("[{host}]")
            } else {
                host.to_owned()
            };
            Some(it.iter().map(|port| format!("{host}:{port}")).collect())
        }
        it => address::of(it, inside).map(|it| vec![it.authority.to_owned()]),
    }
}

struct Group {
    of: Named,
    targets: Vec<String>,
}

struct Labels(Named);

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Group", 2)?;
        object.serialize_field("targets", &self.targets)?;
        object.serialize_field("labels", &Labels(self.of))?;
        object.end()
    }
}

impl Serialize for Labels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let service = self.0.service();
        let scheme = match self.0 {
            Named::Container(it) => it.scheme(),
            Named::Endpoint(it) => it.scheme(),
            Named::Range(it) => it.scheme(),
        };
        let mut labels = serializer.serialize_map(None)?;
        // Else it asks by http.
        if scheme == "https" {
            labels.serialize_entry("__scheme__", scheme)?;
        }
        labels.serialize_entry("endpoint", self.0.name())?;
        if let Some(group) = service.group() {
            labels.serialize_entry("group", group.name())?;
        }
        labels.serialize_entry("service", service.name())?;
        labels.end()
    }
}
