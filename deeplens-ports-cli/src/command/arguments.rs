//! What the command takes.

use crate::options::{self, Beside, Print, Source};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;
use std::time::Duration;

/// The port map of a system: what is on its ports, who holds them, and what to do.
///
/// The map is that of --map, else ports.toml of the current folder, else the one of DeepLens.
#[derive(Debug, Parser)]
#[command(name = super::NAME, bin_name = super::NAME, version, after_help = EXIT)]
pub(crate) struct Arguments {
    /// When to use colours and symbols
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        value_name = "auto|always|never"
    )]
    pub(crate) color: Color,

    /// What stands before the command.
    #[command(flatten)]
    before: Source,

    #[command(subcommand)]
    command: Command,
}

impl Arguments {
    /// The command, with the options that stood before it as if they stood after it.
    pub(crate) fn into_command(mut self) -> Result<Command, String> {
        let before = self.before;
        match &mut self.command {
            Command::List { source, .. }
            | Command::Show { source, .. }
            | Command::Check { source, .. }
            | Command::Next { source, .. }
            | Command::Test { source, .. } => source.precede(before)?,
            Command::Lint { beside, print, .. } => {
                options::refuse("lint", "--map", before.maps.file.is_some())?;
                beside.precede(before.maps.beside);
                print.precede(&before.print)?;
            }
            Command::Audit(options) => options.precede(before)?,
            Command::Export(options) => options.precede(before)?,
            Command::Scan { print, .. } => {
                before.refuse_map("scan")?;
                print.precede(&before.print)?;
            }
            Command::Completions { .. } => before.refuse("completions")?,
            Command::Import { .. } => before.refuse("import")?,
            Command::Man => before.refuse("man")?,
            Command::Schema { .. } => before.refuse("schema")?,
        }
        Ok(self.command)
    }
}

const EXIT: &str = "\
Exit status: 0 all is well; 1 a conflict, or no answer; 2 wrong usage, or a map that does
not compile; 3 it could not be told.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show the endpoints of the map
    List {
        /// By group and service, in place of by port
        #[arg(long)]
        group: bool,

        #[command(flatten)]
        source: Source,
    },

    /// Show everything that the map knows of an endpoint, a service or a port
    Show {
        /// Such as qdrant.grpc, qdrant (all of it) or 6334
        #[arg(value_name = "NAME|PORT", allow_negative_numbers = true)]
        what: String,

        #[command(flatten)]
        source: Source,
    },

    /// Check whether ports are free, and say who holds them and what to do
    Check {
        /// Names or ports, such as grafana or 53/udp; all of the map if none
        #[arg(value_name = "NAME|PORT")]
        what: Vec<String>,

        /// Show every listener of this machine
        #[arg(long, conflicts_with = "what")]
        listening: bool,

        #[command(flatten)]
        source: Source,
    },

    /// Test whether endpoints answer as themselves, where the environment says that they are
    Test {
        /// Such as grafana, qdrant.grpc or 6334
        #[arg(
            value_name = "NAME|PORT",
            required = true,
            allow_negative_numbers = true
        )]
        what: Vec<String>,

        /// How long to wait for an answer, in seconds
        #[arg(long, value_name = "SECONDS", default_value = "2", value_parser = seconds, allow_negative_numbers = true)]
        timeout: Duration,

        /// Ask until all of them do, for 30 seconds or as many as are given
        #[arg(long, value_name = "SECONDS", num_args = 0..=1, require_equals = true, default_missing_value = "30", value_parser = seconds)]
        wait: Option<Duration>,

        #[command(flatten)]
        source: Source,
    },

    /// Find a port for a new endpoint that no rule of the map refuses and nobody here holds
    Next {
        /// The new endpoint, such as billing-api, or qdrant.metrics of a service that is there
        name: Option<String>,

        /// The group of a new service
        #[arg(long)]
        group: Option<String>,

        /// What is spoken
        #[arg(
            long,
            default_value = "http",
            value_parser = ["grpc", "http", "https", "tcp", "udp"],
            hide_possible_values = true,
            value_name = "grpc|http|https|tcp|udp"
        )]
        protocol: String,

        /// Write the endpoint into the map
        #[arg(long, requires = "name")]
        add: bool,

        #[command(flatten)]
        source: Source,
    },

    /// Compile maps together and show the mistakes in them; writes nothing
    Lint {
        /// The maps, as one system: what an earlier one has is taken for the later ones
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,

        /// Refuse what is new in TOML 1.1, for readers that know 1.0 alone
        #[arg(long = "toml-1.0")]
        toml_1_0: bool,

        #[command(flatten)]
        beside: Beside,

        #[command(flatten)]
        print: Print,
    },

    /// Show what the files of a repository say about ports, as those who run them read them
    Scan {
        /// Files and folders; the current folder if none
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,

        #[command(flatten)]
        print: Print,
    },

    /// Hold the files of a repository against the map, and show where they disagree
    Audit(options::audit::Options),

    /// Write pages, settings and constants from the map, or show which are not up to date
    Export(options::export::Options),

    /// Print the JSON Schema of a map, by which editors complete its keys and mark mistakes
    Schema {
        /// The file, in place of what is printed
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },

    /// Write a first map from the files of a repository, and tell what cannot be in it
    Import {
        /// Files and folders; the current folder if none
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,

        /// Write it to a new file, in place of printing it
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,

        /// What the system is called [default: as its Compose project, else as the folder]
        #[arg(long)]
        name: Option<String>,
    },

    /// Print a script that completes the command in a shell
    Completions {
        /// The shell
        shell: Shell,
    },

    /// Print the manual page, in the format of man
    Man,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok();
    seconds
        .filter(|seconds| (0.001..=3600.0).contains(seconds))
        .map(Duration::from_secs_f64)
        .ok_or_else(|| "expected a number of seconds from 0.001 to 3600".into())
}
