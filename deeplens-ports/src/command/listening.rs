//! `check --listening`: every listener of this machine.

use crate::arguments::Format;
use crate::find;
use crate::load::Loaded;
use crate::output::{Exit, Output, HEAD};
use crate::table::{self, Cell};
use deeplens_ports::doctor::{self, Holder};

pub(crate) fn run(map: &Loaded, format: Format) -> Result<Output, String> {
    let listeners = doctor::listening()
        .map_err(|error| format!("failed to read the table of sockets: {error}"))?;
    if format == Format::Json {
        return Output::json(&listeners, Exit::Well);
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
    let port = holder.address().port();
    let found = find::by_port(map, port, Some(holder.transport()));
    let endpoint = found.endpoints.first().map(|it| it.name());
    let name = endpoint.or_else(|| found.ranges.first().map(|it| it.name()));
    let process = match (holder.process(), holder.uid()) {
        (Some(process), _) => process.to_string(),
        (None, Some(uid)) => format!("a process of user {uid}"),
        (None, None) => "not shown".into(),
    };
    vec![
        Cell::styled(port.to_string(), HEAD),
        Cell::new(holder.transport().as_str()),
        Cell::new(holder.address().ip().to_string()),
        Cell::new(name.unwrap_or("")),
        Cell::new(process),
    ]
}
