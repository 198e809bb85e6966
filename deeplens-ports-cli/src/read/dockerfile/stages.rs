//! The stages of a build, each with variables of its own.

use crate::read::script::fill::Filler;
use crate::read::script::scope::{At, Scope, Stored, Value};
use crate::read::script::text::Text;
use crate::read::script::word::{Why, Word};
use crate::source::Source;
use std::collections::HashMap;

pub(super) struct Stages<'a> {
    filler: Filler<'a>,
    /// The arguments before the first stage.
    outer: Option<Scope>,
    named: HashMap<String, Scope>,
    name: Option<String>,
}

/// More stages with a name no file has that people write.
const MOST: usize = 100;

impl<'a> Stages<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            filler: Filler::new(source, false),
            outer: None,
            named: HashMap::new(),
            name: None,
        }
    }

    /// `FROM image AS name`
    pub(super) fn from(&mut self, words: &[Word]) {
        let words = self.filler.words(words);
        let words: Vec<String> = words
            .iter()
            .map(Text::lossy)
            .filter(|word| !word.starts_with("--"))
            .collect();
        let image = words
            .first()
            .map(|image| image.to_ascii_lowercase())
            .unwrap_or_default();
        let before = std::mem::take(&mut self.filler.scope);
        if self.outer.is_none() {
            self.outer = Some(before);
        } else if let Some(name) = self.name.take().filter(|_| self.named.len() < MOST) {
            self.named.insert(name, before);
        }
        self.filler.scope = self.named.get(&image).cloned().unwrap_or_default();
        self.name = match &words[..] {
            [_, mark, name, ..] if mark.eq_ignore_ascii_case("as") => {
                Some(name.to_ascii_lowercase())
            }
            _ => None,
        };
    }

    /// `ARG NAME=default`. Gives the defaults.
    pub(super) fn argument(&mut self, words: &[Word]) -> Vec<(String, Text)> {
        let mut defaults = Vec::new();
        for word in words {
            let text = self.filler.one(word);
            let Some((name, value)) = assigned(&text) else {
                let name = text.lossy();
                let outer = self
                    .outer
                    .as_ref()
                    .and_then(|outer| outer.get(&name))
                    .cloned();
                let unknown = || stored(Value::Unknown(Why::Argument), &text);
                self.filler.scope.set(&name, outer.unwrap_or_else(unknown));
                continue;
            };
            let stored = Stored {
                is_default: true,
                ..stored(Value::Text(value.clone()), &value)
            };
            self.filler.scope.set(&name, stored);
            defaults.push((name, value));
        }
        defaults
    }

    /// `ENV NAME=value …`, or in its old form `ENV NAME value`.
    pub(super) fn environment(&mut self, words: &[Word]) -> Vec<(String, Text)> {
        let texts: Vec<Text> = words.iter().map(|word| self.filler.one(word)).collect();
        let set = match &texts[..] {
            [name, value, ..] if assigned(name).is_none() => vec![(name.lossy(), value.clone())],
            texts => texts.iter().filter_map(assigned).collect(),
        };
        for (name, value) in &set {
            self.filler
                .scope
                .set(name, stored(Value::Text(value.clone()), value));
        }
        set
    }

    pub(super) fn words(&mut self, words: &[Word]) -> Vec<Text> {
        self.filler.words(words)
    }
}

/// The name and the value of `NAME=value`.
fn assigned(text: &Text) -> Option<(String, Text)> {
    let start = text.start();
    let (name, _) = start.split_once('=')?;
    Some((name.to_owned(), text.from(name.len() + 1)))
}

fn stored(value: Value, text: &Text) -> Stored {
    Stored {
        value,
        is_default: false,
        at: At::Here(text.span.clone()),
    }
}
