//! The command `deeplens-ports`: the map, and what is on its ports, in a terminal.

mod arguments;
mod audit;
mod check;
mod export;
mod file;
mod find;
mod import;
mod lint;
mod list;
mod listening;
mod load;
mod man;
mod next;
mod options;
mod output;
mod progress;
mod scan;
mod schema;
mod show;
mod table;
mod target;
mod test;

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use load::Toml;
use output::{Exit, Output};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let color = arguments.color;
    let output = arguments.into_command().and_then(|command| run(&command));
    output::print(&output.unwrap_or_else(|error| Output::error(&error)), color)
}

/// The error is what to tell the user of a wrong usage, or of a map that does not compile.
fn run(command: &Command) -> Result<Output, String> {
    match command {
        Command::Completions { shell } => Ok(completions(*shell)),
        Command::Man => man::page(),
        Command::Audit(options) => audit::run(options),
        Command::Export(options) => export::run(options),
        Command::Import {
            paths,
            output,
            name,
        } => import::run(paths, output.as_deref(), name.as_deref()),
        Command::Lint {
            files,
            toml_1_0,
            beside,
            print,
        } => {
            let toml = if *toml_1_0 { Toml::V1_0 } else { Toml::V1_1 };
            lint::run(files, toml, beside, print.format())
        }
        Command::Scan { paths, print } => scan::run(paths, print.format()),
        Command::Schema { output } => schema::run(output.as_deref()),
        Command::Check {
            what,
            listening,
            source,
        } => {
            let map = load::map(&source.maps)?;
            if *listening {
                listening::run(&map, source.print.format())
            } else {
                let repository = load::file(&source.maps).and_then(check::Repository::of);
                check::run(&map, what, repository.as_ref(), source.print.format())
            }
        }
        Command::List { group, source } => {
            list::run(&load::map(&source.maps)?, *group, source.print.format())
        }
        Command::Next {
            name,
            group,
            protocol,
            add,
            source,
        } => {
            let wanted = next::Wanted::new(name.as_deref(), group.as_deref(), protocol);
            next::run(&wanted, *add, source)
        }
        Command::Show { what, source } => {
            show::run(&load::map(&source.maps)?, what, source.print.format())
        }
        Command::Test {
            what,
            timeout,
            wait,
            source,
        } => {
            let map = load::map(&source.maps)?;
            test::run(&map, what, *timeout, *wait, source.print.format())
        }
    }
}

fn completions(shell: clap_complete::Shell) -> Output {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), NAME, &mut text);
    Output::new(String::from_utf8_lossy(&text).into_owned(), Exit::Well)
}

const NAME: &str = "deeplens-ports";
