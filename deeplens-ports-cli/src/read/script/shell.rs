//! The language of sh, bash and their like, also in the recipes of a Makefile.

mod assign;
mod brace;
mod command;
mod compound;
mod dollar;
mod here;
mod list;
mod make;
mod parser;
mod words;

use super::step::{Script, Step};
use super::word::Word;
pub(crate) use parser::Dialect;
use parser::Parser;
use std::ops::Range;

/// A whole script.
pub(crate) fn parse(text: &str) -> Script {
    let mut parser = Parser::new(text, Dialect::Shell);
    let steps = parser.lists();
    Script {
        steps,
        ..parser.script
    }
}

/// A part of a file, such as a recipe. What it finds beside steps goes to the script.
pub(crate) fn parse_part(
    text: &str,
    part: Range<usize>,
    dialect: Dialect,
    script: &mut Script,
) -> Vec<Step> {
    let mut parser = Parser::new(text, dialect);
    parser.cursor.at = part.start;
    parser.cursor.end = part.end;
    parser.script = std::mem::take(script);
    let steps = parser.lists();
    *script = parser.script;
    steps
}

/// The value of one of make's variables.
pub(crate) fn make_value(text: &str, part: Range<usize>) -> Word {
    let mut parser = Parser::new(text, Dialect::Recipe);
    parser.cursor.at = part.start;
    parser.cursor.end = part.end;
    parser.value()
}

/// The words of a line.
pub(crate) fn words(text: &str, part: Range<usize>) -> Vec<Word> {
    let mut parser = Parser::new(text, Dialect::Shell);
    parser.cursor.at = part.start;
    parser.cursor.end = part.end;
    parser.all_words()
}
