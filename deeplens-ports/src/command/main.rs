//! The command `deeplens-ports`: the map, and what is on its ports, in a terminal.

mod arguments;
mod check;
mod find;
mod lint;
mod list;
mod listening;
mod load;
mod output;
mod show;
mod table;
mod test;

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use output::{Exit, Output};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = run(&arguments).unwrap_or_else(|error| Output::error(&error));
    output::print(&output, arguments.color)
}

/// The error is what to tell the user of a wrong usage, or of a map that does not compile.
fn run(arguments: &Arguments) -> Result<Output, String> {
    match &arguments.command {
        Command::Completions { shell } => Ok(completions(*shell)),
        Command::Man => man(),
        Command::Lint { files } => lint::run(files, &arguments.beside),
        Command::Check {
            listening: true, ..
        } => {
            let map = load::map(arguments)?;
            listening::run(&map, arguments.format)
        }
        Command::Check { what, .. } => check::run(&load::map(arguments)?, what, arguments.format),
        Command::List { group } => list::run(&load::map(arguments)?, *group, arguments.format),
        Command::Show { what } => show::run(&load::map(arguments)?, what, arguments.format),
        Command::Test { what, timeout } => {
            test::run(&load::map(arguments)?, what, *timeout, arguments.format)
        }
    }
}

fn completions(shell: clap_complete::Shell) -> Output {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), NAME, &mut text);
    Output::new(String::from_utf8_lossy(&text).into_owned(), Exit::Well)
}

fn man() -> Result<Output, String> {
    let mut text = Vec::new();
    let page = clap_mangen::Man::new(Arguments::command());
    page.render(&mut text).map_err(|error| error.to_string())?;
    Ok(Output::new(
        String::from_utf8_lossy(&text).into_owned(),
        Exit::Well,
    ))
}

const NAME: &str = "deeplens-ports";
