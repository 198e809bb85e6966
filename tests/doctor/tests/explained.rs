//! What a server tells its user when its bind fails.

use deeplens_ports::doctor;
use std::io::{Error, ErrorKind};
use std::net::TcpListener;
use test_doctor::ports;

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
    assert!(lines[1].starts_with("  held by explained-"), "{text}");
    assert!(
        lines[1].ends_with(&format!("(PID {pid}) on 127.0.0.1:{port}")),
        "{text}"
    );
    // What it runs, and where, is between.
    assert_eq!(lines[lines.len() - 2], format!("  to stop it: kill {pid}"));
    assert_eq!(
        lines[lines.len() - 1],
        "  the server and its clients are told of another by DOCTOR_TEST_EXPLAINED_ADDR=:PORT"
    );
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
