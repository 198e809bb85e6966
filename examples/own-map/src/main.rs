//! A system of its own. Its build script compiles `ports.toml`; this is all that it takes to use it.

use deeplens_ports::ResolveError;

/// The ports of the weather station.
pub mod ports {
    deeplens_ports::include_ports!();
}

fn main() -> Result<(), ResolveError> {
    println!("{}:", ports::map().name());
    for endpoint in ports::ALL {
        let (port, transport) = (endpoint.port(), endpoint.transport());
        println!(
            "  {port}/{transport}  {:17}  {}",
            endpoint.name(),
            endpoint.purpose()
        );
    }
    for range in ports::RANGES {
        println!("  {range}  {}", range.purpose());
    }
    match ports::SENSORS.get(3) {
        Some(port) => println!("the fourth sensor listens on {port}"),
        None => println!("there is no fourth sensor"),
    }
    // `WEATHER_READINGS_ADDR=cache:7000` moves them, and a bad value ends the program with what is wrong with it.
    println!("the readings are at {}", ports::READINGS.resolve()?);
    Ok(())
}
