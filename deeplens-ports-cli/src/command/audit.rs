//! `audit`: do the files of a repository agree with the map?

mod accept;
mod data;
mod lines;
mod report;
mod unread;

use crate::load;
use crate::options::audit::{Format, Options};
use crate::output::{Exit, Output};
use crate::progress::Progress;
use deeplens_ports_cli::{audit_counting, Audit, Finding, Level, Tree};

pub(crate) fn run(options: &Options) -> Result<Output, String> {
    let map = load::port_map(&options.maps)?;
    let config = load::config(&map)?;
    let tree = Tree::read(&options.paths).map_err(|error| error.to_string())?;
    let progress = Progress::new(tree.paths().count());
    let audit = audit_counting(&tree, &map, &config, &progress.done);
    drop(progress);
    if audit.read() == 0 {
        return Err("nothing was read: no file of a known format is there".into());
    }
    if options.accept {
        return accept::run(&audit, &map, options.denies_notes());
    }
    let findings: Vec<&Finding> = audit
        .findings()
        .iter()
        .filter(|it| it.level() == Level::Error || options.shows_notes())
        .collect();
    let exit = exit(&audit, options);
    match options.format() {
        Format::Json => {
            let (findings, unread) = (&findings, audit.unread());
            Output::json(&data::Data { findings, unread }, exit)
        }
        Format::Short => Ok(Output::plain(lines::short(&findings, &audit), exit)),
        Format::Github => Ok(Output::plain(lines::github(&findings, &audit), exit)),
        Format::Report => Ok(Output::plain(report::text(&findings, &audit), exit)),
    }
}

fn exit(audit: &Audit, options: &Options) -> Exit {
    let has_notes = options.denies_notes() && audit.notes().next().is_some();
    match () {
        () if !audit.agrees() || has_notes => Exit::Conflict,
        () if !audit.unread().is_empty() => Exit::Unknown,
        () => Exit::Well,
    }
}
