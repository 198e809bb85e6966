//! A folder with a map, which ends with its test.

use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use test_command::{Run, command, finish};

/// A folder with a map of one service.
#[derive(Debug)]
pub struct Folder(TempDir);

const MAP: &str = "\
[map]
name = 'Shop'
[services.web]
port          = 8080
protocol      = 'http'
configured-in = [{ file = 'web/.env', key = 'WEB_PORT' }]
";

/// What is made of it.
pub const ENV: &str = "\
# deeplens-ports: begin env
# Made by `deeplens-ports export env` from the map Shop.
SHOP_WEB_ADDR=localhost:8080
SHOP_WEB_HOST_PORT=8080
# deeplens-ports: end env
";

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Folder {
    /// With `ports.toml` alone.
    ///
    /// # Panics
    ///
    /// Where there is no room for it.
    #[must_use]
    pub fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        folder.write("ports.toml", MAP);
        folder
    }

    /// Of a file in it.
    #[must_use]
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    /// Writes a file.
    ///
    /// # Panics
    ///
    /// Where it cannot be written.
    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).expect("files can be written");
    }

    /// What a file has in it.
    ///
    /// # Panics
    ///
    /// Where it cannot be read.
    #[must_use]
    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("the file is there")
    }

    /// What is in it, by name.
    ///
    /// # Panics
    ///
    /// Where it cannot be read.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder is there");
        let names = entries.map(|entry| entry.expect("the entry can be read").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Runs the command in it.
    ///
    /// # Panics
    ///
    /// Where it cannot be started.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut command = command(arguments);
        command.current_dir(self.0.path());
        finish(command)
    }
}
