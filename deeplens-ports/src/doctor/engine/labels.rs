//! The labels of a container.

use serde_json::Value;
use std::borrow::ToOwned;
use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};

/// Labels as an object, or as docker's text `a=1,b=2`. A value may have commas: what has no `=` belongs to the one
/// before.
pub(super) fn read(labels: Option<&Value>) -> BTreeMap<String, String> {
    match labels {
        Some(Value::Object(labels)) => {
            let labels = labels.iter().map(|(key, value)| (key.clone(), text(value)));
            labels.collect()
        }
        Some(Value::String(labels)) => of_text(labels),
        _ => BTreeMap::new(),
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), ToOwned::to_owned)
}

fn of_text(text: &str) -> BTreeMap<String, String> {
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for part in text.split(',') {
        match part.split_once('=') {
            Some((key, value)) => {
                last = key.to_owned();
                // The first of a key that stands twice is the label, the second is in a value.
                labels
                    .entry(last.clone())
                    .or_insert_with(|| value.to_owned());
            }
            None => {
                if let Some(value) = labels.get_mut(&last) {
                    *value = format!("{value},{part}");
                }
            }
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn objects_and_texts_are_read() {
        let object = json!({"com.docker.compose.project": "shop", "n": 1});
        let labels = read(Some(&object));
        assert_eq!(labels["com.docker.compose.project"], "shop");
        assert_eq!(labels["n"], "1");
        let text = json!("a=1,depends_on=db:x:false,cache:y:true,b=,c=d=e");
        let labels = read(Some(&text));
        assert_eq!(labels["depends_on"], "db:x:false,cache:y:true");
        assert_eq!(
            (&*labels["a"], &*labels["b"], &*labels["c"]),
            ("1", "", "d=e")
        );
        assert!(read(Some(&json!(""))).is_empty() && read(None).is_empty());
    }
}
