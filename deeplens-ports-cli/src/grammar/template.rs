//! Variables in a text, as Compose 2 fills them in: `${X:-5000}`, nested, with `$$` for a dollar.

use std::ops::Range;

/// A text with its variables filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filled {
    pub(crate) text: String,
    /// All variables that had a part in it, the outer before the inner ones.
    pub(crate) uses: Vec<Use>,
}

/// A variable of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    pub(crate) name: String,
    /// Where it stands in the text, the marks included.
    pub(crate) span: Range<usize>,
    /// What the text gives for it where it is not set.
    pub(crate) default: Option<String>,
    pub(crate) state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Its value is in the text.
    Set,
    /// The default is in the text.
    Default,
    /// It is not set, and nothing stands in the text for it.
    Unset,
    /// It is not set, and Compose stops.
    Required,
}

impl Filled {
    /// The first variable of which nobody knows the value.
    pub(crate) fn unknown(&self) -> Option<&Use> {
        self.uses
            .iter()
            .find(|it| matches!(it.state, State::Unset | State::Required))
    }
}

impl Use {
    /// What to say of a variable of which nobody knows the value.
    pub(crate) fn why(&self) -> String {
        match self.state {
            State::Required => format!("`{}` has to be set, and no `.env` sets it", self.name),
            _ => format!("`{}` is not set in a `.env`, and has no default", self.name),
        }
    }
}

/// Why Compose refuses a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) at: usize,
    pub(crate) why: &'static str,
}

/// Fills in the variables.
///
/// # Errors
///
/// Where Compose finds an invalid interpolation format.
pub(crate) fn fill(text: &str, value: &Lookup<'_>) -> Result<Filled, Invalid> {
    let mut filling = Filling {
        value,
        filled: Filled::default(),
        depth: 0,
    };
    filling.part(text, 0)?;
    Ok(filling.filled)
}

type Lookup<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// How deep variables are nested at most.
const DEEPEST: usize = 20;
/// How long a text with variables is at most: lines that double a variable would have no end.
const LONGEST: usize = 8 << 10;

struct Filling<'a> {
    value: &'a Lookup<'a>,
    filled: Filled,
    depth: usize,
}

impl Filling<'_> {
    /// A text that stands at `start` in the whole.
    fn part(&mut self, text: &str, start: usize) -> Result<(), Invalid> {
        let mut rest = text;
        while let Some(dollar) = rest.find('$') {
            let at = start + (text.len() - rest.len()) + dollar;
            let invalid = |why| Err(Invalid { at, why });
            if self.depth > DEEPEST || self.filled.text.len() > LONGEST {
                return invalid("more variables than any text needs");
            }
            self.filled.text.push_str(&rest[..dollar]);
            let after = &rest[dollar + 1..];
            let used = if after.starts_with('$') {
                self.filled.text.push('$');
                1
            } else if after.starts_with('{') {
                let Some(length) = closing(after) else {
                    return invalid("the brace is not closed");
                };
                self.braced(&after[1..length], at..at + length + 2)?;
                length + 1
            } else {
                let name = name(after);
                if name.is_empty() {
                    return invalid("a `$` that is no variable's is written `$$`");
                }
                self.plain(name, at..at + 1 + name.len());
                name.len()
            };
            rest = &after[used..];
        }
        self.filled.text.push_str(rest);
        Ok(())
    }

    fn plain(&mut self, name: &str, span: Range<usize>) {
        let found = (self.value)(name);
        self.filled.uses.push(Use {
            name: name.to_owned(),
            span,
            default: None,
            state: match found {
                Some(_) => State::Set,
                None => State::Unset,
            },
        });
        self.filled.text.push_str(&found.unwrap_or_default());
    }

    /// `X:-n`, `X-n`, `X:?m`, `X?m`, `X:+n`, `X+n`: what stands between the braces.
    fn braced(&mut self, inner: &str, span: Range<usize>) -> Result<(), Invalid> {
        let name = name(inner);
        let at = span.start;
        let invalid = |why| Err(Invalid { at, why });
        if name.is_empty() {
            return invalid("no name of a variable between the braces");
        }
        let rest = &inner[name.len()..];
        if rest.is_empty() {
            self.plain(name, span);
            return Ok(());
        }
        let operator = rest.strip_prefix(':').unwrap_or(rest);
        let is_set = |value: &String| operator.len() == rest.len() || !value.is_empty();
        let found = (self.value)(name).filter(is_set);
        let sign = operator.chars().next();
        let Some(sign @ ('-' | '?' | '+')) = sign else {
            return invalid("a default needs `:-` before it");
        };
        let argument = &operator[1..];
        let argument_at = at + 2 + (inner.len() - argument.len());
        let index = self.filled.uses.len();
        self.filled.uses.push(Use {
            name: name.to_owned(),
            span,
            default: None,
            state: State::Set,
        });
        match (sign, found) {
            ('-', found) => {
                let default = self.aside(argument, argument_at)?;
                let state = if found.is_some() {
                    State::Set
                } else {
                    State::Default
                };
                if found.is_some() {
                    // What the default would have used has no part in the text.
                    self.filled.uses.truncate(index + 1);
                }
                self.filled
                    .text
                    .push_str(found.as_deref().unwrap_or(&default));
                self.filled.uses[index].default = Some(default);
                self.filled.uses[index].state = state;
            }
            ('?', Some(found)) => self.filled.text.push_str(&found),
            ('?', None) => self.filled.uses[index].state = State::Required,
            (_, Some(_)) => {
                let other = self.aside(argument, argument_at)?;
                self.filled.text.push_str(&other);
            }
            // Nothing stands there while it is not set, and that is meant.
            (_, None) => {}
        }
        Ok(())
    }

    /// What stands between the braces behind a name, by itself.
    fn aside(&mut self, text: &str, start: usize) -> Result<String, Invalid> {
        let before = std::mem::take(&mut self.filled.text);
        self.depth += 1;
        self.part(text, start)?;
        self.depth -= 1;
        Ok(std::mem::replace(&mut self.filled.text, before))
    }
}

/// The name of a variable at the start of a text.
pub(crate) fn name(text: &str) -> &str {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let end = text.bytes().position(|byte| !is_part(byte));
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return "";
    }
    &text[..end.unwrap_or(text.len())]
}

/// Where the brace that a text starts with is closed.
fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' if at == 0 || bytes[at - 1] == b'$' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
