//! Compiles the map of this crate.

fn main() {
    deeplens_ports_build::compile("ports.toml");
}
