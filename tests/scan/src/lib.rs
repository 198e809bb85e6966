//! Scans as JSON, and small trees for tests of one reader.

use deeplens_ports_cli::{Binding, Location, Ports, Reference, Remark, Scan, Tree, Variable, scan};
use serde_json::{Value, json};

/// A binding in the form that the cases have.
#[must_use]
pub fn binding(it: &Binding) -> Value {
    json!({
        "file": &*it.location.file,
        "line": it.location.line,
        "kind": it.role.as_str(),
        "host_ip": it.host_ip,
        "host_port": it.host_port.map(ports),
        "container_port": it.container_port.map(ports),
        "protocol": it.transport.as_str(),
        "service": it.names.service,
        "profiles": it.profiles,
        "variable": it.variable.as_ref().map(|it| &it.name),
        "is_default": it.variable.as_ref().is_some_and(Variable::is_default),
        "inherited_from": it.inherited_from,
    })
}

/// A reference likewise.
#[must_use]
pub fn reference(it: &Reference) -> Value {
    json!({
        "file": &*it.location.file,
        "line": it.location.line,
        "host": it.host,
        "port": ports(it.port),
        "protocol": it.transport.as_str(),
        "variable": it.variable,
    })
}

fn ports(ports: Ports) -> Value {
    match ports {
        Ports::One(port) => port.into(),
        range => range.to_string().into(),
    }
}

/// `file:line`.
#[must_use]
pub fn place(location: &Location) -> String {
    format!("{}:{}", location.file, location.line)
}

/// What a tree of files says.
#[must_use]
pub fn of(files: &[(&str, &str)]) -> Scan {
    scan(&files.iter().copied().collect::<Tree>())
}

/// The bindings in short: `compose.yaml:4 web 127.0.0.1:8080->80/tcp`, with `*` for what is not known.
#[must_use]
pub fn bindings(files: &[(&str, &str)]) -> Vec<String> {
    of(files).bindings.iter().map(short).collect()
}

fn short(it: &Binding) -> String {
    let text = |ports: Option<Ports>| ports.map_or("*".to_owned(), |ports| ports.to_string());
    let ip = it
        .host_ip
        .as_ref()
        .map_or(String::new(), |ip| format!("{ip}:"));
    format!(
        "{} {} {ip}{}->{}/{}",
        place(&it.location),
        it.names.service.as_deref().unwrap_or("?"),
        text(it.host_port),
        text(it.container_port),
        it.transport.as_str()
    )
}

/// The references in short: `.env:1 localhost:5433`.
#[must_use]
pub fn references(files: &[(&str, &str)]) -> Vec<String> {
    let scan = of(files);
    let short = |it: &Reference| {
        format!(
            "{} {}:{}",
            place(&it.location),
            it.host.as_deref().unwrap_or("?"),
            it.port
        )
    };
    scan.references.iter().map(short).collect()
}

/// The remarks in short: `compose.yaml:4 not a port`.
#[must_use]
pub fn remarks(remarks: &[Remark]) -> Vec<String> {
    let short = |it: &Remark| format!("{} {}", place(&it.location), it.why);
    remarks.iter().map(short).collect()
}
