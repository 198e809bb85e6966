//! `lint`: compiles maps together, and writes nothing.

use crate::load;
use crate::output::{Exit, Output};
use std::path::PathBuf;

pub(crate) fn run(files: &[PathBuf], beside: &[(String, PathBuf)]) -> Result<Output, String> {
    let results = load::read(files, beside)?;
    let reports: Vec<String> = results
        .iter()
        .filter_map(|result| result.as_ref().err())
        .map(ToString::to_string)
        .collect();
    if !reports.is_empty() {
        return Err(reports.join("\n\n"));
    }
    let maps = results.iter().flatten();
    let endpoints: usize = maps.map(|map| map.endpoints.len() + map.ranges.len()).sum();
    let noun = if files.len() == 1 { "map" } else { "maps" };
    let text = format!(
        "{} {noun}, {endpoints} endpoints: no mistake\n",
        files.len()
    );
    Ok(Output::new(text, Exit::Well))
}
