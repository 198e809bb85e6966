//! Variables for `.env` files.

mod configured;
mod twice;

pub(super) use twice::remarks;

use super::options::Options;
use super::written::Written;
use super::{address, docs};
use deeplens_ports::{Map, Named};
use std::fmt::Write as _;

pub(super) const REGION: &str = "env";
pub(super) const PAGE: &str = "# deeplens-ports: begin env\n# deeplens-ports: end env\n";

pub(super) fn text(map: Map, options: &Options) -> Result<Written, String> {
    let mut written = Written {
        text: head(map, options),
        remarks: Vec::new(),
    };
    let lines = match &options.configured {
        Some(file) => configured::lines(map, file, options.inside)?,
        None => {
            if options.inside {
                written.remarks.extend(unreached(map));
            }
            all(map, options.inside)
        }
    };
    for (key, value) in lines {
        // A text takes all that is written. The value has no mark that any reader of such files takes for more: it is of
        // letters, digits, `.`, `-`, `_`, `:` and brackets.
        let _ = writeln!(written.text, "{key}={value}");
    }
    Ok(written)
}

fn head(map: Map, options: &Options) -> String {
    let mut command = String::from("env");
    if options.inside {
        command.push_str(" --inside");
    }
    if options.configured.is_some() {
        command.push_str(" --configured");
    }
    format!("# {}\n", docs::made_by(&command, map))
}

/// What `resolve()` reads, and what Compose publishes.
fn all(map: Map, inside: bool) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for it in address::all(map) {
        let addr = match it {
            Named::Container(it) => it.addr_variable(),
            Named::Endpoint(it) => it.variables().addr(),
            _ => continue,
        };
        if let Some(address) = address::of(it, inside) {
            lines.push((addr.to_owned(), address.authority.to_owned()));
        }
        // A second name publishes nothing.
        if address::is_alias(it) {
            continue;
        }
        // Never `DEEPLENS_REDIS_PORT`, which Kubernetes sets to a URL.
        let named = |ending| format!("{}{ending}", addr.strip_suffix("_ADDR").unwrap_or(addr));
        let port = address::host_port(it).map(|port| (named("_HOST_PORT"), port));
        let inner = address::container_port(it).map(|port| (named("_CONTAINER_PORT"), port));
        lines.extend(port.into_iter().chain(inner));
    }
    lines
}

/// What containers do not reach by the map.
fn unreached(map: Map) -> Option<String> {
    let unreached = address::all(map)
        .filter(|it| matches!(it, Named::Endpoint(_)) && address::of(*it, true).is_none());
    let names: Vec<String> = unreached.map(|it| format!("`{}`", it.name())).collect();
    (!names.is_empty()).then(|| {
        format!(
            "no address between containers has {}: who runs on the host is reached by the name that the engine gives \
             it, such as `host.docker.internal`",
            names.join(", ")
        )
    })
}
