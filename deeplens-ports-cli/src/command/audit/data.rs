//! What is found as data.

use crate::output::List;
use deeplens_ports_cli::{Finding, Location, Remark, Rule};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{json, Value};

pub(super) struct Data<'a> {
    pub(super) findings: &'a [&'a Finding],
    pub(super) unread: &'a [Remark],
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for finding in self.findings {
            list.serialize_element(&Object(finding))?;
        }
        for remark in self.unread {
            list.serialize_element(&not_read(remark))?;
        }
        list.end()
    }
}

struct Object<'a>(&'a Finding);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(it) = self;
        let at = it.location();
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("also", &List(it.also(), place))?;
        object.serialize_entry("column", &at.column)?;
        object.serialize_entry("endpoint", &it.endpoint())?;
        object.serialize_entry("file", &*at.file)?;
        object.serialize_entry("level", it.level().as_str())?;
        object.serialize_entry("line", &at.line)?;
        object.serialize_entry("rule", it.rule().as_str())?;
        object.serialize_entry("title", it.title())?;
        object.end()
    }
}

/// A file of which nothing is known is always told.
fn not_read(it: &Remark) -> Value {
    json!({
        "rule": Rule::CannotKnow.as_str(),
        "level": Rule::CannotKnow.level().as_str(),
        "title": it.why,
        "file": &*it.location.file,
        "line": it.location.line,
        "column": it.location.column,
        "endpoint": null,
        "also": [],
    })
}

fn place(it: &Location) -> Value {
    json!({ "file": &*it.file, "line": it.line })
}
