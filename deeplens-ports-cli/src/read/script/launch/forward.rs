//! `ssh`: what it runs is said on another machine, and what it forwards is opened on this one.

use crate::grammar::number;
use crate::place::{Binding, Ports, Role};
use crate::read::script::output::Output;
use crate::read::script::text::Text;
use std::ops::Range;

pub(super) fn read(words: &[Text], input: Option<&Text>, out: &mut Output<'_>) {
    words.iter().chain(input).for_each(|word| out.is_read(word));
    for (at, word) in words.iter().enumerate() {
        let start = word.start();
        let letters = start.strip_prefix('-').unwrap_or_default();
        let flags = letters.find(|letter: char| !letter.is_ascii_alphabetic() || letter == 'L');
        match flags.filter(|at| letters[*at..].starts_with('L')) {
            // `-L 8080:…`, `-fNL 8080:…`, `-L8080:…`
            Some(flag) if flag + 1 == letters.len() => {
                words.get(at + 1).into_iter().for_each(|it| local(it, out));
            }
            Some(flag) => local(&word.from(flag + 2), out),
            None => {}
        }
    }
}

/// `[ADDRESS:]PORT:HOST:PORT`
fn local(text: &Text, out: &mut Output<'_>) {
    let Some(known) = text.known() else {
        return;
    };
    let address = if known.matches(':').count() > 2 {
        known.find(':').map_or(0, |colon| colon + 1)
    } else {
        0
    };
    let length = known[address..].find(':').unwrap_or_default();
    if let Some(port @ 1..) = number::port(&known[address..address + length]) {
        opens(text, address..address + length, port, out);
    }
}

/// A port of this machine, behind which is that of another.
pub(super) fn opens(text: &Text, part: Range<usize>, port: u16, out: &mut Output<'_>) {
    let location = out.source.location(text.place(part).0);
    let mut binding = Binding::new(location, Role::Listens);
    binding.host_port = Some(Ports::One(port));
    out.found.binding(binding);
}
