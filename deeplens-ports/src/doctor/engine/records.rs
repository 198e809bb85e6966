//! What the engines print of their containers, as JSON.
//!
//! podman prints one list with an object for each container, docker one object on each line. `Names` is a list or a
//! text, and so is `Ports`: objects, or `0.0.0.0:5433->5432/tcp, [::]:5433->5432/tcp`. Either is taken from both, since
//! podman also stands in for docker under its name.

use crate::doctor::Published;
use crate::Transport;
use serde_json::Value;
use std::borrow::ToOwned;
use std::string::String;
use std::vec::Vec;

/// What is published; what cannot be read is passed over, so that an engine's new form hides nothing else.
pub(super) fn read(engine: &'static str, text: &str) -> Vec<Published> {
    let whole: Option<Vec<Value>> = serde_json::from_str(text).ok();
    let containers = whole.unwrap_or_else(|| {
        let lines = text.lines();
        lines
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect()
    });
    containers
        .iter()
        .filter_map(|container| Some((name(container)?, container.get("Ports")?)))
        .flat_map(|(name, ports)| {
            let ranges = match ports {
                Value::String(text) => of_text(text),
                Value::Array(list) => list.iter().filter_map(of_object).collect(),
                _ => Vec::new(),
            };
            ranges
                .into_iter()
                .map(move |(first, last, transport)| Published {
                    engine,
                    container: name.clone(),
                    first,
                    last,
                    transport,
                })
        })
        .collect()
}

fn name(container: &Value) -> Option<String> {
    let name = match container.get("Names")? {
        // A linked container has several names; its own is the first without a slash.
        Value::String(names) => names.split(',').find(|name| !name.contains('/'))?,
        Value::Array(names) => names.first()?.as_str()?,
        _ => return None,
    };
    Some(name.to_owned())
}

type Ports = (u16, u16, Transport);

/// `0.0.0.0:9000-9001->9000-9001/tcp, 8080/tcp`: what has no arrow is not published.
fn of_text(text: &str) -> Vec<Ports> {
    let published = text.split(", ").filter_map(|part| part.split_once("->"));
    published
        .filter_map(|(outside, inside)| {
            let ports = outside.rsplit(':').next()?;
            let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
            let transport = transport(inside.split_once('/').map_or("tcp", |(_, name)| name))?;
            Some((first.parse().ok()?, last.parse().ok()?, transport))
        })
        .collect()
}

/// `{"host_ip": "", "container_port": 5432, "host_port": 5433, "range": 1, "protocol": "tcp"}`; releases of podman
/// before 3 wrote the keys as `hostPort`.
fn of_object(ports: &Value) -> Option<Ports> {
    let number = |name: &str| ports.get(name).and_then(Value::as_u64);
    let first = number("host_port").or_else(|| number("hostPort"))?;
    let first = u16::try_from(first).ok().filter(|port| *port != 0)?;
    let count = number("range").unwrap_or(1).max(1);
    let last = u16::try_from(u64::from(first) + count - 1).ok()?;
    let protocols = ports.get("protocol").and_then(Value::as_str);
    // The pair "tcp,udp" is written for a port that is published on both.
    let transport = protocols
        .unwrap_or("tcp")
        .split(',')
        .find_map(|name| transport(name.trim()))?;
    Some((first, last, transport))
}

fn transport(name: &str) -> Option<Transport> {
    match name {
        "tcp" => Some(Transport::Tcp),
        "udp" => Some(Transport::Udp),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    fn ports_of(text: &str) -> Vec<String> {
        let published = read("engine", text);
        let shown = published.iter().map(|published| {
            let Published {
                container,
                first,
                last,
                transport,
                ..
            } = published;
            format!("{container} {first}-{last}/{transport}")
        });
        shown.collect()
    }

    /// `podman ps --format json`, podman 4 and 5, without the keys that are not read.
    const PODMAN: &str = r#"[
      {
        "Id": "0f8d3c7d3ce0",
        "Image": "docker.io/library/postgres:17",
        "Names": ["deeplens-postgres"],
        "Ports": [
          {"host_ip": "", "container_port": 5432, "host_port": 5433, "range": 1, "protocol": "tcp"}
        ],
        "State": "running"
      },
      {
        "Id": "79c4c6f0f2d4",
        "Names": ["deeplens-minio"],
        "Ports": [
          {"host_ip": "127.0.0.1", "container_port": 9000, "host_port": 9000, "range": 2, "protocol": "tcp"}
        ]
      },
      {"Id": "a1", "Names": ["quiet"], "Ports": null}
    ]"#;

    /// `docker ps --format '{{json .}}'`, docker 20 to 28, without the keys that are not read.
    const DOCKER: &str = concat!(
        r#"{"ID":"4edf61bfedce","Names":"deeplens-grafana","Ports":"0.0.0.0:3000->3000/tcp, [::]:3000->3000/tcp","State":"running"}"#,
        "\n",
        r#"{"ID":"822f8207aee0","Names":"deeplens-minio","Ports":":::9000-9001->9000-9001/tcp","State":"running"}"#,
        "\n",
        r#"{"ID":"9","Names":"dns,web/dns","Ports":"127.0.0.1:53->53/udp, 8080/tcp","State":"running"}"#,
        "\n"
    );

    #[test]
    fn podmans_list_is_read() {
        let expected = [
            "deeplens-postgres 5433-5433/tcp",
            "deeplens-minio 9000-9001/tcp",
        ];
        assert_eq!(ports_of(PODMAN), expected);
    }

    #[test]
    fn dockers_lines_are_read() {
        let expected = [
            "deeplens-grafana 3000-3000/tcp",
            "deeplens-grafana 3000-3000/tcp",
            "deeplens-minio 9000-9001/tcp",
            "dns 53-53/udp",
        ];
        assert_eq!(ports_of(DOCKER), expected);
    }

    #[test]
    fn what_cannot_be_read_hides_nothing_else() {
        let odd = r#"[
          {"Names": ["a"], "Ports": [{"host_port": 70000}, {"host_port": 0}, {"host_port": 80, "protocol": "sctp"}]},
          {"Names": 7, "Ports": []},
          {"Ports": "0.0.0.0:80->80/tcp"},
          {"Names": ["b"], "Ports": [{"hostPort": 81, "containerPort": 80, "protocol": "udp"}]},
          {"Names": ["c"], "Ports": "0.0.0.0:x->80/tcp, 0.0.0.0:82->80/tcp"},
          {"Names": ["d"], "Ports": [{"host_port": 65535, "range": 9}]}
        ]"#;
        assert_eq!(ports_of(odd), ["b 81-81/udp", "c 82-82/tcp"]);
        assert!(ports_of("").is_empty());
        assert!(ports_of("Cannot connect to the Docker daemon").is_empty());
    }
}
