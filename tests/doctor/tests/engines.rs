//! Ports that a container engine publishes, with programs that stand in for the engine and its relay.

use serde_json::Value;
use std::process::Command;
use test_doctor::{Folder, Running, findings, ports};

const HOLDER: &str = env!("CARGO_BIN_EXE_holder");
const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

/// What is found with the engines of the folder alone.
fn look(folder: &Folder, name: &str) -> Value {
    let mut checker = Command::new(CHECKER);
    let path = format!("{}:/bin:/usr/bin", folder.path("bin").display());
    // No engine of the machine may answer.
    checker
        .env("PATH", path)
        .env("XDG_RUNTIME_DIR", folder.path("run"));
    checker
        .env("DOCKER_HOST", "unix:///nonexistent")
        .env("CONTAINER_HOST", "unix:///nonexistent");
    findings(checker, &[name]).remove(0)
}

fn folder() -> Folder {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("bin")).expect("a folder");
    folder.script("bin/docker", "exit 1");
    folder.script("bin/podman", "exit 1");
    folder
}

/// podman publishes the port for a container.
fn publishes(folder: &Folder, container: &str, port: u16) {
    publishes_over(folder, container, port, "tcp");
}

fn publishes_over(folder: &Folder, container: &str, port: u16, transport: &str) {
    let json = format!(
        r#"[{{"Names": ["{container}"], "Ports": [{{"host_ip": "", "container_port": 80, "host_port": {port}, "range": 1, "protocol": "{transport}"}}]}}]"#
    );
    let arguments = r#"[ "$*" = "ps --format json" ] || exit 2"#;
    folder.script(
        "bin/podman",
        &format!("{arguments}\ncat <<'EOF'\n{json}\nEOF"),
    );
}

/// The usual socket of podman is there.
fn running(folder: &Folder) {
    std::fs::create_dir_all(folder.path("run/podman")).expect("a folder");
    std::fs::write(folder.path("run/podman/podman.sock"), "").expect("a file");
}

#[test]
fn a_relay_is_known_by_its_engine_alone() {
    let folder = folder();
    let at = ports::RELAY;
    let program = folder.program(HOLDER, "rootlessport");
    let relay = Running::start(Command::new(program), at.port());

    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert_eq!(finding["holders"][0]["pid"], relay.pid());
    let summary = finding["summary"].as_str().expect("a text");
    assert!(
        summary.ends_with("it passes connections on, and no container engine says to whom"),
        "{summary}"
    );
    // Nobody is told to stop a relay.
    assert!(
        !finding["advice"].to_string().contains("to stop it"),
        "{finding}"
    );

    publishes(&folder, "test-relay", at.port());
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "ours", "{finding}");
    assert_eq!(finding["summary"], "container test-relay of podman");

    publishes(&folder, "other", at.port());
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "foreign", "{finding}");
    assert_eq!(finding["container"]["name"], "other");
    assert!(
        finding["advice"]
            .to_string()
            .contains("to stop it: podman stop other"),
        "{finding}"
    );
}

#[test]
fn a_native_process_is_foreign_whatever_an_engine_says() {
    let folder = folder();
    let at = ports::SILENT_ENGINE;
    running(&folder);
    publishes(&folder, "test-silent-engine", at.port());
    let _native = Running::start(Command::new(HOLDER), at.port());
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "foreign", "{finding}");
    assert_eq!(finding["container"], Value::Null);
}

/// Engines that forward by address translation hold no socket.
#[test]
fn a_port_that_is_published_without_a_socket_is_not_free() {
    let folder = folder();
    let at = ports::PUBLISHED;
    publishes(&folder, "test-published", at.port());
    running(&folder);
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "ours", "{finding}");
    assert_eq!(finding["holders"], Value::Array(Vec::new()));
    publishes(&folder, "other", at.port());
    assert_eq!(look(&folder, at.name())["state"], "foreign");
    for (port, transport) in [
        (at.port() - 1, "tcp"),
        (at.port() + 1, "tcp"),
        (at.port(), "udp"),
    ] {
        publishes_over(&folder, "other", port, transport);
        let finding = look(&folder, at.name());
        assert_eq!(finding["state"], "free", "{port}/{transport}: {finding}");
    }
    folder.script("bin/podman", "echo nonsense");
    assert_eq!(look(&folder, at.name())["state"], "free");
}

#[test]
fn a_service_of_the_host_is_not_free_where_a_container_is_published() {
    let folder = folder();
    let at = ports::TRANSLATED;
    running(&folder);
    publishes(&folder, "other", at.port());
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "foreign", "{finding}");
}

#[test]
fn a_container_is_no_stranger_where_the_map_names_nobody() {
    let folder = folder();
    let at = ports::UNCLAIMED;
    running(&folder);
    publishes(&folder, "tenant", at.port());
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "unknown", "{finding}");
    let summary = "container tenant of podman: the map does not say by `process` or `container` who should be";
    assert_eq!(finding["summary"], summary);
    assert!(
        !finding["advice"].to_string().contains("to stop it"),
        "{finding}"
    );
}

#[test]
fn an_engine_that_answers_and_does_not_end_is_left_out() {
    let folder = folder();
    let at = ports::UNENDING;
    running(&folder);
    publishes(&folder, "test-unending", at.port());
    assert_eq!(look(&folder, at.name())["state"], "ours");
    let answer = std::fs::read_to_string(folder.path("bin/podman")).expect("a script");
    let body = answer.split_once('\n').map_or("", |(_, body)| body);
    folder.script("bin/podman", &format!("{body}\nexec >&-\nexec sleep 600"));
    assert_eq!(look(&folder, at.name())["state"], "free");
}

#[test]
fn an_engine_that_hangs_is_left_out() {
    let folder = folder();
    let at = ports::HUNG;
    // What it started holds the pipe open for longer than it lives itself.
    folder.script("bin/podman", "sleep 30 &\nwait");
    folder.script("bin/docker", "exec sleep 30");
    let program = folder.program(HOLDER, "conmon");
    let _relay = Running::start(Command::new(program), at.port());
    let finding = look(&folder, at.name());
    assert_eq!(finding["state"], "unknown", "{finding}");
}
