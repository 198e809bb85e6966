//! The clients and servers that people use, on the endpoints of the map.
//!
//! Prints what was reached, and by name what was not. With `--require NAME,…` it fails unless these were.

use clap::Parser;
use clients::{lines, reach};
use deeplens_ports::Address;
use std::process::ExitCode;

/// Reaches servers by the endpoints of the map.
#[derive(Debug, Parser)]
struct Arguments {
    /// What must be reached: redis, postgresql, nginx, axum, tonic.
    #[arg(long, value_delimiter = ',', value_name = "NAME")]
    require: Vec<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    show_lines();
    let results = [
        ("redis", reach::in_time(reach::redis()).await),
        ("postgresql", reach::in_time(reach::postgresql()).await),
        ("nginx", reach::in_time(reach::nginx()).await),
        ("axum", reach::in_time(reach::axum()).await),
        ("tonic", reach::in_time(reach::tonic()).await),
    ];
    let mut failed = false;
    for name in &arguments.require {
        if !results.iter().any(|(known, _)| known == name) {
            eprintln!("nothing is called {name}");
            failed = true;
        }
    }
    for (name, result) in results {
        let is_required = arguments.require.iter().any(|required| required == name);
        failed |= !report(name, result, is_required);
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Whether it is well: reached, or not required.
fn report(name: &str, result: reach::Result<Address>, is_required: bool) -> bool {
    match result {
        Ok(address) => {
            let (title, decided) = (address.title(), address.port_from());
            println!("reached  {name:10}  {address} ({title}, decided by {decided})");
            true
        }
        Err(error) if is_required => {
            eprintln!("FAILED   {name:10}  {error}");
            false
        }
        Err(error) => {
            println!("left out {name:10}  {error}");
            true
        }
    }
}

/// The clients that can be made without a server.
fn show_lines() {
    println!("http::Uri      {}", lines::http());
    println!("rskafka        {:?}", lines::rskafka());
    println!("rust-s3        {}", lines::s3().endpoint());
    println!(
        "clap           {}",
        lines::Arguments::parse_from(["example"]).port
    );
}
