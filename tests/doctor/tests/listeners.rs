//! Real sockets of every kind on ports of a map, seen by root and by an ordinary user.

use deeplens_ports::doctor::{self, Finding, State, Subject};
use deeplens_ports::{AnyEndpoint, Transport};
use serde_json::Value;
use socket2::{Domain, Protocol, Socket, Type};
use std::io::Read;
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::process::Command;
use test_doctor::{AS_NOBODY, Folder, Running, command, findings, is_root, left_out, ports};

const HOLDER: &str = env!("CARGO_BIN_EXE_holder");
const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

fn look(at: AnyEndpoint) -> Finding {
    doctor::check([at]).remove(0)
}

/// A child that another test has just forked has our sockets until it becomes another program.
#[track_caller]
fn is_free_soon(at: AnyEndpoint) {
    for _ in 0..500 {
        if look(at).state() == State::Free {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{:?}", look(at));
}

/// A look gives what is expected, see [`is_free_soon`].
#[track_caller]
fn is_soon<T: PartialEq + std::fmt::Debug>(expected: &T, look: impl Fn() -> T) {
    for _ in 0..500 {
        if look() == *expected {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert_eq!(look(), *expected);
}

/// What nobody sees of the same port; nothing where the tests cannot become nobody.
fn as_nobody(at: AnyEndpoint) -> Option<Value> {
    if !is_root() {
        left_out("what an ordinary user sees of root's sockets: this is not root");
        return None;
    }
    let folder = Folder::new();
    let checker = folder.program(CHECKER, "checker");
    Some(findings(command(AS_NOBODY, &checker), &[at.name()]).remove(0))
}

/// Whether the standard library can bind the port on every address that there is.
fn can_bind(port: u16) -> bool {
    let addresses = ["127.0.0.1", "0.0.0.0", "::1", "::"];
    addresses
        .iter()
        .all(|ip| match TcpListener::bind((*ip, port)) {
            Ok(_) => true,
            Err(error) => error.kind() != std::io::ErrorKind::AddrInUse,
        })
}

/// Whether it can, see [`is_free_soon`].
#[track_caller]
fn can_bind_soon(port: u16) {
    for _ in 0..500 {
        if can_bind(port) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{port} cannot be bound");
}

/// A listener of this process is on the port: it is foreign, and we are named.
#[track_caller]
fn is_ours_and_seen(at: AnyEndpoint, address: &str) {
    let finding = look(at);
    assert_eq!(finding.state(), State::Foreign, "{finding:?}");
    let holder = &finding.holders()[0];
    assert_eq!(holder.address().to_string(), address);
    assert!(holder.is_listening());
    let process = holder.process().expect("our own processes are shown");
    assert_eq!(process.pid(), std::process::id());
    assert!(
        process.name().starts_with("listeners"),
        "{}",
        process.name()
    );
    let Some(seen) = as_nobody(at) else { return };
    assert_eq!(seen["state"], "unknown", "{seen}");
    assert_eq!(seen["holders"][0]["pid"], Value::Null);
    assert_eq!(seen["holders"][0]["uid"], 0);
    assert_eq!(seen["holders"][0]["address"], address);
    let table = match at.transport() {
        Transport::Tcp => "-ltnp",
        Transport::Udp => "-lunp",
    };
    let reveal = format!("to see who it is: sudo ss {table} 'sport = :{}'", at.port());
    let advice = seen["advice"].as_array().expect("a list");
    assert!(advice.contains(&reveal.into()), "{seen}");
}

fn listener(at: AnyEndpoint, ip: &str, set: impl Fn(&Socket)) -> Socket {
    let address: SocketAddr = format!("{ip}:{}", at.port()).parse().expect("an address");
    let socket = Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::TCP),
    )
    .expect("a socket");
    set(&socket);
    socket.bind(&address.into()).expect("the port is free");
    socket.listen(8).expect("it listens");
    socket
}

#[track_caller]
fn tcp(at: AnyEndpoint, ip: &str, set: impl Fn(&Socket)) {
    is_free_soon(at);
    let socket = listener(at, ip, set);
    assert!(!can_bind(at.port()));
    is_ours_and_seen(at, &format!("{ip}:{}", at.port()));
    drop(socket);
    is_free_soon(at);
}

#[test]
fn tcp_on_127_0_0_1() {
    tcp(ports::TCP_V4_LOOPBACK.erase(), "127.0.0.1", |_| {});
}

#[test]
fn tcp_on_0_0_0_0() {
    tcp(ports::TCP_V4_ANY.erase(), "0.0.0.0", |_| {});
}

#[test]
fn tcp_on_the_loopback_of_ipv6() {
    tcp(ports::TCP_V6_LOOPBACK.erase(), "[::1]", |_| {});
}

#[test]
fn tcp_on_all_addresses_of_both_families() {
    tcp(ports::TCP_V6_ANY.erase(), "[::]", |socket| {
        socket.set_only_v6(false).expect("dual stack");
    });
}

#[test]
fn tcp_on_ipv6_alone() {
    tcp(ports::TCP_V6_ONLY.erase(), "[::]", |socket| {
        socket.set_only_v6(true).expect("IPv6 alone");
    });
}

/// With the option on both sides a second bind succeeds, and proves nothing.
#[test]
fn tcp_with_a_shared_port() {
    tcp(ports::REUSE_PORT.erase(), "127.0.0.1", |socket| {
        socket.set_reuse_port(true).expect("a shared port");
    });
}

#[track_caller]
fn udp(at: AnyEndpoint, ip: &str, only_v6: Option<bool>) {
    is_free_soon(at);
    let address: SocketAddr = format!("{ip}:{}", at.port()).parse().expect("an address");
    let socket = Socket::new(
        Domain::for_address(address),
        Type::DGRAM,
        Some(Protocol::UDP),
    )
    .expect("a socket");
    if let Some(only_v6) = only_v6 {
        socket.set_only_v6(only_v6).expect("the option");
    }
    socket.bind(&address.into()).expect("the port is free");
    is_ours_and_seen(at, &address.to_string());
    // TCP on the same number is another port.
    can_bind_soon(at.port());
}

#[test]
fn udp_on_127_0_0_1() {
    udp(ports::UDP_V4_LOOPBACK.erase(), "127.0.0.1", None);
}

#[test]
fn udp_on_0_0_0_0() {
    udp(ports::UDP_V4_ANY.erase(), "0.0.0.0", None);
}

#[test]
fn udp_on_all_addresses_of_both_families() {
    udp(ports::UDP_V6_ANY.erase(), "[::]", Some(false));
}

#[test]
fn udp_on_ipv6_alone() {
    udp(ports::UDP_V6_ONLY.erase(), "[::]", Some(true));
}

#[test]
fn a_connection_of_udp_holds_its_port() {
    let at = ports::UDP_CONNECTED.erase();
    let other = UdpSocket::bind("127.0.0.1:0").expect("a free port");
    let socket = UdpSocket::bind(("127.0.0.1", at.port())).expect("the port is free");
    socket
        .connect(other.local_addr().expect("an address"))
        .expect("UDP connects");
    let finding = look(at);
    assert_eq!(finding.state(), State::Held, "{finding:?}");
    assert_eq!(
        finding.holders()[0].process().map(doctor::Process::pid),
        Some(std::process::id())
    );
}

#[test]
fn a_socket_that_is_bound_and_does_not_listen_holds_its_port() {
    let at = ports::BOUND.erase();
    let address = SocketAddr::from(([127, 0, 0, 1], at.port()));
    let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP)).expect("a socket");
    socket.bind(&address.into()).expect("the port is free");
    assert!(!can_bind(at.port()));
    let finding = look(at);
    assert_eq!(finding.state(), State::Held, "{finding:?}");
    assert!(finding.holders().is_empty());
    assert_eq!(
        finding.summary(),
        "a socket is bound to it and does not listen; its process is not shown"
    );
    if let Some(seen) = as_nobody(at) {
        assert_eq!(seen["state"], "held", "{seen}");
    }
}

#[test]
fn a_connection_that_waits_for_its_end_does_not_hold_the_port() {
    let at = ports::TIME_WAIT.erase();
    let address = SocketAddr::from(([127, 0, 0, 1], at.port()));
    let listener = TcpListener::bind(address).expect("the port is free");
    let mut client = TcpStream::connect(address).expect("it accepts");
    // Who closes first waits.
    drop(listener.accept().expect("a connection"));
    let end = client.read(&mut [0]).expect("the end of the stream");
    assert_eq!(end, 0);
    drop(client);
    drop(listener);
    let table = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    let local = format!("0100007F:{:04X}", at.port());
    let waits = |row: &str| {
        row.split_whitespace().nth(1) == Some(&local) && row.split_whitespace().nth(3) == Some("06")
    };
    assert!(table.lines().any(waits), "{table}");
    can_bind_soon(at.port());
    let finding = look(at);
    assert_eq!(finding.state(), State::Free, "{finding:?}");
    assert!(finding.holders().is_empty());
}

#[test]
fn an_outgoing_connection_holds_its_local_port() {
    let at = ports::OUTGOING.erase();
    let server = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP)).expect("a socket");
    socket
        .bind(&SocketAddr::from(([127, 0, 0, 1], at.port())).into())
        .expect("the port is free");
    socket
        .connect(&server.local_addr().expect("an address").into())
        .expect("it accepts");
    // Closed without TIME_WAIT, so that the test can run again at once.
    socket
        .set_linger(Some(std::time::Duration::ZERO))
        .expect("the option");
    assert!(!can_bind(at.port()));
    let finding = look(at);
    assert_eq!(finding.state(), State::Held, "{finding:?}");
    let holder = &finding.holders()[0];
    assert!(!holder.is_listening());
    assert_eq!(
        holder.process().map(doctor::Process::pid),
        Some(std::process::id())
    );
    assert!(
        finding.summary().starts_with("a connection of listeners"),
        "{}",
        finding.summary()
    );
    if let Some(seen) = as_nobody(at) {
        assert_eq!(seen["state"], "held", "{seen}");
        assert_eq!(seen["holders"][0]["uid"], 0);
    }
}

