//! Goes through a script: sets its variables, and reads the commands that it runs.

use super::fill::Filler;
use super::language::Language;
use super::launch;
use super::output::Output;
use super::scope::{At, Scope, Stored, Value};
use super::step::{Assigned, Block, Command, How, Script, Set, Step};
use super::text::{Origin, Text};
use super::word::Why;

pub(crate) struct Runner<'s, 'a> {
    language: Language,
    script: &'s Script,
    pub(crate) filler: Filler<'a>,
    out: Output<'a>,
    /// Whether variables alone are looked at: of what is run again.
    is_silent: bool,
    /// What is run once the rest was.
    later: Vec<(Block, &'s [Vec<Step>])>,
}

/// Blocks within blocks that are told apart.
const DEEPEST: usize = 32;

/// Variables of make that have others, which are set further down.
const DEEPEST_IN_MAKE: usize = 4;

impl<'s, 'a> Runner<'s, 'a> {
    pub(crate) fn new(language: Language, script: &'s Script, out: Output<'a>) -> Self {
        Self {
            language,
            script,
            filler: Filler::new(out.source, language.folds()),
            out,
            is_silent: false,
            later: Vec::new(),
        }
    }

    /// Goes through it. Gives what was found, with what was read of the file.
    pub(crate) fn run(mut self) -> Output<'a> {
        self.variables();
        self.top();
        for (block, parts) in std::mem::take(&mut self.later) {
            self.filler.scope.at_any_time(block != Block::Recipe);
            self.filler.scope.enter();
            parts.iter().for_each(|part| self.steps(part));
            self.filler.scope.forget();
        }
        self.out
    }

    /// Sets its variables alone.
    pub(crate) fn set_all(mut self) -> Scope {
        self.variables();
        self.silently(Self::top);
        self.filler.scope
    }

    /// Where variables are filled in with what they have at the end, finds out what that is.
    fn variables(&mut self) {
        let passes = match self.language {
            Language::Make => DEEPEST_IN_MAKE,
            Language::Batch | Language::PowerShell | Language::Shell => 0,
        };
        for _ in 0..passes {
            self.silently(Self::top);
            self.later.clear();
            self.filler.scope.start_again();
        }
    }

    fn top(&mut self) {
        for (name, stored) in &self.script.given {
            self.filler.scope.set(name, stored.clone());
        }
        self.steps(&self.script.steps);
    }

    fn steps(&mut self, steps: &'s [Step]) {
        for step in steps {
            match step {
                Step::Run(command) => self.command(command),
                Step::Set(set) => self.set(set),
                Step::Block(block, parts) => self.block(*block, parts),
            }
        }
    }

    fn block(&mut self, block: Block, parts: &'s [Vec<Step>]) {
        let is_inner = self.filler.scope.depth() > 0;
        match block {
            _ if self.filler.scope.depth() >= DEEPEST => {
                parts.iter().for_each(|part| self.steps(part));
            }
            Block::Recipe => self.later.push((block, parts)),
            Block::Function | Block::LocalFunction if !is_inner => {
                if block == Block::Function {
                    self.silently(|runner| runner.branch(parts));
                }
                self.later.push((block, parts));
            }
            Block::Subshell | Block::LocalFunction => {
                self.filler.scope.enter();
                parts.iter().for_each(|part| self.steps(part));
                self.filler.scope.forget();
            }
            Block::Branch | Block::Function => self.branch(parts),
            Block::Loop => {
                // What the last turn set holds in the next.
                if !self.is_silent {
                    self.silently(|runner| runner.branch(parts));
                }
                self.branch(parts);
            }
        }
    }

    fn branch(&mut self, parts: &'s [Vec<Step>]) {
        self.filler.scope.enter();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.filler.scope.next();
            }
            self.steps(part);
        }
        self.filler.scope.leave();
    }

    fn silently(&mut self, run: impl FnOnce(&mut Self)) {
        let was_silent = std::mem::replace(&mut self.is_silent, true);
        run(self);
        self.is_silent = was_silent;
    }

    fn set(&mut self, set: &Set) {
        let value = match &set.value {
            _ if set.how == How::Append && !self.filler.has_room(&set.name) => {
                Value::Unknown(Why::TooMuch)
            }
            Assigned::Text(word) => Value::Text(self.filler.one(word)),
            Assigned::List(words) => Value::List(self.filler.words(words)),
            Assigned::Unknown(why) => Value::Unknown(*why),
        };
        let at = match &set.value {
            Assigned::Text(word) => word.span.clone(),
            _ => 0..0,
        };
        let is_of_defaults = matches!(&value, Value::Text(text) if is_default(text));
        let mut stored = Stored {
            value,
            is_default: matches!(set.how, How::IfUnset | How::Parameter) || is_of_defaults,
            at: At::Here(at),
        };
        let before = self.filler.scope.get_before(&set.name);
        match (set.how, before) {
            (How::IfUnset, Some(before))
                if before.value.why().is_none_or(|why| !why.is_given()) =>
            {
                return;
            }
            (How::Append, Some(before)) if stored.value != Value::Unknown(Why::TooMuch) => {
                stored.value = appended(before.value.clone(), stored.value);
            }
            _ => {}
        }
        self.filler.scope.set(&set.name, stored);
    }

    fn command(&mut self, command: &Command) {
        let words = self.filler.words(&command.words);
        let input = command.input.and_then(|at| self.script.inputs.get(at));
        let input = input.map(|word| self.filler.one(word));
        if self.language == Language::Shell || self.language == Language::Make {
            self.builtin(&words);
        }
        if !self.is_silent {
            launch::read(self.language, &words, input, command.doubt, &mut self.out);
        }
    }

    /// What commands of the shell set.
    fn builtin(&mut self, words: &[Text]) {
        let Some((program, rest)) = words.split_first() else {
            return;
        };
        let why = match program.known().as_deref() {
            Some("read" | "readarray" | "mapfile" | "getopts") => Why::Asked,
            Some("unset") => Why::Unset,
            _ => return,
        };
        for name in rest.iter().filter_map(Text::known) {
            if self.filler.scope.get(&name).is_some() || why == Why::Asked {
                let stored = Stored {
                    value: Value::Unknown(why),
                    is_default: false,
                    at: At::Here(0..0),
                };
                self.filler.scope.set(&name, stored);
            }
        }
    }
}

/// Whether a value is the default of something that can be given.
fn is_default(text: &Text) -> bool {
    let mut pieces = text.pieces.iter();
    pieces.any(|piece| matches!(&piece.origin, Origin::Variable(it) if it.is_default()))
}

fn appended(before: Value, more: Value) -> Value {
    match (before, more) {
        (Value::List(mut list), Value::List(more)) => {
            list.extend(more);
            Value::List(list)
        }
        (Value::List(mut list), Value::Text(more)) => {
            list.push(more);
            Value::List(list)
        }
        (Value::Text(mut text), Value::Text(more)) => {
            text.pieces.extend(more.pieces);
            Value::Text(text)
        }
        (Value::Text(text), Value::List(mut list)) => {
            list.insert(0, text);
            Value::List(list)
        }
        (Value::Unknown(Why::Unset), more) => more,
        (Value::Unknown(why), _) | (_, Value::Unknown(why)) => Value::Unknown(why),
    }
}
