//! `check`: what is on the ports of this machine.

mod inside;
mod notes;
mod rows;
mod subjects;

pub(crate) use notes::Repository;
pub(crate) use rows::{port, style};
pub(crate) use subjects::of_port;

use crate::options::Format;
use crate::output::{Exit, Output, HEAD};
use crate::table;
use deeplens_ports::doctor::{self, Finding, State};
use deeplens_ports_cli::Loaded;
use serde_json::Value;
use subjects::Named;

/// `repository` is that of a map from a file.
pub(crate) fn run(
    map: &Loaded,
    what: &[String],
    repository: Option<&Repository>,
    format: Format,
) -> Result<Output, String> {
    let Named { subjects, inside } = subjects::named(map, what)?;
    let findings = doctor::check(subjects);
    let mut states: Vec<State> = findings.iter().map(Finding::state).collect();
    states.extend(inside.iter().map(|_| State::Unknown));
    let exit = exit(&states);
    if format == Format::Json {
        let list = findings.iter().map(|it| object(it, repository));
        let list = list.chain(inside.iter().map(|it| Ok(inside::object(map, *it))));
        return Output::json(&list.collect::<Result<Vec<_>, _>>()?, exit);
    }
    let mut text = format!("{}\n\n", map.title());
    let mut rows = rows::of(map, &findings);
    rows.extend(inside.iter().map(|it| inside::row(*it)));
    text.push_str(&table::of(&["STATE", ">PORT", "NAME", "HELD BY"], &rows));
    for finding in &findings {
        let name = rows::name(map, finding);
        let title = format!("{name} {}", rows::port_of(finding));
        text.push_str(&paragraph(&title, finding.state(), &finding.advice()));
    }
    for it in &inside {
        text.push_str(&paragraph(
            it.name(),
            State::Unknown,
            &[inside::why(map, *it)],
        ));
    }
    for finding in &findings {
        for note in notes::of(finding, repository) {
            text.push_str(&format!("\nnote: {}\n", visible(&note)));
        }
    }
    text.push_str(&format!("\n{}\n", closing(&states)));
    Ok(Output::new(text, exit))
}

fn exit(states: &[State]) -> Exit {
    let is_amiss = |state: &State| !state.is_well() && *state != State::Unknown;
    if states.iter().any(is_amiss) {
        Exit::Conflict
    } else if states.contains(&State::Unknown) {
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

/// What is said of something under its name, if there is anything.
fn paragraph(title: &str, state: State, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let (style, symbol) = style(state);
    let [start, stop] = crate::output::SYMBOL;
    let mut text = format!(
        "\n{start}{style}{symbol}{style:#} {stop}{HEAD}{title}{HEAD:#} is {style}{state}{style:#}\n"
    );
    for line in lines {
        text.push_str(&format!("    {}\n", visible(line)));
    }
    text
}

fn visible(line: &str) -> String {
    line.chars().map(crate::output::visible).collect()
}

/// `22 ports: 20 free, 2 foreign`.
fn closing(states: &[State]) -> String {
    const STATES: [State; 6] = [
        State::Free,
        State::Ours,
        State::Foreign,
        State::Held,
        State::NotPermitted,
        State::Unknown,
    ];
    let counts = STATES.map(|state| (state, states.iter().filter(|it| **it == state).count()));
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(state, count)| {
            let (style, _) = style(*state);
            format!("{count} {style}{state}{style:#}")
        })
        .collect();
    let noun = if states.len() == 1 { "port" } else { "ports" };
    format!("{} {noun}: {}", states.len(), parts.join(", "))
}
