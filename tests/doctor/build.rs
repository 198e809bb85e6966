//! Compiles the map of the tests.

fn main() {
    deeplens_ports_build::compile("ports.toml");
}
