//! Why an endpoint was not resolved.

use super::{Address, Origin};
use core::fmt;
use std::format;
use std::string::String;

/// A variable with a bad value, or two endpoints at one place.
///
/// The value is shown, but for one with `@` or `://`: it can hold a password, and is not kept in the error. `Debug`
/// prints what `Display` does, for a `main` that returns the error.
///
/// ```
/// use deeplens_ports::ports;
///
/// let error = ports::REDIS.resolve_with(|name| {
///     (name == "DEEPLENS_REDIS_ADDR").then(|| "redis://user:secret@cache".to_owned())
/// });
/// assert_eq!(
///     error.unwrap_err().to_string(),
///     "invalid `DEEPLENS_REDIS_ADDR`: the value is a URL; \
///      expected `host:port`, `host`, `:port` or a port"
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ResolveError {
    kind: Kind,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Value {
        variable: &'static str,
        /// `None`: it can hold a secret.
        value: Option<String>,
        problem: String,
    },
    Meeting(String),
}

impl ResolveError {
    pub(super) fn new(
        variable: &'static str,
        value: impl Into<String>,
        problem: impl Into<String>,
    ) -> Self {
        let value = Some(value.into()).filter(|value| part_of_url(value).is_none());
        Self {
            kind: Kind::Value {
                variable,
                value,
                problem: problem.into(),
            },
        }
    }

    /// The variable with the bad value; `None` where two endpoints meet.
    #[must_use]
    pub fn variable(&self) -> Option<&'static str> {
        match &self.kind {
            Kind::Value { variable, .. } => Some(variable),
            Kind::Meeting(_) => None,
        }
    }

    /// The bad value; `None` where it can hold a password, having `@` or `://`, and where two endpoints meet.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        match &self.kind {
            Kind::Value { value, .. } => value.as_deref(),
            Kind::Meeting(_) => None,
        }
    }
}

impl Kind {
    pub(super) fn meeting(a: &Address, b: &Address) -> ResolveError {
        let decided = |address: &Address| {
            let (host, port) = (address.host_from(), address.port_from());
            match (host, port) {
                (host, port) if host == port => format!("by {host}"),
                (Origin::Map, port) => format!("by {port}"),
                (host, Origin::Map) => format!("by {host}"),
                (host, port) => format!("by {host} and {port}"),
            }
        };
        let (first, second) = (a.name(), b.name());
        ResolveError {
            kind: Kind::Meeting(format!(
                "`{first}` ({}) and `{second}` ({}) are both at {}",
                decided(a),
                decided(b),
                b.authority(),
            )),
        }
    }
}

/// What a value has that none of a variable has, and that a URL with a password in it has.
pub(super) fn part_of_url(value: &str) -> Option<&'static str> {
    if value.contains("://") {
        Some("is a URL")
    } else if value.contains('@') {
        Some("has an `@`")
    } else {
        None
    }
}

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Value {
                variable,
                value,
                problem,
            } => {
                write!(f, "invalid `{variable}`: ")?;
                match value {
                    Some(value) => write!(f, "`{}` {problem}", value.escape_debug()),
                    None => write!(f, "the value {problem}"),
                }
            }
            Kind::Meeting(message) => f.write_str(message),
        }
    }
}

impl fmt::Debug for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for ResolveError {}
