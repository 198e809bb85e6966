//! The test that a repository of yours can have.

use deeplens_ports_cli::export::check;
use deeplens_ports_cli::{bridge, Config, PortMap};
use std::error::Error;
use std::fs;
use std::path::Path;

#[test]
fn the_files_are_what_the_map_says() -> Result<(), Box<dyn Error>> {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("shop");
    let text = fs::read_to_string(shop.join("ports.toml"))?;
    // A crate with a module of the map has this by `ports::map()`.
    let map = bridge(&deeplens_ports_build::read("ports.toml", &text)?);
    let config = fs::read_to_string(shop.join("deeplens-ports.toml"))?;
    let config = Config::parse(
        "deeplens-ports.toml",
        &config,
        &PortMap::parse("ports.toml", &text)?,
    )?;
    assert!(!config.exports().is_empty());
    for export in config.exports() {
        check(map, export, fs::read(shop.join(export.file()))?)?;
    }
    Ok(())
}
