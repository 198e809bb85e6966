//! A map as the schema sees it, and as the compiler does.

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use deeplens_ports_build::{Report, Rule, read};
use serde_json::Value;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// The schema, as a validator reads it.
#[expect(
    missing_debug_implementations,
    reason = "the schemas of boon have none"
)]
pub struct Validator {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Validator {
    /// Of the schema that the command prints.
    ///
    /// # Panics
    ///
    /// Where that is no schema of Draft 4.
    #[must_use]
    pub fn new() -> Self {
        let text = deeplens_ports_cli::schema();
        let schema = serde_json::from_str(&text).expect("the schema is JSON");
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V4);
        let name = "http://localhost/ports.schema.json";
        compiler.add_resource(name, schema).expect("a resource");
        let mut schemas = Schemas::new();
        let index = compiler.compile(name, &mut schemas);
        let index = index.unwrap_or_else(|error| panic!("{error:#}"));
        Self { schemas, index }
    }

    /// What the schema refuses in a map; nothing where it passes.
    ///
    /// # Panics
    ///
    /// Where the map is no TOML.
    #[must_use]
    pub fn refused(&self, map: &str) -> Option<String> {
        let map = DeTable::parse(map).unwrap_or_else(|error| panic!("{error}: {map}"));
        let map = table(map.get_ref());
        let validated = self.schemas.validate(&map, self.index);
        validated.err().map(|error| format!("{error:#}"))
    }
}

impl Default for Validator {
    fn default() -> Self {
        Self::new()
    }
}

fn table(table: &DeTable<'_>) -> Value {
    let pairs = table.iter();
    pairs
        .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())))
        .collect()
}

fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::Array(items) => items.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Boolean(is_true) => Value::Bool(*is_true),
        // As editors hand it to a schema.
        DeValue::Datetime(time) => Value::String(time.to_string()),
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .map_or(Value::Null, Value::from),
        DeValue::Integer(number) => {
            let number = i64::from_str_radix(number.as_str(), number.radix());
            number.map_or(Value::Null, Value::from)
        }
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Table(inner) => table(inner),
    }
}

/// The rules that a map breaks.
#[must_use]
pub fn broken(map: &str) -> Vec<Rule> {
    let report = read("ports.toml", map).err();
    let diagnostics = report.as_ref().map_or(&[][..], Report::diagnostics);
    diagnostics.iter().map(|found| found.rule()).collect()
}

/// A place in this repository.
#[must_use]
pub fn repository(path: &str) -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.join("../..").join(path)
}
