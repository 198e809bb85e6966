//! What a reader takes a scalar for.

/// What go-yaml, and so Compose 2, makes of a scalar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool,
    Integer(i64),
    /// With a point or an exponent, or too long for an integer.
    Float,
    Text(&'a str),
}

impl<'a> Value<'a> {
    pub(super) fn of(text: &'a str, is_plain: bool, tag: Option<&str>) -> Self {
        match tag {
            Some("!!str") => return Self::Text(text),
            // A quoted number with its tag is a number.
            Some("!!int") => {}
            _ if !is_plain => return Self::Text(text),
            _ => {}
        }
        match text {
            "" | "~" | "null" | "Null" | "NULL" => return Self::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => return Self::Bool,
            _ => {}
        }
        match integer(text) {
            Some(number) => Self::Integer(number),
            None if is_float(text) => Self::Float,
            None => Self::Text(text),
        }
    }
}

/// Go's `ParseInt` with the base of the prefix, and underscores anywhere.
fn integer(text: &str) -> Option<i64> {
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-')) {
        return None;
    }
    let plain = text.replace('_', "");
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let lower = digits.to_ascii_lowercase();
    let (base, digits) = match lower.as_bytes() {
        [b'0', b'x', ..] => (16, &lower[2..]),
        [b'0', b'o', ..] => (8, &lower[2..]),
        [b'0', b'b', ..] => (2, &lower[2..]),
        [b'0', _, ..] => (8, &lower[1..]),
        _ => (10, &lower[..]),
    };
    i64::from_str_radix(digits, base)
        .ok()
        .map(|number| sign * number)
}

fn is_float(text: &str) -> bool {
    let first = text.trim_start_matches(['+', '-']);
    first.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && first.contains(|letter: char| letter.is_ascii_digit())
        && text.replace('_', "").parse::<f64>().is_ok()
}

/// The number that readers of YAML 1.1 take an unquoted `1082:21` for.
pub(crate) fn base60(text: &str) -> Option<i64> {
    let digits = text.trim_start_matches(['+', '-']);
    if !digits.starts_with(|first: char| matches!(first, '1'..='9')) {
        return None;
    }
    let (first, rest) = digits.split_once(':')?;
    let number = |text: &str| text.replace('_', "").parse::<i64>().ok();
    let mut value = number(first)?;
    for part in rest.split(':') {
        let is_short = matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']);
        value = value.checked_mul(60)?.checked_add(if is_short {
            number(part)?
        } else {
            return None;
        })?;
    }
    Some(if text.starts_with('-') { -value } else { value })
}
