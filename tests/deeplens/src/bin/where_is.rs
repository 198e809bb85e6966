//! Prints where endpoints are, by the environment: `where-is [NAME…]`, all of them without a name.

use deeplens_ports::{ports, resolve_all};
use std::process::ExitCode;

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let found: Vec<_> = names
        .iter()
        .filter_map(|name| ports::by_name(name))
        .collect();
    if names.is_empty() {
        return match resolve_all(ports::ALL) {
            Ok(addresses) => {
                println!("{} endpoints", addresses.len());
                ExitCode::SUCCESS
            }
            Err(error) => fail(&error),
        };
    }
    for endpoint in found {
        match (endpoint.resolve(), endpoint.listen()) {
            (Ok(address), Ok(listen)) => println!("{address} {listen}"),
            (Err(error), _) | (_, Err(error)) => return fail(&error),
        }
    }
    ExitCode::SUCCESS
}

fn fail(error: &deeplens_ports::ResolveError) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}
