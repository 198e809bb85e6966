//! Port entries, held against the docker client itself, which parses them before it looks for a daemon.

use deeplens_ports_cli::Scan;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use std::process::Command;
use test_scan::of;

/// An entry of a Compose file, in quotes.
fn scanned(entry: &str) -> Scan {
    let quoted = entry.replace('\\', "\\\\").replace('"', "\\\"");
    of(&[(
        "compose.yaml",
        &format!("services:\n  a:\n    ports:\n      - \"{quoted}\"\n"),
    )])
}

/// Whether docker takes it, as we say.
fn is_taken(scan: &Scan) -> bool {
    let zero = scan
        .cannot_know
        .iter()
        .any(|it| it.why.starts_with("port 0"));
    let by_docker_alone = scan
        .readers_disagree
        .iter()
        .any(|it| it.why.starts_with("`docker run` takes it"));
    !scan.bindings.is_empty() || zero || by_docker_alone
}

/// What the client says, where there is one.
fn docker(entry: &str) -> Option<bool> {
    let output = Command::new("docker")
        .args(["create", "--publish", entry, "none"])
        .env("DOCKER_HOST", "unix:///nonexistent")
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(said.contains("Cannot connect to the Docker daemon"))
}

#[track_caller]
fn agree(entry: &str) {
    let scan = scanned(entry);
    let said = scan.bindings.len() + scan.cannot_know.len() + scan.refused.len();
    assert!(said > 0, "`{entry}` passes in silence");
    if let Some(expected) = docker(entry) {
        assert_eq!(is_taken(&scan), expected, "`{entry}`: {scan:?}");
    }
}

#[test]
fn entries_that_somebody_wrote() {
    for entry in [
        "80",
        "8080:80",
        "80/udp",
        "80/TCP",
        "80/sctp",
        "80/",
        "80/tcp/x",
        "/80",
        "80:",
        ":80",
        "::80",
        "80-82",
        "80-82:80-82",
        "80-82:80",
        "80:80-82",
        "80-82:80-83",
        "82-80",
        "80-82-90",
        "-80",
        "80-",
        "0",
        "0:0",
        "8080:0",
        "0:80",
        "0-0:80",
        "65535:65535",
        "65536:80",
        "80:65536",
        "+80",
        " 80",
        "80 ",
        "8_080",
        "0x50",
        "08080:08080",
        "127.0.0.1:80:80",
        "127.0.0.1::80",
        "127.0.0.1:80",
        "127.1:80:80",
        "1.2.3.04:80:80",
        "256.0.0.1:80:80",
        "0.0.0.0:80:80/udp",
        "[::1]:80:80",
        "[::]::80",
        "[::1]:80",
        "[]:80:80",
        "[127.0.0.1]:80:80",
        "[::1:80:80",
        "::1]:80:80",
        "::1:80:80",
        ":::80:80",
        "[::ffff:1.2.3.4]:80:80",
        "[::1%lo]:80:80",
        "localhost:80:80",
        "*:80:80",
        "10.0.0.0/8:80:80",
        "80:80:80",
        "80:80:tcp",
        "80/tcp:80",
        "80:80/tcp:80",
        "a",
        "a:b",
        "",
        ":",
        "/",
        "-",
        "::",
        "80,81",
        "80;81",
        "8080:80/udp:",
        "http://localhost:80",
        "80:http",
        "80.0",
        "٨٠",
    ] {
        agree(entry);
    }
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0_u32..70_000).prop_map(|number| number.to_string()),
        1 => (0_u32..700).prop_map(|number| format!("0{number}")),
        1 => Just(String::new()),
        1 => "[0-9a-z+ _.-]{1,5}",
    ]
}

fn range() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => number(),
        2 => (0_u32..65_000, 0_u32..4).prop_map(|(first, more)| format!("{first}-{}", first + more)),
        1 => (number(), number()).prop_map(|(first, last)| format!("{first}-{last}")),
    ]
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<[u8; 4]>().prop_map(|ip| std::net::Ipv4Addr::from(ip).to_string()),
        2 => any::<[u16; 8]>().prop_map(|ip| format!("[{}]", std::net::Ipv6Addr::from(ip))),
        1 => any::<[u16; 8]>().prop_map(|ip| std::net::Ipv6Addr::from(ip).to_string()),
        1 => "[0-9a-f.:*\\[\\]]{1,8}",
    ]
}

fn entry() -> impl Strategy<Value = String> {
    let protocol =
        prop_oneof![3 => Just(String::new()), 2 => "/(tcp|udp|sctp|UDP)", 1 => "/[a-z0-9/]{0,5}"];
    let before = prop_oneof![
        2 => Just(String::new()),
        3 => range().prop_map(|host| format!("{host}:")),
        3 => (address(), range()).prop_map(|(ip, host)| format!("{ip}:{host}:")),
    ];
    (before, range(), protocol)
        .prop_map(|(before, inside, protocol)| format!("{before}{inside}{protocol}"))
}

#[test]
fn entries_that_nobody_thought_of() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..400 {
        let made = entry()
            .new_tree(&mut runner)
            .expect("an entry is made")
            .current();
        agree(&made);
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// What is written is what is read.
    #[test]
    fn a_good_entry_is_read_as_it_was_meant(
        ip in proptest::option::of(address().prop_filter("an address", |ip| ip.contains('.') || ip.starts_with('['))),
        host in 1_u16..=65_000, inside in 1_u16..=65_000, more in 0_u16..=9, is_udp in any::<bool>(),
    ) {
        prop_assume!(ip.as_ref().is_none_or(|ip| ip.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok()));
        let before = ip.as_ref().map_or(String::new(), |ip| format!("{ip}:"));
        let protocol = if is_udp { "/udp" } else { "" };
        let text = match more {
            0 => format!("{before}{host}:{inside}{protocol}"),
            _ => format!("{before}{host}-{}:{inside}-{}{protocol}", host + more, inside + more),
        };
        let scan = scanned(&text);
        prop_assert_eq!(scan.bindings.len(), usize::from(more) + 1);
        for (at, it) in (0..).zip(&scan.bindings) {
            prop_assert_eq!(it.host_port.map(|port| port.first()), Some(host + at));
            prop_assert_eq!(it.container_port.map(|port| port.first()), Some(inside + at));
            prop_assert_eq!(it.host_ip.as_deref(), ip.as_ref().map(|ip| ip.trim_matches(['[', ']'])));
            prop_assert_eq!(it.transport.as_str(), if is_udp { "udp" } else { "tcp" });
        }
    }
}
