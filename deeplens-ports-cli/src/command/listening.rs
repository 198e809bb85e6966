//! `check --listening`: every listener of this machine.

use crate::check;
use crate::find;
use crate::options::Format;
use crate::output::{Exit, Output, DIM, HEAD};
use crate::table::{self, Cell};
use deeplens_ports::doctor::{self, Finding, Holder, Subject};
use deeplens_ports::Transport;
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
    let judged = Judged::of(map, &listeners);
    if format == Format::Json {
        let list = listeners.iter().map(|it| object(map, it, &judged));
        return Output::json(&list.collect::<Result<Vec<_>, _>>()?, Exit::Well);
    }
    let rows: Vec<Vec<Cell>> = listeners.iter().map(|it| row(map, it, &judged)).collect();
    let head = [">PORT", "ADDRESS", "STATE", "NAME", "HELD BY"];
    let mut text = table::of(&head, &rows);
    let noun = if listeners.len() == 1 {
        "listener"
    } else {
        "listeners"
    };
    text.push_str(&format!(
        "\n{} {noun}; names and states are of {}\n",
        listeners.len(),
        map.title()
    ));
    Ok(Output::new(text, Exit::Well))
}

/// What `check` says of the ports that are listened on.
struct Judged {
    findings: Vec<Finding>,
}

impl Judged {
    fn of(map: &Loaded, listeners: &[Holder]) -> Self {
        let mut places: Vec<(u16, Transport)> = listeners.iter().map(place).collect();
        places.dedup();
        let subjects = places.into_iter().flat_map(|(port, transport)| {
            let mut subjects = check::of_port(map, port, Some(transport));
            subjects.retain(|it: &Subject| it.is_here());
            subjects
        });
        Self {
            findings: doctor::check(subjects),
        }
    }

    fn at(&self, listener: &Holder) -> Option<&Finding> {
        let is_on = |it: &&Finding| (it.port(), it.subject().transport()) == place(listener);
        self.findings.iter().find(is_on)
    }

    /// The state of a port that the map has; of others nobody says whose they should be.
    fn state(&self, listener: &Holder) -> Option<doctor::State> {
        let finding = self.at(listener)?;
        finding.subject().name().map(|_| finding.state())
    }

    /// The container that the listener passes connections on to.
    fn container(&self, listener: &Holder) -> Option<&str> {
        let container = self.at(listener)?.container()?;
        Some(container.container())
    }
}

fn place(listener: &Holder) -> (u16, Transport) {
    (listener.address().port(), listener.transport())
}

fn row(map: &Loaded, holder: &Holder, judged: &Judged) -> Vec<Cell> {
    let process = match (holder.process(), holder.user()) {
        (Some(process), _) => process.to_string(),
        (None, Some(user)) => format!("a process of user {user}"),
        (None, None) => "not shown".into(),
    };
    let process = match judged.container(holder) {
        Some(container) => format!("{process}, for {container}"),
        None => process,
    };
    let state = judged
        .state(holder)
        .map(|state| (state, check::style(state)));
    vec![
        Cell::styled(check::port(place(holder)), HEAD),
        Cell::new(holder.address().ip().to_string()),
        match state {
            Some((state, (style, symbol))) => {
                Cell::styled(state.as_str(), style).with_symbol(symbol)
            }
            None => Cell::styled("-", DIM),
        },
        Cell::new(name(map, holder).unwrap_or("")),
        Cell::new(process),
    ]
}

/// The holder as data, with the name and the state of the map, and the container behind it.
fn object(map: &Loaded, holder: &Holder, judged: &Judged) -> Result<Value, String> {
    let mut object = serde_json::to_value(holder).map_err(|error| error.to_string())?;
    object["name"] = name(map, holder).into();
    object["state"] = judged.state(holder).map(doctor::State::as_str).into();
    object["published_for"] = judged.container(holder).into();
    Ok(object)
}

/// What the map has on the port.
fn name(map: &Loaded, holder: &Holder) -> Option<&'static str> {
    let found = find::by_port(map, holder.address().port(), Some(holder.transport()));
    let endpoint = found.endpoints.first().map(|it| it.name());
    endpoint.or_else(|| found.ranges.first().map(|it| it.name()))
}
