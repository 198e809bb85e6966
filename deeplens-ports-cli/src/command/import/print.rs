//! What is told beside the map.

use crate::output::visible;
use deeplens_ports_cli::Imported;
use std::path::Path;

/// A line for each place, and how much was made of how many files.
pub(super) fn report(imported: &Imported, output: Option<&Path>) -> String {
    let mut text = String::new();
    for it in &imported.reported {
        text.extend(it.to_string().chars().map(visible));
        text.push('\n');
    }
    let made = format!(
        "{} of {} from {}",
        count(imported.endpoints, "endpoint"),
        count(imported.services, "service"),
        count(imported.files, "file"),
    );
    let told = match imported.reported.len() {
        0 => String::new(),
        1 => "; 1 place to look at".to_owned(),
        count => format!("; {count} places to look at"),
    };
    let written = output.map_or(String::new(), |file| {
        format!(", written to {}", file.display())
    });
    text.push_str(&format!("{made}{written}{told}\n"));
    text
}

fn count(number: usize, of: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {of}{plural}")
}
