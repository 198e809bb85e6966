//! Ports that this user may not bind, though nobody is on them.

use std::format;
use std::string::String;
use std::vec::Vec;

/// Why `port` may not be bound, and what allows it; where to move the server is said of every port.
pub(super) fn ways_out(port: u16) -> Vec<String> {
    if cfg!(windows) {
        let shown = "netsh int ipv4 show excludedportrange tcp";
        return Vec::from([format!("{port} is in an excluded range: {shown}")]);
    }
    let start = unprivileged_start();
    if port >= start {
        let policy = "a security policy of the system keeps it";
        return Vec::from([format!("{port} needs no privilege here: {policy}")]);
    }
    let mut lines = Vec::from([format!(
        "ports below {start} need a privilege: {port} is one"
    )]);
    if cfg!(target_os = "linux") {
        lines.push("for one program: sudo setcap cap_net_bind_service=+ep PROGRAM".into());
        let setting = format!("net.ipv4.ip_unprivileged_port_start={port}");
        lines.push(format!("for every program: sudo sysctl {setting}"));
    }
    lines
}

/// The first port that everybody may bind.
fn unprivileged_start() -> u16 {
    const USUAL: u16 = 1024;
    if !cfg!(target_os = "linux") {
        return USUAL;
    }
    let setting = std::fs::read_to_string("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    setting.map_or(USUAL, |text| text.trim().parse().unwrap_or(USUAL))
}
