//! What a user wants to have made, and the command that makes it.

use crate::load;
use crate::options::export::Options;
use deeplens_ports_cli::export::Export;
use deeplens_ports_cli::PortMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The one of the command line, or those of the configuration.
pub(super) fn exports(options: &Options, map: &PortMap) -> Result<Vec<Export>, String> {
    let (Some(format), Some(file)) = (options.format, &options.output) else {
        let exports = load::config(map)?.exports().to_vec();
        if exports.is_empty() {
            let file = load::config_file(map);
            return Err(format!(
                "nothing to export: no `[[export]]` in {}",
                file.display()
            ));
        }
        return Ok(exports);
    };
    let mut export = with(options, Export::new(format, file.display().to_string()));
    if options.configured {
        export = export.configured(beside(map, file));
    }
    Ok(vec![export])
}

pub(super) fn with(options: &Options, mut export: Export) -> Export {
    for name in &options.names {
        export = export.endpoint(name);
    }
    if options.inside {
        export = export.inside();
    }
    export
}

/// The command line that makes the files anew.
pub(super) fn command(options: &Options, is_new: bool) -> String {
    let mut words = vec!["deeplens-ports".to_owned(), "export".to_owned()];
    words.extend(options.format.map(|format| format.to_string()));
    words.extend(options.names.iter().cloned());
    for (is_given, word) in [
        (is_new, "--new"),
        (options.inside, "--inside"),
        (options.configured, "--configured"),
    ] {
        words.extend(is_given.then(|| word.to_owned()));
    }
    let files = [("-o", &options.output), ("--map", &options.map)];
    for (option, file) in files {
        if let Some(file) = file {
            words.extend([option.to_owned(), file.display().to_string()]);
        }
    }
    for (name, file) in &options.beside {
        words.extend(["--beside".to_owned(), format!("{name}={}", file.display())]);
    }
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    words.join(" ")
}

/// As POSIX shells and PowerShell both take it, unless a quote is in it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:=,+@%".contains(letter);
    if word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// A file as one who stands beside the map calls it, as `configured-in` does.
fn beside(map: &PortMap, file: &Path) -> String {
    let folder = real(Path::new(map.file()).parent().unwrap_or(Path::new("")));
    let of_file = real(file.parent().unwrap_or(Path::new("")));
    let shared = folder.components().zip(of_file.components());
    let shared = shared.take_while(|(a, b)| a == b).count();
    let up = folder
        .components()
        .skip(shared)
        .map(|_| Component::ParentDir);
    let down = of_file.components().skip(shared);
    let mut path: PathBuf = up.chain(down).collect();
    path.extend(file.file_name());
    path.to_string_lossy().replace('\\', "/")
}

fn real(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
