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
pub(crate) fn fill(text: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<Filled, Invalid> {
    let mut filled = Filled::default();
    part(text, 0, value, 0, &mut filled)?;
    Ok(filled)
}

/// How deep variables are nested at most.
const DEEPEST: usize = 20;

fn part(
    text: &str,
    start: usize,
    value: &dyn Fn(&str) -> Option<String>,
    depth: usize,
    filled: &mut Filled,
) -> Result<(), Invalid> {
    if depth > DEEPEST {
        return Err(Invalid {
            at: start,
            why: "variables are nested too deep",
        });
    }
    let mut rest = text;
    while let Some(dollar) = rest.find('$') {
        filled.text.push_str(&rest[..dollar]);
        let at = start + (text.len() - rest.len()) + dollar;
        let after = &rest[dollar + 1..];
        let used = match after.as_bytes().first() {
            Some(b'$') => {
                filled.text.push('$');
                1
            }
            Some(b'{') => {
                let length = closing(after).ok_or(Invalid {
                    at,
                    why: "the brace is not closed",
                })?;
                let inner = &after[1..length];
                let span = at..at + 1 + length + 1;
                braced(inner, span, value, depth, filled)?;
                length + 1
            }
            _ => {
                let name = name(after);
                if name.is_empty() {
                    let why = "a `$` that is no variable's is written `$$`";
                    return Err(Invalid { at, why });
                }
                let span = at..at + 1 + name.len();
                plain(name, span, value, filled);
                name.len()
            }
        };
        rest = &after[used..];
    }
    filled.text.push_str(rest);
    Ok(())
}

/// The name of a variable at the start of a text.
pub(crate) fn name(text: &str) -> &str {
    let end = text
        .bytes()
        .position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'_'))
        .unwrap_or(text.len());
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return "";
    }
    &text[..end]
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

fn plain(
    name: &str,
    span: Range<usize>,
    value: &dyn Fn(&str) -> Option<String>,
    filled: &mut Filled,
) {
    let found = value(name);
    filled.uses.push(Use {
        name: name.to_owned(),
        span,
        default: None,
        state: if found.is_some() {
            State::Set
        } else {
            State::Unset
        },
    });
    filled.text.push_str(&found.unwrap_or_default());
}

/// `X:-n`, `X-n`, `X:?m`, `X?m`, `X:+n`, `X+n`: what stands between the braces.
fn braced(
    inner: &str,
    span: Range<usize>,
    value: &dyn Fn(&str) -> Option<String>,
    depth: usize,
    filled: &mut Filled,
) -> Result<(), Invalid> {
    let name = name(inner);
    let at = span.start;
    let rest = &inner[name.len()..];
    if name.is_empty() {
        return Err(Invalid {
            at,
            why: "no name of a variable between the braces",
        });
    }
    if rest.is_empty() {
        plain(name, span, value, filled);
        return Ok(());
    }
    let (counts_empty, operator) = match rest.strip_prefix(':') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let found = value(name).filter(|value| !(counts_empty && value.is_empty()));
    let Some(sign) = operator
        .chars()
        .next()
        .filter(|sign| matches!(sign, '-' | '?' | '+'))
    else {
        return Err(Invalid {
            at,
            why: "a default needs `:-` before it",
        });
    };
    let argument = &operator[1..];
    let argument_at = at + 2 + (inner.len() - argument.len());
    let index = filled.uses.len();
    let mut own = Use {
        name: name.to_owned(),
        span,
        default: None,
        state: State::Set,
    };
    filled.uses.push(own.clone());
    let before = filled.text.len();
    match (sign, found) {
        ('-', found) => {
            part(argument, argument_at, value, depth + 1, filled)?;
            own.default = Some(filled.text.split_off(before));
            own.state = if found.is_some() {
                State::Set
            } else {
                State::Default
            };
            if let Some(found) = found {
                // What the default would have used has no part in the text.
                filled.uses.truncate(index + 1);
                filled.text.push_str(&found);
            } else {
                filled
                    .text
                    .push_str(own.default.as_deref().unwrap_or_default());
            }
        }
        ('?', Some(found)) => filled.text.push_str(&found),
        ('?', None) => own.state = State::Required,
        (_, Some(_)) => {
            part(argument, argument_at, value, depth + 1, filled)?;
            own.default = Some(filled.text[before..].to_owned());
        }
        // Nothing stands there while it is not set, and that is meant.
        (_, None) => {}
    }
    filled.uses[index] = own;
    Ok(())
}
