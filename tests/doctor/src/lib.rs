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
    pub fn start(command: Command, port: u16) -> Self {
        Self::start_with(command, port, &[])
    }

    /// The same with words behind the port, which it does not read.
    ///
    /// # Panics
    ///
    /// Where it does not start.
    #[must_use]
    pub fn start_with(mut command: Command, port: u16, words: &[&str]) -> Self {
        let mut child = command
            .arg(port.to_string())
            .args(words)
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

/// Programs that stand in for the engines of a machine, and answer what they are told to.
#[derive(Debug, Default)]
pub struct Engines {
    folder: Folder,
}

impl Engines {
    /// Engines that are there, and fail.
    ///
    /// # Panics
    ///
    /// Where there is no place for them.
    #[must_use]
    pub fn new() -> Self {
        let folder = Folder::new();
        for path in ["bin", "run", "run/podman"] {
            std::fs::create_dir(folder.path(path)).expect("a folder");
            open_to_all(&folder.path(path));
        }
        folder.script("bin/docker", "exit 1");
        folder.script("bin/podman", "exit 1");
        // The usual socket of an engine, so that they are asked.
        std::fs::write(folder.path("run/podman/podman.sock"), "").expect("a file");
        Self { folder }
    }

    /// The folder that they are in.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// What an engine answers to each question, known by its first word.
    pub fn answer(&self, engine: &str, answers: &[(&str, &str)]) {
        let answers = answers.iter().map(|(question, answer)| {
            format!("{question}) cat <<'RECORD'\n{answer}\nRECORD\n;;\n")
        });
        let cases: String = answers.collect();
        let script = format!("case \"$1\" in\n{cases}*) exit 2;;\nesac");
        self.folder.script(&format!("bin/{engine}"), &script);
    }

    /// A checker that finds these engines alone, and no address of one in its environment; `before` as in [`command`].
    #[must_use]
    pub fn checker(&self, before: &[&str], checker: &Path) -> Command {
        let mut checker = command(before, checker);
        let path = format!("{}:/bin:/usr/bin", self.folder.path("bin").display());
        checker
            .env("PATH", path)
            .env("XDG_RUNTIME_DIR", self.folder.path("run"))
            .env("HOME", self.folder.path("run"));
        for name in [
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "CONTAINER_HOST",
            "CONTAINER_CONNECTION",
        ] {
            checker.env_remove(name);
        }
        checker
    }
}

/// Whether a finding advises to stop anything.
#[must_use]
pub fn advises_to_stop(finding: &Value) -> bool {
    let advice = finding["advice"].to_string();
    [" stop", "kill"].iter().any(|word| advice.contains(word))
}

/// A control group with a process in it, as systemd and container engines make one; it is removed with this value.
#[derive(Debug)]
pub struct Group {
    path: PathBuf,
    root: PathBuf,
}

impl Group {
    /// `None` where none can be made.
    #[must_use]
    pub fn with(name: &str, pid: u32) -> Option<Self> {
        let roots = [
            "/sys/fs/cgroup",
            "/sys/fs/cgroup/unified",
            "/sys/fs/cgroup/systemd",
        ];
        let mut roots = roots.iter().map(Path::new);
        let root = roots.find(|root| root.join("cgroup.procs").exists())?;
        let path = root.join(name);
        std::fs::create_dir_all(&path).ok()?;
        let root = root.into();
        let group = Self { path, root };
        std::fs::write(group.path.join("cgroup.procs"), pid.to_string()).ok()?;
        Some(group)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let members = std::fs::read_to_string(self.path.join("cgroup.procs"));
        for pid in members.unwrap_or_default().lines() {
            // It may have ended by itself.
            let _ = std::fs::write(self.root.join("cgroup.procs"), pid);
        }
        let _ = std::fs::remove_dir(&self.path);
    }
}
