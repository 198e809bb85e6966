//! What a script does, in whatever language: it runs commands and sets variables.

use super::scope::Stored;
use super::word::{Why, Word};
use std::ops::Range;

/// A script, or what of it a parser understood.
#[derive(Debug, Default)]
pub(in crate::read) struct Script {
    pub(in crate::read) steps: Vec<Step>,
    /// The texts that commands get as their input.
    pub(in crate::read) inputs: Vec<Word>,
    pub(in crate::read) comments: Vec<Range<usize>>,
    /// The variables that other files set.
    pub(in crate::read) given: Vec<(String, Stored)>,
    /// Where it was given up, since it is nested too deep.
    pub(in crate::read) given_up: Option<usize>,
}

#[derive(Clone, Debug)]
pub(in crate::read) enum Step {
    Run(Command),
    Set(Set),
    /// Of a branch several parts, of which one is run.
    Block(Block, Vec<Vec<Step>>),
}

#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Command {
    pub(in crate::read) words: Vec<Word>,
    /// The number of its input in the script.
    pub(in crate::read) input: Option<usize>,
    /// Why it does not do what it says.
    pub(in crate::read) doubt: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub(in crate::read) struct Set {
    pub(in crate::read) name: String,
    pub(in crate::read) how: How,
    pub(in crate::read) value: Assigned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum How {
    Replace,
    Append,
    /// What is given from outside holds: a default.
    IfUnset,
    /// Likewise, whatever was set before.
    Parameter,
}

#[derive(Clone, Debug)]
pub(in crate::read) enum Assigned {
    Text(Word),
    List(Vec<Word>),
    Unknown(Why),
}

/// Steps that are not simply run one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Block {
    /// One of the parts is run, or none.
    Branch,
    /// Called from somewhere; what it sets is set outside as well.
    Function,
    /// Called from somewhere; what it sets ends with it.
    LocalFunction,
    Loop,
    /// Run once everything is set; what it sets ends with it.
    Recipe,
    /// Run here; what it sets ends with it.
    Subshell,
}

impl Set {
    pub(in crate::read) fn unknown(name: &str, why: Why) -> Step {
        Step::Set(Self {
            name: name.to_owned(),
            how: How::Replace,
            value: Assigned::Unknown(why),
        })
    }
}
