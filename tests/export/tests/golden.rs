//! What the maps of this repository become.

use deeplens_ports_cli::export::{Export, Format, check};
use std::path::Path;
use test_export::{MAPS, map, new, targets};

#[test]
fn each_format_has_its_file_for_each_map() {
    let mut differences = Vec::new();
    for (name, file) in MAPS {
        let map = map(file);
        for (ending, wanted) in [
            (".env", Export::new(Format::Env, ".env")),
            ("-inside.env", Export::new(Format::Env, ".env").inside()),
            (".json", Export::new(Format::Json, "ports.json")),
            ("-targets.json", targets(map, false)),
            ("-targets-inside.json", targets(map, true)),
        ] {
            // Nothing of this map runs in a container.
            if name == "hostile" && ending == "-targets-inside.json" {
                continue;
            }
            let made = new(map, &wanted);
            assert_eq!(made, new(map, &wanted), "the same map gives the same bytes");
            check(map, &wanted, &made.text).unwrap_or_else(|error| panic!("{error}"));
            let path = Path::new(env!("CARGO_MANIFEST_DIR"));
            let path = path.join("golden").join(format!("{name}{ending}"));
            differences.extend(test_reports::compare(&path, &made.text).err());
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
