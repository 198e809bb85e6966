//! `check`: what is on the ports of this machine.

use crate::find::{self, Found};
use crate::options::Format;
use crate::output::{Exit, Output, BAD, DIM, GOOD, HEAD, WARN};
use crate::table::{self, Cell};
use anstyle::Style;
use deeplens_ports::doctor::{self, Finding, State, Subject};
use deeplens_ports::{AnyEndpoint, AnyPortRange, ResolveError, Transport};
use deeplens_ports_cli::Loaded;

pub(crate) fn run(map: &Loaded, what: &[String], format: Format) -> Result<Output, String> {
    let findings = doctor::check(subjects(map, what)?);
    let exit = exit(&findings);
    if format == Format::Json {
        return Output::json(&findings, exit);
    }
    let mut text = format!("{}\n\n", map.title());
    text.push_str(&table::of(
        &["STATE", ">PORT", "NAME", "HELD BY"],
        &rows(map, &findings),
    ));
    for finding in findings.iter().filter(|finding| !finding.state().is_well()) {
        text.push('\n');
        text.push_str(&advice(map, finding));
    }
    for finding in &findings {
        text.push_str(&moved(finding));
    }
    text.push_str(&format!("\n{}\n", closing(&findings)));
    Ok(Output::new(text, exit))
}

/// All of the map, or what the words name.
fn subjects(map: &Loaded, what: &[String]) -> Result<Vec<Subject>, String> {
    if what.is_empty() {
        let mut all = Found::all(map);
        // A second name is the same listener.
        all.endpoints.retain(|it| it.same_as().is_none());
        return Ok(of(all));
    }
    let mut subjects = Vec::new();
    for word in what {
        let named = match find::port(word) {
            None => of(find::by_name(map, word)?),
            Some(port) => {
                let (port, transport) = port?;
                of_port(map, port, transport)
            }
        };
        for subject in named {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
    }
    Ok(subjects)
}

fn of(found: Found) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = found.endpoints.iter().map(Subject::from).collect();
    subjects.extend(found.ranges.into_iter().flat_map(Subject::of_range));
    subjects
}

/// What the map has on the port, else the port itself.
fn of_port(map: &Loaded, port: u16, transport: Option<Transport>) -> Vec<Subject> {
    let mut subjects = of(find::by_port(map, port, transport));
    subjects.retain(|subject| subject.port() == port);
    let moved = map
        .endpoints
        .iter()
        .filter(|it| moved_to(**it).is_ok_and(|to| to == Some(port)));
    subjects.extend(moved.map(|it| Subject::server(*it, port)));
    let transport = transport.unwrap_or(Transport::Tcp);
    // What the map has there may be on another machine, or over another transport.
    let is_asked = |it: &Subject| it.is_here() && it.transport() == transport;
    if !subjects.iter().any(is_asked) {
        subjects.push(Subject::any(port, transport));
    }
    subjects
}

fn exit(findings: &[Finding]) -> Exit {
    let is_any = |wanted: fn(State) -> bool| findings.iter().any(|finding| wanted(finding.state()));
    if is_any(|state| !state.is_well() && state != State::Unknown) {
        Exit::Conflict
    } else if is_any(|state| state == State::Unknown) {
        Exit::Unknown
    } else {
        Exit::Well
    }
}

fn style(state: State) -> (Style, &'static str) {
    match state {
        State::Free => (DIM, "·"),
        State::Ours => (GOOD, "✓"),
        State::Foreign => (BAD, "✗"),
        State::Unknown => (WARN, "?"),
        _ => (WARN, "!"),
    }
}

/// A row for each; the free ports of a range share one.
fn rows(map: &Loaded, findings: &[Finding]) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut shown = Vec::new();
    for finding in findings {
        match finding.subject().range() {
            Some(range) if finding.state() == State::Free => {
                if !shown.contains(&range) {
                    shown.push(range);
                    rows.push(free_row(range, findings));
                }
            }
            _ => rows.push(row(map, finding)),
        }
    }
    rows
}

