//! The ports in the command line of any program.

use crate::grammar::{address, key, number};
use crate::place::Ports;
use crate::read::values::{self, Said};
use std::ops::Range;

/// A port among the words of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// The number of the word.
    pub(super) word: usize,
    pub(super) span: Range<usize>,
    /// None where the option says which port, or the program listens on all addresses.
    pub(super) host: Option<String>,
    /// Of a URL.
    pub(super) scheme: Option<String>,
    pub(super) port: Ports,
    /// As it is written, such as `--port`; empty where there is none.
    pub(super) option: String,
}

/// The words of a text, with where each starts; quotes are no part of them.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_between = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '"' | '\'' | '`' | '(' | ')' | '|' | '&' | '<' | '>')
    };
    let mut at = 0;
    text.split(is_between).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// The ports that words name: `--port 8080`, `--port=8080`, `--listen :9090`, `http://localhost:8080/health`.
pub(super) fn ports(words: &[String]) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let (option, value_at) = match word.split_once('=') {
            Some((option, _)) => (option.to_owned(), option.len() + 1),
            None => (option_before(words, at), 0),
        };
        let value = &word[value_at..];
        if word.starts_with('-') && value_at == 0 {
            continue;
        }
        let mut add = |host, scheme, port, span: Range<usize>| {
            found.push(Mention {
                word: at,
                span: value_at + span.start..value_at + span.end,
                host,
                scheme,
                port,
                option: option.clone(),
            });
        };
        let own = value.strip_prefix(':').and_then(number::port);
        match own {
            Some(port @ 1..) => add(None, None, Ports::One(port), 0..value.len()),
            _ if key::is_of_port(&option) => {
                for said in values::read(&option, value) {
                    if let Said::Port(it) = said {
                        add(it.host, it.scheme, it.port, it.span);
                    }
                }
            }
            _ => {
                // A command may hold a whole other one, such as that of a shell.
                for it in address::find(value).iter().filter(|it| it.is_certain()) {
                    if let (Some(port @ 1..), address::Port::Number(_)) = (it.number(), it.port) {
                        let scheme = it.scheme.map(str::to_owned);
                        add(
                            values::host(it.host),
                            scheme,
                            Ports::One(port),
                            it.span.clone(),
                        );
                    }
                }
            }
        }
    }
    found
}

/// The option that a word is the value of.
fn option_before(words: &[String], at: usize) -> String {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before
        .filter(|word| word.starts_with('-') && !word.contains('='))
        .cloned()
        .unwrap_or_default()
}