/// The client closes first, without `SO_REUSEADDR`: its port cannot be bound for a minute, and nobody has it.
#[test]
fn a_closed_outgoing_connection_holds_its_local_port_for_a_while() {
    let at = ports::CLOSED.erase();
    let server = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP)).expect("a socket");
    let own = SocketAddr::from(([127, 0, 0, 1], at.port()));
    if socket.bind(&own.into()).is_err() {
        // It still waits for the end of the last run.
        let finding = look(at);
        assert_eq!(finding.state(), State::Held, "{finding:?}");
        assert!(finding.holders()[0].is_closed());
        return;
    }
    let address = server.local_addr().expect("an address");
    socket.connect(&address.into()).expect("it accepts");
    let (accepted, _) = server.accept().expect("a connection");
    drop(socket);
    drop(accepted);
    let finding = look(at);
    assert_eq!(finding.state(), State::Held, "{finding:?}");
    assert!(finding.holders()[0].is_closed());
    let text = "a closed connection: it keeps the port for up to a minute";
    assert_eq!(finding.summary(), text);
    assert!(!finding.advice().join(" ").contains("kill"));
}

/// A server of several processes is stopped as a whole.
#[test]
fn all_processes_of_a_port_are_named() {
    let at = ports::SHARED.erase();
    let address = SocketAddr::from(([0, 0, 0, 0], at.port()));
    let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP)).expect("a socket");
    socket.set_reuse_port(true).expect("a shared port");
    socket.bind(&address.into()).expect("the port is free");
    socket.listen(8).expect("it listens");
    let script = "import socket, sys\ns = socket.socket()\ns.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)\n\
                  s.bind(('0.0.0.0', int(sys.argv[1])))\ns.listen()\nprint('ready', flush=True)\nsys.stdin.read()";
    if !test_doctor::can(&["python3", "--version"]) {
        left_out("a port of two processes: there is no python3");
        return;
    }
    let mut command = Command::new("python3");
    command.args(["-c", script]);
    let other = Running::start(command, at.port());
    let finding = look(at);
    assert_eq!(finding.state(), State::Foreign, "{finding:?}");
    let mut pids = [std::process::id(), other.pid()];
    pids.sort_unstable();
    let stop = format!("to stop it: kill {} {}", pids[0], pids[1]);
    assert!(finding.advice().contains(&stop), "{:?}", finding.advice());
    assert!(
        finding.held_by().ends_with(" and 1 more"),
        "{}",
        finding.held_by()
    );
}

