//! Who starts a process again.

#[cfg(any(unix, test))]
pub(super) mod ancestor;
#[cfg(any(all(unix, not(target_os = "linux")), test))]
pub(super) mod launchd;
#[cfg(any(target_os = "linux", test))]
pub(super) mod unit;

use core::fmt;
use std::borrow::ToOwned;
use std::format;
use std::string::String;

/// Who starts a process again when it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supervisor {
    name: String,
    stop: Option<String>,
}

impl Supervisor {
    #[cfg(any(unix, test))]
    pub(in crate::doctor) fn new(name: &str, stop: Option<&str>) -> Self {
        Self {
            name: name.to_owned(),
            stop: stop.map(ToOwned::to_owned),
        }
    }

    /// The unit, such as `redis-server.service`, or the program and its number, such as `nodemon (PID 12)`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What to do so that the process ends and is not started again: a command, where one is known.
    #[must_use]
    pub fn stop(&self) -> Option<&str> {
        self.stop.as_deref()
    }
}

impl fmt::Display for Supervisor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}

/// As one word of a shell.
pub(in crate::doctor) fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "@%+=:,./_-".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
