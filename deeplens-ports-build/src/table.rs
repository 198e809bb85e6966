//! The one kind of hash table of this crate. Each other one costs the build of every user the tenth part of a second, in
//! which the compiler of Rust translates it anew.

use std::collections::HashMap;

/// Texts, each with a number: such as its place in a list.
#[derive(Debug, Default)]
pub(crate) struct Table {
    numbers: HashMap<String, usize>,
}

impl Table {
    /// Adds a text, unless it is there; the number that it has then.
    pub(crate) fn add(&mut self, text: String, number: usize) -> usize {
        *self.numbers.entry(text).or_insert(number)
    }

    pub(crate) fn get(&self, text: &str) -> Option<usize> {
        self.numbers.get(text).copied()
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.get(text).is_some()
    }
}