#[test]
fn a_listener_in_another_network_namespace_is_not_on_our_port() {
    let before = ["unshare", "--net"];
    if !test_doctor::can(&["unshare", "--net", "true"]) {
        left_out("a listener in another network namespace: none can be made");
        return;
    }
    let at = ports::OTHER_NAMESPACE.erase();
    let _holder = Running::start(command(&before, HOLDER.as_ref()), at.port());
    let finding = look(at);
    assert_eq!(finding.state(), State::Free, "{finding:?}");
    can_bind_soon(at.port());
}

#[test]
fn the_process_that_the_map_names_is_ours() {
    let at = ports::OWN_PROCESS.erase();
    let holder = Running::start(Command::new(HOLDER), at.port());
    let finding = look(at);
    assert_eq!(finding.state(), State::Ours, "{finding:?}");
    assert_eq!(
        finding.holders()[0].process().map(doctor::Process::pid),
        Some(holder.pid())
    );
    assert_eq!(finding.summary(), format!("holder (PID {})", holder.pid()));
    assert!(finding.advice().is_empty());
    drop(holder);
    is_free_soon(at);
}

#[test]
fn a_stranger_beside_the_service_is_foreign() {
    let at = ports::BESIDE.erase();
    let holder = Running::start(Command::new(HOLDER), at.port());
    let Ok(stranger) = TcpListener::bind(("::1", at.port())) else {
        left_out("two processes on one port: this machine has no IPv6");
        return;
    };
    let finding = look(at);
    assert_eq!(finding.state(), State::Foreign, "{finding:?}");
    // A child that another test forks has the socket too, until it runs its own program.
    let pids = |line: &&String| line.starts_with("held by ");
    let advice = finding.advice();
    let held = advice.iter().filter(pids).count();
    assert!(held >= 2, "{advice:?}");
    let mine = format!("(PID {})", std::process::id());
    let of = format!("(PID {})", holder.pid());
    for pid in [&mine, &of] {
        assert!(
            advice.iter().filter(pids).any(|line| line.contains(pid)),
            "{advice:?}"
        );
    }
    let stop = format!("kill {}", std::process::id());
    assert!(
        advice
            .iter()
            .any(|line| line.starts_with("to stop it: ") && line.contains(&stop)),
        "{advice:?}"
    );
    drop((stranger, holder));
}

