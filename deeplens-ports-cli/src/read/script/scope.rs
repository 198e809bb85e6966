//! What is known of the variables of a script while it is gone through.

use super::text::Text;
use super::word::Why;
use crate::place::Location;
use std::collections::HashMap;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Text(Text),
    List(Vec<Text>),
    Unknown(Why),
}

/// The value of a variable, and where it has it from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) value: Value,
    /// Whether something else can be given from outside.
    pub(crate) is_default: bool,
    pub(crate) at: At,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Here(Range<usize>),
    /// In a file that is read by this one.
    Elsewhere(Location),
}

/// The variables, by blocks: what is set in one may hold behind it, or not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    /// Whether names are the same in capitals.
    folds: bool,
    base: Variables,
    blocks: Vec<Open>,
    /// All values that variables have outside of blocks, for what is run at any time.
    ever: Variables,
    is_at_any_time: bool,
    /// What a first pass over the file ended with, for languages in which variables are filled in at the end.
    last: Variables,
}

type Variables = HashMap<String, Stored>;

#[derive(Clone, Debug, Default)]
struct Open {
    here: Variables,
    /// Of the parts before.
    done: Vec<Variables>,
}

impl Scope {
    pub(crate) fn new(folds: bool) -> Self {
        Self {
            folds,
            ..Self::default()
        }
    }

    pub(crate) fn depth(&self) -> usize {
        self.blocks.len()
    }

    fn key(&self, name: &str) -> String {
        if self.folds {
            name.to_ascii_lowercase()
        } else {
            name.to_owned()
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Stored> {
        self.get_before(name)
            .or_else(|| self.last.get(&self.key(name)))
    }

    /// What was set up to here.
    pub(crate) fn get_before(&self, name: &str) -> Option<&Stored> {
        let key = self.key(name);
        let inner = self.blocks.iter().rev();
        let base = if self.is_at_any_time {
            &self.ever
        } else {
            &self.base
        };
        inner
            .map(|open| &open.here)
            .chain([base])
            .find_map(|variables| variables.get(&key))
    }

    /// All that is set outside of blocks.
    pub(crate) fn into_all(self) -> impl Iterator<Item = (String, Stored)> {
        self.base.into_iter()
    }

    pub(crate) fn set(&mut self, name: &str, stored: Stored) {
        let key = self.key(name);
        if let Some(open) = self.blocks.last_mut() {
            open.here.insert(key, stored);
            return;
        }
        let ever = match self.ever.get(&key) {
            Some(before) => merged(before, &stored),
            None => stored.clone(),
        };
        self.ever.insert(key.clone(), ever);
        self.base.insert(key, stored);
    }

    pub(crate) fn enter(&mut self) {
        self.blocks.push(Open::default());
    }

    /// Goes on to another part of the block, in which nothing of this one is set.
    pub(crate) fn next(&mut self) {
        if let Some(open) = self.blocks.last_mut() {
            let here = std::mem::take(&mut open.here);
            open.done.push(here);
        }
    }

    /// Ends a block that may have been run, or one of whose parts was.
    pub(crate) fn leave(&mut self) {
        let Some(open) = self.blocks.pop() else {
            return;
        };
        for (name, stored) in open.done.into_iter().chain([open.here]).flatten() {
            let merged = match self.get_before(&name) {
                Some(before) => merged(before, &stored),
                None => merged(&unset(&stored), &stored),
            };
            self.set(&name, merged);
        }
    }

    /// Ends a block that leaves nothing behind.
    pub(crate) fn forget(&mut self) {
        self.blocks.pop();
    }

    /// From here on everything is run at any time.
    pub(crate) fn at_any_time(&mut self, is_so: bool) {
        self.is_at_any_time = is_so;
    }

    /// Starts again, with what is known at the end.
    pub(crate) fn start_again(&mut self) {
        self.last = std::mem::take(&mut self.base);
        self.ever.clear();
        self.blocks.clear();
    }
}

fn unset(like: &Stored) -> Stored {
    Stored {
        value: Value::Unknown(Why::Unset),
        is_default: false,
        at: like.at.clone(),
    }
}

/// What is known of a variable that has either value.
fn merged(one: &Stored, other: &Stored) -> Stored {
    let both = |is_default| (other.value.clone(), is_default);
    let (value, is_default) = match (one.value.why(), other.value.why()) {
        (None, None) => match (
            one.value.extends(&other.value),
            other.value.extends(&one.value),
        ) {
            (_, true) => both(one.is_default || other.is_default),
            (true, false) => (one.value.clone(), one.is_default || other.is_default),
            (false, false) => (Value::Unknown(Why::Several), false),
        },
        (None, Some(why)) if why.is_given() => (one.value.clone(), true),
        (Some(why), None) if why.is_given() => both(true),
        (Some(why), Some(other)) if why.is_given() => (Value::Unknown(other), false),
        (Some(why), _) | (_, Some(why)) => (Value::Unknown(why), false),
    };
    let at = if value == one.value {
        &one.at
    } else {
        &other.at
    };
    Stored {
        at: at.clone(),
        value,
        is_default,
    }
}

impl Value {
    /// Why it is not known. Of a list parts are always known.
    pub(crate) fn why(&self) -> Option<Why> {
        match self {
            Self::Unknown(why) => Some(*why),
            Self::Text(text) => text.unknown().map(|unknown| unknown.why),
            Self::List(_) => None,
        }
    }

    /// In bytes and pieces: what a copy of it takes.
    pub(crate) fn length(&self) -> usize {
        let length = |text: &Text| {
            text.pieces
                .iter()
                .map(|piece| 1 + piece.text.len())
                .sum::<usize>()
                + 1
        };
        match self {
            Self::Unknown(_) => 0,
            Self::Text(text) => length(text),
            Self::List(list) => list.iter().map(length).sum(),
        }
    }

    /// Whether it is the same, or options with further ones behind them: those are given at times.
    fn extends(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => {
                let (one, other) = (one.lossy(), other.lossy());
                let are_options = |text: &str| text.trim_start().starts_with('-');
                one == other
                    || are_options(&one)
                        && (are_options(&other) || other.is_empty())
                        && one.starts_with(&other)
            }
            (Self::List(one), Self::List(other)) => {
                one.len() >= other.len()
                    && one
                        .iter()
                        .zip(other)
                        .all(|(one, other)| one.lossy() == other.lossy())
            }
            _ => false,
        }
    }
}
