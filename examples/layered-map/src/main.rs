//! A crate with services of its own, beside those of DeepLens. The two maps have no port in common, or this crate
//! would not have been built.

use deeplens_ports::ports as deeplens;

/// The ports of the reranker.
pub mod ports {
    deeplens_ports::include_ports!();
}

fn main() {
    println!(
        "{} on {}",
        ports::RERANKER.title(),
        ports::RERANKER.loopback()
    );
    println!(
        "  asks {} at {}",
        ports::RANKING_MODEL.title(),
        ports::RANKING_MODEL
    );
    println!(
        "  serves {} at {}",
        deeplens::SEARCH_API.title(),
        deeplens::SEARCH_API
    );

    for endpoint in ports::ALL {
        if let (Some(name), Some(reason)) = (endpoint.same_as(), endpoint.deprecated()) {
            println!("  {} is {name} still: {reason}", endpoint.name());
        }
    }
}
