//! The command `deeplens-ports`, built by cargo as a user would build it.

pub mod servers;

use serde_json::Value;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    /// What it printed for programs and people who read on.
    pub stdout: String,
    /// What it printed of errors.
    pub stderr: String,
    /// Its exit status.
    pub status: Option<i32>,
}

/// The command with no environment that matters to it, in the folder of this repository.
///
/// # Panics
///
/// Where it cannot be built.
#[must_use]
pub fn command(arguments: &[&str]) -> Command {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let mut command = Command::new(PROGRAM.get_or_init(program));
    command.args(arguments).current_dir(repository());
    let names = env::vars_os().map(|(name, _)| name);
    for name in names.filter(|name| name.to_string_lossy().starts_with("DEEPLENS_")) {
        command.env_remove(name);
    }
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// Runs the command.
///
/// # Panics
///
/// Where it cannot be started.
#[must_use]
pub fn run(arguments: &[&str]) -> Run {
    finish(command(arguments))
}

/// Runs a prepared command.
///
/// # Panics
///
/// Where it cannot be started.
#[must_use]
pub fn finish(mut command: Command) -> Run {
    let output = command.output().expect("the command starts");
    Run {
        stdout: String::from_utf8(output.stdout).expect("it prints UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("it prints UTF-8"),
        status: output.status.code(),
    }
}

impl Run {
    /// What it printed as JSON.
    ///
    /// # Panics
    ///
    /// Where that is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).expect("it prints JSON")
    }
}

fn repository() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .ancestors()
        .nth(2)
        .expect("tests/command is two folders down")
}

/// Whether the system's table has a row for what listens: that of wine has none, which is said in this variable.
#[must_use]
pub fn shows_holders() -> bool {
    env::var_os("NO_HOLDERS").is_none()
}

/// The one that was built before, where these tests run under a system that has no cargo.
fn program() -> PathBuf {
    let built = env::var_os("COMMAND_UNDER_TEST");
    built.map_or_else(build, PathBuf::from)
}

/// In the target folder of these tests, where most of it is built already.
fn build() -> PathBuf {
    let test = env::current_exe().expect("the test has a path");
    let profile = test
        .ancestors()
        .nth(2)
        .expect("tests are in target/PROFILE/deps");
    let target = profile.parent().expect("a profile is in the target folder");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "build",
            "--quiet",
            "--locked",
            "--package",
            "deeplens-ports-cli",
        ])
        .args(["--bin", "deeplens-ports"])
        .current_dir(repository())
        .env("CARGO_TARGET_DIR", target)
        .status();
    assert!(
        status.expect("cargo runs").success(),
        "the command can be built"
    );
    target.join("debug").join("deeplens-ports")
}
