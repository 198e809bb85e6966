//! `next`: a port for a new endpoint, and the endpoint in the map.

mod edit;
mod file;
mod machine;
mod print;
mod search;
mod wanted;

pub(crate) use wanted::Wanted;

use crate::load;
use crate::options::Source;
use crate::output::Output;

pub(crate) fn run(wanted: &Wanted, add: bool, source: &Source) -> Result<Output, String> {
    let file = match (load::file(&source.maps), add) {
        (Some(file), true) => Some(file::writable(file)?),
        (None, true) => return Err(COMPILED.into()),
        (_, false) => None,
    };
    let (given, upstreams) = load::text(&source.maps)?;
    let map = load::compiled(&given.file, &given.text, &upstreams)?;
    wanted.agree_with(&map, &given.file)?;
    let (found, notes) = search::nearest(wanted, &map, &given, &upstreams)?;
    let format = source.print.format();
    let Some(found) = found else {
        return print::none(wanted, &given.file, &notes, format);
    };
    if let Some(file) = file {
        file.replace(&given.text, &found.edited.text)?;
    }
    let written = add.then_some(&*given.file);
    print::found(wanted, &found, &notes, written, format)
}

const COMPILED: &str =
    "the map of DeepLens is compiled into this command; `--map FILE` names the one to write to";
