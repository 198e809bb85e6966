//! `export`: files that are made of the map, and whether they are up to date.

mod check;
mod found;
mod wanted;
mod write;

use crate::load;
use crate::options::export::Options;
use crate::output::{Exit, Output};
use deeplens_ports::Map;
use deeplens_ports_cli::export::{export, Export};

pub(crate) fn run(options: &Options) -> Result<Output, String> {
    let (text, map) = load::both(&options.maps)?;
    if let (Some(format), None) = (options.format, &options.output) {
        if options.check {
            return Err("`--check` compares files: `-o` names one, and without a format it is every `[[export]]`".into());
        }
        return printed(map, &wanted::with(options, Export::new(format, "-")));
    }
    let exports = wanted::exports(options, &text)?;
    if options.check {
        Ok(check::run(options, &exports, &text, map))
    } else {
        write::run(options, &exports, map)
    }
}

fn printed(map: Map, wanted: &Export) -> Result<Output, String> {
    let made = export(map, wanted, None).map_err(|error| error.to_string())?;
    Ok(Output::plain(made.text, Exit::Well).with_notes(&made.remarks))
}
