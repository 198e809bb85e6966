//! Maps handed from crate to crate, by the metadata that cargo passes on from a dependency with a `links` key to
//! the build scripts of its dependents: <https://doc.rust-lang.org/cargo/reference/build-scripts.html#the-links-manifest-key>.
//!
//! A crate hands on its own map and those that it stands beside. For each it sets the metadata
//! `PORT_MAP_FROM__CRATE__MAP` to the number of this format, a blank, and the path of the map; `FROM` is its own `links`
//! value, `CRATE` that of the crate with the map. The build script of a dependent finds it as `DEP_LINKS_PORT_MAP_…`,
//! where `shop-ports` and `shop_ports` have one `DEP_SHOP_PORTS`: `FROM` tells them apart.

use crate::files;
use crate::order;
use crate::source::Source;
use std::env;
use std::path::Path;

const FORMAT: &str = "1";
const KEY: &str = "PORT_MAP_";
/// Between encoded names, none of which has it.
const BETWEEN: &str = "__";

/// A map that a dependency hands on.
#[derive(Clone, Debug)]
pub(crate) struct Handed {
    /// What tells it from the others: the encoded names of its crate and of its file.
    id: String,
    path: String,
}

/// Why a map was not found.
pub(crate) struct NotFound {
    pub(crate) what: &'static str,
    pub(crate) help: String,
}

/// The maps that the dependency `name` hands on: its own, and those that it stands beside itself.
pub(crate) fn handed_on(name: &str) -> Result<Vec<Handed>, NotFound> {
    // `FROM` alone tells whose it is: other tools than cargo put the name of the crate before it, or its version too.
    let key = format!("_{KEY}{}{BETWEEN}", encoded(name));
    let mut handed = Vec::new();
    for (variable, value) in env::vars_os() {
        let variable = variable.to_string_lossy();
        let Some((_, id)) = variable
            .split_once(&key)
            .filter(|(dep, _)| dep.starts_with("DEP_"))
        else {
            continue;
        };
        let value = value.to_string_lossy();
        let Some((FORMAT, path)) = value.split_once(' ') else {
            return Err(NotFound {
                what: "its map is handed on in a format of another release",
                help: format!("use one release of deeplens-ports-build here and in `{name}`"),
            });
        };
        handed.push(Handed {
            id: id.to_owned(),
            path: path.to_owned(),
        });
    }
    let mut handed = order::sorted(handed, |a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    handed.dedup_by(|a, b| a.id == b.id && a.path == b.path);
    if handed.is_empty() {
        let what = match name {
            "deeplens-ports" => "`deeplens-ports`, with its feature `map`,".to_owned(),
            _ => format!("`{name}`, a crate with a map and a `links` key,"),
        };
        let links = name.to_uppercase().replace('-', "_");
        return Err(NotFound {
            what: "no dependency hands on a map of this name",
            help: format!(
                "add {what} to `[dependencies]` of Cargo.toml; this script is told of its map by `DEP_{links}{key}…`"
            ),
        });
    }
    Ok(handed)
}

/// A map that was handed on. Of one that is no text there is what its own crate reports.
pub(crate) fn source(handed: &Handed) -> Result<Source, NotFound> {
    let map = files::source(Path::new(""), Path::new(&handed.path)).map;
    map.or_else(|error| match error.report() {
        Some(report) => Ok(report.source.clone()),
        None => Err(NotFound {
            what: "its map cannot be read",
            help: error.messages().pop().unwrap_or_default(),
        }),
    })
}

/// Whether one of the maps that were handed on was where this one is: a tool that builds all crates in one folder, one
/// after the other, leaves this one alone there.
pub(crate) fn is_replaced(seen: &[Handed], own: &Path) -> bool {
    seen.iter().any(|handed| Path::new(&handed.path) == own)
}

/// What to tell cargo of the map at `own` and of those that it stands beside.
pub(crate) fn instructions(own: &Path, seen: &[Handed]) -> Vec<String> {
    let mut instructions = Vec::new();
    for handed in seen {
        instructions.push(format!("rerun-if-changed={}", handed.path));
    }
    // Nix sets it for all crates.
    let links = env::var("CARGO_MANIFEST_LINKS").unwrap_or_default();
    if !links.is_empty() {
        let from = encoded(&links);
        let stem = own.file_stem().unwrap_or_default().to_string_lossy();
        let mut hand_on = |id: &str, path: &str| {
            instructions.push(format!("metadata={KEY}{from}{BETWEEN}{id}={FORMAT} {path}"));
        };
        for handed in seen {
            hand_on(&handed.id, &handed.path);
        }
        let id = format!("{from}{BETWEEN}{}", encoded(&stem));
        hand_on(&id, &own.to_string_lossy());
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
