//! Maps whose names and texts mean something elsewhere, what is written of them in `golden`, and a reader of PowerShell's
//! data files, for where there is no PowerShell.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;

/// What is written in every language: a name for its files, and the map.
pub const MAPS: [(&str, &str); 6] = [
    ("deeplens", "ports.toml"),
    ("empty", "tests/modules/good/empty.toml"),
    ("full", "tests/modules/good/full.toml"),
    ("hostile", "tests/modules/good/hostile.toml"),
    ("names", "tests/languages/maps/names.toml"),
    ("texts", "tests/languages/maps/texts.toml"),
];

/// A value of a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Without a sign.
    Number(u16),
    /// By key, in lower case: the case does not count.
    Table(BTreeMap<String, Value>),
    /// In quotes of either kind.
    Text(String),
}

/// Reads a file of one table with nothing but literals in it, by the rules of PowerShell 5.1: curly quotes are quotes.
///
/// # Errors
///
/// What is wrong, and what is left of the text there.
///
/// ```
/// use test_languages::{read, Value};
///
/// let text = "# a comment\n@{ Title = 'it''s'\n Lines = \"a`nb\" }\n";
/// let Value::Table(table) = read(text)? else { panic!() };
/// assert_eq!(table["title"], Value::Text("it's".to_owned()));
/// assert_eq!(table["lines"], Value::Text("a\nb".to_owned()));
/// # Ok::<(), String>(())
/// ```
pub fn read(text: &str) -> Result<Value, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader(text.chars().peekable());
    reader.skip();
    let value = reader.value().and_then(|value| {
        reader.skip();
        match reader.0.peek() {
            None => Ok(value),
            Some(_) => Err("something behind the table"),
        }
    });
    value.map_err(|why| {
        let rest: String = reader.0.take(40).collect();
        format!("{why} before {rest:?}")
    })
}

struct Reader<'a>(Peekable<Chars<'a>>);

impl Reader<'_> {
    fn value(&mut self) -> Result<Value, &'static str> {
        match self.0.next() {
            Some('@') if self.0.next() == Some('{') => self.table(),
            Some(quote) if is_single(quote) => self.single(),
            Some(quote) if is_double(quote) => self.double(),
            Some(digit) if digit.is_ascii_digit() => {
                let mut number = String::from(digit);
                while let Some(digit) = self.0.next_if(char::is_ascii_digit) {
                    number.push(digit);
                }
                let number = number.parse();
                number.map(Value::Number).map_err(|_| "too large a number")
            }
            _ => Err("no literal"),
        }
    }

    fn table(&mut self) -> Result<Value, &'static str> {
        let mut table = BTreeMap::new();
        loop {
            self.skip();
            if self.0.next_if_eq(&'}').is_some() {
                return Ok(Value::Table(table));
            }
            let mut key = String::new();
            while let Some(c) = self.0.next_if(|c| c.is_ascii_alphanumeric() || *c == '_') {
                key.push(c.to_ascii_lowercase());
            }
            if !key.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Err("no key");
            }
            self.blanks();
            if self.0.next() != Some('=') {
                return Err("no `=` behind a key");
            }
            self.blanks();
            let value = self.value()?;
            if table.insert(key, value).is_some() {
                return Err("a key that was there");
            }
            self.blanks();
            if !matches!(self.0.peek(), Some('\n' | '\r' | '}')) {
                return Err("two values on a line");
            }
        }
    }

    /// Two quotes are the second one of them.
    fn single(&mut self) -> Result<Value, &'static str> {
        let mut text = String::new();
        while let Some(c) = self.0.next() {
            if !is_single(c) {
                text.push(c);
            } else if let Some(second) = self.0.next_if(|c| is_single(*c)) {
                text.push(second);
            } else {
                return Ok(Value::Text(text));
            }
        }
        Err("a text without an end")
    }

    fn double(&mut self) -> Result<Value, &'static str> {
        let mut text = String::new();
        while let Some(c) = self.0.next() {
            match c {
                '`' => text.push(match self.0.next() {
                    Some('0') => '\0',
                    Some('n') => '\n',
                    Some('r') => '\r',
                    Some(c) if !c.is_ascii_alphanumeric() => c,
                    _ => return Err("an escape that nobody needs"),
                }),
                '$' => return Err("something to fill in"),
                c if is_double(c) => return Ok(Value::Text(text)),
                c => text.push(c),
            }
        }
        Err("a text without an end")
    }

    fn blanks(&mut self) {
        while self.0.next_if(|c| matches!(c, ' ' | '\t')).is_some() {}
    }

    /// What means nothing between two entries.
    fn skip(&mut self) {
        while let Some(c) = self.0.next_if(|c| c.is_ascii_whitespace() || *c == '#') {
            if c == '#' {
                while self.0.next_if(|c| !matches!(c, '\n' | '\r')).is_some() {}
            }
        }
    }
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}'..='\u{201b}')
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201e}')
}
