//! Maps beside each other: what a dependency hands on, and what is said where it does not.

use test_builds::{Sandbox, quoted, repository};

const BUILD: &str = "fn main() {\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n";
const LIB: &str = "/// Ports.\npub mod ports {\n    deeplens_ports::include_ports!();\n}\n";

/// A map with one endpoint.
fn map(name: &str, beside: &str, port: u16) -> String {
    format!(
        "[map]\nname = \"{name}\"\nbeside = [{beside}]\n\n[services.{name}]\nport = {port}\nprotocol = \"http\"\n"
    )
}

fn compiler() -> String {
    let path = quoted(&repository().join("deeplens-ports-build"));
    format!("[build-dependencies]\ndeeplens-ports-build = {{ path = {path} }}\n")
}

/// The types under their own name or another, the map with them.
fn with_map(line: &str) -> String {
    let path = quoted(&repository().join("deeplens-ports"));
    format!(
        "[dependencies]\n{}\n\n{}",
        line.replace("PATH", &path),
        compiler()
    )
}

const PLAIN: &str = "deeplens-ports = { path = PATH }";

#[test]
fn a_port_of_the_upstream_map_is_a_duplicate_with_both_files_shown() {
    let sandbox = Sandbox::new();
    let text = map("beside-taken", "\"deeplens-ports\"", 6334);
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    sandbox.package("beside-taken", &with_map(PLAIN), &files);
    let broken = sandbox.cargo("beside-taken", &["build"]).failed();
    let upstream = repository()
        .join("deeplens-ports/ports.toml")
        .display()
        .to_string();
    let expected = format!(
        "\
error: duplicate port `6334`
   --> ports.toml:6:8
    |
  6 | port = 6334
    |        ^^^^ also used by `beside-taken`
    |
   ::: {upstream}:107:12
    |
107 | port     = 6334
    |            ---- first used here, by `qdrant.grpc` of `DeepLens`
    |
    = note: two TCP endpoints on `localhost` cannot listen on the same port
    = help: 6335 is free"
    );
    assert_eq!(broken.report().join("\n"), expected, "{}", broken.stderr);
    sandbox.edit("beside-taken/ports.toml", "6334", "6335");
    let _ = sandbox.cargo("beside-taken", &["build"]).passed();
    assert_eq!(
        sandbox
            .cargo("beside-taken", &["build", "-v"])
            .passed()
            .count("Fresh beside-taken"),
        1
    );
}

#[test]
fn a_renamed_dependency_hands_its_map_on() {
    let sandbox = Sandbox::new();
    let text = map("beside-renamed", "\"deeplens-ports\"", 6334);
    let lib = LIB.replace("deeplens_ports::", "lens::");
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", lib.as_str()),
    ];
    let renamed = with_map("lens = { package = \"deeplens-ports\", path = PATH }");
    sandbox.package("beside-renamed", &renamed, &files);
    let broken = sandbox.cargo("beside-renamed", &["build"]).failed();
    assert_eq!(broken.report()[0], "error: duplicate port `6334`");
    sandbox.edit("beside-renamed/ports.toml", "6334", "6335");
    let _ = sandbox.cargo("beside-renamed", &["build"]).passed();
}

