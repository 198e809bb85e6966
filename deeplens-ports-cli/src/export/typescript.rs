//! `typescript`: a module of `as const` objects.

mod types;

use super::constants::{Constant, Constants, Field, Value};
use super::docs::{self, CHANGES};
use super::letter::{literal, quote};
use super::words::camel;
use super::written::Written;
use deeplens_ports::Map;
use types::TYPES;

/// What prettier allows a line.
const WIDEST: usize = 80;

pub(super) fn text(map: Map) -> Written {
    let constants = Constants::of(map);
    let mut text = format!(
        "// {} {CHANGES}\n/* eslint-disable */\n\n{TYPES}",
        docs::made_by("typescript", map)
    );
    for constant in constants.all() {
        text.push_str(&self::constant(constant));
    }
    let lists = [
        (
            "Every endpoint with one port on the host",
            "ALL",
            &constants.endpoints,
        ),
        ("Every range of ports", "RANGES", &constants.ranges),
        (
            "Every endpoint on the container network alone",
            "CONTAINER_ENDPOINTS",
            &constants.container_endpoints,
        ),
    ];
    for (doc, name, constants) in lists {
        text.push_str(&format!("\n/** {doc}. */\n{}", list(name, constants)));
    }
    Written {
        text,
        remarks: Vec::new(),
    }
}

fn constant(constant: &Constant) -> String {
    let mut lines: Vec<String> = docs::lines(constant).iter().map(|it| doc(it)).collect();
    if let Some(reason) = constant.deprecated {
        let tag = format!("@deprecated {}", doc(&docs::line(reason)));
        lines.push(tag.trim_end().to_owned());
    }
    let comment: String = lines.iter().map(|line| format!(" * {line}\n")).collect();
    let value = record(&constant.fields, "");
    let id = constant.id;
    format!("\n/**\n{comment} */\nexport const {id} = {value} as const;\n")
}

/// A line that neither ends the comment nor has tags in it.
fn doc(line: &str) -> String {
    line.replace("*/", "*\\/").replace('@', "\\@")
}

fn record(fields: &[Field], indent: &str) -> String {
    let inner = format!("{indent}  ");
    let mut text = "{\n".to_owned();
    for field in fields {
        let value = match &field.value {
            Value::Nothing => "null".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Record(fields) => record(fields, &inner),
            Value::Text(text) => literal(text, quote(text), |code| format!("\\u{{{code:x}}}")),
        };
        text.push_str(&property(&inner, &camel(field.key), &field.value, &value));
    }
    format!("{text}{indent}}}")
}

/// As prettier has it: what is too long for a line stands on one of its own, but for the shortest keys.
fn property(indent: &str, key: &str, value: &Value, written: &str) -> String {
    let line = format!("{indent}{key}: {written},\n");
    let is_text = matches!(value, Value::Text(_));
    if is_text && key.len() > 4 && line.trim_end().chars().count() > WIDEST {
        return format!("{indent}{key}:\n{indent}  {written},\n");
    }
    line
}

fn list(name: &str, constants: &[Constant]) -> String {
    let ids: Vec<&str> = constants.iter().map(|it| it.id).collect();
    let line = format!("export const {name} = [{}] as const;\n", ids.join(", "));
    if line.trim_end().len() <= WIDEST {
        return line;
    }
    let lines: String = ids.iter().map(|id| format!("  {id},\n")).collect();
    format!("export const {name} = [\n{lines}] as const;\n")
}
