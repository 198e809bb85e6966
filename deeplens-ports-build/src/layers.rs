//! Maps handed from crate to crate, by the metadata that cargo passes on from a dependency with a `links` key to
//! the build scripts of its dependents: <https://doc.rust-lang.org/cargo/reference/build-scripts.html#the-links-manifest-key>.
//!
//! A crate called `NAME` that hands on a map sets `DEP_NAME_PORT_MAP_…` to the number of this format, a blank, and
//! the path of the map.

use crate::Missing;
use crate::files;
use crate::order;
use crate::source::Source;
use std::env;
use std::path::{Path, PathBuf};

const FORMAT: &str = "1";
const KEY: &str = "PORT_MAP_";

/// A map that a dependency hands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Handed {
    /// What tells it from the others: the name of its crate and of its file.
    id: String,
    path: PathBuf,
}

/// The maps that the dependency `name` hands on: its own, and those that it stands beside itself.
pub(crate) fn handed_on(name: &str) -> Result<Vec<Handed>, Missing> {
    let prefix = format!("DEP_{}_{KEY}", variable(name));
    let variables = env::vars_os().filter_map(|(key, value)| {
        let id = key.to_str()?.strip_prefix(&prefix)?.to_owned();
        Some((id, value.to_string_lossy().into_owned()))
    });
    let mut handed = Vec::new();
    for (id, value) in variables {
        let Some((FORMAT, path)) = value.split_once(' ') else {
            return Err(Missing {
                what: "its map is handed on in a format of another release",
                help: format!("use one release of deeplens-ports-build here and in `{name}`"),
            });
        };
        let path = PathBuf::from(path);
        handed.push(Handed { id, path });
    }
    let handed = order::sorted(handed, Ord::cmp);
    if handed.is_empty() {
        return Err(Missing {
            what: "no dependency hands on a map of this name",
            help: match name {
                "deeplens-ports" => {
                    "add `deeplens-ports`, with its feature `map`, to `[dependencies]` of Cargo.toml".to_owned()
                }
                _ => format!("add `{name}`, a crate with a map and a `links` key, to `[dependencies]` of Cargo.toml"),
            },
        });
    }
    Ok(handed)
}

/// The text of a map that was handed on.
pub(crate) fn source(handed: &Handed) -> Result<Source, Missing> {
    let loaded = files::load(Path::new(""), &handed.path).map_err(|help| Missing {
        what: "its map cannot be read",
        help,
    })?;
    Ok(Source::new(&files::shown(&handed.path), &loaded.text))
}

/// What to tell cargo of the map at `own` and of those that it stands beside.
pub(crate) fn instructions(own: &Path, seen: &[Handed]) -> Vec<String> {
    let watched = seen
        .iter()
        .map(|handed| format!("rerun-if-changed={}", handed.path.display()));
    let mut instructions: Vec<String> = watched.collect();
    if let Ok(links) = env::var("CARGO_MANIFEST_LINKS") {
        let stem = own.file_stem().unwrap_or_default().to_string_lossy();
        let own = Handed {
            id: variable(&format!("{links}_{stem}")),
            path: own.to_owned(),
        };
        let handed = seen.iter().chain([&own]);
        instructions.extend(handed.map(|handed| {
            format!(
                "metadata={KEY}{}={FORMAT} {}",
                handed.id,
                handed.path.display()
            )
        }));
    }
    instructions
}

/// A name as cargo puts it into the name of a variable.
fn variable(name: &str) -> String {
    name.to_uppercase().replace('-', "_")
}
