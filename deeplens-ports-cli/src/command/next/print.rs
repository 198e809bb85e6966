//! What was found, for people and for programs.

use super::search::Found;
use super::wanted::Wanted;
use crate::options::Format;
use crate::output::{Exit, Output, DIM, HEAD};
use serde_json::{json, Value};

/// `file` is the map that the endpoint was written into.
pub(super) fn found(
    wanted: &Wanted,
    found: &Found,
    notes: &[String],
    file: Option<&str>,
    format: Format,
) -> Result<Output, String> {
    let name = wanted.name.as_ref().map(ToString::to_string);
    let Found { port, line, .. } = found;
    if format == Format::Json {
        let object = json!({
            "file": file,
            "line": file.map(|_| line),
            "name": name,
            "notes": notes,
            "port": port,
            "protocol": wanted.protocol,
            "text": name.as_ref().map(|_| &found.edited.added),
            "transport": found.transport.as_str(),
        });
        return Output::json(&[object], Exit::Well);
    }
    let mut text = match (&name, file) {
        (Some(name), Some(file)) => {
            format!("{name} is on {HEAD}{port}{HEAD:#} now, at {file}:{line}\n")
        }
        (Some(name), None) => format!("{HEAD}{port}{HEAD:#} is free for {name}\n"),
        (None, _) => format!("{HEAD}{port}{HEAD:#} is free\n"),
    };
    text.push_str(&shown(notes));
    if name.is_some() {
        text.push_str(&format!("\n{}", found.edited.added));
    }
    Ok(Output::new(text, Exit::Well))
}

pub(super) fn none(
    wanted: &Wanted,
    file: &str,
    notes: &[String],
    format: Format,
) -> Result<Output, String> {
    if format == Format::Json {
        return Output::json(&Value::Array(Vec::new()), Exit::Conflict);
    }
    let (protocol, notes) = (&wanted.protocol, shown(notes));
    let text =
        format!("no port for {protocol} passes the rules of {file} and is free here\n{notes}");
    Ok(Output::new(text, Exit::Conflict))
}

/// A line for each of the first notes.
fn shown(notes: &[String]) -> String {
    const MOST: usize = 5;
    let mut text = String::new();
    for note in notes.iter().take(MOST) {
        text.push_str(&format!("{DIM}note{DIM:#}: {note}\n"));
    }
    if let Some(more) = notes.len().checked_sub(MOST).filter(|more| *more > 0) {
        text.push_str(&format!("{DIM}note{DIM:#}: and {more} more\n"));
    }
    text
}
