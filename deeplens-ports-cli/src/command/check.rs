//! `check`: what is on the ports of this machine.

mod notes;
mod rows;
mod subjects;

pub(crate) use notes::Repository;
pub(crate) use rows::{port, style};
pub(crate) use subjects::of_port;

use crate::find;
use crate::options::Format;
use crate::output::{Exit, Output, HEAD};
use crate::table;
use deeplens_ports::doctor::{self, Finding, State};
use deeplens_ports_cli::Loaded;
use serde_json::Value;

/// `repository` is that of a map from a file.
pub(crate) fn run(
    map: &Loaded,
    what: &[String],
    repository: Option<&Repository>,
    format: Format,
) -> Result<Output, String> {
    if let Some(text) = find::inside_alone(map, what) {
        return Ok(Output::unknown(&text));
    }
    let findings = doctor::check(subjects::named(map, what)?);
    let exit = exit(&findings);
    if format == Format::Json {
        let list = findings.iter().map(|it| object(it, repository));
        return Output::json(&list.collect::<Result<Vec<_>, _>>()?, exit);
    }
    let mut text = format!("{}\n\n", map.title());
    text.push_str(&table::of(
        &["STATE", ">PORT", "NAME", "HELD BY"],
        &rows::of(map, &findings),
    ));
    for finding in &findings {
        text.push_str(&advice(map, finding));
    }
    for finding in &findings {
        for note in notes::of(finding, repository) {
            text.push_str(&format!("\nnote: {}\n", visible(&note)));
        }
    }
    text.push_str(&format!("\n{}\n", closing(&findings)));
    Ok(Output::new(text, exit))
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

/// The finding as data, with its notes.
fn object(finding: &Finding, repository: Option<&Repository>) -> Result<Value, String> {
    let mut object = serde_json::to_value(finding).map_err(|error| error.to_string())?;
    object["notes"] = notes::of(finding, repository).into();
    object["moved_by"] = notes::moved_by(finding).into();
    Ok(object)
}

/// The advice on a finding under its name, if there is any.
fn advice(map: &Loaded, finding: &Finding) -> String {
    let advice = finding.advice();
    if advice.is_empty() {
        return String::new();
    }
    let (style, symbol) = style(finding.state());
    let [start, stop] = crate::output::SYMBOL;
    let mut text = format!(
        "\n{start}{style}{symbol}{style:#} {stop}{HEAD}{} {}{HEAD:#} is {style}{}{style:#}\n",
        rows::name(map, finding),
        rows::port_of(finding),
        finding.state(),
    );
    for line in advice {
        text.push_str(&format!("    {}\n", visible(&line)));
    }
    text
}

fn visible(line: &str) -> String {
    line.chars().map(crate::output::visible).collect()
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
