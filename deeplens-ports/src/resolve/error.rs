//! Why an endpoint was not resolved.

use super::{Address, Origin};
use core::fmt;
use std::format;
use std::string::String;

/// A variable with a bad value, or two endpoints at one place.
///
/// ```
/// use deeplens_ports::ports;
///
/// let error = ports::REDIS.resolve_with(|name| {
///     (name == "DEEPLENS_REDIS_ADDR").then(|| "tcp://10.0.0.1:6379".to_owned())
/// });
/// assert_eq!(
///     error.unwrap_err().to_string(),
///     "invalid `DEEPLENS_REDIS_ADDR`: `tcp://10.0.0.1:6379` is a URL; \
///      expected `host:port`, `host`, `:port` or a port"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolveError {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Value {
        variable: &'static str,
        value: String,
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
        Self {
            kind: Kind::Value {
                variable,
                value: value.into(),
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

    /// The bad value.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        match &self.kind {
            Kind::Value { value, .. } => Some(value),
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
        let (first, second) = (a.endpoint().name(), b.endpoint().name());
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

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Value {
                variable,
                value,
                problem,
            } => write!(
                f,
                "invalid `{variable}`: `{}` {problem}",
                value.escape_debug()
            ),
            Kind::Meeting(message) => f.write_str(message),
        }
    }
}

impl core::error::Error for ResolveError {}
