//! `test`: whether endpoints answer, and whether it is they who answer.

mod answer;
mod ask;
mod connection;
mod contact;
mod http;
mod http2;
mod kafka;
mod language;
mod postgresql;
mod print;
mod redis;
mod reply;
mod tls;
mod wait;

use crate::find;
use crate::options::Format;
use crate::output::Output;
use crate::target::Target;
use deeplens_ports_cli::Loaded;
use std::time::Duration;

/// Asks once, or until all answer or the time to wait is over.
pub(crate) fn run(
    map: &Loaded,
    what: &[String],
    timeout: Duration,
    wait: Option<Duration>,
    format: Format,
) -> Result<Output, String> {
    let targets = targets(map, what)?;
    let answers = match wait {
        Some(wait) => wait::for_all(&targets, timeout, wait),
        None => ask::all(&targets.iter().collect::<Vec<_>>(), timeout),
    };
    let exit = answer::exit(&answers);
    let answered = targets.iter().zip(&answers);
    if format == Format::Json {
        let list = answered.map(|(target, answer)| print::object(target, answer));
        return Output::json(&list.collect::<Vec<_>>(), exit);
    }
    let text = answered.map(|(target, answer)| print::text(target, answer));
    Ok(Output::new(text.collect(), exit))
}

/// Each once, in the order of the words.
fn targets(map: &Loaded, what: &[String]) -> Result<Vec<Target>, String> {
    let mut targets: Vec<Target> = Vec::new();
    for word in what {
        for target in named(map, word)? {
            let is_same = |other: &Target| (other.name, other.port) == (target.name, target.port);
            if !targets.iter().any(is_same) {
                targets.push(target);
            }
        }
    }
    Ok(targets)
}

fn named(map: &Loaded, word: &str) -> Result<Vec<Target>, String> {
    if let Some(port) = find::port(word) {
        let (port, transport) = port?;
        let found = find::on_port(map, port, transport)?;
        let endpoints = found.endpoints.into_iter().map(Target::of);
        let ranges = found.ranges.into_iter();
        let ranges = ranges.map(|range| Ok(Target::of_range(range, port)));
        return endpoints.chain(ranges).collect();
    }
    let found = find::by_name(map, word)?;
    let inside = found.alone().iter();
    let inside: Vec<Target> = inside.map(|it| Target::inside(map, *it)).collect();
    if found.endpoints.is_empty() && inside.is_empty() {
        let word = word.escape_debug();
        return Err(format!(
            "`{word}` is a range of ports; `check` looks at them"
        ));
    }
    let endpoints = found.endpoints.into_iter().map(Target::of);
    endpoints.chain(inside.into_iter().map(Ok)).collect()
}
