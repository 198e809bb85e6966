//! What `export` takes.

use crate::options::{self, Source};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::Args;
use deeplens_ports_cli::export::Format;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// What to write; every `[[export]]` of deeplens-ports.toml if none
    #[arg(value_parser = formats())]
    pub(crate) format: Option<Format>,

    /// The endpoints and services of which Prometheus takes the targets
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,

    /// The file, in place of what is printed
    #[arg(short, long, value_name = "FILE", requires = "format")]
    pub(crate) output: Option<PathBuf>,

    /// Write nothing, and show what of the files is not what the map says
    #[arg(long)]
    pub(crate) check: bool,

    /// Write a whole page where there is none, with all regions
    #[arg(long, conflicts_with = "check")]
    pub(crate) new: bool,

    /// With the addresses between containers
    #[arg(long, requires = "format")]
    pub(crate) inside: bool,

    /// With the keys that `configured-in` of the map names for the file
    #[arg(long, requires = "output")]
    pub(crate) configured: bool,

    /// The map [default: ports.toml if it is there, else that of DeepLens, which is called deeplens]
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,

    /// The map that others name in `beside`; deeplens-ports is known
    #[arg(long, value_name = "NAME=FILE", value_parser = options::beside)]
    pub(crate) beside: Vec<(String, PathBuf)>,
}

impl Options {
    /// Takes over what stood before the command.
    pub(crate) fn precede(&mut self, before: Source) -> Result<(), String> {
        options::precede("--map", &mut self.map, before.map)?;
        self.beside.splice(..0, before.shared.beside);
        let is_given = before.shared.print.given().is_some();
        options::refuse("export", "--format", is_given)
    }
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.iter().map(|format| format.as_str());
    PossibleValuesParser::new(names)
        .try_map(|name| Format::of(&name).ok_or_else(|| format!("unknown format `{name}`")))
}
