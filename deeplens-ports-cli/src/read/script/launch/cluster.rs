//! `kubectl`: what it runs in a container is said there, and what it forwards is opened on this machine.

use super::forward;
use crate::grammar::number;
use crate::read::script::output::Output;
use crate::read::script::text::Text;

pub(super) fn read(words: &[Text], out: &mut Output<'_>) {
    const COMMANDS: [&str; 5] = ["attach", "debug", "exec", "port-forward", "run"];
    let command = words.iter().enumerate().find_map(|(at, word)| {
        let known = word.known()?;
        COMMANDS.contains(&known.as_str()).then_some((at, known))
    });
    match command {
        Some((at, name)) if name == "port-forward" => {
            words[at + 1..].iter().for_each(|word| forwarded(word, out));
        }
        Some(_) => words.iter().for_each(|word| out.is_read(word)),
        None => {}
    }
}

/// `3000:80`, or `3000` for the same on both sides.
fn forwarded(word: &Text, out: &mut Output<'_>) {
    let known = word.known().unwrap_or_default();
    let (outside, inside) = known.split_once(':').unwrap_or((&known, &known));
    let ports = (number::port(outside), number::port(inside));
    if let (Some(port @ 1..), Some(_)) = ports {
        out.is_read(word);
        forward::opens(word, 0..outside.len(), port, out);
    }
}