fn free_row(range: AnyPortRange, findings: &[Finding]) -> Vec<Cell> {
    let of_range = findings
        .iter()
        .filter(|it| it.subject().range() == Some(range));
    let of_range: Vec<&Finding> = of_range.collect();
    let is_free = |it: &&&Finding| it.state() == State::Free;
    let (count, free) = (of_range.len(), of_range.iter().filter(is_free).count());
    let (style, symbol) = style(State::Free);
    let is_whole = count == usize::from(range.len());
    let ports = if is_whole {
        range.to_string()
    } else {
        let ports = of_range.iter().filter(is_free).map(|it| port(it));
        ports.collect::<Vec<_>>().join(", ")
    };
    let rest = if is_whole && free < count {
        format!("{free} of its {count} ports")
    } else {
        String::new()
    };
    vec![
        Cell::styled(State::Free.as_str(), style).with_symbol(symbol),
        Cell::styled(ports, HEAD),
        Cell::new(range.name()),
        Cell::styled(rest, style),
    ]
}

fn row(map: &Loaded, finding: &Finding) -> Vec<Cell> {
    let (style, symbol) = style(finding.state());
    vec![
        Cell::styled(finding.state().as_str(), style).with_symbol(symbol),
        Cell::styled(port(finding), HEAD),
        Cell::new(name(map, finding)),
        Cell::new(finding.held_by()),
    ]
}

/// `6379`, or `53/udp`.
fn port(finding: &Finding) -> String {
    match finding.subject().transport() {
        Transport::Tcp => finding.port().to_string(),
        Transport::Udp => format!("{}/udp", finding.port()),
    }
}

fn name(map: &Loaded, finding: &Finding) -> &'static str {
    let is_reserved = || {
        map.map
            .reserved()
            .iter()
            .any(|it| it.contains(finding.port()))
    };
    match finding.subject().name() {
        Some(name) => name,
        None if is_reserved() => "(reserved)",
        None => "(not in the map)",
    }
}

/// That the environment moves an endpoint, if it does: what was looked at is the port of the map.
fn moved(finding: &Finding) -> String {
    let endpoint = finding.endpoint();
    let Some(endpoint) = endpoint.filter(|it| it.port() == finding.port()) else {
        return String::new();
    };
    let name = endpoint.name();
    let note = match (endpoint.resolve(), moved_to(endpoint)) {
        (Err(error), _) | (_, Err(error)) => error.to_string(),
        (Ok(address), _) if address.host() != endpoint.host() => {
            let at = address.authority();
            format!("the environment says that {name} is at {at}; `test {name}` asks there")
        }
        (_, Ok(None)) => return String::new(),
        (_, Ok(Some(port))) => {
            format!("the environment moves {name} to {port}; `check {port}` looks there")
        }
    };
    format!("\nnote: {note}\n")
}

/// The port that the environment moves the server of an endpoint to, if it does.
fn moved_to(endpoint: AnyEndpoint) -> Result<Option<u16>, ResolveError> {
    let port = endpoint.listen()?.port();
    Ok(Some(port).filter(|port| *port != endpoint.port()))
}

fn advice(map: &Loaded, finding: &Finding) -> String {
    let (style, symbol) = style(finding.state());
    let [start, stop] = crate::output::SYMBOL;
    let mut text = format!(
        "{start}{style}{symbol}{style:#} {stop}{HEAD}{} {}{HEAD:#} is {style}{}{style:#}\n",
        name(map, finding),
        port(finding),
        finding.state(),
    );
    for line in finding.advice() {
        let line: String = line.chars().map(crate::output::visible).collect();
        text.push_str(&format!("    {line}\n"));
    }
    text
}

/// `22 ports: 20 free, 2 foreign`.
fn closing(findings: &[Finding]) -> String {
    const STATES: [State; 6] = [
        State::Free,
        State::Ours,
        State::Foreign,
        State::Held,
        State::NotPermitted,
        State::Unknown,
    ];
    let counts = STATES.map(|state| {
        (
            state,
            findings.iter().filter(|it| it.state() == state).count(),
        )
    });
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(state, count)| {
            let (style, _) = style(*state);
            format!("{count} {style}{state}{style:#}")
        })
        .collect();
    let noun = if findings.len() == 1 { "port" } else { "ports" };
    format!("{} {noun}: {}", findings.len(), parts.join(", "))
}
