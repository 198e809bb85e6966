//! What is reached on the container network alone: of it nothing can be told from here.

use super::rows;
use crate::find;
use crate::output::DIM;
use crate::table::Cell;
use deeplens_ports::doctor::State;
use deeplens_ports::AnyContainerEndpoint;
use deeplens_ports_cli::Loaded;
use serde_json::{json, Value};

pub(super) fn row(it: AnyContainerEndpoint) -> Vec<Cell> {
    let (style, symbol) = rows::style(State::Unknown);
    vec![
        Cell::styled(State::Unknown.as_str(), style).with_symbol(symbol),
        Cell::styled("-", DIM),
        Cell::new(it.name()),
        Cell::new("not known"),
    ]
}

pub(super) fn why(map: &Loaded, it: AnyContainerEndpoint) -> String {
    let reached = find::reached_inside(map, it.authority());
    format!("it has no port on the host: {reached}")
}

/// As a finding, with the same keys.
pub(super) fn object(map: &Loaded, it: AnyContainerEndpoint) -> Value {
    let why = why(map, it);
    json!({
        "advice": [],
        "container": null,
        "free_alternatives": [],
        "holders": [],
        "moved_by": [],
        "name": it.name(),
        "notes": [],
        "port": null,
        "reason": why,
        "state": State::Unknown.as_str(),
        "summary": why,
        "transport": it.transport().as_str(),
    })
}
