//! Compiles the map of DeepLens into the constants of `deeplens_ports::ports`.

fn main() {
    #[cfg(feature = "map")]
    {
        deeplens_ports_build::compile("ports.toml");
        keep_text();
    }
    #[cfg(not(feature = "map"))]
    println!("cargo::rerun-if-changed=build.rs");
}

/// The text of the map, for maps that stand beside it. What cannot be read or written was reported already.
#[cfg(feature = "map")]
fn keep_text() {
    let [package, out] = ["CARGO_MANIFEST_DIR", "OUT_DIR"].map(std::env::var_os);
    let (Some(package), Some(out)) = (package, out) else {
        return;
    };
    let text = deeplens_ports_build::load(std::path::Path::new(&package).join("ports.toml"));
    let kept = std::path::Path::new(&out).join("ports.toml");
    std::fs::write(&kept, text.unwrap_or_default()).expect("OUT_DIR can be written");
}
