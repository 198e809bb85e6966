//! `import`: a first map from the files of a repository.

mod file;
mod print;

use crate::output::{Exit, Output};
use deeplens_ports_cli::{Imported, Tree};
use file::NewFile;
use std::env;
use std::path::{Path, PathBuf};

pub(crate) fn run(
    paths: &[PathBuf],
    output: Option<&Path>,
    name: Option<&str>,
) -> Result<Output, String> {
    if name.is_some_and(|name| name.trim().is_empty()) {
        return Err("`--name` is empty: a map has a name".into());
    }
    let file = output.map(NewFile::new).transpose()?;
    let here = env::current_dir().map_err(|error| error.to_string())?;
    let (base, map) = places(&here, output.unwrap_or(Path::new("ports.toml")));
    let tree = match base == here {
        true => Tree::read(paths),
        false => Tree::read_from(&base, &absolute(&here, paths)),
    };
    let tree = tree.map_err(|error| error.to_string())?;
    let imported = deeplens_ports_cli::import(&tree, &map, name);
    if imported.files == 0 {
        return Err("nothing was read: no file of a known format is there".into());
    }
    if imported.services == 0 && imported.reported.is_empty() {
        return Err("nothing to import: no file opens a port".into());
    }
    let exit = exit(&imported);
    let said = print::report(&imported, output);
    match file {
        Some(file) => {
            file.write(&imported.map)?;
            Ok(Output::plain(String::new(), exit).with_report(said))
        }
        None => Ok(Output::plain(imported.map, exit).with_report(said)),
    }
}

fn absolute(here: &Path, paths: &[PathBuf]) -> Vec<PathBuf> {
    let paths = paths.iter().map(|path| here.join(path));
    // Where none is given, it is the current folder.
    let all: Vec<PathBuf> = paths.collect();
    if all.is_empty() {
        vec![here.to_owned()]
    } else {
        all
    }
}

/// The folder that files are relative to, and the map in it: the current one, unless the map is elsewhere.
fn places(here: &Path, map: &Path) -> (PathBuf, String) {
    let absolute = std::path::absolute(here.join(map)).unwrap_or_else(|_| here.join(map));
    let folder = absolute.parent().unwrap_or(here);
    // What leads up and down again is not below the current folder to a reader of paths.
    let is_below = folder.starts_with(here) && !map.components().any(|it| it.as_os_str() == "..");
    let base = if is_below { here } else { folder };
    let name = absolute.strip_prefix(base).unwrap_or(map);
    (base.to_owned(), name.to_string_lossy().replace('\\', "/"))
}

fn exit(imported: &Imported) -> Exit {
    let mut reported = imported.reported.iter();
    match () {
        () if imported.reported.is_empty() => Exit::Well,
        // Of these files nothing is known; all else is in the map.
        () if reported.all(|it| it.is_of_file) => Exit::Unknown,
        () => Exit::Conflict,
    }
}
