//! The doctor beside the shell loop that it replaces, with some of the ports held.

use benches::{medians, ms};
use deeplens_ports::{doctor, ports};
use std::net::TcpListener;
use std::process::{Command, Stdio};

fn main() {
    let loop_ = format!(
        "for port in {}; do if lsof -i :$port > /dev/null 2>&1; then echo \"Port $port is in use\"; \
         else echo \"Port $port is available\"; fi; done",
        ports::ALL
            .iter()
            .map(|endpoint| endpoint.port().to_string())
            .collect::<Vec<_>>()
            .join(" ")
    );
    let program = std::env::args().nth(1).expect("the path of deeplens-ports");
    let _held: Vec<TcpListener> = [
        ports::REDIS.erase(),
        ports::GRAFANA.erase(),
        ports::SEARCH_API.erase(),
    ]
    .iter()
    .filter_map(|endpoint| TcpListener::bind(endpoint.loopback()).ok())
    .collect();
    let run = |command: &mut Command| {
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("it starts");
    };
    let times = medians(
        21,
        &mut [
            ("loop", &mut || {
                run(Command::new("bash").args(["-c", &loop_]))
            }),
            ("command", &mut || run(Command::new(&program).arg("check"))),
            ("library", &mut || drop(doctor::check(ports::ALL))),
        ],
    );
    println!("| what | time | of the loop |");
    println!("| --- | --- | --- |");
    for (name, time) in [
        "the loop with `lsof`",
        "`deeplens-ports check`",
        "`doctor::check`",
    ]
    .iter()
    .zip(&times)
    {
        println!(
            "| {name} | {} | 1/{:.0} |",
            ms(*time),
            times[0].as_secs_f64() / time.as_secs_f64()
        );
    }
}
