//! What the map of DeepLens adds to a clean dev build of a service, by us and by static-toml, in time of the processors.
//! The service has proc macros of its own, so that cargo shares less than in a crate with nothing else.

use benches::{packages, repository};
use std::path::PathBuf;
use std::time::Duration;

const SERVICE: &str = include_str!("../../service/main.rs");

/// What such a service has anyhow.
const DEPENDENCIES: &str = "
axum = \"0.8\"
clap = { version = \"4.5\", features = [\"derive\"] }
serde = { version = \"1\", features = [\"derive\"] }
tokio = { version = \"1\", features = [\"macros\", \"net\", \"rt-multi-thread\"] }
";

struct Candidate {
    name: &'static str,
    package: PathBuf,
    least: Duration,
}

fn main() {
    let rounds = std::env::args().nth(1);
    let rounds = rounds.map_or(3, |rounds| rounds.parse().expect("a number of rounds"));
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let ours = repository().join("deeplens-ports");
    let ours = format!("deeplens-ports = {{ path = {ours:?} }}");
    let candidates = [
        ("nothing", "", "pub const PORT: u16 = 5000;"),
        (
            "static-toml",
            "static-toml = \"=1.3.0\"",
            "static_toml::static_toml! { const PORTS = include_toml!(\"ports.toml\"); }
            pub const PORT: u16 = PORTS.services.search_api.port as u16;",
        ),
        (
            "deeplens-ports",
            &ours,
            "pub const PORT: u16 = deeplens_ports::ports::SEARCH_API.port();",
        ),
    ];
    let mut candidates = candidates.map(|(name, dependency, port)| {
        let package = folder.path().join(name);
        let dependencies = format!("{DEPENDENCIES}{dependency}");
        let files = [("src/main.rs", SERVICE), ("src/port.rs", port)];
        packages::write(&package, &dependencies, &files);
        let least = Duration::MAX;
        Candidate {
            name,
            package,
            least,
        }
    });
    for _ in 0..rounds {
        for candidate in &mut candidates {
            let before = packages::spent();
            packages::build(&candidate.package);
            candidate.least = candidate.least.min(packages::spent() - before);
        }
    }
    print(&candidates);
}

fn print(candidates: &[Candidate]) {
    let added =
        |candidate: &Candidate| candidate.least.as_secs_f64() - candidates[0].least.as_secs_f64();
    println!("| service with | clean dev build, CPU | added | of static-toml |");
    println!("| --- | --- | --- | --- |");
    for candidate in candidates {
        let (least, more) = (candidate.least.as_secs_f64(), added(candidate));
        let ratio = more / added(&candidates[1]);
        println!(
            "| {} | {least:.1} s | {more:.1} s | {ratio:.2} |",
            candidate.name
        );
    }
}
