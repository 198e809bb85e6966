//! A running process, and what is known of it.

use super::supervisor::Supervisor;
use core::fmt;
use std::path::{Path, PathBuf};
use std::string::String;
use std::time::SystemTime;
use std::vec::Vec;

/// A running process, as far as the system shows it to this user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Process {
    pub(in crate::doctor) pid: u32,
    /// What the system calls it, which on Linux is cut after 15 bytes.
    pub(in crate::doctor) name: String,
    pub(in crate::doctor) path: Option<PathBuf>,
    /// Without its secrets.
    pub(in crate::doctor) command_line: Vec<String>,
    pub(in crate::doctor) folder: Option<PathBuf>,
    pub(in crate::doctor) user: Option<String>,
    pub(in crate::doctor) since: Option<SystemTime>,
    pub(in crate::doctor) parent: Option<Parent>,
    pub(in crate::doctor) supervisor: Option<Supervisor>,
    pub(in crate::doctor) is_suspended: bool,
    /// The number or name of the container that it runs in.
    pub(in crate::doctor) container: Option<String>,
}

impl Process {
    /// Its number.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// The path of its executable.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The words that it was started by; empty where they are not shown. In place of what looks like a secret, such as
    /// the word behind `--password`, the value of `TOKEN=` and the user and password in a URL, there is `…`.
    #[must_use]
    pub fn command_line(&self) -> &[String] {
        &self.command_line
    }

    /// The folder that it works in, which tells of several checkouts the one that a server belongs to.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Whom it runs as: a name, or a number where the user has none here.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// When it was started, to the second at best.
    #[must_use]
    pub fn since(&self) -> Option<SystemTime> {
        self.since
    }

    /// The process that it belongs to: the one that started it, or that took it over when that one ended.
    #[must_use]
    pub fn parent(&self) -> Option<&Parent> {
        self.parent.as_ref()
    }

    /// Who starts it again when it ends, and is to be told if it shall not run.
    #[must_use]
    pub fn supervisor(&self) -> Option<&Supervisor> {
        self.supervisor.as_ref()
    }

    /// Whether it was suspended, as by Ctrl+Z. It keeps its ports then, answers nothing, and ends only after it was
    /// continued.
    #[must_use]
    pub fn is_suspended(&self) -> bool {
        self.is_suspended
    }

    /// The container that it runs in, by the number or the name that the system has for it; `None` for one that runs in
    /// none, or in the same as this program.
    #[must_use]
    pub fn container(&self) -> Option<&str> {
        self.container.as_deref()
    }
}

impl fmt::Display for Process {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (PID {})", self.name(), self.pid)
    }
}

/// The process that another belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    pub(in crate::doctor) pid: u32,
    pub(in crate::doctor) name: String,
}

impl Parent {
    /// Its number.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// Its name, as [`Process::name`].
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for Parent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (PID {})", self.name, self.pid)
    }
}
