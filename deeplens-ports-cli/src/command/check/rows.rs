//! The table of `check`.

use crate::output::{BAD, DIM, GOOD, HEAD, WARN};
use crate::table::Cell;
use anstyle::Style;
use deeplens_ports::doctor::{Finding, State};
use deeplens_ports::{AnyPortRange, Transport};
use deeplens_ports_cli::Loaded;

pub(crate) fn style(state: State) -> (Style, &'static str) {
    match state {
        State::Free => (DIM, "·"),
        State::Ours => (GOOD, "✓"),
        State::Foreign => (BAD, "✗"),
        State::Unknown => (WARN, "?"),
        _ => (WARN, "!"),
    }
}

/// A row for each; the free ports of a range share one.
pub(super) fn of(map: &Loaded, findings: &[Finding]) -> Vec<Vec<Cell>> {
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
        let ports = of_range.iter().filter(is_free).map(|it| port_of(it));
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
        Cell::styled(port_of(finding), HEAD),
        Cell::new(name(map, finding)),
        Cell::new(finding.held_by()),
    ]
}

/// `6379`, or `53/udp`.
pub(crate) fn port((port, transport): (u16, Transport)) -> String {
    match transport {
        Transport::Tcp => port.to_string(),
        Transport::Udp => format!("{port}/udp"),
    }
}

pub(super) fn port_of(finding: &Finding) -> String {
    port((finding.port(), finding.subject().transport()))
}

pub(super) fn name(map: &Loaded, finding: &Finding) -> &'static str {
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
