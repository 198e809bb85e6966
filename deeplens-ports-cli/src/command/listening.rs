//! `check --listening`: every listener of this machine.

use crate::find;
use crate::options::Format;
use crate::output::{Exit, Output, HEAD};
use crate::table::{self, Cell};
use deeplens_ports::doctor::{self, Holder};
use deeplens_ports_cli::Loaded;
use serde_json::Value;

pub(crate) fn run(map: &Loaded, format: Format) -> Result<Output, String> {
    let listeners = match doctor::listening() {
        Ok(listeners) => listeners,
        Err(error) => {
            let text = format!("failed to read the table of sockets: {error}");
            return Ok(Output::unknown(&text));
        }
    };
    if format == Format::Json {
        let list = listeners.iter().map(|it| object(map, it));
        return Output::json(&list.collect::<Result<Vec<_>, _>>()?, Exit::Well);
    }
    let rows: Vec<Vec<Cell>> = listeners.iter().map(|it| row(map, it)).collect();
    let mut text = table::of(&[">PORT", "TRANSPORT", "ADDRESS", "NAME", "HELD BY"], &rows);
    let noun = if listeners.len() == 1 {
        "listener"
    } else {
        "listeners"
    };
    text.push_str(&format!(
        "\n{} {noun}; names are of {}\n",
        listeners.len(),
        map.title()
    ));
    Ok(Output::new(text, Exit::Well))
}

fn row(map: &Loaded, holder: &Holder) -> Vec<Cell> {
    let process = match (holder.process(), holder.uid()) {
        (Some(process), _) => process.to_string(),
        (None, Some(uid)) => format!("a process of user {uid}"),
        (None, None) => "not shown".into(),
    };
    vec![
        Cell::styled(holder.address().port().to_string(), HEAD),
        Cell::new(holder.transport().as_str()),
        Cell::new(holder.address().ip().to_string()),
        Cell::new(name(map, holder).unwrap_or("")),
        Cell::new(process),
    ]
}

/// The holder as data, with the name of the map.
fn object(map: &Loaded, holder: &Holder) -> Result<Value, String> {
    let mut object = serde_json::to_value(holder).map_err(|error| error.to_string())?;
    object["name"] = name(map, holder).into();
    Ok(object)
}

/// What the map has on the port.
fn name(map: &Loaded, holder: &Holder) -> Option<&'static str> {
    let found = find::by_port(map, holder.address().port(), Some(holder.transport()));
    let endpoint = found.endpoints.first().map(|it| it.name());
    endpoint.or_else(|| found.ranges.first().map(|it| it.name()))
}
