//! Addresses in a text: `host:port`, alone or in a URL.

use crate::grammar::number;
use std::net::IpAddr;
use std::ops::Range;

/// A host with a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    pub(crate) scheme: Option<&'a str>,
    /// Without brackets.
    pub(crate) host: &'a str,
    pub(crate) port: Port<'a>,
    /// From the host to the end of the port: what may be shown.
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Port<'a> {
    /// A URL without one has that of its scheme.
    None,
    Number(u16),
    /// What stands in its place, such as a variable.
    Other(&'a str),
}

impl Address<'_> {
    /// The port, be it the one that the scheme has.
    pub(crate) fn number(&self) -> Option<u16> {
        match self.port {
            Port::Number(port) => Some(port),
            Port::Other(_) => None,
            Port::None => {
                let scheme = self.scheme?.to_ascii_lowercase();
                match scheme.as_str() {
                    "http" | "ws" => Some(80),
                    "https" | "wss" => Some(443),
                    _ => None,
                }
            }
        }
    }

    /// Whether a URL or the host itself tells that this is an address, and no image with its tag or the like.
    pub(crate) fn is_certain(&self) -> bool {
        let has_four = matches!(self.port, Port::Number(1000..));
        self.scheme.is_some() || has_four || is_ip(self.host) || is_local(self.host)
    }
}

/// Whether a host is this machine, or the container itself.
pub(crate) fn is_local(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost") || host == "host.docker.internal"
}

/// Whether a host is whatever asks: this machine, or the container itself.
pub(crate) fn is_here(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let ip = host.parse::<IpAddr>();
    host == "localhost"
        || host.ends_with(".localhost")
        || ip.is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified())
}

pub(crate) fn is_ip(host: &str) -> bool {
    host.parse::<IpAddr>().is_ok()
}

/// Whether a look for addresses is worth its time.
pub(crate) fn may_be_in(text: &str) -> bool {
    text.contains(':') || text.contains('=')
}

/// All addresses of a value: URLs, and lists of `host:port`. A host without a port is found in URLs alone.
pub(crate) fn find(text: &str) -> Vec<Address<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let start = at + (rest.len() - rest.trim_start_matches(is_between).len());
        let rest = &text[start..];
        let end = start + rest.find(is_between).unwrap_or(rest.len());
        if start == end {
            break;
        }
        let word = &text[start..end];
        match word.find("://") {
            Some(mark) => found.extend(url(text, start, start + mark, end)),
            None => found.extend(pair(text, start..end, None)),
        }
        at = end;
    }
    found
}

/// What divides addresses in a list, and stands around them in code.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || ",;|\"'`<>()".contains(letter)
}

/// A URL whose `://` stands at `mark`, in a word that ends at `end`.
fn url(text: &str, start: usize, mark: usize, end: usize) -> Option<Address<'_>> {
    let before = &text[start..mark];
    let is_scheme = |letter: char| letter.is_ascii_alphanumeric() || "+.-_".contains(letter);
    let scheme = &before[before.rfind(|letter| !is_scheme(letter)).map_or(0, |at| {
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    })..];
    if scheme.is_empty() {
        return None;
    }
    let authority = mark + 3;
    let whole = &text[authority..end];
    let mut slash = whole.find(['/', '?', '#', '\\']).unwrap_or(whole.len());
    let is_web = ["http", "https", "ws", "wss"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    // A password may hold a slash, but a path of the web may hold an `@`.
    if let Some(user) = whole.rfind('@').filter(|user| *user > slash && !is_web) {
        let rest = &whole[user..];
        slash = user + rest.find(['/', '?', '#']).unwrap_or(rest.len());
    }
    let host = whole[..slash].rfind('@').map_or(0, |user| user + 1);
    pair(text, authority + host..authority + slash, Some(scheme))
}

/// `host:port`, or a host alone where a scheme stands before it.
fn pair<'a>(text: &'a str, span: Range<usize>, scheme: Option<&'a str>) -> Option<Address<'a>> {
    let whole = &text[span.clone()];
    let (host, after, length) = match whole.strip_prefix('[') {
        Some(inside) => {
            let close = inside.find(']')?;
            (&inside[..close], &inside[close + 1..], close + 2)
        }
        None => {
            let colon = colon(whole).unwrap_or(whole.len());
            (&whole[..colon], &whole[colon..], colon)
        }
    };
    let is_bare = scheme.is_none();
    if !is_host(host)
        || (is_bare && !host.contains(char::is_alphabetic) && !is_ip(host) && host != "*")
    {
        return None;
    }
    let port = match after.strip_prefix(':') {
        None if is_bare => return None,
        None | Some("") => Port::None,
        Some(port) => {
            let digits = port.bytes().take_while(u8::is_ascii_digit).count();
            match number::port(&port[..digits]) {
                // What follows is a path, a size, or the next part of a version.
                Some(number) if is_end(&port[digits..]) => {
                    let end = span.start + length + 1 + digits;
                    let port = Port::Number(number);
                    let span = span.start..end;
                    return Some(Address {
                        scheme,
                        host,
                        port,
                        span,
                    });
                }
                _ if is_bare && !is_template(port) => return None,
                _ => Port::Other(port),
            }
        }
    };
    Some(Address {
        scheme,
        host,
        port,
        span,
    })
}

/// The colon before the port, none in the marks of a variable.
fn colon(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut found = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b':' if depth == 0 => {
                found.get_or_insert(at);
            }
            _ => {}
        }
    }
    found
}

fn is_end(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(['/', '?', '#', '\\', ']', '}', '.'])
            && !rest[1..].starts_with(|next: char| next.is_ascii_digit())
}

fn is_template(text: &str) -> bool {
    text.starts_with(['$', '{', '%', '<'])
}

/// Whether a text can be a host, or has a variable in its place.
fn is_host(text: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || ".-_:%".contains(letter);
    text == "*"
        || text == "+"
        || is_variable(text)
        || (!text.is_empty() && text.chars().all(is_letter) && !text.starts_with(['.', '-']))
}

/// Whether a text is a host and no more, in which no secret can be.
pub(crate) fn is_name(text: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    text.len() <= 63 && text.chars().all(is_letter)
}

/// Whether a host is not known, since a variable stands in its place.
pub(crate) fn is_variable(host: &str) -> bool {
    host.contains(['$', '{'])
}
