//! Which program a command runs: an engine, maybe by way of others.

mod cluster;
mod connection;
mod forward;
mod programs;
mod start_process;

use super::engine::{self, Engine};
use super::language::Language;
use super::output::Output;
use super::split::{self, By};
use super::text::{joined, Origin, Piece, Text};
use super::word::Why;
use programs::Kind;

/// Reads a command. A doubt tells why it does not do what it says.
pub(crate) fn read(
    language: Language,
    words: &[Text],
    input: Option<Text>,
    doubt: Option<&'static str>,
    out: &mut Output<'_>,
) {
    let launch = Launch {
        language,
        doubt,
        depth: 0,
    };
    launch.read(words, input, out);
}

#[derive(Clone, Copy)]
struct Launch {
    language: Language,
    doubt: Option<&'static str>,
    depth: usize,
}

const DEEPEST: usize = 8;

impl Launch {
    fn read(self, words: &[Text], input: Option<Text>, out: &mut Output<'_>) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if self.depth > DEEPEST {
            return;
        }
        let inner = Self {
            depth: self.depth + 1,
            ..self
        };
        let Some(program) = first.known() else {
            return inner.unknown(first, rest, out);
        };
        if let Some(engine) = Engine::of(&program) {
            // `sudo -u docker docker run`
            return if starts_with_engine(rest) {
                inner.read(rest, input, out);
            } else {
                engine::read(engine, &lists(rest), self.doubt, out);
            };
        }
        match Kind::of(&program) {
            Kind::Alias => rest.iter().for_each(|word| {
                if let Some(equals) = word.start().find('=') {
                    inner.text(&word.from(equals + 1), out);
                }
            }),
            Kind::Cluster => cluster::read(rest, out),
            Kind::Eval => inner.text(&joined(rest), out),
            Kind::Expression => {
                let is_text = |word: &&Text| !word.start().starts_with('-');
                rest.iter()
                    .filter(is_text)
                    .for_each(|word| inner.text(word, out));
            }
            Kind::Start => inner.read(&start_process::command(rest), None, out),
            // The same by another name, in PowerShell alone.
            Kind::Wrapper if self.language == Language::PowerShell && program == "start" => {
                inner.read(&start_process::command(rest), None, out);
            }
            Kind::Cmd => inner.behind(rest, &["/c", "/k", "/r"], out),
            Kind::PowerShell => inner.behind(rest, &["-c", "-command"], out),
            Kind::Remote => {
                forward::read(rest, input.as_ref(), out);
                inner
                    .but("it runs on another machine")
                    .words_or_text(rest, out);
            }
            Kind::Shell => inner.shell(rest, input, out),
            Kind::Wrapper => inner.wrapped(rest, input, out),
            Kind::Printer => {}
            Kind::Other => {
                connection::read(&program, rest, out);
                inner
                    .but("it is given to a command of which it is not known whether it runs it")
                    .words(rest, out);
            }
        }
    }

    fn but(self, doubt: &'static str) -> Self {
        Self {
            doubt: self.doubt.or(Some(doubt)),
            ..self
        }
    }

    /// What another shell, or the same once more, divides into commands.
    fn text(self, text: &Text, out: &mut Output<'_>) {
        for words in split::split(text, By::Commands) {
            let words: Vec<Text> = words.into_iter().map(inner_variables).collect();
            self.read(&words, None, out);
        }
    }

    /// `sh -c 'docker …'`, or with the commands as its input.
    fn shell(self, rest: &[Text], input: Option<Text>, out: &mut Output<'_>) {
        let is_command = |word: &Text| {
            let start = word.start();
            start
                .strip_prefix('-')
                .is_some_and(|letters| !letters.starts_with('-') && letters.ends_with('c'))
                || start == "--command"
        };
        match rest.iter().position(is_command) {
            Some(at) => rest[at + 1..]
                .iter()
                .take(1)
                .for_each(|word| self.text(word, out)),
            None => {
                let is_option = |word: &Text| word.start().starts_with('-');
                if let Some(input) = input.filter(|_| rest.iter().all(is_option)) {
                    self.text(&input, out);
                }
            }
        }
    }

    /// The command line behind an option.
    fn behind(self, rest: &[Text], options: &[&str], out: &mut Output<'_>) {
        let is_option = |word: &Text| {
            let known = word.known();
            known.is_some_and(|known| {
                options
                    .iter()
                    .any(|option| known.eq_ignore_ascii_case(option))
            })
        };
        if let Some(at) = rest.iter().position(is_option) {
            self.words_or_text(&rest[at + 1..], out);
        }
    }

    /// Words that are a command, or one of which is.
    fn words_or_text(self, words: &[Text], out: &mut Output<'_>) {
        if self.start_of_engine(words).is_some() {
            return self.words(words, out);
        }
        let is_command_line = |word: &&Text| word.lossy().contains(char::is_whitespace);
        words
            .iter()
            .filter(is_command_line)
            .for_each(|word| self.text(word, out));
    }

    /// A command behind the options of another.
    fn wrapped(self, rest: &[Text], input: Option<Text>, out: &mut Output<'_>) {
        let runs = |word: &Text| {
            word.known().is_some_and(|word| {
                let kind = Kind::of(&word);
                Engine::of(&word).is_some()
                    || matches!(
                        kind,
                        Kind::Cluster | Kind::Cmd | Kind::PowerShell | Kind::Remote | Kind::Shell
                    )
            })
        };
        match rest.iter().position(runs) {
            Some(at) => self.read(&rest[at..], input, out),
            None => {
                let first = rest.iter().position(|word| !word.start().starts_with('-'));
                let first = first.filter(|at| rest[*at].unknown().is_some());
                first
                    .into_iter()
                    .for_each(|at| self.read(&rest[at..], None, out));
            }
        }
    }

    /// Words among which a command may be.
    fn words(self, words: &[Text], out: &mut Output<'_>) {
        if let Some((engine, at)) = self.start_of_engine(words) {
            if engine::starts(engine, &words[at + 1..]) {
                engine::read(engine, &words[at + 1..], self.doubt, out);
            }
        }
    }

    fn start_of_engine(self, words: &[Text]) -> Option<(Engine, usize)> {
        let mut engines = words.iter().enumerate();
        engines.find_map(|(at, word)| Some((Engine::of(&word.known()?)?, at)))
    }

    /// A program that a variable has, such as `$DOCKER run`.
    fn unknown(self, first: &Text, rest: &[Text], out: &mut Output<'_>) {
        let variable = first.unknown().and_then(|unknown| unknown.name.as_deref());
        let variable = variable.unwrap_or_default().to_ascii_lowercase();
        let names_engine = ["container", "docker", "engine", "podman"]
            .iter()
            .any(|name| variable.contains(name));
        if names_engine && engine::starts(Engine::Docker, rest) {
            engine::read(Engine::Docker, rest, self.doubt, out);
        } else if first.is_any_number {
            // `$SUDO docker run`
            let inner = if starts_with_engine(rest) {
                self
            } else {
                self.but("it is not known which program runs it")
            };
            inner.words(rest, out);
        }
    }
}

fn starts_with_engine(words: &[Text]) -> bool {
    let first = words.first().and_then(Text::known);
    first.is_some_and(|first| Engine::of(&first).is_some())
}

/// The elements of a list are one argument of a program of the system, with the commas between them.
fn lists(words: &[Text]) -> Vec<Text> {
    let mut whole: Vec<Text> = Vec::new();
    for word in words {
        match whole.last_mut().filter(|_| word.is_element) {
            Some(last) => {
                let behind = last.span.end;
                last.pieces.push(Piece {
                    text: ",".to_owned(),
                    span: behind..word.span.start.max(behind),
                    origin: Origin::Written,
                });
                last.span.end = word.span.end.max(behind);
                last.pieces.extend(word.pieces.iter().cloned());
            }
            None => whole.push(word.clone()),
        }
    }
    whole
}

/// What is left of variables is for the shell that is started.
fn inner_variables(mut text: Text) -> Text {
    for piece in &mut text.pieces {
        let is_variable = piece.origin == Origin::Written && piece.text.contains(['$', '`']);
        if is_variable {
            *piece = Piece::unknown(Why::InnerShell, None, piece.span.clone());
        }
    }
    text
}
