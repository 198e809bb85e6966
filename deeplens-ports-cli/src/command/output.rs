//! What a command prints, and how it ends.

use crate::arguments::Color;
use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Effects, Style};
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ends; the number is its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Well = 0,
    Conflict = 1,
    Usage = 2,
    Unknown = 3,
}

/// Text with styles, which are taken out where there are no colours, and marks of the states, likewise.
#[derive(Debug)]
pub(crate) struct Output {
    text: String,
    /// What is said of it to people, whoever takes the text.
    report: String,
    exit: Exit,
    is_error: bool,
    has_marks: bool,
}

impl Output {
    pub(crate) fn new(text: String, exit: Exit) -> Self {
        Self {
            text,
            report: String::new(),
            exit,
            is_error: false,
            has_marks: true,
        }
    }

    /// A text without marks of symbols.
    pub(crate) fn plain(text: String, exit: Exit) -> Self {
        Self {
            has_marks: false,
            ..Self::new(text, exit)
        }
    }

    /// With notes, which are no part of what is printed.
    pub(crate) fn with_notes(self, notes: &[String]) -> Self {
        let notes = notes.iter().map(|note| format!("note: {note}\n"));
        self.with_report(notes.collect())
    }

    /// Of a wrong usage or a map that does not compile: one line, or a report that stands for itself.
    pub(crate) fn error(text: &str) -> Self {
        let is_report = text.starts_with("error");
        let text = if is_report {
            format!("{text}\n")
        } else {
            format!("{ERROR}error{ERROR:#}: {text}\n")
        };
        Self {
            is_error: true,
            ..Self::plain(text, Exit::Usage)
        }
    }

    pub(crate) fn with_report(self, report: String) -> Self {
        Self { report, ..self }
    }

    /// Of a question that cannot be answered.
    pub(crate) fn unknown(text: &str) -> Self {
        Self {
            exit: Exit::Unknown,
            ..Self::error(text)
        }
    }

    pub(crate) fn json(value: &impl serde::Serialize, exit: Exit) -> Result<Self, String> {
        let mut text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
        text.push('\n');
        Ok(Self::plain(text, exit))
    }
}

/// A list whose items are made one at a time, as there can be very many.
pub(crate) struct List<'a, T, V>(pub(crate) &'a [T], pub(crate) fn(&'a T) -> V);

impl<T, V: serde::Serialize> serde::Serialize for List<'_, T, V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(self.1))
    }
}

pub(crate) const BAD: Style = AnsiColor::Red.on_default();
pub(crate) const DIM: Style = Style::new().effects(Effects::DIMMED);
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
pub(crate) const HEAD: Style = Style::new().effects(Effects::BOLD);
pub(crate) const PLAIN: Style = Style::new();
pub(crate) const WARN: Style = AnsiColor::Yellow.on_default();

/// What stands before and after a symbol, which is for terminals alone.
pub(crate) const SYMBOL: [char; 2] = ['\u{e000}', '\u{e001}'];

/// A letter of a text from elsewhere, such as what a process calls itself, which may hold anything.
pub(crate) fn visible(letter: char) -> char {
    if letter.is_control() || SYMBOL.contains(&letter) {
        '\u{fffd}'
    } else {
        letter
    }
}

/// The same of a text that may have several lines.
pub(crate) fn visible_lines(text: &str) -> String {
    let letters = text.chars();
    letters
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            letter => visible(letter),
        })
        .collect()
}

pub(crate) fn print(output: &Output, color: Color) -> ExitCode {
    let result = if output.is_error {
        write(io::stderr(), output, color)
    } else {
        write(io::stdout(), output, color)
    };
    // There may be nobody to be told.
    let _ = io::stderr().write_all(output.report.as_bytes());
    match result {
        // Whoever reads has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            // There may be nobody to be told.
            let _ = writeln!(io::stderr(), "error: failed to write: {error}");
            ExitCode::from(Exit::Usage as u8)
        }
        _ => ExitCode::from(output.exit as u8),
    }
}

fn write(stream: impl RawStream + AsLockedWrite, output: &Output, color: Color) -> io::Result<()> {
    let has_symbols = match color {
        Color::Auto => stream.is_terminal(),
        Color::Always => true,
        Color::Never => false,
    };
    let choice = match color {
        Color::Auto => AutoStream::choice(&stream),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let mut stream = AutoStream::new(stream, choice);
    if output.has_marks {
        stream.write_all(symbols(&output.text, has_symbols).as_bytes())?;
    } else {
        stream.write_all(output.text.as_bytes())?;
    }
    stream.flush()
}

/// Keeps or takes out what stands between the marks.
fn symbols(text: &str, are_kept: bool) -> String {
    let mut parts = text.split(SYMBOL);
    let mut kept = String::with_capacity(text.len());
    kept.push_str(parts.next().unwrap_or_default());
    while let (Some(symbol), Some(rest)) = (parts.next(), parts.next()) {
        if are_kept {
            kept.push_str(symbol);
        }
        kept.push_str(rest);
    }
    kept
}
