//! What a server tells its user when its bind fails.

use deeplens_ports::{AnyEndpoint, doctor};
use std::io::{Error, ErrorKind};
use std::net::TcpListener;
use std::process::Command;
use test_doctor::{Folder, Running, ports};

const SERVER: &str = env!("CARGO_BIN_EXE_server");

#[test]
fn a_taken_port_is_explained_by_its_holder() {
    let at = ports::EXPLAINED;
    let _first = TcpListener::bind(at.loopback()).expect("the port is free");
    let error = TcpListener::bind(at.loopback()).expect_err("it is taken");
    let text = doctor::explain(at, &error);
    let lines: Vec<&str> = text.lines().collect();
    let pid = std::process::id();
    let port = at.port();
    assert_eq!(
        lines[0],
        format!("explained cannot listen on 127.0.0.1:{port}: {error}")
    );
    // A child that another test forks has the socket too, until it runs its own program.
    let own = format!("(PID {pid}) on 127.0.0.1:{port}");
    let is_own = |line: &&str| line.starts_with("  held by explained-") && line.ends_with(&own);
    assert!(lines.iter().any(is_own), "{text}");
    // What it runs, and where, is between.
    let stop = lines[lines.len() - 2];
    let pids = stop.strip_prefix("  to stop it: kill ").unwrap_or_default();
    assert!(pids.split(' ').any(|it| it == pid.to_string()), "{text}");
    assert_eq!(
        lines[lines.len() - 1],
        "  the server and its clients are told of another by DOCTOR_TEST_EXPLAINED_ADDR=:PORT"
    );
}

/// What a server says whose other instance has its port, in a folder of its own.
#[track_caller]
fn is_told_of_another_instance(at: AnyEndpoint) {
    let folder = Folder::new();
    let mut command = Command::new(SERVER);
    command.current_dir(folder.path("."));
    let first = Running::start(command, at.port());
    let second = Command::new(SERVER).arg(at.port().to_string()).output();
    let output = second.expect("programs can be started").stdout;
    let text = String::from_utf8(output).expect("it prints a text");
    let (pid, variable) = (first.pid(), at.variables().addr());
    let place = std::fs::canonicalize(folder.path(".")).expect("the folder is there");
    let expected = [
        format!(
            "  it runs already: server (PID {pid}) in {}",
            place.display()
        ),
        format!("  to stop it: kill {pid}"),
        format!("  the server and its clients are told of another by {variable}=:PORT"),
    ];
    assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), expected);
}

#[test]
fn another_instance_is_told_by_its_process_and_folder() {
    is_told_of_another_instance(ports::NAMED_TWICE.erase());
}

#[test]
fn another_instance_is_known_by_its_program_where_the_map_names_none() {
    is_told_of_another_instance(ports::NAMELESS_TWICE.erase());
}

/// A security policy can refuse the server's bind and not the doctor's.
#[test]
fn a_bind_that_is_not_permitted_names_its_number() {
    let error = Error::from(ErrorKind::PermissionDenied);
    let text = doctor::explain(ports::FREE, &error);
    let port = ports::FREE.port();
    let expected =
        format!("{port} needs no privilege here: a security policy of the system keeps it");
    assert_eq!(text.lines().nth(1).map(str::trim), Some(expected.as_str()));
}

#[test]
fn a_port_that_is_free_again_is_said_to_be() {
    let error = Error::from(ErrorKind::AddrInUse);
    let text = doctor::explain(ports::FREE, &error);
    assert!(
        text.ends_with("it was taken a moment ago and is free now: try again"),
        "{text}"
    );
}

#[test]
fn other_errors_are_told_as_they_are() {
    let error = Error::from(ErrorKind::OutOfMemory);
    let text = doctor::explain(ports::FREE, &error);
    assert_eq!(
        text,
        format!(
            "free cannot listen on {}: out of memory",
            ports::FREE.loopback()
        )
    );
}
