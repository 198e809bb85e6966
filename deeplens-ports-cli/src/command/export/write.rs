//! Writing the files: all that change, or none if one of them cannot be made.

use super::found::found;
use super::wanted::command;
use crate::file;
use crate::options::export::Options;
use crate::output::{visible_lines, Exit, Output};
use deeplens_ports::Map;
use deeplens_ports_cli::export::{export, Export, Exported};
use std::path::Path;

/// A file with what is in it, and what is to be.
struct Made<'a> {
    file: &'a str,
    found: Option<Vec<u8>>,
    exported: Exported,
}

pub(super) fn run(options: &Options, exports: &[Export], map: Map) -> Result<Output, String> {
    let is_page = |export: &Export| export.format().is_markdown();
    if options.new && !exports.iter().any(is_page) {
        return Err("`--new` writes a page of Markdown".into());
    }
    let (mut made, mut errors) = (Vec::new(), Vec::new());
    for export in exports {
        match make(options, export, map) {
            Ok(file) => made.push(file),
            Err(error) if error.starts_with("error") => errors.push(error),
            Err(error) => errors.push(format!("error: {error}")),
        }
    }
    if !errors.is_empty() {
        return Err(visible_lines(&errors.join("\n\n")));
    }
    let (mut text, mut notes) = (String::new(), Vec::new());
    for Made {
        file,
        found,
        exported,
    } in made
    {
        let bytes = exported.text.as_bytes();
        if found.as_deref() == Some(bytes) {
            text.push_str(&format!("{file} is up to date\n"));
        } else {
            let written = file::put(Path::new(file), bytes);
            written.map_err(|error| format!("failed to write `{file}`: {error}"))?;
            text.push_str(&format!("wrote {file}\n"));
        }
        notes.extend(exported.remarks);
    }
    Ok(Output::plain(visible_lines(&text), Exit::Well).with_notes(&notes))
}

fn make<'a>(options: &Options, wanted: &'a Export, map: Map) -> Result<Made<'a>, String> {
    let file = wanted.file();
    let found = found(file)?;
    if found.is_none() && wanted.format().is_markdown() && !options.new {
        let command = command(options, true);
        return Err(format!("`{file}` is not there: `{command}` writes it"));
    }
    let exported = export(map, wanted, found.as_deref()).map_err(|error| error.to_string())?;
    Ok(Made {
        file,
        found,
        exported,
    })
}
