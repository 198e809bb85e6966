//! Compiles the map of DeepLens into the constants of `deeplens_ports::ports`.

fn main() {
    #[cfg(feature = "map")]
    deeplens_ports_build::compile("ports.toml");
    #[cfg(not(feature = "map"))]
    println!("cargo::rerun-if-changed=build.rs");
}
