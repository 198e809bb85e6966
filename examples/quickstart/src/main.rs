//! A service of DeepLens: it shows the map, listens on the port that the map gives it, and knows where its
//! neighbours are.

mod server;
mod table;

use deeplens_ports::{ports, Endpoint, Grpc, Http};
use std::net::TcpListener;
use std::process::ExitCode;

/// The service that this example plays.
const ME: Endpoint<Http> = ports::WHATSAPP_PROCESSOR;

/// A wrong protocol does not compile: `vectors(ports::QDRANT_HTTP)` is an error.
fn vectors(at: Endpoint<Grpc>) -> &'static str {
    at.url()
}

fn main() -> ExitCode {
    print!("{}", table::of(ports::ALL));

    println!("\nThe neighbours of {}:", ME.title());
    println!("  vectors   {}", vectors(ports::QDRANT_GRPC));
    println!("  cache     {}", ports::REDIS.url());
    println!("  database  {}", ports::POSTGRESQL.url());
    if let Some(inside) = ports::POSTGRESQL.container() {
        println!("            {inside} between containers");
    }

    let listener = match TcpListener::bind(ME.loopback()) {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("\n{}", server::why_not(ME.erase(), &error));
            return ExitCode::FAILURE;
        }
    };
    println!("\nListening on {}", ME.loopback());
    match server::ask_once(listener, ME) {
        Ok(answer) => {
            println!("GET {ME}/ answers: {answer}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("no answer from {ME}: {error}");
            ExitCode::FAILURE
        }
    }
}
