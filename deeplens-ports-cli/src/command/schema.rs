//! `schema`: the JSON Schema of a map, for editors.

use crate::file;
use crate::output::{Exit, Output};
use std::fs;
use std::path::Path;

pub(crate) fn run(output: Option<&Path>) -> Result<Output, String> {
    let schema = deeplens_ports_cli::schema();
    let Some(output) = output else {
        return Ok(Output::plain(schema, Exit::Well));
    };
    let name = output.display();
    let said = if is_there(output, &schema) {
        format!("{name} is up to date\n")
    } else {
        let put = file::put(output, schema.as_bytes());
        put.map_err(|error| format!("failed to write `{name}`: {error}"))?;
        format!("schema written to {name}\n")
    };
    Ok(Output::plain(said, Exit::Well))
}

/// Whether a file has the text; a device is not asked.
fn is_there(path: &Path, text: &str) -> bool {
    let length = fs::metadata(path).map_or(0, |it| it.len());
    length == text.len() as u64 && fs::read(path).is_ok_and(|it| it == text.as_bytes())
}
