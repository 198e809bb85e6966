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

/// The text of the map, for maps that stand beside it. Where symbolic links arrive as text, the file holds the path of
/// the map. What cannot be read was reported already.
#[cfg(feature = "map")]
fn keep_text() {
    let mut text = std::fs::read_to_string("ports.toml").unwrap_or_default();
    if let Ok(linked) = std::fs::read_to_string(text.trim()) {
        text = linked;
    }
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    let kept = std::path::Path::new(&out).join("ports.toml");
    std::fs::write(&kept, text).expect("OUT_DIR can be written");
}
