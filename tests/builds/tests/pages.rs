//! What rustdoc makes of a module.

use std::collections::BTreeSet;
use std::fs;
use test_builds::{Sandbox, quoted, repository};

const MAP: &str = r#"
[map]
name = "Shop"

[[reserved]]
ports = 7000

[groups.front]
title = "Front end"

[services.web]
title    = "Web"
group    = "front"
port     = 8080
protocol = "http"
purpose  = "zero\u200Bwidth and \uFEFFmark"

[services.web.endpoints.old]
same-as    = "web"
protocol   = "http"
deprecated = "use WEB"
"#;

#[test]
fn pages_have_facts_in_a_table_and_no_inner_modules() {
    let sandbox = Sandbox::new();
    let path = |name: &str| quoted(&repository().join(name));
    let dependencies = format!(
        "[dependencies]\ndeeplens-ports = {{ path = {}, default-features = false }}\n\n\
         [build-dependencies]\ndeeplens-ports-build = {{ path = {} }}\n",
        path("deeplens-ports"),
        path("deeplens-ports-build")
    );
    let files = [
        ("ports.toml", MAP),
        (
            "build.rs",
            "fn main() { deeplens_ports_build::compile(\"ports.toml\"); }",
        ),
        (
            "src/lib.rs",
            "//! Has pages.\n/// A map.\npub mod ports { deeplens_ports::include_ports!(); }\n",
        ),
    ];
    sandbox.package("with-pages", &dependencies, &files);
    let pages = repository().join("target/builds/doc/with_pages/ports");
    // Those of a run before; nothing is there the first time.
    let _ = fs::remove_dir_all(&pages);
    let arguments = ["doc", "--no-deps", "--document-private-items"];
    let _ = sandbox.cargo("with-pages", &arguments).passed();

    let entries = fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let modules: BTreeSet<String> = folders
        .map(|folder| folder.file_name().into_string().unwrap())
        .collect();
    let public = ["groups", "numbers", "services"].map(str::to_owned);
    assert_eq!(modules, BTreeSet::from(public));

    let page = fs::read_to_string(pages.join("constant.WEB.html")).unwrap();
    for expected in [
        "<th>endpoint</th><th><code>web</code></th>",
        "<td>port</td><td><code>8080</code></td>",
        "<td>purpose</td><td>zero&lt;U+200B&gt;width and &lt;U+FEFF&gt;mark</td>",
        "<code>SHOP_WEB_ADDR</code>, <code>SHOP_WEB_HOST</code>, <code>SHOP_HOST</code>",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert!(!page.contains("<th></th>"), "{page}");
}
