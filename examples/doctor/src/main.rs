//! A server whose port is taken: it says who holds the port, and what to do.
//!
//! So that there is something to see, the example takes the port itself first.

use deeplens_ports::doctor::{self, State};
use deeplens_ports::{ports, Endpoint, Http};
use std::net::TcpListener;
use std::process::ExitCode;

/// The service that this example plays.
const ME: Endpoint<Http> = ports::SEARCH_API;

fn main() -> ExitCode {
    println!("The ports of DeepLens that are not free:");
    for finding in doctor::check(ports::ALL) {
        if finding.state() != State::Free {
            let name = finding.subject().name().unwrap_or_default();
            println!("  {:5}  {name}: {}", finding.port(), finding.summary());
        }
    }

    // If somebody else has it already, so much the better.
    let somebody = TcpListener::bind(ME.loopback());

    println!("\nStarting {} on {}:", ME.title(), ME.loopback());
    let failed = match TcpListener::bind(ME.loopback()) {
        Ok(_) => false,
        Err(error) => {
            println!("{}", doctor::explain(ME, &error));
            true
        }
    };
    drop(somebody);
    if failed {
        ExitCode::SUCCESS
    } else {
        eprintln!("the port was taken twice");
        ExitCode::FAILURE
    }
}
