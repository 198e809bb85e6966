//! What every command with a map takes, after its name or before.

pub(crate) mod audit;
pub(crate) mod export;

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Which map, and how to print.
#[derive(Debug, Args)]
pub(crate) struct Source {
    /// Read this map in place of the one of DeepLens
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) shared: Shared,
}

impl Source {
    /// Takes over what stood before the command.
    pub(crate) fn precede(&mut self, before: Self) -> Result<(), String> {
        precede("--map", &mut self.map, before.map)?;
        self.shared.precede(before.shared)
    }

    /// For a command that is about no map.
    pub(crate) fn refuse_map(&self, command: &str) -> Result<(), String> {
        refuse(command, "--map", self.map.is_some())?;
        refuse(command, "--beside", !self.shared.beside.is_empty())
    }

    /// For a command that takes none of them.
    pub(crate) fn refuse(&self, command: &str) -> Result<(), String> {
        self.refuse_map(command)?;
        refuse(command, "--format", self.shared.print.format.is_some())
    }
}

/// What every command with a map takes.
#[derive(Debug, Args)]
pub(crate) struct Shared {
    /// The map that others name in `beside`; deeplens-ports is known
    #[arg(long, value_name = "NAME=FILE", value_parser = beside)]
    pub(crate) beside: Vec<(String, PathBuf)>,

    #[command(flatten)]
    pub(crate) print: Print,
}

impl Shared {
    pub(crate) fn format(&self) -> Format {
        self.print.format()
    }

    pub(crate) fn precede(&mut self, before: Self) -> Result<(), String> {
        self.beside.splice(..0, before.beside);
        self.print.precede(&before.print)
    }
}

/// What every command with a table takes.
#[derive(Debug, Args)]
pub(crate) struct Print {
    /// How to print [default: table]
    #[arg(
        long,
        value_enum,
        hide_possible_values = true,
        value_name = "table|json"
    )]
    format: Option<Format>,
}

impl Print {
    pub(crate) fn format(&self) -> Format {
        self.format.unwrap_or_default()
    }

    pub(crate) fn given(&self) -> Option<Format> {
        self.format
    }

    pub(crate) fn precede(&mut self, before: &Self) -> Result<(), String> {
        precede("--format", &mut self.format, before.format)
    }
}

pub(crate) fn precede<T>(
    option: &str,
    after: &mut Option<T>,
    before: Option<T>,
) -> Result<(), String> {
    if before.is_some() && after.is_some() {
        return Err(format!("`{option}` is given twice"));
    }
    *after = after.take().or(before);
    Ok(())
}

pub(crate) fn refuse(command: &str, option: &str, is_given: bool) -> Result<(), String> {
    if is_given {
        return Err(format!("`{command}` takes no `{option}`"));
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Table,
    Json,
}

pub(crate) fn beside(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => {
            Ok((name.into(), file.into()))
        }
        _ => Err("expected NAME=FILE".into()),
    }
}
