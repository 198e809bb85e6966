//! Maps handed from crate to crate, by the metadata that cargo passes on from a dependency with a `links` key to
//! the build scripts of its dependents: <https://doc.rust-lang.org/cargo/reference/build-scripts.html#the-links-manifest-key>.
//!
//! A crate hands on its own map and those that it stands beside. For each it sets the metadata
//! `PORT_MAP_FROM__CRATE__MAP` to the number of this format, a blank, and the path of the map; `FROM` is its own `links`
//! value, `CRATE` that of the crate with the map. The build script of a dependent finds it as `DEP_LINKS_PORT_MAP_…`,
//! where `shop-ports` and `shop_ports` have one `DEP_SHOP_PORTS`: `FROM` tells them apart.

use crate::Missing;
use crate::files;
use crate::order;
use crate::source::Source;
use std::env;
use std::path::{Path, PathBuf};

const FORMAT: &str = "1";
const KEY: &str = "PORT_MAP_";
/// Between encoded names, none of which has it.
const BETWEEN: &str = "__";

/// A map that a dependency hands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Handed {
    /// What tells it from the others: the encoded names of its crate and of its file.
    id: String,
    path: PathBuf,
}

/// The maps that the dependency `name` hands on: its own, and those that it stands beside itself.
pub(crate) fn handed_on(name: &str) -> Result<Vec<Handed>, Missing> {
    let prefix = format!("DEP_{}_{KEY}", name.to_uppercase().replace('-', "_"));
    let from = format!("{}{BETWEEN}", encoded(name));
    let variables = env::vars_os().filter_map(|(key, value)| {
        let id = key.to_str()?.strip_prefix(&prefix)?.strip_prefix(&from)?;
        Some((id.to_owned(), value.to_string_lossy().into_owned()))
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

/// A map that was handed on. Of one that is no text there is what its own crate reports.
pub(crate) fn source(handed: &Handed) -> Result<Source, Missing> {
    let map = files::source(Path::new(""), &handed.path).map;
    map.or_else(|error| match error.report() {
        Some(report) => Ok(report.source.clone()),
        None => Err(Missing {
            what: "its map cannot be read",
            help: error.messages().join("; "),
        }),
    })
}

/// What to tell cargo of the map at `own` and of those that it stands beside.
pub(crate) fn instructions(own: &Path, seen: &[Handed]) -> Vec<String> {
    let watched = seen
        .iter()
        .map(|handed| format!("rerun-if-changed={}", handed.path.display()));
    let mut instructions: Vec<String> = watched.collect();
    if let Ok(links) = env::var("CARGO_MANIFEST_LINKS") {
        let from = encoded(&links);
        let stem = own.file_stem().unwrap_or_default().to_string_lossy();
        let own = Handed {
            id: format!("{from}{BETWEEN}{}", encoded(&stem)),
            path: own.to_owned(),
        };
        let handed = seen.iter().chain([&own]);
        instructions.extend(handed.map(|Handed { id, path }| {
            format!(
                "metadata={KEY}{from}{BETWEEN}{id}={FORMAT} {}",
                path.display()
            )
        }));
    }
    instructions
}

/// A name in the letters of an environment variable, from which it can be told again: cargo makes upper case of the
/// names of metadata and underscores of their hyphens. Lower-case letters and digits become upper case, all else `_`
/// and two digits for each byte.
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_lowercase() || byte.is_ascii_digit() {
            encoded.push(byte.to_ascii_uppercase().into());
        } else {
            encoded += &format!("_{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN, encoded};

    #[test]
    fn names_that_cargo_takes_for_one_are_told_apart() {
        let names = [
            "shop-ports",
            "shop_ports",
            "shop.ports",
            "Shop-ports",
            "shopports",
            "shop--ports",
        ];
        for (at, name) in names.iter().enumerate() {
            let name = encoded(name);
            assert_eq!(name, name.to_uppercase().replace('-', "_"));
            assert!(!name.contains(BETWEEN), "{name}");
            assert!(
                !names[..at].iter().any(|other| encoded(other) == name),
                "{name}"
            );
        }
    }
}
