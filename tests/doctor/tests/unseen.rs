//! Ports that are taken by what has no process here, and what each user can see.

use serde_json::Value;
use socket2::{Domain, Protocol, Socket, Type};
use std::net::{SocketAddr, TcpListener};
use std::process::Command;
use test_doctor::{
    AS_NOBODY, Engines, Running, advises_to_stop, can, command, findings, is_root, left_out, ports,
};

const HOLDER: &str = env!("CARGO_BIN_EXE_holder");
const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

/// A checker after some lines of shell in namespaces of its own.
fn after(engines: &Engines, namespaces: &[&str], lines: &str) -> Command {
    let script = format!("{lines}\nexec \"$0\" \"$@\"");
    let shell = ["sh", "-e", "-c", &script];
    let before = [&["unshare"], namespaces, &shell].concat();
    engines.checker(&before, CHECKER.as_ref())
}

/// A socket that is bound with `SO_REUSEADDR`, as most servers bind, and does not listen.
fn bound(at: SocketAddr) -> Socket {
    let domain = Domain::for_address(at);
    let socket = Socket::new(domain, Type::STREAM, Some(Protocol::TCP)).expect("a socket");
    socket.set_reuse_address(true).expect("the option");
    socket.bind(&at.into()).expect("the port is free");
    socket
}

#[test]
fn a_socket_that_is_bound_to_be_reused_and_does_not_listen_holds_its_port() {
    let at = ports::REUSED;
    for ip in ["127.0.0.1", "0.0.0.0", "[::1]", "[::]"] {
        let address: SocketAddr = format!("{ip}:{}", at.port()).parse().expect("an address");
        let socket = bound(address);
        // The standard library can bind it, and a server that sets no option cannot.
        assert!(TcpListener::bind(address).is_ok());
        let plain =
            Socket::new(Domain::for_address(address), Type::STREAM, None).expect("a socket");
        assert!(plain.bind(&address.into()).is_err());
        let engines = Engines::new();
        let finding = findings(engines.checker(&[], CHECKER.as_ref()), &[at.name()]).remove(0);
        assert_eq!(finding["state"], "held", "{ip}: {finding}");
        assert!(!advises_to_stop(&finding), "{finding}");
        if is_root() {
            let checker = engines.folder().program(CHECKER, "checker");
            let seen = findings(engines.checker(AS_NOBODY, &checker), &[at.name()]).remove(0);
            assert_eq!(seen["state"], "held", "{ip}: {seen}");
        }
        drop(socket);
    }
}

#[test]
fn a_socket_of_the_kernel_is_explained_to_root() {
    let at = ports::KERNEL;
    let lines = format!(
        "ip link set lo up\nip link add deeplens type vxlan id 1 dstport {}\nip link set deeplens up",
        at.port()
    );
    if !can(&["unshare", "--net", "sh", "-e", "-c", &lines]) {
        left_out("a socket of the kernel: no network namespace can be made, or no VXLAN in it");
        return;
    }
    let engines = Engines::new();
    let finding = findings(after(&engines, &["--net"], &lines), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert!(!advises_to_stop(&finding), "{finding}");
    // Where a process may not be looked into even by root, it may be that one's.
    if finding["reason"] == "its process is not shown to this user, or is in a container" {
        left_out("what root sees of a socket of the kernel: this root does not see all");
        return;
    }
    kernels(&finding);
}

fn kernels(finding: &Value) {
    let reason =
        "no process has it: it is the kernel's, as of NFS or WireGuard, or of another namespace";
    assert_eq!(finding["reason"], reason, "{finding}");
    assert!(!finding["advice"].to_string().contains("sudo"), "{finding}");
}

#[test]
fn a_listener_among_other_processes_is_explained_to_root_and_not_to_others() {
    let at = ports::OTHER_PROCESSES;
    let alone = ["--pid", "--fork", "--mount-proc"];
    if !can(&["unshare", "--pid", "--fork", "--mount-proc", "true"]) {
        left_out("a listener of another namespace: none can be made");
        return;
    }
    let _holder = Running::start(Command::new(HOLDER), at.port());
    let engines = Engines::new();
    let finding = findings(after(&engines, &alone, ""), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "unknown", "{finding}");
    kernels(&finding);
    let nobody = engines.folder().program(CHECKER, "checker");
    let nobody = nobody.to_str().expect("a path in UTF-8");
    let as_nobody = [&["unshare"], &alone[..], AS_NOBODY].concat();
    let finding = findings(engines.checker(&as_nobody, nobody.as_ref()), &[at.name()]).remove(0);
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert_eq!(finding["holders"][0]["user"], "root");
    let reason = "its process is not shown to this user, or is in a container";
    assert_eq!(finding["reason"], reason);
    assert!(
        finding["advice"].to_string().contains("sudo ss -ltnp"),
        "{finding}"
    );
}

/// The kernel of WSL says so in its release; what is held in Windows has no row here, as what is bound and does not listen.
#[test]
fn on_wsl_a_port_without_a_row_may_be_held_in_windows() {
    let at = ports::WSL;
    let engines = Engines::new();
    let release = engines.folder().path("release");
    std::fs::write(&release, "6.6.87.2-microsoft-standard-WSL2\n").expect("a file");
    let lines = format!(
        "mount --bind {} /proc/sys/kernel/osrelease",
        release.display()
    );
    if !can(&["unshare", "--mount", "sh", "-e", "-c", &lines]) {
        left_out("WSL: no mount namespace can be made");
        return;
    }
    let look = || findings(after(&engines, &["--mount"], &lines), &[at.name()]).remove(0);
    let socket = bound(at.loopback());
    let finding = look();
    assert_eq!(finding["state"], "unknown", "{finding}");
    let windows = format!(
        "to see who it is, in Windows: netstat -ano | findstr :{}",
        at.port()
    );
    assert!(
        finding["advice"].to_string().contains(&windows),
        "{finding}"
    );
    drop(socket);
    // What is held here is seen, or hidden, as anywhere.
    if is_root() {
        let _holder = Running::start(Command::new(HOLDER), at.port());
        let nobody = engines.folder().program(CHECKER, "checker");
        let mut checker = after(
            &engines,
            &["--mount"],
            &format!(
                "{lines}\nexec {} \"$@\"",
                [AS_NOBODY, &[&nobody.to_string_lossy()]].concat().join(" ")
            ),
        );
        checker.arg(at.name());
        let seen = findings(checker, &[]).remove(0);
        assert!(
            seen["advice"].to_string().contains("sudo ss -ltnp"),
            "{seen}"
        );
    }
    let _holder = Running::start(command(&[], HOLDER.as_ref()), at.port());
    assert_eq!(look()["state"], "ours");
}
