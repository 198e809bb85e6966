//! One entry of `ports` in its short form.

use super::service::Layer;
use crate::grammar::port_entry::{self, Parts, PortEntry, Reader};
use crate::grammar::shown::shown;
use crate::grammar::template::Filled;
use crate::node::{base60, Node, Value};
use crate::place::{Location, Remark, Variable};
use std::ops::Range;

/// An entry that Compose takes, and where its ports stand.
pub(super) struct Entry {
    pub(super) entry: PortEntry,
    pub(super) location: Location,
    pub(super) container_location: Location,
    pub(super) variable: Option<Variable>,
}

/// What is said of an entry.
pub(super) enum Said {
    CannotKnow(Remark),
    Refused(Remark),
    /// Compose refuses it, or reads it, in another way than others do.
    Disagree(Remark),
}

/// Reads an entry. What is said of it is in the second part.
pub(super) fn read(layer: &Layer<'_>, node: Node<'_>) -> (Option<Entry>, Vec<Said>) {
    let text = node.text().unwrap_or_default();
    let remark = |why: String| Remark::new(layer.location(node.span()), shown(text), why);
    let refused = |why: &str| (None, vec![Said::Refused(remark(why.to_owned()))]);
    let text = match node.value() {
        Some(Value::Text(text)) => text.to_owned(),
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::Null) => return refused("an entry without a value"),
        _ => return refused("an entry is a text, a whole number or a map"),
    };
    let filled = match layer.variables.fill(&text) {
        Ok(filled) => filled,
        Err(invalid) => return refused(&format!("invalid interpolation: {}", invalid.why)),
    };
    if let Some(unknown) = filled.unknown() {
        let mut remark = remark(unknown.why());
        remark.variable = Some(unknown.name.clone());
        return (None, vec![Said::CannotKnow(remark)]);
    }
    let mut said = Vec::new();
    if node.is_plain() {
        said.extend(base60(&text).map(|number| Said::Disagree(remark(of_base60(number)))));
    }
    match port_entry::parse(&filled.text, Reader::Compose) {
        Ok(entry) if entry.has_zero_inside() => {
            let why = "port 0 of a container: what is meant is not known".to_owned();
            said.push(Said::CannotKnow(remark(why)));
            (None, said)
        }
        Ok(entry) => (Some(placed(layer, node, &text, &filled, entry)), said),
        Err(why) => {
            let mut refused = remark(why.to_owned());
            refused.variable = filled.uses.first().map(|it| it.name.clone());
            if port_entry::parse(&filled.text, Reader::Docker).is_ok() {
                let why = format!("`docker run` takes it; Compose 2 does not: {why}");
                said.push(Said::Disagree(remark(why)));
            }
            said.push(Said::Refused(refused));
            (None, said)
        }
    }
}

fn of_base60(number: i64) -> String {
    let what = match number {
        1..=65535 => "a container port, published on any host port",
        _ => "which is no port",
    };
    format!(
        "unquoted, readers of YAML 1.1 as podman-compose take it for the number {number}: {what}"
    )
}

fn placed(
    layer: &Layer<'_>,
    node: Node<'_>,
    text: &str,
    filled: &Filled,
    entry: PortEntry,
) -> Entry {
    let count = |text: &str| Parts::of(text).iter().flatten().count();
    // A variable may hold several parts.
    let [host, container] = if count(text) == count(&filled.text) {
        let [_, host, container] = Parts::of(text);
        [host.filter(|host| !host.is_empty()), container]
    } else {
        [None, None]
    };
    let whole = 0..text.len();
    let container = container.unwrap_or_else(|| whole.clone());
    let decisive = host.unwrap_or_else(|| container.clone());
    let place = |part: Range<usize>| layer.location(node.part(&layer.source.text, part));
    let is_in =
        |part: &Range<usize>, span: &Range<usize>| part.start <= span.start && span.end <= part.end;
    let used = filled.uses.iter().find(|it| is_in(&decisive, &it.span));
    Entry {
        entry,
        variable: used.map(|it| layer.variables.variable(it)),
        container_location: place(without_protocol(text, container)),
        location: place(without_protocol(text, decisive)),
    }
}

fn without_protocol(text: &str, part: Range<usize>) -> Range<usize> {
    let slash = text[part.clone()]
        .find('/')
        .filter(|_| !text[part.clone()].contains('$'));
    part.start..slash.map_or(part.end, |slash| part.start + slash)
}