#[test]
fn an_ordinary_user_sees_processes_of_its_own() {
    if !is_root() {
        left_out("a listener of another ordinary user: this is not root");
        return;
    }
    let at = ports::OWN_USER.erase();
    let folder = Folder::new();
    let program = folder.program(HOLDER, "holder");
    let holder = Running::start(command(AS_NOBODY, &program), at.port());
    let seen = as_nobody(at).expect("this is root");
    assert_eq!(seen["state"], "ours", "{seen}");
    assert_eq!(seen["holders"][0]["pid"], holder.pid());
    assert_eq!(seen["holders"][0]["uid"], test_doctor::NOBODY);
    // Root sees it as well.
    let finding = look(at);
    assert_eq!(finding.state(), State::Ours);
    assert_eq!(finding.holders()[0].uid(), Some(test_doctor::NOBODY));
}

#[test]
fn a_port_that_needs_privileges_is_not_permitted_to_an_ordinary_user() {
    let start = std::fs::read_to_string("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    let start: u16 = start
        .ok()
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or(0);
    if start < 2 || !is_root() {
        left_out("a port that needs privileges: there is none, or this is not root");
        return;
    }
    let folder = Folder::new();
    let checker = folder.program(CHECKER, "checker");
    let seen = findings(command(AS_NOBODY, &checker), &["1"]).remove(0);
    assert_eq!(seen["state"], "not-permitted", "{seen}");
    assert_eq!(seen["name"], Value::Null);
    assert_eq!(seen["holders"], Value::Array(Vec::new()));
    let expected = [
        "nobody is on it, and this user may not bind it".to_owned(),
        format!("ports below {start} need a privilege: 1 is one"),
        "for one program: sudo setcap cap_net_bind_service=+ep PROGRAM".to_owned(),
        "for every program: sudo sysctl net.ipv4.ip_unprivileged_port_start=1".to_owned(),
    ];
    assert_eq!(seen["advice"], Value::from(expected.to_vec()), "{seen}");
}

#[test]
fn a_map_that_names_no_process_does_not_make_a_holder_foreign() {
    let at = ports::NAMELESS.erase();
    let _listener = TcpListener::bind(("127.0.0.1", at.port())).expect("the port is free");
    let finding = look(at);
    assert_eq!(finding.state(), State::Unknown, "{finding:?}");
    let text = "the map does not say by `process` or `container` who should be";
    assert!(finding.summary().ends_with(text), "{}", finding.summary());
    // Root would see no more.
    let advice = finding.advice().concat();
    assert!(!advice.contains("sudo"), "{advice}");
}

#[test]
fn a_port_of_another_machine_is_not_looked_at() {
    let at = ports::ELSEWHERE.erase();
    let _listener = TcpListener::bind(("127.0.0.1", at.port())).expect("the port is free");
    let finding = look(at);
    assert_eq!(finding.state(), State::Unknown);
    assert!(finding.holders().is_empty());
    assert_eq!(
        finding.summary(),
        "it is on the host db.invalid, not on this machine"
    );
    // Whether they are free there is not known here.
    assert!(finding.free_alternatives().is_empty());
    let advice = finding.advice();
    assert_eq!(advice[2], "alternatives: 21882", "{advice:?}");
}

#[test]
fn a_range_is_looked_at_port_by_port() {
    let _listener = TcpListener::bind(("127.0.0.1", 21874)).expect("the port is free");
    let findings = doctor::check(doctor::Subject::of_range(ports::TENANTS.erase()));
    let states: Vec<(u16, State)> = findings.iter().map(|it| (it.port(), it.state())).collect();
    let expected = [
        (21872, State::Free),
        (21874, State::Foreign),
        (21876, State::Free),
    ];
    assert_eq!(states, expected);
    assert_eq!(findings[1].subject().name(), Some("tenants"));
}

#[test]
fn advice_names_the_way_out() {
    let at = ports::ALTERNATIVES.erase();
    let _listener = TcpListener::bind(("127.0.0.1", at.port())).expect("the port is free");
    let first = TcpListener::bind(("127.0.0.1", 21880)).expect("the port is free");
    let pid = std::process::id();
    let expected = [
        format!("to stop it: kill {pid}"),
        "commonly here: Others".into(),
        "mitigation: move it".into(),
        "free alternatives: 21881".into(),
        "the port is set in app/.env (PORT)".into(),
        "the server and its clients are told of another by DOCTOR_TEST_ALTERNATIVES_ADDR=:21881"
            .into(),
    ];
    // What holds it is before.
    let end = |advice: &[String]| advice[advice.len().saturating_sub(expected.len())..].to_vec();
    is_soon(&expected.to_vec(), || end(&look(at).advice()));
    assert!(look(at).advice()[0].starts_with("held by listeners"));
    is_soon(&vec![21881], || look(at).free_alternatives().to_vec());

    // Its server on the port of the map is the same; of one that was moved, the map knows no conflict.
    let server = |port| {
        doctor::check([Subject::server(at, port)])
            .remove(0)
            .advice()
    };
    is_soon(&expected.to_vec(), || end(&server(at.port())));
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let moved_to = elsewhere.local_addr().expect("an address").port();
    is_soon(&Some(expected[4].clone()), || {
        let moved = server(moved_to);
        let stop = moved.iter().position(|line| *line == expected[0])?;
        moved.get(stop + 1).cloned()
    });

    drop(first);
    is_soon(&vec![21880, 21881], || {
        look(at).free_alternatives().to_vec()
    });
}

#[test]
fn every_listener_of_the_machine_is_shown() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let all = doctor::listening().expect("the table can be read");
    let ours = all
        .iter()
        .find(|holder| holder.address() == address)
        .expect("ours is there");
    assert_eq!(
        ours.process().map(doctor::Process::pid),
        Some(std::process::id())
    );
    assert!(all.iter().all(doctor::Holder::is_listening));
    assert!(all.is_sorted_by_key(|holder| holder.address().port()));
}
