//! A server of the test map, as a user writes one: it listens on the endpoint of a port, or says why it cannot.

use deeplens_ports::{AnyEndpoint, doctor};
use std::io::{self, Read, Write};
use std::net::TcpListener;
use test_doctor::ports;

fn main() -> io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok());
    let endpoint: Option<AnyEndpoint> = port.and_then(ports::by_port);
    let endpoint = endpoint.ok_or(io::ErrorKind::InvalidInput)?;
    match TcpListener::bind(endpoint.loopback()) {
        Ok(_listener) => {
            println!("ready");
            io::stdout().flush()?;
            io::stdin().read_to_end(&mut Vec::new()).map(drop)
        }
        Err(error) => {
            println!("{}", doctor::explain(endpoint, &error));
            Ok(())
        }
    }
}
