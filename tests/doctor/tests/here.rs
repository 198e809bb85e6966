//! Which ports are on this machine.

use deeplens_ports::doctor::{self, State, Subject};
use std::net::TcpListener;
use test_doctor::ports;

#[test]
fn a_name_under_localhost_is_this_machine() {
    let at = ports::UNDER_LOCALHOST;
    assert!(Subject::from(at).is_here());
    assert!(!Subject::from(ports::ELSEWHERE).is_here());
    let _holder = TcpListener::bind(at.loopback()).expect("the port is free");
    let findings = doctor::check([at]);
    assert_eq!(findings[0].state(), State::Foreign);
}
