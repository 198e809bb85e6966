//! The test that a repository of yours can have.

use deeplens_ports_cli::{audit, Config, PortMap, Tree};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Here it finds something in every file; in a repository of yours it ends with `assert!(audit.agrees(), "{audit}")`.
#[test]
fn the_files_agree_with_the_map() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("shop");
    let map = PortMap::parse("ports.toml", &fs::read_to_string(root.join("ports.toml"))?)?;
    let tree = Tree::read_from(&root, &[PathBuf::from(".")])?;
    let audit = audit(&tree, &map, &Config::default());
    let mut rules: Vec<&str> = audit.errors().map(|it| it.rule().as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let expected = [
        "default-differs",
        "duplicate-binding",
        "missing-place",
        "read-differently",
        "refused",
        "unknown-host",
        "unlisted-port",
        "unlisted-target",
        "unneeded-ignore",
        "wrong-container-port",
        "wrong-owner",
        "wrong-port",
        "wrong-side",
    ];
    assert_eq!(rules, expected, "{audit}");
    assert!(!audit.to_string().contains("secret"), "{audit}");
    Ok(())
}
