//! An endpoint of the Collector: `host:port` or a URL, with `${env:X:-default}`.

use crate::grammar::address::{self, Port};
use std::ops::Range;

pub(super) struct Endpoint {
    /// None where it is all of them, or a variable has it.
    pub(super) host: Option<String>,
    pub(super) scheme: Option<String>,
    pub(super) port: Result<u16, &'static str>,
    /// In the text as it is written.
    pub(super) span: Range<usize>,
    /// The variable whose default has the port, and that default.
    pub(super) default_of: Option<(String, String)>,
    /// The variable that has the port, and no default.
    pub(super) unset: Option<String>,
}

impl Endpoint {
    /// Nothing where the text is empty, or has no port.
    pub(super) fn of(text: &str) -> Option<Self> {
        let filled = fill(text);
        let it = address::find(&filled.text).into_iter().next();
        let Some(it) = it else {
            return filled.whole(text).or_else(|| filled.bare());
        };
        let is_same = filled.text == text;
        let span = if is_same {
            it.span.clone()
        } else {
            0..text.len()
        };
        let is_unknown = address::is_variable(it.host);
        let host = crate::read::values::host(it.host).filter(|_| !is_unknown);
        let port = match it.port {
            Port::Number(port) => Ok(port),
            Port::Other(text) if address::is_variable(text) => Err(VARIABLE),
            Port::Other(_) => Err("not a port: a number up to 65535"),
            Port::None => return None,
        };
        let unset = filled.unset.last().cloned().filter(|_| port.is_err());
        Some(Self {
            host,
            scheme: it.scheme.map(str::to_owned),
            port,
            span,
            default_of: filled.default_of,
            unset,
        })
    }
}

const VARIABLE: &str = "a variable of the environment has the port, and the file has no default";

#[derive(Default)]
struct Filled {
    text: String,
    default_of: Option<(String, String)>,
    unset: Vec<String>,
}

impl Filled {
    /// Of a text that is a single variable.
    fn whole(&self, text: &str) -> Option<Endpoint> {
        let is_one = self.text == text && text.starts_with("${") && text.ends_with('}');
        is_one.then(|| Endpoint {
            host: None,
            scheme: None,
            port: Err(VARIABLE),
            span: 0..text.len(),
            default_of: None,
            unset: self.unset.first().cloned(),
        })
    }

    /// Of `:4317`, which is a port of all addresses.
    fn bare(&self) -> Option<Endpoint> {
        let digits = self.text.strip_prefix(':')?;
        Some(Endpoint {
            host: None,
            scheme: None,
            port: Ok(crate::grammar::number::port(digits)?),
            span: 0..self.text.len(),
            default_of: self.default_of.clone(),
            unset: None,
        })
    }
}

/// Takes defaults for their variables, and leaves variables without one as they are.
fn fill(text: &str) -> Filled {
    let mut filled = Filled::default();
    let mut rest = text;
    while let Some(start) = rest.find("${") {
        let (before, variable) = rest.split_at(start);
        filled.text.push_str(before);
        let Some(end) = variable.find('}') else {
            rest = variable;
            break;
        };
        let inside = &variable[2..end];
        let inside = inside.strip_prefix("env:").unwrap_or(inside);
        match inside.split_once(":-") {
            Some((name, default)) => {
                filled.text.push_str(default);
                filled.default_of = Some((name.to_owned(), default.to_owned()));
            }
            None => {
                filled.text.push_str(&variable[..=end]);
                filled.unset.push(inside.to_owned());
            }
        }
        rest = &variable[end + 1..];
    }
    filled.text.push_str(rest);
    filled
}
