//! A map of ports that nothing else uses, programs that hold them, and programs that look at them.

use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// The ports of the tests.
pub mod ports {
    deeplens_ports::include_ports!();
}

/// The user and the group called nobody on Linux.
pub const NOBODY: u32 = 65534;

/// Says that a part of a test could not be run here.
pub fn left_out(what: &str) {
    eprintln!("left out: {what}");
}

/// Whether the tests run as root, and can become another user.
#[must_use]
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    let is_root = id.is_ok_and(|output| output.stdout == b"0\n");
    is_root && Command::new("setpriv").arg("--version").output().is_ok()
}

/// Whether a command can be run, such as one in a namespace of its own.
#[must_use]
pub fn can(command: &[&str]) -> bool {
    let output = Command::new(command[0]).args(&command[1..]).output();
    output.is_ok_and(|output| output.status.success())
}

/// A folder that every user can read, with copies of programs.
#[derive(Debug)]
pub struct Folder {
    folder: TempDir,
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Folder {
    /// An empty folder.
    ///
    /// # Panics
    ///
    /// Where the system has no place for it; so do the other methods.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        open_to_all(folder.path());
        Self { folder }
    }

    /// A path in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Copies a program under a name.
    #[must_use]
    pub fn program(&self, program: &str, name: &str) -> PathBuf {
        let path = self.path(name);
        // By another process: a program cannot be started while it is open for writing, be it in the child that
        // another test has just forked.
        let copied = Command::new("cp").arg(program).arg(&path).status();
        assert!(
            copied.is_ok_and(|status| status.success()),
            "programs can be copied"
        );
        open_to_all(&path);
        path
    }

    /// Writes a shell script that stands in for a program.
    pub fn script(&self, name: &str, text: &str) {
        let plain = self.path("script");
        std::fs::write(&plain, format!("#!/bin/sh\n{text}\n")).expect("files can be written");
        let _ = self.program(plain.to_str().expect("a path in UTF-8"), name);
    }
}

fn open_to_all(path: &Path) {
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, all).expect("our own files can be opened to all");
}

/// A command as another user; the words of `before`, such as those of `setpriv`, come first.
#[must_use]
pub fn command(before: &[&str], program: &Path) -> Command {
    match before {
        [] => Command::new(program),
        [first, rest @ ..] => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
    }
}

/// The words that make a command run as nobody.
pub const AS_NOBODY: &[&str] = &[
    "setpriv",
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
];

/// A running `holder`, which ends with this value.
#[derive(Debug)]
pub struct Running {
    child: Child,
}

impl Running {
    /// Starts it, and waits until it listens.
    ///
    /// # Panics
    ///
    /// Where it does not start.
    #[must_use]
    pub fn start(mut command: Command, port: u16) -> Self {
        let mut child = command
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("programs can be started");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("its output is a pipe");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("it says that it is ready");
        assert_eq!(line, "ready\n", "it listens on {port}");
        Self { child }
    }

    /// The number of its process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a `checker` prints.
///
/// # Panics
///
/// Where it fails or prints no JSON.
#[must_use]
pub fn findings(mut checker: Command, words: &[&str]) -> Vec<Value> {
    let output = checker
        .args(words)
        .output()
        .expect("programs can be started");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}
