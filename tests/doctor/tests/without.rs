//! Machines that lack something: no `/proc`, no IPv6.

use std::process::Command;
use test_doctor::{Running, can, findings, left_out, ports};

const HOLDER: &str = env!("CARGO_BIN_EXE_holder");
const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

/// A checker after some lines of shell in namespaces of its own.
fn after(namespaces: &[&str], lines: &str) -> Command {
    let mut command = Command::new("unshare");
    let script = format!("{lines}\nexec \"$0\" \"$@\"");
    command
        .args(namespaces)
        .args(["sh", "-e", "-c", &script, CHECKER]);
    command
}

#[test]
fn without_proc_a_taken_port_is_not_free_and_nobody_is_named() {
    let lines = "mount -t tmpfs none /proc";
    if !can(&["unshare", "--mount", "sh", "-e", "-c", lines]) {
        left_out("a machine without /proc: no mount namespace can be made");
        return;
    }
    let at = ports::NO_PROC;
    let holder = Running::start(Command::new(HOLDER), at.port());
    let finding = findings(after(&["--mount"], lines), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert_eq!(
        finding["summary"],
        "it is in use, and its holder is not shown to this user"
    );
    drop(holder);
    let finding = findings(after(&["--mount"], lines), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "free", "{finding}");
}

#[test]
fn without_ipv6_ports_are_free_or_taken_all_the_same() {
    let lines = "ip link set lo up; echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6";
    if !can(&["unshare", "--net", "sh", "-e", "-c", lines]) {
        left_out(
            "a machine without IPv6: no network namespace can be made, or IPv6 not be switched off in it",
        );
        return;
    }
    let at = ports::NO_IPV6;
    let finding = findings(after(&["--net"], lines), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "free", "{finding}");
    let held = format!(
        "{lines}\n(sleep 1000 | {HOLDER} {}) > /dev/null 2>&1 &\nsleep 0.5",
        at.port()
    );
    // With the first process of its namespace, the others end.
    let alone = ["--net", "--pid", "--fork", "--mount-proc"];
    let finding = findings(after(&alone, &held), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "ours", "{finding}");
    let _ = Command::new("pkill").args(["-f", "sleep 1000$"]).status();
}
