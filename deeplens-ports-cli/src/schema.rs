//! The JSON Schema of a map, from the keys that the compiler reads.

mod required;

use deeplens_ports_build::__private::{Key, Section, Takes, ROOT};
use deeplens_ports_build::Rule;
use serde_json::{json, Map, Value};

/// The JSON Schema of `ports.toml`, Draft 4: which keys there are, with what each says and takes.
///
/// Editors that know TOML follow it where the first line of a map names its file: `#:schema ./ports.schema.json`. It
/// knows no more than one value at a time: of a port that is taken twice, only the compiler tells.
///
/// ```
/// let schema = deeplens_ports_cli::schema();
/// assert!(schema.contains("\"container-port\""));
/// ```
#[must_use]
pub fn schema() -> String {
    let mut definitions = Map::new();
    let mut schema = table(&ROOT, &mut definitions);
    schema["$schema"] = json!("http://json-schema.org/draft-04/schema#");
    schema["title"] = json!("ports.toml");
    schema["definitions"] = Value::Object(definitions);
    // Whoever builds this crate may ask serde_json for the order in which maps were filled.
    schema.sort_all_objects();
    format!("{schema:#}\n")
}

/// What a table can be; the tables in it become definitions.
fn table(section: &'static Section, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for key in section.keys() {
        properties.insert(key.name.to_owned(), property(key, definitions));
    }
    let mut table = json!({
        "description": section.doc,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    required::add(section, &mut table);
    table
}

fn property(key: &Key, definitions: &mut Map<String, Value>) -> Value {
    let mut define = |section| {
        let definition = table(section, definitions);
        definitions.insert(key.name.to_owned(), definition);
        json!({ "$ref": format!("#/definitions/{}", key.name) })
    };
    let mut property = match key.takes {
        Takes::Number => number(),
        Takes::Numbers => json!({ "type": "array", "items": number() }),
        Takes::NumberOrRange => json!({ "anyOf": [number(), range()] }),
        Takes::Range => range(),
        Takes::Rules => json!({ "type": "array", "items": { "enum": policy_rules() } }),
        // Nothing stands beside `$ref`; the definition has the description.
        Takes::Table(section) => return define(section),
        Takes::Tables(section) => json!({ "type": "array", "items": define(section) }),
        Takes::Named(section) => json!({
            "type": "object",
            "patternProperties": { NAME: define(section) },
            "additionalProperties": false,
        }),
        Takes::Text => json!({ "type": "string" }),
        Takes::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Takes::Word(words) => json!({ "enum": words }),
    };
    property["description"] = json!(match key.default {
        Some(default) => format!("{}\n\ndefault: {default}", key.doc),
        None => key.doc.to_owned(),
    });
    property
}

fn policy_rules() -> Vec<&'static str> {
    let rules = Rule::ALL.iter().filter(|rule| rule.is_policy());
    rules.map(|rule| rule.as_str()).collect()
}

/// ASCII letters, digits and single hyphens, a letter first.
const NAME: &str = "^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$";

fn number() -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": 65535 })
}

/// A port, or two with a hyphen between; which of them is higher, no pattern can say.
fn range() -> Value {
    let port =
        "0*([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
    json!({ "type": "string", "pattern": format!("^ *{port} *(- *{port} *)?$") })
}
