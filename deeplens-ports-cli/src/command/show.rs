//! `show`: everything that the map knows of something.

use crate::find;
use crate::options::Format;
use crate::output::{visible, Exit, Output, DIM, HEAD};
use deeplens_ports::{
    AnyContainerEndpoint, AnyEndpoint, AnyPortRange, ConfiguredIn, Conflict, ProtocolKind,
    Transport,
};
use deeplens_ports_cli::Loaded;

pub(crate) fn run(map: &Loaded, what: &str, format: Format) -> Result<Output, String> {
    let found = match find::port(what) {
        Some(port) => {
            let (port, transport) = port?;
            find::on_port(map, port, transport)?
        }
        None => find::by_name(map, what)?,
    };
    if format == Format::Json {
        return Output::json(&found, Exit::Well);
    }
    let endpoints = found.endpoints.iter().map(|it| endpoint(map, *it));
    let ranges = found.ranges.iter().map(|it| range(map, *it));
    let inside = found.inside.iter().map(|it| container(map, *it));
    let sheets: Vec<String> = endpoints.chain(ranges).chain(inside).collect();
    Ok(Output::new(sheets.join("\n"), Exit::Well))
}

/// Lines of a name and a value, without those that the map does not say.
struct Sheet {
    text: String,
}

impl Sheet {
    fn new(name: &str, title: &str) -> Self {
        let title: String = title.chars().map(visible).collect();
        Self {
            text: format!("{HEAD}{name}{HEAD:#}  {title}\n"),
        }
    }

    fn row(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value.filter(|value| !value.as_ref().is_empty()) {
            let lines = value.as_ref().lines();
            let lines: Vec<String> = lines
                .map(|line| line.chars().map(visible).collect())
                .collect();
            let value = lines.join(&format!("\n{:17}", ""));
            self.text
                .push_str(&format!("  {DIM}{name:13}{DIM:#}  {value}\n"));
        }
    }

    fn conflict(&mut self, conflict: Option<Conflict>) {
        if let Some(conflict) = conflict {
            self.row("others here", Some(conflict.with().join(", ")));
            self.row("mitigation", conflict.mitigation());
            let ports: Vec<String> = conflict.alternatives().iter().map(u16::to_string).collect();
            self.row("alternatives", Some(ports.join(", ")));
        }
    }

    fn places(&mut self, places: &[ConfiguredIn]) {
        for place in places {
            self.row("set in", Some(place.to_string()));
        }
    }
}

/// What endpoints of every kind have in common.
macro_rules! common {
    ($sheet:ident, $it:ident) => {
        $sheet.row("purpose", Some($it.purpose()));
        $sheet.row("note", $it.note());
        $sheet.row("deprecated", $it.deprecated());
        let group = $it.group().map(|group| group.title());
        $sheet.row("group", group);
        $sheet.row("exposure", Some($it.exposure().as_str()));
    };
}

fn endpoint(map: &Loaded, it: AnyEndpoint) -> String {
    let mut sheet = Sheet::new(it.name(), it.title());
    let spoken = spoken(it.protocol(), it.transport());
    sheet.row("address", Some(format!("{} ({spoken})", it.url())));
    sheet.row("constant", Some(format!("ports::{}", it.id())));
    sheet.row("same as", it.same_as());
    let inside = it.container().map(|inside| on_network(map, inside));
    sheet.row("container", inside);
    common!(sheet, it);
    sheet.conflict(it.conflict());
    sheet.places(it.configured_in());
    sheet.row("process", Some(it.process().join(", ")));
    let variables = it.variables();
    let mut names = vec![variables.addr(), it.service().host_variable()];
    names.extend(variables.map_host());
    sheet.row("clients read", Some(names.join(", ")));
    sheet.row("server reads", Some(variables.listen()));
    sheet.row("map", Some(map.title()));
    sheet.text
}

fn container(map: &Loaded, it: AnyContainerEndpoint) -> String {
    let mut sheet = Sheet::new(it.name(), it.title());
    let spoken = spoken(it.protocol(), it.transport());
    sheet.row("address", Some("none on the host"));
    sheet.row("constant", Some(format!("ports::{}", it.id())));
    sheet.row("same as", it.same_as());
    let inside = on_network(map, it);
    sheet.row("container", Some(format!("{inside} ({spoken})")));
    common!(sheet, it);
    sheet.places(it.configured_in());
    sheet.row("clients read", Some(it.addr_variable()));
    sheet.row("map", Some(map.title()));
    sheet.text
}

fn on_network(map: &Loaded, inside: AnyContainerEndpoint) -> String {
    match map.map.network() {
        Some(network) => format!("{} on {network}", inside.url()),
        None => inside.url().to_owned(),
    }
}

/// `http over tcp`; of `tcp` and `udp` the name alone.
fn spoken(protocol: ProtocolKind, transport: Transport) -> String {
    if protocol.as_str() == transport.as_str() {
        protocol.to_string()
    } else {
        format!("{protocol} over {transport}")
    }
}

fn range(map: &Loaded, it: AnyPortRange) -> String {
    let mut sheet = Sheet::new(it.name(), it.title());
    let spoken = spoken(it.protocol(), it.transport());
    let ports = format!("{it} on {}, {} of them ({spoken})", it.host(), it.len());
    sheet.row("ports", Some(ports));
    sheet.row("constant", Some(format!("ports::{}", it.id())));
    sheet.row("container", it.service().container());
    common!(sheet, it);
    sheet.conflict(it.conflict());
    sheet.places(it.configured_in());
    sheet.row("process", Some(it.process().join(", ")));
    sheet.row("map", Some(map.title()));
    sheet.text
}
