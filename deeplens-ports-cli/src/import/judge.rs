//! What a map takes: the compiler is asked, so that its rules stand in one place.

use super::text::quoted;
use deeplens_ports_build as build;

/// Whether a container can be called so.
pub(super) fn is_container(name: &str) -> bool {
    let name = quoted(name);
    let service = "[services.x]\nport = 8080\nprotocol = \"tcp\"\ncontainer";
    read(&format!("{MAP}{service} = {name}\n")).is_some()
}

/// Whether a network of containers can be called so.
pub(super) fn is_network(name: &str) -> bool {
    read(&format!("{MAP}network = {}\n", quoted(name))).is_some()
}

/// Whether a Compose project can be called so.
pub(super) fn is_project(name: &str) -> bool {
    read(&format!("{MAP}project = {}\n", quoted(name))).is_some()
}

/// Whether variables can start with it.
pub(super) fn is_prefix(prefix: &str) -> bool {
    read(&format!("{MAP}env-prefix = {}\n", quoted(prefix))).is_some()
}

/// Whether a map of this name needs no prefix.
pub(super) fn gives_prefix(name: &str) -> bool {
    read(&format!("[map]\nname = {}\n", quoted(name))).is_some()
}

/// The project that a map of this name has.
pub(super) fn project(name: &str) -> String {
    let map = format!("[map]\nname = {}\nenv-prefix = \"X\"\n", quoted(name));
    read(&map).map_or(String::new(), |map| map.project().to_owned())
}

const MAP: &str = "[map]\nname = \"x\"\n";

fn read(text: &str) -> Option<build::Map> {
    build::read("", text).ok()
}
