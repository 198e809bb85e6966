//! Programs that connect, to a host and a port that are two words: `psql -h localhost -p 5432`.

use crate::grammar::number;
use crate::place::{Ports, Reference, Side};
use crate::read::script::output::Output;
use crate::read::script::text::Text;

/// A program, its options for the host, and those for the port.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const PROGRAMS: [Row; 6] = [
    ("pg_dump", &["-h", "--host"], &["-p", "--port"]),
    ("pg_isready", &["-h", "--host"], &["-p", "--port"]),
    ("psql", &["-h", "--host"], &["-p", "--port"]),
    ("redis-cli", &["-h"], &["-p"]),
    ("test-netconnection", &["-computername"], &["-port"]),
    ("tnc", &["-computername"], &["-port"]),
];

pub(super) fn read(program: &str, words: &[Text], out: &mut Output<'_>) {
    let program = program.to_ascii_lowercase();
    let Some((_, host, port)) = PROGRAMS.iter().find(|row| row.0 == program) else {
        return;
    };
    let (Some(host), Some(word)) = (behind(words, host), behind(words, port)) else {
        return;
    };
    let (Some(host), Some(text)) = (host.known(), word.known()) else {
        return;
    };
    let Some(port @ 1..) = number::port(&text) else {
        return;
    };
    out.is_read(word);
    let (span, _) = word.place(0..text.len());
    let mut reference = Reference::new(out.source.location(span), Ports::One(port));
    reference.host = Some(host.to_ascii_lowercase());
    reference.side = Side::Host;
    reference.is_prose = true;
    out.found.reference(reference);
}

/// The word behind one of the options.
fn behind<'a>(words: &'a [Text], options: &[&str]) -> Option<&'a Text> {
    let is_it = |word: &Text| {
        let known = word.known().unwrap_or_default();
        options.iter().any(|it| known.eq_ignore_ascii_case(it))
    };
    let at = words.iter().position(is_it)?;
    words.get(at + 1)
}
