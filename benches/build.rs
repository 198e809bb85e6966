//! Compiles maps of three sizes, and the same tables for `phf`, where the lookups are measured.

#[path = "src/maps.rs"]
mod maps;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=src/maps.rs");
    if std::env::var_os("CARGO_FEATURE_LOOKUPS").is_none() {
        return;
    }
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    // Where `include_ports!` looks.
    let maps = Path::new(&out).join("port-maps");
    std::fs::create_dir_all(&maps).expect("OUT_DIR can be written");
    for count in [22, 1000, 10000] {
        let module =
            deeplens_ports_build::generate("big.toml", &maps::text(count)).expect("a valid map");
        std::fs::write(maps.join(format!("m{count}.rs")), module).expect("OUT_DIR can be written");
        std::fs::write(
            Path::new(&out).join(format!("phf{count}.rs")),
            tables(count),
        )
        .expect("OUT_DIR can be written");
    }
}

/// A perfect hash from port and from name to the place in `ALL`, and the same as sorted slices.
fn tables(count: usize) -> String {
    let (ports, names) = (maps::ports(count), maps::names(count));
    let mut by_port = phf_codegen::Map::new();
    let mut by_name = phf_codegen::Map::new();
    for (at, (port, name)) in ports.iter().zip(&names).enumerate() {
        by_port.entry(*port, at.to_string());
        by_name.entry(name.as_str(), at.to_string());
    }
    let mut sorted: Vec<(&String, usize)> = names.iter().zip(0..).collect();
    sorted.sort();
    format!(
        "pub static PORTS: phf::Map<u16, usize> = {};\npub static NAMES: phf::Map<&'static str, usize> = {};\n\
         pub static SORTED_PORTS: &[(u16, usize)] = &{:?};\npub static SORTED_NAMES: &[(&str, usize)] = &{sorted:?};\n",
        by_port.build(),
        by_name.build(),
        ports.iter().zip(0..).collect::<Vec<(&u16, usize)>>(),
    )
}