#[test]
fn without_the_map_the_error_says_what_to_add() {
    let sandbox = Sandbox::new();
    let text = map(
        "beside-nothing",
        "\"deeplens-ports\", \"other-system\"",
        6334,
    );
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    let types_alone = "deeplens-ports = { path = PATH, default-features = false }";
    sandbox.package("beside-nothing", &with_map(types_alone), &files);
    let broken = sandbox.cargo("beside-nothing", &["build"]).failed();
    let expected = "\
error: unknown upstream map `deeplens-ports`
 --> ports.toml:3:11
  |
3 | beside = [\"deeplens-ports\", \"other-system\"]
  |           ^^^^^^^^^^^^^^^^ no dependency hands on a map of this name
  |
  = help: add `deeplens-ports`, with its feature `map`, to `[dependencies]` of Cargo.toml; this script is told of its \
          map by `DEP_DEEPLENS_PORTS_PORT_MAP_DEEPLENS_2DPORTS__…`
error: unknown upstream map `other-system`
 --> ports.toml:3:29
  |
3 | beside = [\"deeplens-ports\", \"other-system\"]
  |                             ^^^^^^^^^^^^^^ no dependency hands on a map of this name
  |
  = help: add `other-system`, a crate with a map and a `links` key, to `[dependencies]` of Cargo.toml; this script is \
          told of its map by `DEP_OTHER_SYSTEM_PORT_MAP_OTHER_2DSYSTEM__…`";
    assert_eq!(broken.report().join("\n"), expected, "{}", broken.stderr);
}

#[test]
fn a_dev_dependency_hands_nothing_on() {
    let sandbox = Sandbox::new();
    let text = map("beside-dev", "\"deeplens-ports\"", 6334);
    // The types are there in tests alone, too.
    let lib = format!("#[cfg(test)]\nmod tests {{\n{LIB}}}\n");
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", lib.as_str()),
    ];
    let dev = with_map(PLAIN).replace("[dependencies]", "[dev-dependencies]");
    sandbox.package("beside-dev", &dev, &files);
    let broken = sandbox.cargo("beside-dev", &["test", "--no-run"]).failed();
    assert_eq!(
        broken.report()[0],
        "error: unknown upstream map `deeplens-ports`"
    );
}

#[test]
fn a_third_level_sees_every_map_once() {
    let sandbox = Sandbox::new();
    let middle = |name: &str, port| {
        let text = map(name, "\"deeplens-ports\"", port);
        let files = [
            ("ports.toml", text.as_str()),
            ("build.rs", BUILD),
            ("src/lib.rs", LIB),
        ];
        sandbox.package(name, &with_map(PLAIN), &files);
        sandbox.edit(
            &format!("{name}/Cargo.toml"),
            "edition = ",
            &format!("links = \"{name}\"\nedition = "),
        );
    };
    middle("left-level", 8010);
    middle("right-level", 8011);
    let levels =
        ["left-level", "right-level"].map(|name| format!("{name} = {{ path = '../{name}' }}"));
    let text = map("third-level", "\"left-level\", \"right-level\"", 6334)
        + "[services.a]\nport = 8010\nprotocol = \"tcp\"\n[services.b]\nport = 8011\nprotocol = \"tcp\"\n";
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    sandbox.package(
        "third-level",
        &with_map(&format!("{PLAIN}\n{}", levels.join("\n"))),
        &files,
    );
    let broken = sandbox.cargo("third-level", &["build"]).failed();
    let report = broken.report();
    let titles: Vec<&&str> = report
        .iter()
        .filter(|line| line.starts_with("error: "))
        .collect();
    assert_eq!(
        titles,
        [
            &"error: duplicate port `6334`",
            &"error: duplicate port `8010`",
            &"error: duplicate port `8011`",
        ],
        "{}",
        broken.stderr
    );
    for holder in [
        "`qdrant.grpc` of `DeepLens`",
        "`left-level` of `left-level`",
        "`right-level` of `right-level`",
    ] {
        assert_eq!(
            broken.count(&format!("first used here, by {holder}")),
            1,
            "{}",
            broken.stderr
        );
    }
    sandbox.edit("third-level/ports.toml", "6334", "6400");
    sandbox.edit("third-level/ports.toml", "8010", "8012");
    sandbox.edit("third-level/ports.toml", "8011", "8013");
    let _ = sandbox.cargo("third-level", &["build"]).passed();

    // A change two levels up is seen.
    sandbox.edit("left-level/ports.toml", "8010", "8013");
    let broken = sandbox.cargo("third-level", &["build"]).failed();
    assert_eq!(
        broken.report()[0],
        "error: duplicate port `8013`",
        "{}",
        broken.stderr
    );
}

/// To cargo, `links = "shop-ports"` and `"shop_ports"` are two, and have one variable.
#[test]
fn links_that_differ_in_a_hyphen_are_two_maps() {
    let sandbox = Sandbox::new();
    for (name, links, port) in [
        ("hyphen-shop", "shop-ports", 8020),
        ("under-shop", "shop_ports", 8021),
    ] {
        let text = map(name, "", port);
        let files = [
            ("ports.toml", text.as_str()),
            ("build.rs", BUILD),
            ("src/lib.rs", LIB),
        ];
        sandbox.package(name, &with_map(PLAIN), &files);
        let manifest = format!("{name}/Cargo.toml");
        sandbox.edit(
            &manifest,
            "edition = ",
            &format!("links = \"{links}\"\nedition = "),
        );
    }
    let both = "hyphen-shop = { path = '../hyphen-shop' }\nunder-shop = { path = '../under-shop' }";
    let dependencies = with_map(&format!("{PLAIN}\n{both}"));
    let text = map("beside-links", "\"shop-ports\", \"shop_ports\"", 8020)
        + "[services.b]\nport = 8021\nprotocol = \"tcp\"\n";
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    sandbox.package("beside-links", &dependencies, &files);
    let broken = sandbox.cargo("beside-links", &["build"]).failed();
    for (port, holder) in [(8020, "hyphen-shop"), (8021, "under-shop")] {
        let text = &broken.stderr;
        assert_eq!(
            broken.count(&format!("error: duplicate port `{port}`")),
            1,
            "{text}"
        );
        assert_eq!(
            broken.count(&format!("first used here, by `{holder}`")),
            1,
            "{text}"
        );
    }

    // The map of one is not taken for the map of the other.
    sandbox.edit(
        "beside-links/Cargo.toml",
        "under-shop = { path = '../under-shop' }",
        "",
    );
    let broken = sandbox.cargo("beside-links", &["build"]).failed();
    assert_eq!(
        broken.count("error: unknown upstream map `shop_ports`"),
        1,
        "{}",
        broken.stderr
    );
}

#[test]
fn reservations_of_the_upstream_map_hold() {
    let sandbox = Sandbox::new();
    let text = "[map]\nname = \"up\"\n\n[[reserved]]\nports = \"7100-7199\"\nreason = \"later\"\n";
    let files = [
        ("ports.toml", text),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    sandbox.package("reserving", &with_map(PLAIN), &files);
    sandbox.edit(
        "reserving/Cargo.toml",
        "edition = ",
        "links = \"reserving\"\nedition = ",
    );
    let text = map("reserved-for", "\"reserving\"", 7150);
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    let dependencies = with_map(&format!("{PLAIN}\nreserving = {{ path = '../reserving' }}"));
    sandbox.package("reserved-for", &dependencies, &files);
    let broken = sandbox.cargo("reserved-for", &["build"]).failed();
    assert_eq!(
        broken.report()[0],
        "error: port `7150` reserved",
        "{}",
        broken.stderr
    );
    assert_eq!(broken.count("reserved here: later"), 1, "{}", broken.stderr);
    sandbox.edit(
        "reserved-for/ports.toml",
        "protocol",
        "allow = [\"reserved-port\"]\nprotocol",
    );
    let _ = sandbox.cargo("reserved-for", &["build"]).passed();
}

/// It is told of in the crate that it is the map of, and there alone.
#[test]
fn an_upstream_map_that_is_damaged_is_told_once() {
    let sandbox = Sandbox::new();
    let text = map("damaged-above", "", 8030);
    let files = [
        ("ports.toml", text.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    sandbox.package("damaged-above", &with_map(PLAIN), &files);
    sandbox.edit(
        "damaged-above/Cargo.toml",
        "edition = ",
        "links = \"damaged-above\"\nedition = ",
    );
    let below = map("damaged-below", "\"damaged-above\"", 8030);
    let files = [
        ("ports.toml", below.as_str()),
        ("build.rs", BUILD),
        ("src/lib.rs", LIB),
    ];
    let dependencies = with_map(&format!(
        "{PLAIN}\ndamaged-above = {{ path = '../damaged-above' }}"
    ));
    sandbox.package("damaged-below", &dependencies, &files);
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(sandbox.path("damaged-above/ports.toml"), utf_16).unwrap();
    let broken = sandbox
        .cargo("damaged-below", &["build", "--keep-going"])
        .failed();
    let titles = broken
        .stderr
        .lines()
        .filter(|line| line.starts_with("error"));
    let expected = [
        "error: expected UTF-8, found UTF-16",
        "error: could not compile `damaged-above` (lib) due to 1 previous error",
    ];
    assert_eq!(titles.collect::<Vec<_>>(), expected, "{}", broken.stderr);
}
