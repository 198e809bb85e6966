//! Prints what the doctor finds on ports: names of the test map, or numbers that are in no map.

use deeplens_ports::doctor::{self, Subject};
use deeplens_ports::{AnyEndpoint, Transport};
use test_doctor::ports;

fn main() -> Result<(), serde_json::Error> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let subjects = words.iter().map(|word| {
        let endpoint: Option<AnyEndpoint> = ports::by_name(word);
        let port = word.parse().unwrap_or_default();
        endpoint.map_or(Subject::any(port, Transport::Tcp), Subject::from)
    });
    let findings = doctor::check(subjects);
    println!("{}", serde_json::to_string(&findings)?);
    Ok(())
}
