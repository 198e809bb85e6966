//! `scan`: what the files of a repository say about ports.

mod data;

use crate::options::Format;
use crate::output::{visible, Exit, Output, BAD, DIM, GOOD, HEAD, WARN};
use crate::progress::Progress;
use crate::table::{self, Cell};
use anstyle::Style;
use deeplens_ports_cli::{Binding, Location, Ports, Reference, Remark, Role, Scan, Setting, Tree};
use std::path::PathBuf;

pub(crate) fn run(paths: &[PathBuf], format: Format) -> Result<Output, String> {
    let tree = Tree::read(paths).map_err(|error| error.to_string())?;
    let progress = Progress::new(tree.paths().count());
    let scan = deeplens_ports_cli::scan_counting(&tree, &progress.done);
    drop(progress);
    let exit = match scan.unread().next() {
        Some(_) => Exit::Unknown,
        None => Exit::Well,
    };
    if format == Format::Json {
        return Output::json(&data::Data(&scan), exit);
    }
    Ok(Output::new(text(&scan, tree.paths().count()), exit))
}

/// The places by port, what is said of others, and how much was read.
fn text(scan: &Scan, files: usize) -> String {
    let mut text = String::new();
    let mut rows: Vec<(Option<Ports>, &Location, Vec<Cell>)> = Vec::new();
    rows.extend(scan.bindings.iter().map(of_binding));
    rows.extend(scan.references.iter().map(of_reference));
    rows.extend(scan.settings.iter().map(of_setting));
    rows.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    if !rows.is_empty() {
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(|(_, _, cells)| cells).collect();
        text = table::wide(&[">PORT", "WHAT", "WHERE", "WHO"], &rows);
    }
    for (title, style, remarks) in [
        ("cannot know", WARN, &scan.cannot_know),
        ("refused", BAD, &scan.refused),
        ("readers disagree", WARN, &scan.readers_disagree),
    ] {
        text.push_str(&of_remarks(title, style, remarks));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let places = count(scan.places(), "place");
    let read = count(scan.files, "file");
    text.push_str(&format!(
        "{places} in {read} that a reader knows, of {files}\n"
    ));
    text
}

fn count(number: usize, of: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {of}{plural}")
}

fn of_binding(it: &Binding) -> (Option<Ports>, &Location, Vec<Cell>) {
    let port = it.host_port.or(it.container_port);
    let style = if it.role == Role::Opens { GOOD } else { DIM };
    let mut who = it.names.service.clone().unwrap_or_default();
    if let Some(ip) = &it.host_ip {
        who.push_str(&format!(" on {ip}"));
    }
    match (it.host_port, it.container_port) {
        (Some(outside), Some(inside)) if outside != inside => {
            who.push_str(&format!(", {inside} inside"));
        }
        (None, Some(_)) if it.role == Role::Opens => {
            who.push_str(", on a port that the engine picks");
        }
        _ => {}
    }
    if let Some(variable) = &it.variable {
        let is_default = variable.is_default();
        who.push_str(&format!(
            ", {}{}",
            variable.name,
            if is_default { " by default" } else { "" }
        ));
    }
    if !it.profiles.is_empty() {
        who.push_str(&format!(", profile {}", it.profiles.join(", ")));
    }
    let who = who.trim_start_matches([',', ' ']).to_owned();
    (
        port,
        &it.location,
        row(
            port,
            it.transport.as_str(),
            (it.role.as_str(), style),
            &it.location,
            who,
        ),
    )
}

fn of_reference(it: &Reference) -> (Option<Ports>, &Location, Vec<Cell>) {
    let what = if it.host.is_some() { "reaches" } else { "sets" };
    let name = it.variable.as_ref().or(it.key.as_ref());
    let who = [it.host.as_ref(), name]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let cells = row(
        Some(it.port),
        it.transport.as_str(),
        (what, DIM),
        &it.location,
        who,
    );
    (Some(it.port), &it.location, cells)
}

fn of_setting(it: &Setting) -> (Option<Ports>, &Location, Vec<Cell>) {
    let of = it
        .names
        .service
        .as_ref()
        .map_or(String::new(), |service| format!(" of {service}"));
    let who = format!("{}{of}", it.variable);
    (
        Some(it.port),
        &it.location,
        row(Some(it.port), "tcp", ("sets", DIM), &it.location, who),
    )
}

fn row(
    port: Option<Ports>,
    transport: &str,
    what: (&'static str, Style),
    at: &Location,
    who: String,
) -> Vec<Cell> {
    let port = port.map_or("any".to_owned(), |port| port.to_string());
    let transport = if transport == "tcp" {
        String::new()
    } else {
        format!("/{transport}")
    };
    vec![
        Cell::styled(format!("{port}{transport}"), HEAD),
        Cell::styled(what.0, what.1),
        Cell::new(format!("{}:{}", at.file, at.line)),
        Cell::new(who),
    ]
}

fn of_remarks(title: &str, style: Style, remarks: &[Remark]) -> String {
    let mut text = String::new();
    for remark in remarks {
        let said: String = remark.to_string().chars().map(visible).collect();
        text.push_str(&format!("\n{style}{title}{style:#} {said}"));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}
