//! The ports of one transport, as lists of scripts.

use super::super::entry::{Entry, Outside};
use deeplens_ports::Transport;

/// Those of endpoints with one port, and the others.
pub(super) struct Numbers {
    pub(super) single: Vec<String>,
    pub(super) ranges: Vec<Outside>,
}

impl Numbers {
    /// Each port once, whatever names it has.
    pub(super) fn of(here: &[(&Entry, Outside)], transport: Transport) -> Self {
        let of = here.iter().filter(|(it, _)| it.transport == transport);
        let mut all: Vec<Outside> = of.map(|(_, ports)| *ports).collect();
        all.dedup_by_key(|it| (it.first, it.last, it.step));
        let (single, ranges): (Vec<Outside>, _) = all.into_iter().partition(|it| it.is_one());
        Self {
            single: single.iter().map(|it| it.first.to_string()).collect(),
            ranges,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.single.is_empty() && self.ranges.is_empty()
    }
}

/// Ten to a line.
pub(super) fn lines(items: &[String], between: &str, end: &str) -> String {
    let lines = items
        .chunks(10)
        .map(|line| format!("    {}", line.join(between)));
    lines.collect::<Vec<String>>().join(end)
}
