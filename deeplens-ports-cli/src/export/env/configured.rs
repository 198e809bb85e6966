//! The keys of a file that the map names as the place of a port.

use crate::export::address;
use deeplens_ports::{ConfiguredIn, Map, Named};
use std::collections::BTreeMap;

/// In the order of the keys. The error says which key cannot be written.
pub(super) fn lines(map: Map, file: &str, inside: bool) -> Result<Vec<(String, String)>, String> {
    let mut found: BTreeMap<&str, (&str, String)> = BTreeMap::new();
    for it in address::all(map).filter(|it| !address::is_alias(*it)) {
        for key in keys(it, file) {
            let value = value(it, key, inside)?;
            match found.get(key) {
                Some((_, known)) if *known == value => {}
                Some((other, _)) => {
                    let name = it.name();
                    return Err(format!(
                        "`{key}` of `{file}` is of both `{other}` and `{name}`, by `configured-in` of the map"
                    ));
                }
                None => drop(found.insert(key, (it.name(), value))),
            }
        }
    }
    if found.is_empty() {
        return Err(format!(
            "`configured-in` of the map names no key of `{file}`"
        ));
    }
    let lines = found.into_iter();
    Ok(lines
        .map(|(key, (_, value))| (key.to_owned(), value))
        .collect())
}

fn keys(it: Named, file: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    let places: &[ConfiguredIn] = match it {
        Named::Container(it) => it.configured_in(),
        Named::Endpoint(it) => it.configured_in(),
        Named::Range(it) => it.configured_in(),
    };
    let plain = |path: &str| path.replace('\\', "/").trim_start_matches("./").to_owned();
    let of_file = places
        .iter()
        .filter(move |place| plain(place.file()) == plain(file));
    of_file.filter_map(|place| place.key())
}

/// What a key says of an endpoint, by its last word.
fn value(it: Named, key: &str, inside: bool) -> Result<String, String> {
    let name = it.name();
    if !is_variable(key) {
        return Err(format!(
            "`{}` of `{name}` can be no variable",
            key.escape_debug()
        ));
    }
    let upper = key.to_ascii_uppercase();
    let address = || address::of(it, inside);
    let value = match upper.rsplit('_').next().unwrap_or_default() {
        "PORT" | "PORTS" if upper.ends_with("CONTAINER_PORT") => address::container_port(it),
        "PORT" | "PORTS" if upper.ends_with("HOST_PORT") => address::host_port(it),
        "PORT" | "PORTS" if inside => address::container_port(it).or(address::host_port(it)),
        "PORT" | "PORTS" => address::host_port(it).or(address::container_port(it)),
        "URL" | "URI" | "ENDPOINT" => address().map(|it| it.url.to_owned()),
        "ADDR" | "ADDRESS" => address().map(|it| it.authority.to_owned()),
        "HOST" => address().map(|it| it.host.to_owned()),
        _ => {
            return Err(format!(
                "`{key}` of `{name}` does not end in what it holds: PORT, URL, URI, ENDPOINT, ADDR, ADDRESS or HOST"
            ))
        }
    };
    let side = if inside {
        "between containers"
    } else {
        "of the host"
    };
    value.ok_or_else(|| format!("`{name}` has nothing {side} for `{key}`"))
}

fn is_variable(key: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    !key.is_empty() && key.chars().all(is_part) && !key.starts_with(|it: char| it.is_ascii_digit())
}
