//! The map is what the files give. In a repository of yours, `deeplens-ports audit` holds the two together from then on.

use deeplens_ports_cli::{audit, import, Config, PortMap, Tree};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_map_is_what_the_files_give() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("ports.toml"))?.replace("\r\n", "\n");
    let files = ["compose.yaml", ".env"].map(PathBuf::from);
    let tree = Tree::read_from(root, &files)?;
    let imported = import(&tree, "ports.toml", None);
    assert_eq!(imported.map, text);
    assert!(imported.reported.is_empty(), "{:?}", imported.reported);
    let audit = audit(
        &tree,
        &PortMap::parse("ports.toml", &text)?,
        &Config::default(),
    );
    assert!(audit.agrees(), "{audit}");
    Ok(())
}
