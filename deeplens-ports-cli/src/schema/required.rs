//! What must be in a table. Where a key asks for another one, that is said of the key: readers then name the other, while
//! of an `anyOf` they tell that nothing in it fits.

use deeplens_ports_build::__private::{Required, Section, Within};
use serde_json::{json, Map, Value};

pub(super) fn add(section: &'static Section, table: &mut Value) {
    let mut always = Vec::new();
    let mut dependencies = Map::new();
    for required in section.required {
        match required {
            Required::Key(key) => always.push(key),
            Required::OneOf(keys) => {
                let mut either: Vec<Value> = keys.iter().map(|key| has(key)).collect();
                if let Some(within) = &section.within {
                    let is_alone = |key: &str| !keys.contains(&key);
                    let alone = within.keys.iter().filter(|key| is_alone(key.name));
                    let asks = |name: &str| (name.to_owned(), json!({ "anyOf": either }));
                    dependencies.extend(alone.map(|key| asks(key.name)));
                    either.push(has_tables(within));
                }
                table["anyOf"] = json!(either);
            }
            Required::Unless { key, other } => {
                let mut lists = section.required.iter().map(Required::one_of);
                let beside = lists.find(|keys| keys.contains(other)).unwrap_or_default();
                let asking = beside.iter().filter(|asking| *asking != other);
                dependencies.extend(asking.map(|asking| ((*asking).to_owned(), json!([key]))));
            }
        }
    }
    if !always.is_empty() {
        table["required"] = json!(always);
    }
    if !dependencies.is_empty() {
        table["dependencies"] = Value::Object(dependencies);
    }
}

fn has(key: &str) -> Value {
    json!({ "required": [key] })
}

/// At least one of the tables in it.
fn has_tables(within: &Within) -> Value {
    json!({
        "required": [within.tables],
        "properties": { within.tables: { "minProperties": 1 } },
    })
}
