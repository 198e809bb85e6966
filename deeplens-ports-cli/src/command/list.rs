//! `list`: the map as a table.

use crate::find::Found;
use crate::options::Format;
use crate::output::{Exit, Output, DIM, HEAD, WARN};
use crate::table::{self, Cell};
use deeplens_ports::{AnyContainerEndpoint, AnyEndpoint, AnyPortRange, Group};
use deeplens_ports_cli::Loaded;

pub(crate) fn run(map: &Loaded, by_group: bool, format: Format) -> Result<Output, String> {
    if format == Format::Json {
        return Output::json(&Found::all(map), Exit::Well);
    }
    let mut text = format!("{}\n\n", map.title());
    if by_group {
        let mut groups: Vec<Option<Group>> =
            map.map.endpoints().iter().map(|it| it.group()).collect();
        groups.extend(map.map.ranges().iter().map(|it| it.group()));
        let inside = map.map.container_endpoints().iter();
        groups.extend(inside.map(|it| it.group()));
        groups.sort_unstable();
        groups.dedup();
        // What is in no group comes last.
        groups.sort_by_key(Option::is_none);
        for group in groups {
            let title = group.map_or("In no group", |group| group.title());
            text.push_str(&format!("{HEAD}{title}{HEAD:#}\n"));
            let rows = rows(map, |of| of == group, true);
            text.push_str(&table::of(
                &[">PORT", "NAME", "PROTOCOL", "CONTAINER"],
                &rows,
            ));
            text.push('\n');
        }
    } else {
        let rows = rows(map, |_| true, false);
        let heads = [">PORT", "NAME", "PROTOCOL", "PURPOSE"];
        text.push_str(&table::of(&heads, &rows));
        text.push('\n');
    }
    text.push_str(&closing(map));
    Ok(Output::new(text, Exit::Well))
}

/// By port, or by service and port, of the groups that are wanted.
fn rows(map: &Loaded, is_wanted: impl Fn(Option<Group>) -> bool, by_group: bool) -> Vec<Vec<Cell>> {
    let endpoints = map
        .map
        .endpoints()
        .iter()
        .filter(|it| is_wanted(it.group()));
    let ranges = map.map.ranges().iter().filter(|it| is_wanted(it.group()));
    let inside = map.map.container_endpoints().iter();
    let inside = inside.filter(|it| is_wanted(it.group()));
    let on_host = endpoints
        .map(|it| {
            let row = of_endpoint(*it, by_group);
            (it.service().title(), Some(it.port()), row)
        })
        .chain(ranges.map(|it| {
            let row = of_range(*it, by_group);
            (it.service().title(), Some(it.first()), row)
        }));
    let inside = inside.map(|it| (it.service().title(), None, of_container(*it, by_group)));
    let mut rows: Vec<(&str, Option<u16>, Vec<Cell>)> = on_host.chain(inside).collect();
    // What has no port comes last.
    let by_port = |port: Option<u16>| (port.is_none(), port);
    if by_group {
        rows.sort_by_key(|(title, port, _)| (*title, by_port(*port)));
    } else {
        rows.sort_by_key(|(_, port, _)| by_port(*port));
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

fn of_endpoint(it: AnyEndpoint, by_group: bool) -> Vec<Cell> {
    let port = Cell::styled(
        it.port().to_string(),
        if it.conflict().is_some() { WARN } else { HEAD },
    );
    let mark = if it.conflict().is_some() { " (!)" } else { "" };
    let old = old(it.deprecated());
    let protocol = Cell::styled(it.protocol().as_str(), DIM);
    if by_group {
        let name = Cell::new(format!("{}{old}{mark}", it.name()));
        let inside = it
            .container()
            .map_or(String::new(), |inside| inside.authority().into());
        return vec![port, name, protocol, Cell::new(inside)];
    }
    vec![
        port,
        Cell::new(it.name()),
        protocol,
        Cell::new(format!("{}{old}{mark}", it.purpose()).trim()),
    ]
}

/// What stands behind a deprecated name.
fn old(reason: Option<&str>) -> &'static str {
    reason.map_or("", |_| " (deprecated)")
}

fn of_range(it: AnyPortRange, by_group: bool) -> Vec<Cell> {
    let port = Cell::styled(it.to_string(), HEAD);
    let name = Cell::new(it.name());
    let protocol = Cell::styled(it.protocol().as_str(), DIM);
    let last = if by_group { "" } else { it.purpose() };
    vec![port, name, protocol, Cell::new(last)]
}

fn of_container(it: AnyContainerEndpoint, by_group: bool) -> Vec<Cell> {
    let old = old(it.deprecated());
    let (name, inside) = (it.name(), it.authority());
    let protocol = Cell::styled(it.protocol().as_str(), DIM);
    let port = Cell::styled("-", DIM);
    if by_group {
        let name = Cell::new(format!("{name}{old}"));
        return vec![port, name, protocol, Cell::new(inside)];
    }
    // The address first, as what is long is cut.
    let purpose = format!("{inside}{old}  {}", it.purpose());
    vec![port, Cell::new(name), protocol, Cell::new(purpose.trim())]
}

fn closing(map: &Loaded) -> String {
    let count = map.map.endpoints().len();
    let mut text = match count {
        1 => "1 endpoint".to_owned(),
        _ => format!("{count} endpoints"),
    };
    if !map.map.ranges().is_empty() {
        text.push_str(&format!(", {} of many ports", map.map.ranges().len()));
    }
    let inside = map.map.container_endpoints().len();
    if inside > 0 {
        text.push_str(&format!(", {inside} on the container network alone"));
    }
    let risky = map
        .map
        .endpoints()
        .iter()
        .filter(|it| it.conflict().is_some())
        .count();
    if risky > 0 {
        text.push_str(&format!("; {risky} on ports that others use too (!)"));
    }
    for reserved in map.map.reserved() {
        let (first, last) = (reserved.first(), reserved.last());
        let reason = reserved
            .reason()
            .map_or(String::new(), |reason| format!(": {reason}"));
        let numbers = if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        };
        text.push_str(&format!("\nreserved {numbers}{reason}"));
    }
    text.push('\n');
    text
}
