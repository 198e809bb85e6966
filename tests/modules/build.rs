//! Compiles the maps of `good` and the map of DeepLens.

fn main() {
    for map in ["empty", "full", "hostile"] {
        deeplens_ports_build::compile(format!("good/{map}.toml"));
    }
    deeplens_ports_build::compile("../../ports.toml");
}
