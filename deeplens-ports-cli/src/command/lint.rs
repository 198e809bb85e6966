//! `lint`: compiles maps together, and writes nothing.

use crate::load::{self, Toml};
use crate::options::{Beside, Format};
use crate::output::{Exit, Output};
use deeplens_ports_build::Report;
use serde_json::{json, Value};
use std::path::PathBuf;

pub(crate) fn run(
    files: &[PathBuf],
    toml: Toml,
    beside: &Beside,
    format: Format,
) -> Result<Output, String> {
    let results = load::read(files, toml, beside)?;
    let reports: Vec<&Report> = results
        .iter()
        .filter_map(|result| result.as_ref().err())
        .collect();
    if format == Format::Json {
        let mistakes: Vec<Value> = reports.iter().flat_map(|report| of(report)).collect();
        let exit = if mistakes.is_empty() {
            Exit::Well
        } else {
            Exit::Usage
        };
        return Output::json(&mistakes, exit);
    }
    if !reports.is_empty() {
        let texts: Vec<String> = reports.iter().map(ToString::to_string).collect();
        return Err(texts.join("\n\n"));
    }
    let maps = results.iter().flatten();
    let endpoints: usize = maps
        .map(|map| {
            let on_host = map.endpoints().len() + map.ranges().len();
            on_host + map.container_endpoints().len()
        })
        .sum();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (maps, of_maps, of_endpoints) = (files.len(), plural(files.len()), plural(endpoints));
    let text = format!("{maps} map{of_maps}, {endpoints} endpoint{of_endpoints}: no mistake\n");
    Ok(Output::new(text, Exit::Well))
}

/// The mistakes of one map.
fn of(report: &Report) -> impl Iterator<Item = Value> + '_ {
    report.diagnostics().iter().map(|mistake| {
        json!({
            "file": report.name(),
            "line": mistake.line(),
            "column": mistake.column(),
            "rule": mistake.rule().as_str(),
            "title": mistake.title(),
        })
    })
}
