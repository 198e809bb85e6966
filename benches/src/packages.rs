//! Packages that are built from nothing.

use crate::{repository, succeeds};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Writes a package with the map of DeepLens in its folder, and downloads what it depends on.
pub fn write(package: &Path, dependencies: &str, files: &[(&str, &str)]) {
    let manifest = format!(
        "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[dependencies]\n{dependencies}\n\n[workspace]\n"
    );
    std::fs::create_dir_all(package.join("src")).expect("folders can be made");
    for (file, text) in [("Cargo.toml", manifest.as_str())].iter().chain(files) {
        std::fs::write(package.join(file), text).expect("files can be written");
    }
    std::fs::copy(repository().join("ports.toml"), package.join("ports.toml"))
        .expect("files can be copied");
    succeeds(&mut cargo(package, &["fetch"]));
}

/// A clean dev build.
pub fn build(package: &Path) {
    // Nothing is there the first time.
    let _ = std::fs::remove_dir_all(package.join("target"));
    succeeds(&mut cargo(package, &["build", "--offline"]));
}

fn cargo(package: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(arguments)
        .current_dir(package)
        .env("CARGO_TARGET_DIR", package.join("target"));
    command.env_remove("RUSTFLAGS").stdout(Stdio::null());
    command
}

/// The time that all processes took that this one has started and seen end, in user and system mode: proc(5).
pub fn spent() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("this is Linux");
    // The name, the second field, may hold anything.
    let (_, fields) = stat.rsplit_once(')').expect("a name in brackets");
    let times = fields.split_whitespace().skip(13).take(2);
    let ticks: u64 = times
        .map(|ticks| ticks.parse::<u64>().expect("a number"))
        .sum();
    // `sysconf(_SC_CLK_TCK)` is 100 wherever cargo runs on Linux.
    Duration::from_millis(ticks * 10)
}
