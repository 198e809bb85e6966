//! `next`: the port that is found, and the map that it is written into.

use proptest::prelude::*;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use test_command::{Run, run};
use test_properties::{Model, arrangement, model, write};

/// Not this machine's, so that what runs here has no say.
const ELSEWHERE: &str = "192.0.2.1";

/// A map in a folder of its own.
struct Map {
    file: PathBuf,
    _folder: TempDir,
}

impl Map {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let file = folder.path().join("ports.toml");
        fs::write(&file, text).expect("files can be written");
        let _folder = folder;
        Self { file, _folder }
    }

    /// The sample, whose ports nothing here can hold.
    fn sample() -> Self {
        Self::new(&sample())
    }

    fn path(&self) -> &str {
        self.file.to_str().expect("a path in UTF-8")
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.file).expect("it is there")
    }

    fn next(&self, arguments: &[&str]) -> Run {
        run(&[&["next", "--map", self.path()], arguments].concat())
    }

    /// That the endpoint is added, and what the text is then.
    #[track_caller]
    fn added(&self, arguments: &[&str]) -> String {
        let added = self.next(&[arguments, &["--add"]].concat());
        assert_eq!(added.status, Some(0), "{}", added.stderr);
        let linted = run(&["lint", self.path()]);
        assert_eq!(linted.status, Some(0), "{}", linted.stderr);
        self.text()
    }

    /// The error of a usage that is refused, and that nothing was written.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> String {
        let before = self.text();
        let refused = self.next(arguments);
        assert_eq!(refused.status, Some(2), "{}", refused.stdout);
        assert_eq!(self.text(), before);
        refused.stderr.replace(self.path(), "ports.toml")
    }
}

fn sample() -> String {
    let text = include_str!("../next.toml");
    text.replace("localhost", ELSEWHERE)
}

#[track_caller]
fn compare(name: &str, shown: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}"));
    let compared = test_reports::compare(&file, shown);
    compared.unwrap_or_else(|difference| panic!("{difference}"));
}

#[test]
fn each_is_written_at_its_place() {
    let map = Map::sample();
    map.added(&["billing-api", "--group", "shop"]);
    map.added(&["search.grpc", "--protocol", "grpc"]);
    map.added(&["metrics", "--protocol", "udp"]);
    map.added(&["web"]);
    compare("next-added.toml", &map.text());
}

#[test]
fn what_is_printed() {
    let map = Map::sample();
    let shown = |arguments: &[&str]| {
        let run = map.next(arguments);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let command = arguments.join(" ");
        let output = run.stdout.replace(map.path(), "ports.toml");
        format!("$ deeplens-ports next {command}\n{output}\n")
    };
    let all = [
        shown(&[]),
        shown(&["billing-api", "--group", "shop"]),
        shown(&["billing-api", "--format", "json"]),
        shown(&["billing-api", "--add", "--group", "shop"]),
    ];
    compare("next.txt", &all.concat());
}

/// A rule's every port is passed over: that of another, an alternative, a reserved and a blocked one.
#[test]
fn every_rule_is_kept() {
    let port = |text: &str| {
        let json = Map::new(text).next(&["--format", "json"]).json();
        json[0]["port"].as_u64().expect("a port")
    };
    let map = |more: &str| {
        format!(
            "[map]\nname = 'M'\nhost = '{ELSEWHERE}'\n[services.a]\nport = 6664\nprotocol = 'http'\n{more}"
        )
    };
    assert_eq!(port(&map("")), 6663);
    let conflict = "conflict = { alternatives = [6663] }\n";
    assert_eq!(port(&map(conflict)), 6662);
    let reserved = "[[reserved]]\nports = '6000-6663'\n";
    assert_eq!(port(&map(reserved)), 6670);
    let range = "[policy]\nrange = '6664-6671'\n";
    assert_eq!(port(&map(range)), 6670);
}

#[test]
fn maps_beside_it_have_their_ports() {
    let text = "[map]\nname = 'M'\nbeside = ['other']\n[policy]\nrange = '24100-24101'\n";
    let other =
        Map::new("[map]\nname = 'O'\n[services.a]\nports = '24100-24101'\nprotocol = 'tcp'\n");
    let beside = format!("other={}", other.path());
    let none = Map::new(text).next(&["--beside", &beside]);
    assert_eq!(none.status, Some(1), "{}", none.stdout);
    assert!(
        none.stdout
            .starts_with("no port for http passes the rules of ")
    );
}

#[test]
fn what_is_held_here_is_passed_over() {
    let bound = (24_200..30_000).find_map(|port| {
        let listener = TcpListener::bind(("127.0.0.1", port)).ok()?;
        Some((port, listener))
    });
    let (port, listener) = bound.expect("a port is free");
    let text = format!("[map]\nname = 'M'\n[policy]\nrange = '{port}-{port}'\n");
    let map = Map::new(&text);
    let held = map.next(&[]);
    assert_eq!(held.status, Some(1), "{}", held.stderr);
    let note = format!("note: {port} is foreign here: ");
    assert!(
        held.stdout.contains(&note) || !test_command::shows_holders(),
        "{}",
        held.stdout
    );
    let json = map.next(&["--format", "json"]);
    assert_eq!((json.status, &*json.stdout), (Some(1), "[]\n"));
    drop(listener);
    let free = map.next(&[]);
    assert_eq!(free.stdout, format!("{port} is free\n"));
}

