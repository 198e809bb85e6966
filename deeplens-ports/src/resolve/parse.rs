//! The values of the variables.

use super::error::{part_of_url, ResolveError};
use crate::host::{Host, NoHost};
use core::net::{IpAddr, Ipv6Addr};
use std::borrow::ToOwned;
use std::format;
use std::string::String;

const ADDRESS: &str = "expected `host:port`, `host`, `:port` or a port";
const LISTEN: &str = "expected `ip:port`, `ip`, `:port` or a port";

/// What an address names.
pub(super) struct Parts {
    pub(super) host: Option<String>,
    pub(super) port: Option<u16>,
}

/// `host:port`, `host`, `:port` or a port.
pub(super) fn address(variable: &'static str, value: &str) -> Result<Parts, ResolveError> {
    let fail = |problem: &str| ResolveError::new(variable, value, format!("{problem}; {ADDRESS}"));
    let (host, port) = split(value).map_err(&fail)?;
    if let Some(problem) = host.and_then(problem) {
        return Err(fail(match problem {
            NoHost::Unspecified => "has an address to listen on, not one to reach",
            _ => "has no valid host",
        }));
    }
    let host = host.map(str::to_owned);
    Ok(Parts { host, port })
}

/// `ip:port`, `ip`, `:port` or a port.
pub(super) fn listen(
    variable: &'static str,
    value: &str,
) -> Result<(Option<IpAddr>, Option<u16>), ResolveError> {
    let fail = |problem: &str| ResolveError::new(variable, value, format!("{problem}; {LISTEN}"));
    let (host, port) = split(value).map_err(&fail)?;
    let ip = host.map(|host| {
        host.parse()
            .map_err(|_| fail("has a host that is no IP address"))
    });
    Ok((ip.transpose()?, port))
}

/// A host without a port, an IPv6 address with brackets or without.
pub(super) fn host(variable: &'static str, value: &str) -> Result<String, ResolveError> {
    let fail = |problem: &str| {
        let expected = "expected a host name or an IP address, without a port";
        ResolveError::new(variable, value, format!("{problem}; {expected}"))
    };
    if let Some(problem) = part_of_url(value) {
        return Err(fail(problem));
    }
    let bare = value
        .strip_prefix('[')
        .and_then(|value| value.strip_suffix(']'));
    let host = bare
        .filter(|bare| bare.parse::<Ipv6Addr>().is_ok())
        .unwrap_or(value);
    match problem(host) {
        None => Ok(host.to_owned()),
        Some(NoHost::Unspecified) => Err(fail("is an address to listen on, not one to reach")),
        Some(_) => Err(fail("is no host")),
    }
}

fn problem(host: &str) -> Option<NoHost> {
    Host::read(host).err()
}

/// Host and port of a value, of which one is there at least; the host without brackets.
fn split(value: &str) -> Result<(Option<&str>, Option<u16>), &'static str> {
    if let Some(problem) = part_of_url(value) {
        return Err(problem);
    }
    if value.contains(char::is_whitespace) {
        return Err("has a blank");
    }
    if value.parse::<Ipv6Addr>().is_ok() {
        return Err("is an IPv6 address without brackets");
    }
    if let Some(rest) = value.strip_prefix('[') {
        let (host, rest) = rest.split_once(']').ok_or("has no closing bracket")?;
        if host.parse::<Ipv6Addr>().is_err() {
            return Err("has no IPv6 address in its brackets");
        }
        return match rest.strip_prefix(':') {
            Some(digits) => Ok((Some(host), Some(port(digits)?))),
            None if rest.is_empty() => Ok((Some(host), None)),
            None => Err("has something other than a port behind its brackets"),
        };
    }
    match value.rsplit_once(':') {
        Some((host, _)) if host.contains(':') => {
            Err("has an IPv6 address without brackets, or two ports")
        }
        Some(("", digits)) => Ok((None, Some(port(digits)?))),
        Some((host, digits)) => Ok((Some(host), Some(port(digits)?))),
        None if value.starts_with(['+', '-'])
            || value.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Ok((None, Some(port(value)?)))
        }
        None => Ok((Some(value), None)),
    }
}

fn port(digits: &str) -> Result<u16, &'static str> {
    if digits.is_empty() {
        return Err("has an empty port");
    }
    // `parse` takes a sign.
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("has a port that is no number");
    }
    match digits.parse() {
        Ok(0) => Err("has the port 0, which is none"),
        Ok(port) => Ok(port),
        Err(_) => Err("has a port above 65535"),
    }
}
