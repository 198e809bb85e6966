//! What is found as data.

use deeplens_ports_cli::{Finding, Location, Remark, Rule};
use serde_json::{json, Value};

pub(super) fn of(findings: &[&Finding], unread: &[Remark]) -> Vec<Value> {
    let findings = findings.iter().map(|it| finding(it));
    findings.chain(unread.iter().map(not_read)).collect()
}

fn finding(it: &Finding) -> Value {
    let at = it.location();
    json!({
        "rule": it.rule().as_str(),
        "level": it.level().as_str(),
        "title": it.title(),
        "file": &*at.file,
        "line": at.line,
        "column": at.column,
        "endpoint": it.endpoint(),
        "also": it.also().iter().map(place).collect::<Vec<_>>(),
    })
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
