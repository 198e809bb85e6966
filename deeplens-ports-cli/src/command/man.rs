//! `man`: the manual page, with every command in it.

use crate::arguments::Arguments;
use crate::output::{Exit, Output};
use clap::{Arg, Command, CommandFactory};
use clap_mangen::roff::{bold, roman, Roff};
use std::io;

pub(crate) fn page() -> Result<Output, String> {
    let mut text = Vec::new();
    write(&mut text).map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&text).into_owned();
    Ok(Output::new(text, Exit::Well))
}

fn write(text: &mut Vec<u8>) -> io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    let page = clap_mangen::Man::new(command.clone());
    page.render_title(text)?;
    page.render_name_section(text)?;
    page.render_synopsis_section(text)?;
    page.render_description_section(text)?;
    page.render_options_section(text)?;
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for of in command
        .get_subcommands()
        .filter(|it| it.get_name() != "help")
    {
        section(of, &mut roff);
    }
    roff.control("SH", ["EXIT STATUS"]);
    let status = command.get_after_help().map(ToString::to_string);
    let status = status.unwrap_or_default();
    roff.text([roman(
        status
            .trim_start_matches("Exit status: ")
            .replace('\n', " "),
    )]);
    roff.to_writer(text)
}

fn section(command: &Command, roff: &mut Roff) {
    roff.control("SS", [command.get_name()]);
    let about = command.get_about().map(ToString::to_string);
    roff.text([roman(about.unwrap_or_default())]);
    for argument in command.get_arguments().filter(|it| it.get_id() != "help") {
        roff.control("TP", []);
        roff.text([bold(name(argument))]);
        let help = argument.get_help().map(ToString::to_string);
        roff.text([roman(help.unwrap_or_default())]);
    }
}

/// `--map FILE`, `--wait[=SECONDS]`, or `NAME|PORT`.
fn name(argument: &Arg) -> String {
    let values = argument.get_value_names().unwrap_or_default();
    let values: Vec<&str> = values.iter().map(|value| value.as_str()).collect();
    let takes = argument.get_action().takes_values();
    match argument.get_long() {
        None => values.join(" "),
        Some(long) if argument.is_require_equals_set() => {
            format!("--{long}[={}]", values.join(" "))
        }
        Some(long) if takes => format!("--{long} {}", values.join(" ")),
        Some(long) => format!("--{long}"),
    }
}
