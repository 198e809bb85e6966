//! `--check`: what of the files is not what the map says. Writes nothing.

use super::found::found;
use super::wanted::command;
use crate::options::export::Options;
use crate::output::{visible_lines, Exit, Output, BAD, ERROR, GOOD};
use deeplens_ports::Map;
use deeplens_ports_cli::export::{check, Export};
use deeplens_ports_cli::PortMap;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    UpToDate,
    Stale,
    Missing,
    /// It cannot be told, and writing would not mend it.
    Faulty,
}

pub(super) fn run(options: &Options, exports: &[Export], text: &PortMap, map: Map) -> Output {
    let mut report = String::new();
    let mut states = Vec::new();
    for export in exports {
        let (state, said) = compare(export, map);
        states.push(state);
        let Some(said) = said else {
            continue;
        };
        let said = said.strip_prefix("error: ").unwrap_or(&said);
        report.push_str(&format!("{ERROR}error{ERROR:#}: {}\n", visible_lines(said)));
        if state != State::Faulty {
            let is_new = state == State::Missing && export.format().is_markdown();
            let command = command(options, is_new);
            report.push_str(&format!("help: `{}` mends it\n", visible_lines(&command)));
        }
        report.push('\n');
    }
    report.push_str(&closing(&states, text.file()));
    Output::plain(report, exit(&states))
}

fn compare(export: &Export, map: Map) -> (State, Option<String>) {
    let found = match found(export.file()) {
        Ok(Some(found)) => found,
        Ok(None) => {
            let said = format!("`{}` is not there", export.file());
            return (State::Missing, Some(said));
        }
        Err(error) => return (State::Faulty, Some(error)),
    };
    match check(map, export, found) {
        Ok(()) => (State::UpToDate, None),
        Err(error) if error.is_stale() => (State::Stale, Some(error.to_string())),
        Err(error) => (State::Faulty, Some(error.to_string())),
    }
}

fn exit(states: &[State]) -> Exit {
    if states.contains(&State::Faulty) {
        Exit::Usage
    } else if states.iter().all(|state| *state == State::UpToDate) {
        Exit::Well
    } else {
        Exit::Conflict
    }
}

/// `3 files compared with ports.toml: 2 up to date, 1 stale`.
fn closing(states: &[State], map: &str) -> String {
    let count = |wanted| states.iter().filter(|state| **state == wanted).count();
    let parts = [
        (State::UpToDate, GOOD, "up to date"),
        (State::Stale, BAD, "stale"),
        (State::Missing, BAD, "missing"),
        (State::Faulty, BAD, "faulty"),
    ];
    let parts = parts.map(|(state, style, name)| (count(state), style, name));
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, style, name)| format!("{count} {style}{name}{style:#}"))
        .collect();
    let noun = if states.len() == 1 { "file" } else { "files" };
    format!(
        "{} {noun} compared with {map}: {}\n",
        states.len(),
        parts.join(", ")
    )
}