#[test]
fn what_cannot_be_added_is_refused() {
    let map = Map::sample();
    let inside = Map::new(
        "[map]\nname = 'M'\n[services.db]\ncontainer = 'm-db'\ncontainer-port = 5432\nprotocol = 'tcp'\n",
    );
    let refused = [
        map.refused(&["search", "--add"]),
        inside.refused(&["db"]),
        map.refused(&["search.grpc", "--group", "tools"]),
        map.refused(&["billing-api", "--group", "shops"]),
        map.refused(&["Search", "--add"]),
        map.refused(&["2nd", "--add"]),
        map.refused(&["--add"]),
        run(&["next", "billing-api", "--add", "--map", "deeplens"]).stderr,
    ];
    compare("next-refused.txt", &refused.join("\n"));
}

/// Not even by root, who could.
#[test]
fn a_read_only_file_is_refused() {
    let map = Map::sample();
    let mut permissions = fs::metadata(&map.file).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&map.file, permissions.clone()).expect("it is ours");
    let refused = map.refused(&["billing-api", "--add"]);
    assert!(
        refused.starts_with("error: failed to write `ports.toml`: "),
        "{refused}"
    );
}

/// A symbolic link that was checked out as text is no map to write over.
#[test]
fn a_file_with_the_path_of_another_is_refused() {
    let map = Map::sample();
    let link = map.file.with_file_name("link.toml");
    fs::write(&link, "ports.toml").expect("files can be written");
    let link = link.to_str().expect("a path in UTF-8");
    let refused = run(&["next", "billing-api", "--add", "--map", link]);
    assert_eq!(refused.status, Some(2));
    assert!(
        refused.stderr.contains("it is not the map itself"),
        "{}",
        refused.stderr
    );
    assert_eq!(fs::read_to_string(link).expect("it is there"), "ports.toml");
    assert_eq!(map.text(), sample());
}

#[cfg(unix)]
#[test]
fn a_link_stays_one_and_the_file_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let map = Map::sample();
    let mode = |file: &Path| {
        fs::metadata(file)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    fs::set_permissions(&map.file, fs::Permissions::from_mode(0o640)).expect("it is ours");
    let link = map.file.with_file_name("link.toml");
    std::os::unix::fs::symlink("ports.toml", &link).expect("links can be made");
    let link = link.to_str().expect("a path in UTF-8");
    let added = run(&["next", "billing-api", "--add", "--map", link]);
    assert_eq!(added.status, Some(0), "{}", added.stderr);
    assert!(map.text().contains("[services.billing-api]"));
    assert!(Path::new(link).is_symlink());
    assert_eq!(mode(&map.file), 0o640);
    let folder = map.file.parent().expect("it is in a folder");
    let files = fs::read_dir(folder).expect("it is there").count();
    assert_eq!(files, 2, "nothing is left over");
}

/// Whether the service has an endpoint without a name.
fn has_own(model: &Model, service: &str) -> bool {
    let mut services = model.services.iter().filter(|it| it.name == service);
    services.any(|it| it.endpoints.iter().any(|it| it.name.is_none()))
}

/// A line without its end.
fn content(line: &str) -> &str {
    line.trim_end_matches(['\r', '\n'])
}

/// Whether all of the lines are in the text, in their order.
fn are_kept(before: &str, after: &str) -> bool {
    let mut after = after.split_inclusive('\n');
    let mut lines = before.split_inclusive('\n');
    lines.all(|line| after.any(|it| it == line || (!line.ends_with('\n') && content(it) == line)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_compiles_and_has_the_port(
        model in model(),
        arrangement in arrangement(),
        protocol in proptest::sample::select(vec!["grpc", "http", "https", "tcp", "udp"]),
        endpoint in any::<bool>(),
        known in any::<bool>(),
    ) {
        let before = write(&model, arrangement);
        let map = Map::new(&before);
        let service = model.services.first().filter(|_| known).map_or("quite-new", |it| &it.name);
        let name = if endpoint || has_own(&model, service) { format!("{service}.quite-new") } else { service.to_owned() };
        let mut arguments = vec![&*name, "--protocol", protocol];
        if let Some((group, _)) = model.groups.last().filter(|_| service == "quite-new") {
            arguments.extend(["--group", group]);
        }
        let found = map.next(&[&arguments[..], &["--add", "--format", "json"]].concat());
        if found.status == Some(2) && name == service {
            // Its constant is another's.
            prop_assert!(found.stderr.contains("constant"), "{}", found.stderr);
            prop_assert_eq!(map.text(), before);
            return Ok(());
        }
        prop_assert_eq!(found.status, Some(0), "{}{}", before, found.stderr);
        let found = &found.json()[0];
        let after = map.text();
        let shown = run(&["show", "--map", map.path(), &name, "--format", "json"]);
        prop_assert_eq!(shown.status, Some(0), "{}{}", after, shown.stderr);
        let shown = &shown.json()[0];
        prop_assert_eq!(&shown["name"], &*name);
        prop_assert_eq!(&shown["port"], &found["port"]);
        prop_assert_eq!(&shown["protocol"], protocol);
        prop_assert!(are_kept(&before, &after), "{}\n=====\n{}", before, after);
        prop_assert_eq!(after.contains("\r\n"), arrangement.crlf);
        prop_assert_eq!(after.replace("\r\n", "").contains('\n'), !arrangement.crlf);
    }
}
