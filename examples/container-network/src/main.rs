//! A client in a container of the shop. Without an argument it prints where everything is; with `ask` it asks each server
//! of the container network whether it is there.

use deeplens_ports::{ContainerEndpoint, Protocol, ResolveError};
use std::error::Error;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The ports of the shop.
pub mod ports {
    deeplens_ports::include_ports!();
}

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().nth(1).as_deref() == Some("ask") {
        ask_all()
    } else {
        Ok(print()?)
    }
}

fn print() -> Result<(), ResolveError> {
    println!("on the host:");
    for endpoint in ports::ALL {
        println!("  {:15} {}", endpoint.name(), endpoint.resolve()?);
    }
    println!(
        "on {} alone:",
        ports::map().network().unwrap_or("no network")
    );
    for endpoint in ports::CONTAINER_ENDPOINTS {
        println!("  {:15} {}", endpoint.name(), endpoint.resolve()?);
    }
    // A literal, as every address is.
    const ORDERS: &str = ports::ORDERS.url();
    println!("the orders are at {ORDERS}");
    Ok(())
}

fn ask_all() -> Result<(), Box<dyn Error>> {
    // PostgreSQL is asked for TLS, and says in one letter whether it has it.
    ask(ports::ORDERS, &[0, 0, 0, 8, 4, 210, 22, 47], b"N")?;
    // A broker of MQTT acknowledges a connection.
    let connect = b"\x10\x10\x00\x04MQTT\x04\x02\x00\x3c\x00\x04shop";
    ask(ports::BROKER_INSIDE, connect, b"\x20\x02\x00\x00")?;
    let upgrade =
        "GET / HTTP/1.1\r\nHost: shop-broker\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                   Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n\
                   Sec-WebSocket-Key: c2hvcHNob3BzaG9wc2hvcA==\r\n\r\n";
    ask(ports::BROKER_PAGES, upgrade.as_bytes(), b"HTTP/1.1 101")?;
    // What is published has a place on the network as well, by its port there.
    let get = b"GET / HTTP/1.0\r\n\r\n";
    let inside = ports::PROXY
        .container()
        .ok_or("the proxy has no container")?;
    ask(inside, get, b"HTTP/1.1 200")?;
    let inside = ports::BROKER_OUTSIDE.container();
    let inside = inside.ok_or("the broker has no container")?;
    ask(inside, connect, b"\x20\x02\x00\x00")?;
    Ok(())
}

/// Sends a question, of which the answer starts with what is expected.
fn ask<P: Protocol>(
    of: ContainerEndpoint<P>,
    question: &[u8],
    expected: &[u8],
) -> Result<(), Box<dyn Error>> {
    let address = of.resolve()?;
    let answer = |address| -> io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(question)?;
        let mut answer = vec![0; expected.len()];
        stream.read_exact(&mut answer)?;
        Ok(answer)
    };
    let answer = answer(&address).map_err(|error| format!("{address}: {error}"))?;
    if answer != expected {
        return Err(format!("{address} answers {:?}", answer.escape_ascii().to_string()).into());
    }
    println!("{:15} answers at {address}", of.name());
    Ok(())
}
