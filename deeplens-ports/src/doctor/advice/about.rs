//! Who holds a port, in words.

use crate::doctor::claim::Claim;
use crate::doctor::finding::Finding;
use crate::doctor::holder::Holder;
use crate::doctor::process::{quoted, Process, Role};
use std::format;
use std::string::{String, ToString};
use std::time::{Duration, SystemTime};
use std::vec::Vec;

/// Of a server with many processes, the first are enough.
const SHOWN: usize = 3;

pub(super) fn lines(finding: &Finding) -> Vec<String> {
    let mut lines: Vec<String> = finding.claim.as_ref().map(container).unwrap_or_default();
    let mut holders: Vec<&Holder> = finding.holders().iter().collect();
    let mut count = 0;
    while let Some(first) = holders.first().copied() {
        // One process can hold the port on several addresses.
        let (same, others): (Vec<_>, Vec<_>) =
            holders.into_iter().partition(|it| is_same(it, first));
        let mut addresses: Vec<String> = same.iter().map(|it| it.address().to_string()).collect();
        addresses.dedup();
        lines.push(format!(
            "held by {} on {}",
            first.who(),
            addresses.join(", ")
        ));
        // A relay is known by its container.
        let process = first.process();
        let shown = process.filter(|it| finding.claim.is_none() || it.role() != Role::Relay);
        lines.extend(shown.map(facts).unwrap_or_default());
        holders = others;
        count += 1;
        if count == SHOWN && !holders.is_empty() {
            lines.push(format!("and by {} more", holders.len()));
            break;
        }
    }
    lines
}

fn is_same(a: &Holder, b: &Holder) -> bool {
    (a.process(), a.uid(), a.is_listening()) == (b.process(), b.uid(), b.is_listening())
}

fn container(claim: &Claim) -> Vec<String> {
    let (name, engine) = (claim.container.container(), claim.container.engine());
    let mut lines = Vec::from([if claim.is_on_host {
        format!("held by the container {name} of {engine}, on the network of the host")
    } else {
        format!("published by the container {name} of {engine}")
    }]);
    if let Some(pod) = claim.container.pod() {
        // A number by its start, as podman shows it.
        let is_number = pod.len() == 64 && pod.bytes().all(|byte| byte.is_ascii_hexdigit());
        let pod = if is_number { &pod[..12] } else { pod };
        lines.push(format!("it is in the pod {pod}"));
    }
    if !claim.sharing.is_empty() {
        lines.push(format!(
            "it shares its network with {}",
            claim.sharing.join(", ")
        ));
    }
    lines
}

/// What it runs and where, whose it is and since when, and who starts it again.
fn facts(process: &Process) -> Vec<String> {
    let mut lines = Vec::new();
    // A single word is its name.
    if process.command_line().len() > 1 {
        lines.push(format!("it runs: {}", command_line(process)));
    }
    lines.extend(process.folder().map(|it| format!("in {}", it.display())));
    let mut facts = Vec::new();
    facts.extend(process.user().map(|it| format!("as {it}")));
    facts.extend(process.since().and_then(age).map(|it| format!("for {it}")));
    facts.extend(process.parent().map(|it| format!("started by {it}")));
    if !facts.is_empty() {
        lines.push(facts.join(", "));
    }
    if process.is_suspended() {
        lines.push(suspended(process));
    }
    lines
}

pub(super) fn suspended(process: &Process) -> String {
    let pid = process.pid();
    format!("it is suspended, as by Ctrl+Z, and answers nothing: fg in its terminal, or kill -CONT {pid}")
}

fn command_line(process: &Process) -> String {
    const LONGEST: usize = 60;
    let words = process.command_line().iter();
    let words = words.map(|word| {
        if word == "…" {
            word.clone()
        } else {
            quoted(word)
        }
    });
    let line = words.collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}

/// How long ago it was, in its largest unit from minutes on.
fn age(since: SystemTime) -> Option<String> {
    let age = SystemTime::now().duration_since(since).ok()?;
    Some(of_duration(age))
}

fn of_duration(age: Duration) -> String {
    let units = [(86400, "day"), (3600, "hour"), (60, "minute")];
    let seconds = age.as_secs();
    let unit = units.iter().find(|(length, _)| seconds >= *length);
    let Some((length, name)) = unit else {
        return "less than a minute".into();
    };
    match seconds / length {
        1 => format!("1 {name}"),
        count => format!("{count} {name}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_in_their_largest_unit() {
        let of = |seconds| of_duration(Duration::from_secs(seconds));
        assert_eq!(of(0), "less than a minute");
        assert_eq!(of(61), "1 minute");
        assert_eq!(of(7200), "2 hours");
        assert_eq!(of(90_000), "1 day");
    }

    #[test]
    fn long_command_lines_end_early() {
        let process = Process {
            command_line: Vec::from(["a b".into(), "…".into(), "x".repeat(80)]),
            ..Process::default()
        };
        let line = command_line(&process);
        assert!(
            line.starts_with("'a b' … xxx") && line.ends_with("x …"),
            "{line}"
        );
        assert!(line.chars().count() <= 62);
    }
}
