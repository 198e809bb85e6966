//! The addresses that ASP.NET listens on, such as `https://+:8443`.

use crate::grammar::address;
use crate::grammar::number;
use deeplens_ports::__private::is_loopback;
use std::ops::Range;

/// An address to listen on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listen {
    /// None for all of them; every name of this machine is `localhost`.
    pub(crate) host: Option<String>,
    /// None where the system picks one.
    pub(crate) port: Option<u16>,
    pub(crate) scheme: String,
    /// Of host and port in the text.
    pub(crate) span: Range<usize>,
}

/// Whether an address is that of a socket file or a pipe.
pub(crate) fn is_socket(text: &str) -> bool {
    let host = text.split_once("://").map_or("", |(_, host)| host);
    host.starts_with("unix:") || host.starts_with("pipe:")
}

/// The addresses of a text with `;` between them, with where each starts.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(';').filter_map(move |part| {
        let start = at + (part.len() - part.trim_start().len());
        at += part.len() + 1;
        let part = part.trim();
        (!part.is_empty()).then_some((start, part))
    })
}

/// One address, whole.
pub(crate) fn listen(text: &str) -> Result<Listen, &'static str> {
    let (scheme, rest) = text.split_once("://").ok_or("an address without `://`")?;
    if rest.contains("://") || rest.contains(',') {
        return Err("addresses are divided by `;`: this is one that cannot be read");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let start = scheme.len() + 3;
    let span = start..start + authority.len();
    let (host, port) = match authority.strip_prefix('[') {
        Some(inside) => {
            let (host, after) = inside
                .split_once(']')
                .ok_or("a bracket that is not closed")?;
            (host, after.strip_prefix(':'))
        }
        None => match authority.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let port = match port {
        None | Some("") => match scheme.to_ascii_lowercase().as_str() {
            "http" => 80,
            "https" => 443,
            _ => return Err("an address without a port"),
        },
        Some(port) => number::port(port).ok_or("not a port: a number up to 65535")?,
    };
    let host = match host.to_ascii_lowercase() {
        host if host == "*" || host == "+" || host.is_empty() => None,
        host if is_loopback(&host) && !address::is_ip(&host) => Some("localhost".to_owned()),
        host => Some(host),
    };
    Ok(Listen {
        host,
        port: Some(port).filter(|port| *port > 0),
        scheme: scheme.to_ascii_lowercase(),
        span,
    })
}
