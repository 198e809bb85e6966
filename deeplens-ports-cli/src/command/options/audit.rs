//! What `audit` takes.

use crate::options::{self, Maps, Source};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Files and folders; the current folder if none
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) maps: Maps,

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
        self.maps.precede(before.maps)?;
        let format = match before.print.given() {
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
