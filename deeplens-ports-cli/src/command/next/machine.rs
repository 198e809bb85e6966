//! Which of the ports is free on this machine.

use crate::output::visible;
use deeplens_ports::doctor::{self, Finding, State, Subject};
use deeplens_ports_build as build;
use deeplens_ports_cli::bridge;

/// How many ports are looked at in one go.
const AT_ONCE: usize = 16;

/// The first of the ports that `check` of it would find free, and what is said of those before it. Of another machine's
/// it is the first of all.
pub(super) fn first_free(
    ports: &[u16],
    name: &str,
    map: &build::Map,
) -> (Option<u16>, Vec<String>) {
    let map = bridge(map);
    let mut endpoints = map.endpoints().iter();
    let Some(endpoint) = endpoints.find(|it| it.name() == name) else {
        return (None, Vec::new());
    };
    if !Subject::from(endpoint).is_here() {
        let host = endpoint.host();
        let note = format!("it is on the host {host}, which was not looked at");
        return (ports.first().copied(), vec![note]);
    }
    let mut notes = Vec::new();
    for some in ports.chunks(AT_ONCE) {
        let subjects = some.iter();
        let subjects = subjects.map(|port| Subject::any(*port, endpoint.transport()).beside(map));
        for finding in doctor::check(subjects) {
            if finding.state() == State::Free {
                return (Some(finding.port()), notes);
            }
            notes.push(passed_over(&finding));
        }
    }
    (None, notes)
}

/// `5001 is foreign here: python3 (PID 12) on 127.0.0.1:5001`.
fn passed_over(finding: &Finding) -> String {
    let (port, state, summary) = (finding.port(), finding.state(), finding.summary());
    let note = format!("{port} is {state} here: {summary}");
    note.chars().map(visible).collect()
}
