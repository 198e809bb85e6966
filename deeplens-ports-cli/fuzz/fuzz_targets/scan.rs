//! Any text under any name ends soon, has its places in the text, and shows no password.

#![no_main]

use deeplens_ports_cli::{Location, Scan, Tree, scan};
use libfuzzer_sys::fuzz_target;

/// One for each reader; the first byte of the input chooses.
const NAMES: [&str; 20] = [
    ".env",
    "compose.yaml",
    "compose.override.yaml",
    "launchSettings.json",
    "appsettings.json",
    "prometheus.yml",
    "otel.yaml",
    "service.yaml",
    "any.yaml",
    "any.json",
    "run.sh",
    "run.ps1",
    "run.cmd",
    "Makefile",
    "Dockerfile",
    "nginx.conf",
    "vite.config.ts",
    "README.md",
    "main.py",
    "compose.json",
];

/// Where a `@` follows: as passwords stand in URLs.
const SECRET: &str = "q7Zs3cretW0rd";
/// In the text where the password goes, with the rest of a URL around it.
const MARK: char = '\u{1}';

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let text = text.replace(MARK, &format!("postgres://shop:{SECRET}@db:5432/shop"));
    let env = format!("PORT=8080\nURL=postgres://shop:{SECRET}@db:5432/shop\n");
    let mut tree: Tree = [("folder/more.env", &*env)].into_iter().collect();
    if name != ".env" {
        tree.insert("folder/.env", &env);
    }
    let path = format!("folder/{name}");
    tree.insert(&path, &text);
    let found = scan(&tree);
    assert!(!format!("{found:?}").contains(SECRET), "{found:#?}");
    let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
    for location in locations(&found).filter(|location| *location.file == *path) {
        let shown = body.get(location.span.clone());
        assert!(shown.is_some(), "{location:?}");
        assert!(location.line >= 1 && location.column >= 1);
        assert!(body.split('\n').count() >= location.line, "{location:?}");
    }
});

fn locations(found: &Scan) -> impl Iterator<Item = &Location> {
    let bindings = found.bindings.iter();
    let bindings = bindings.flat_map(|it| std::iter::once(&it.location).chain(&it.container_location).chain(&it.also));
    let remarks = [&found.cannot_know, &found.refused, &found.readers_disagree];
    bindings
        .chain(found.references.iter().map(|it| &it.location))
        .chain(found.settings.iter().map(|it| &it.location))
        .chain(remarks.into_iter().flatten().map(|it| &it.location))
}
