//! What the command prints of maps, as snapshots.

use std::path::Path;
use test_command::run;

/// Compares what is printed with `snapshots/NAME.txt`.
#[track_caller]
fn prints(name: &str, status: i32, arguments: &[&str]) {
    let run = run(arguments);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}.txt"));
    // Each system has its own words for it.
    let not_found = std::io::Error::from_raw_os_error(2).to_string();
    let shown = format!("{}{}", run.stdout, run.stderr);
    let shown = shown.replace(&not_found, "No such file or directory (os error 2)");
    let compared = test_reports::compare(&file, &shown);
    compared.unwrap_or_else(|difference| panic!("{difference}"));
    assert_eq!(run.status, Some(status));
    assert!(run.stdout.is_empty() || run.stderr.is_empty());
    let widest = run.stdout.lines().map(|line| line.chars().count()).max();
    assert!(
        arguments.contains(&"json") || widest.is_none_or(|width| width <= 100),
        "{shown}"
    );
}

const OWN: &str = "examples/own-map/ports.toml";
const INSIDE: &str = "examples/container-network/ports.toml";

#[test]
fn help() {
    prints("help", 0, &["--help"]);
    prints("help-check", 0, &["check", "--help"]);
    prints("help-lint", 0, &["lint", "--help"]);
    prints("help-next", 0, &["next", "--help"]);
}

#[test]
fn the_map_by_port() {
    prints("list", 0, &["list"]);
}

#[test]
fn the_map_by_group() {
    prints("list-group", 0, &["list", "--group"]);
}

#[test]
fn another_map() {
    prints("list-own", 0, &["list", "--map", OWN]);
    prints(
        "list-wide",
        0,
        &["list", "--map", "tests/command/check.toml"],
    );
}

#[test]
fn options_of_a_map_stand_before_the_command_as_well() {
    let after = run(&["show", "7011", "--map", OWN, "--format", "json"]);
    let before = run(&["--map", OWN, "--format", "json", "show", "7011"]);
    assert_eq!(before.stdout, after.stdout);
    assert_eq!(before.status, Some(0));
    prints("map-twice", 2, &["--map", OWN, "list", "--map", OWN]);
    prints("lint-map", 2, &["--map", OWN, "lint", OWN]);
    prints("man-format", 2, &["--format", "json", "man"]);
}

#[test]
fn everything_of_an_endpoint() {
    prints("show-name", 0, &["show", "qdrant.grpc"]);
    prints("show-constant", 0, &["show", "ports::SEARCH_API"]);
    prints("show-range", 0, &["show", "--map", OWN, "7011"]);
    prints("show-both", 0, &["show", "--map", OWN, "9090"]);
}

#[test]
fn everything_of_a_service_and_by_port() {
    prints("show-service", 0, &["show", "minio"]);
    assert_eq!(
        run(&["show", "6334"]).stdout,
        run(&["show", "qdrant.grpc"]).stdout
    );
}

#[test]
fn an_endpoint_as_json() {
    prints("show-json", 0, &["show", "grafana", "--format", "json"]);
    prints(
        "show-range-json",
        0,
        &["show", "--map", OWN, "sensors", "--format", "json"],
    );
}

#[test]
fn what_is_reached_on_the_container_network_alone() {
    prints("list-inside", 0, &["list", "--map", INSIDE]);
    prints(
        "list-inside-group",
        0,
        &["list", "--group", "--map", INSIDE],
    );
    prints("show-inside", 0, &["show", "broker", "--map", INSIDE]);
    let json = ["show", "orders", "--map", INSIDE, "--format", "json"];
    prints("show-inside-json", 0, &json);
    // Nothing of this machine is asked.
    prints("check-inside", 3, &["check", "--map", INSIDE, "orders"]);
    prints("test-inside", 3, &["test", "--map", INSIDE, "ORDERS"]);
    prints("lint-inside", 0, &["lint", INSIDE]);
    prints("unknown-inside", 2, &["show", "--map", INSIDE, "order"]);
    prints("unknown-port-inside", 2, &["show", "--map", INSIDE, "5432"]);
}

#[test]
fn what_is_not_there() {
    prints("unknown-name", 2, &["show", "qdrnt.grpc"]);
    prints("unknown-word", 2, &["check", "something-else"]);
    prints("unknown-port", 2, &["show", "1234"]);
    prints("unknown-port-udp", 2, &["show", "6379/UDP"]);
    prints("a-range", 2, &["test", "--map", OWN, "sensors"]);
    prints("reserved-port", 2, &["show", "--map", OWN, "7003"]);
    prints("reserved-port", 2, &["test", "--map", OWN, "7003"]);
    prints("invalid-port", 2, &["check", "70000"]);
    prints("invalid-transport", 2, &["check", "53/sctp"]);
    prints("missing-file", 2, &["list", "--map", "nowhere.toml"]);
    prints("invalid-timeout", 2, &["test", "redis", "--timeout", "0"]);
}

