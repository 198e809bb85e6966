//! A folder with packages, and cargo in it.

use serde_json::Value;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The folder of this repository.
#[must_use]
pub fn repository() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .ancestors()
        .nth(2)
        .expect("tests/builds is two folders down")
        .to_owned()
}

/// A path as a TOML string.
#[must_use]
pub fn quoted(path: &Path) -> String {
    format!("'{}'", path.display())
}

/// A folder of its own, outside of the repository, that goes when the test ends.
#[derive(Debug)]
pub struct Sandbox {
    folder: TempDir,
}

/// How cargo ended.
#[derive(Debug)]
pub struct Outcome {
    /// Whether it succeeded.
    pub success: bool,
    /// What it printed for programs.
    pub stdout: String,
    /// What it printed for people.
    pub stderr: String,
}

impl Default for Sandbox {
    fn default() -> Self {
        Self::new()
    }
}

impl Sandbox {
    /// An empty folder.
    ///
    /// # Panics
    ///
    /// Where the system has no place for it; so do the other methods.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("ports ü ").tempdir();
        Self {
            folder: folder.expect("there is room for a folder"),
        }
    }

    /// A copy of the three crates and the map, without tests and examples, in the folder `project`.
    #[must_use]
    pub fn with_project() -> Self {
        let sandbox = Self::new();
        let project = sandbox.path("project");
        for part in [
            "deeplens-ports",
            "deeplens-ports-build",
            "deeplens-ports-cli",
            "ports.toml",
            "README.md",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "Cargo.lock",
        ] {
            copy(&repository().join(part), &project.join(part))
                .expect("the repository can be copied");
        }
        let manifest = fs::read_to_string(repository().join("Cargo.toml")).expect("a manifest");
        let manifest = manifest.replace(", \"examples/*\", \"tests/*\"", "");
        sandbox.write("project/Cargo.toml", &manifest);
        sandbox
    }

    /// A path in the folder.
    #[must_use]
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file and the folders that it needs.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    /// Replaces a text that must be in the file.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).expect("the file is there");
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, &text.replacen(from, to, 1));
    }

    /// A package called `name` in the folder of that name, with the locked versions of the repository.
    ///
    /// No two tests use one name: they share a target folder, where cargo tells packages of equal name apart by
    /// their place in their workspaces alone.
    pub fn package(&self, name: &str, dependencies: &str, files: &[(&str, &str)]) {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n{dependencies}\n[workspace]\n"
        );
        self.write(&format!("{name}/Cargo.toml"), &manifest);
        copy(
            &repository().join("Cargo.lock"),
            &self.path(name).join("Cargo.lock"),
        )
        .expect("a lock file");
        for (path, text) in files {
            self.write(&format!("{name}/{path}"), text);
        }
    }

    /// Runs cargo in a folder, without the network, and without what the cargo around this test left in the
    /// environment.
    #[must_use]
    pub fn cargo(&self, folder: &str, arguments: &[&str]) -> Outcome {
        self.run(folder, &[arguments, &["--offline"]].concat())
    }

    /// Like [`cargo`](Self::cargo), for what asks a source that is no folder, be it on this machine.
    #[must_use]
    pub fn online(&self, folder: &str, arguments: &[&str]) -> Outcome {
        self.run(folder, arguments)
    }

    /// The crates that a build of the package compiles, each as often as it is compiled: by the unit graph of cargo,
    /// which is not stable yet.
    #[must_use]
    pub fn compiled(&self, folder: &str) -> Vec<String> {
        let mut cargo = self.command(cargo(), folder);
        cargo.args([
            "build",
            "--offline",
            "--unit-graph",
            "-Z",
            "unstable-options",
        ]);
        let graph = finish(cargo.env("RUSTC_BOOTSTRAP", "1")).passed().stdout;
        let graph: Value = serde_json::from_str(&graph).expect("cargo prints JSON");
        let units = graph["units"].as_array().expect("a list of units");
        let compiled = units.iter().filter(|unit| unit["mode"] == "build");
        let names = compiled.map(|unit| unit["target"]["name"].as_str().expect("a name"));
        names.map(str::to_owned).collect()
    }

    fn run(&self, folder: &str, arguments: &[&str]) -> Outcome {
        finish(self.command(cargo(), folder).args(arguments))
    }

    /// A program in a folder, without what the cargo around this test left in the environment.
    #[must_use]
    pub fn command(&self, program: impl AsRef<OsStr>, folder: &str) -> Command {
        let mut command = Command::new(program);
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            let is_of_cargo = name.starts_with("CARGO_") && name != "CARGO_HOME";
            if is_of_cargo
                || name.starts_with("RUSTFLAGS")
                || name.starts_with("DEP_")
                || name == "OUT_DIR"
            {
                command.env_remove(&*name);
            }
        }
        command
            .current_dir(self.path(folder))
            .env("CARGO_TARGET_DIR", repository().join("target/builds"))
            .env("CARGO_TERM_COLOR", "never")
            .env("RUST_BACKTRACE", "1");
        command
    }
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn finish(command: &mut Command) -> Outcome {
    let output = command.output().expect("cargo runs");
    Outcome {
        success: output.status.success(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

impl Outcome {
    /// Itself, if cargo succeeded.
    ///
    /// # Panics
    ///
    /// With what cargo printed, if it failed.
    #[must_use]
    pub fn passed(self) -> Self {
        assert!(self.success, "{}", self.stderr);
        self
    }

    /// Itself, if cargo failed.
    ///
    /// # Panics
    ///
    /// With what cargo printed, if it succeeded.
    #[must_use]
    pub fn failed(self) -> Self {
        assert!(!self.success, "{}", self.stderr);
        self
    }

    /// The lines of the report that the compiler of Rust gave of a map, without its own indent and without the places
    /// in the module.
    #[must_use]
    pub fn report(&self) -> Vec<&str> {
        const INDENT: &str = "       ";
        let (mut report, mut error) = (Vec::new(), Vec::new());
        for line in self.stderr.lines() {
            if line.starts_with("error: ") {
                error = vec![line];
            } else if let Some(line) = line.strip_prefix(INDENT) {
                error.push(line);
            } else if line.starts_with(" --> ") && line.contains("port-maps") {
                report.append(&mut error);
            }
        }
        report
    }

    /// How often a text stands in what cargo printed for people.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        self.stderr.matches(text).count()
    }
}

/// Copies a file or a folder; a symbolic link stays one where the system has them.
///
/// # Errors
///
/// Where something cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    #[cfg(unix)]
    if kind.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    fs::copy(from, to).map(|_| ())
}
