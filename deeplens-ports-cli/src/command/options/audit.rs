//! What `audit` takes.

use crate::options::{self, Source};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Files and folders; the current folder if none
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The map [default: ports.toml if it is there, else that of DeepLens, which is called deeplens]
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,

    /// The map that others name in `beside`; deeplens-ports is known
    #[arg(long, value_name = "NAME=FILE", value_parser = options::beside)]
    pub(crate) beside: Vec<(String, PathBuf)>,

    /// Show notes as well
    #[arg(long)]
    notes: bool,

    /// Show notes, and fail if there are any
    #[arg(long, value_enum, value_name = "notes", hide_possible_values = true)]
    deny: Option<Deny>,

    /// How to print [default: report]
    #[arg(
        long,
        value_enum,
        hide_possible_values = true,
        value_name = "report|short|json|github"
    )]
    format: Option<Format>,

    /// Write what disagrees now into deeplens-ports.toml, as accepted
    #[arg(long, conflicts_with = "format")]
    pub(crate) accept: bool,
}

impl Options {
    /// Takes over what stood before the command.
    pub(crate) fn precede(&mut self, before: Source) -> Result<(), String> {
        options::precede("--map", &mut self.map, before.map)?;
        self.beside.splice(..0, before.shared.beside);
        let format = match before.shared.print.given() {
            Some(options::Format::Json) => Some(Format::Json),
            Some(options::Format::Table) => return Err("`audit` prints no table".into()),
            None => None,
        };
        options::precede("--format", &mut self.format, format)
    }

    pub(crate) fn format(&self) -> Format {
        self.format.unwrap_or_default()
    }

    pub(crate) fn denies_notes(&self) -> bool {
        self.deny.is_some()
    }

    pub(crate) fn shows_notes(&self) -> bool {
        self.notes || self.denies_notes()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    Notes,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Report,
    Short,
    Json,
    Github,
}