#[test]
fn maps_that_go_together() {
    prints(
        "lint",
        0,
        &["lint", "ports.toml", "examples/layered-map/ports.toml"],
    );
}

#[test]
fn maps_with_mistakes() {
    let bad = "tests/reports/bad/duplicate-port-two.toml";
    prints("lint-mistake", 2, &["lint", bad]);
    prints("map-mistake", 2, &["check", "--map", bad]);
    prints("lint-json", 2, &["lint", bad, "--format", "json"]);
    prints(
        "lint-twice",
        2,
        &["lint", OWN, "examples/../examples/own-map/ports.toml"],
    );
    prints("lint-endless", 2, &["lint", "/dev/zero"]);
    let new = "tests/reports/toml-1.0/inline-tables.toml";
    let all = ["lint", "--toml-1.0", "ports.toml", new];
    prints("lint-toml-1.0", 2, &all);
    assert_eq!(run(&["lint", new]).status, Some(0));
    let damaged = "tests/reports/bytes/utf-16-le.toml";
    prints("lint-damaged", 2, &["lint", damaged, bad]);
    prints("map-damaged", 2, &["list", "--map", damaged]);
    let json = ["lint", damaged, bad, "--format", "json"];
    prints("lint-damaged-json", 2, &json);
    prints("lint-meeting", 2, &["lint", "ports.toml", OWN]);
}

#[test]
fn what_is_not_published_is_taken_from_no_other_map() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("late.toml");
    let head = "[map]\nname = 'late'\nbeside = ['shop']\n[services.a]\nprotocol = 'tcp'\n";
    let beside = format!("shop={INSIDE}");
    let lint = |own: &str| {
        std::fs::write(&map, format!("{head}{own}\n")).expect("files can be written");
        let map = map.to_str().expect("a path in UTF-8");
        run(&["lint", map, "--beside", &beside]).status
    };
    assert_eq!(lint("port = 5432"), Some(0));
    assert_eq!(
        lint("container-port = 7180\ncontainer = 'shop-proxy'"),
        Some(0)
    );
    assert_eq!(lint("port = 7180"), Some(2));
}

#[test]
fn an_upstream_map_can_be_given() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("late.toml");
    let text = "[map]\nname = 'late'\nbeside = ['weather']\n[services.a]\nport = 9090\nprotocol = 'http'\n";
    std::fs::write(&map, text).expect("files can be written");
    let map = map.to_str().expect("a path in UTF-8");
    let alone = run(&["lint", map]);
    assert_eq!(alone.status, Some(2));
    assert!(
        alone
            .stderr
            .starts_with("error: unknown upstream map `weather`"),
        "{}",
        alone.stderr
    );
    let beside = run(&["lint", map, "--beside", &format!("weather={OWN}")]);
    assert_eq!(beside.status, Some(2));
    assert!(
        beside.stderr.starts_with("error: duplicate port `9090`"),
        "{}",
        beside.stderr
    );
    assert!(
        beside.stderr.contains("examples/own-map/ports.toml:"),
        "{}",
        beside.stderr
    );
    // One before the command, one after.
    let two = text.replace("'weather'", "'weather', 'deeplens'");
    std::fs::write(map, two.replace("9090", "6334")).expect("files can be written");
    let (weather, deeplens) = (format!("weather={OWN}"), "deeplens=ports.toml");
    let both = run(&["--beside", &weather, "lint", map, "--beside", deeplens]);
    assert!(
        both.stderr.starts_with("error: duplicate port `6334`"),
        "{}",
        both.stderr
    );
    std::fs::write(map, text.replace("9090", "9091")).expect("files can be written");
    let beside = run(&["lint", map, "--beside", &format!("weather={OWN}")]);
    assert_eq!(beside.status, Some(0), "{}", beside.stderr);
}

/// A symbolic link that was checked out as text holds the path of the map.
#[test]
fn a_link_that_is_a_text_is_followed() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let map = folder.path().join("maps/shop.toml");
    let link = folder.path().join("ports.toml");
    std::fs::create_dir(folder.path().join("maps")).expect("folders can be made");
    std::fs::write(&link, "maps/shop.toml").expect("files can be written");
    let text = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
    std::fs::write(&map, text).expect("files can be written");
    let link = link.to_str().expect("a path in UTF-8");
    let shown = link.replace('\\', "/");
    let listed = run(&["list", "--map", link]);
    assert!(listed.stdout.contains("8080  web"), "{}", listed.stderr);
    let linted = run(&["lint", link]);
    assert_eq!(linted.stdout, "1 map, 1 endpoint: no mistake\n");

    std::fs::write(&map, text.replace("8080", "0")).expect("files can be written");
    let linted = run(&["lint", link]);
    assert!(
        linted.stderr.contains(&format!(" --> {shown}:4:8")),
        "{}",
        linted.stderr
    );
    std::fs::remove_file(&map).expect("files can be removed");
    let linted = run(&["lint", link]);
    let text = format!("error: `{shown}` holds the text `maps/shop.toml` instead of a map");
    assert!(linted.stderr.starts_with(&text), "{}", linted.stderr);
}
