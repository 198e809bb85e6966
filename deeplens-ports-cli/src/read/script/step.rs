//! What a script does, in whatever language: it runs commands and sets variables.

use super::scope::Stored;
use super::word::{Why, Word};
use std::ops::Range;

/// A script, or what of it a parser understood.
#[derive(Debug, Default)]
pub(crate) struct Script {
    pub(crate) steps: Vec<Step>,
    /// The texts that commands get as their input.
    pub(crate) inputs: Vec<Word>,
    pub(crate) comments: Vec<Range<usize>>,
    /// The variables that other files set.
    pub(crate) given: Vec<(String, Stored)>,
    /// Where it was given up, since it is nested too deep.
    pub(crate) given_up: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum Step {
    Run(Command),
    Set(Set),
    /// Of a branch several parts, of which one is run.
    Block(Block, Vec<Vec<Step>>),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Command {
    pub(crate) words: Vec<Word>,
    /// The number of its input in the script.
    pub(crate) input: Option<usize>,
    /// Why it does not do what it says.
    pub(crate) doubt: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) how: How,
    pub(crate) value: Assigned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Replace,
    Append,
    /// What is given from outside holds: a default.
    IfUnset,
    /// Likewise, whatever was set before.
    Parameter,
}

#[derive(Clone, Debug)]
pub(crate) enum Assigned {
    Text(Word),
    List(Vec<Word>),
    Unknown(Why),
}

/// Steps that are not simply run one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Block {
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
    pub(crate) fn unknown(name: &str, why: Why) -> Step {
        Step::Set(Self {
            name: name.to_owned(),
            how: How::Replace,
            value: Assigned::Unknown(why),
        })
    }
}
