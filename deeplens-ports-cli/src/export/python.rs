//! `python`: a module of `Final` objects.

mod types;

use super::constants::{Constant, Constants, Field, Value};
use super::docs::{self, CHANGES};
use super::letter::{literal, quote};
use super::written::Written;
use deeplens_ports::Map;
use types::TYPES;

/// What ruff and black allow a line.
const WIDEST: usize = 88;

pub(super) fn text(map: Map) -> Written {
    let constants = Constants::of(map);
    // A text of the map is never in a comment, where `coding:` or `type:` would mean something.
    let head = [docs::made_by("python", map), CHANGES.to_owned()];
    let mut text = format!("{}\n{TYPES}", doc(&head));
    let lists = [
        ("Endpoint", "ALL", &constants.endpoints),
        ("PortRange", "RANGES", &constants.ranges),
        (
            "ContainerEndpoint",
            "CONTAINER_ENDPOINTS",
            &constants.container_endpoints,
        ),
    ];
    for (class, _, constants) in lists {
        for constant in constants {
            text.push_str(&self::constant(constant, class));
        }
    }
    for (class, name, constants) in lists {
        text.push_str(&list(class, name, constants));
    }
    Written {
        text,
        remarks: Vec::new(),
    }
}

/// With its docs below it, where editors look for them.
fn constant(constant: &Constant, class: &str) -> String {
    let mut lines = docs::lines(constant);
    if let Some(reason) = constant.deprecated {
        let reason = docs::line(reason);
        lines.push(format!("Deprecated: {reason}").trim_end().to_owned());
    }
    let id = constant.id;
    let value = call(class, &constant.fields, "");
    format!("\n{id}: Final = {value}\n{}", doc(&lines))
}

/// A docstring: its first line, and the others as a paragraph each.
fn doc(lines: &[String]) -> String {
    let plain = |line: &String| line.replace('\\', "\\\\").replace('"', "\\\"");
    match lines {
        [line] => format!("\"\"\"{}\"\"\"\n", plain(line)),
        _ => {
            let lines: Vec<String> = lines.iter().map(plain).collect();
            format!("\"\"\"{}\n\"\"\"\n", lines.join("\n\n"))
        }
    }
}

fn call(class: &str, fields: &[Field], indent: &str) -> String {
    let inner = format!("{indent}    ");
    let mut text = format!("{class}(\n");
    for field in fields {
        let value = match &field.value {
            Value::Nothing => "None".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Record(fields) => call("ContainerAddress", fields, &inner),
            Value::Text(text) => literal(text, quote(text), |code| format!("\\U{code:08x}")),
        };
        text.push_str(&format!("{inner}{}={value},\n", field.key));
    }
    format!("{text}{indent})")
}

fn list(class: &str, name: &str, constants: &[Constant]) -> String {
    let open = format!("\n{name}: Final[tuple[{class}, ...]] = (");
    let lines = constants.iter().map(|it| format!("    {},\n", it.id));
    match constants {
        [] => format!("{open})\n"),
        [only] if open.len() + only.id.len() < WIDEST => format!("{open}{},)\n", only.id),
        _ => format!("{open}\n{})\n", lines.collect::<String>()),
    }
}
