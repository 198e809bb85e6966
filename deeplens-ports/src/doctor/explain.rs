//! Why a server could not bind its port.

use super::{check, State, Subject};
use crate::{Endpoint, Protocol};
use std::format;
use std::io::{Error, ErrorKind};
use std::string::String;

/// What to tell the user of a server whose bind failed: who holds the port, and the way out.
///
/// Several lines without a line end. The port is that of [`Endpoint::listen`], so one that was moved by the
/// environment is looked at where it is.
///
/// ```
/// use deeplens_ports::{doctor, ports};
/// use std::io::{Error, ErrorKind};
///
/// let error = Error::from(ErrorKind::AddrNotAvailable);
/// let text = doctor::explain(ports::SEARCH_API, &error);
/// assert!(text.starts_with("Search API cannot listen on 127.0.0.1:5000: "));
/// ```
#[must_use]
pub fn explain<P: Protocol>(endpoint: Endpoint<P>, error: &Error) -> String {
    let address = match endpoint.listen() {
        Ok(address) => address,
        Err(invalid) => return format!("{} cannot listen: {invalid}", endpoint.title()),
    };
    let mut text = format!("{} cannot listen on {address}: {error}", endpoint.title());
    let mut add = |line: &str| {
        text.push_str("\n  ");
        text.push_str(line);
    };
    let variables = endpoint.variables();
    let (listen, addr) = (variables.listen(), variables.addr());
    let is_moved = address.port() != endpoint.port();
    match error.kind() {
        ErrorKind::AddrInUse | ErrorKind::PermissionDenied => {}
        ErrorKind::AddrNotAvailable => {
            add(&format!("{} is no address of this machine", address.ip()));
            add(&format!("the address is set by {listen}"));
            return text;
        }
        _ => return text,
    }
    for finding in check([Subject::server(endpoint, address.port())]) {
        if finding.state() == State::Free && error.kind() == ErrorKind::AddrInUse {
            add("it was taken a moment ago and is free now: try again");
        }
        if finding.state() == State::Ours {
            add(&format!(
                "it runs already: {}",
                finding.holder().unwrap_or_default()
            ));
        }
        finding.advice().iter().for_each(|line| add(line));
    }
    if is_moved {
        let port = endpoint.port();
        add(&format!("{listen} or {addr} moved it here from {port}"));
    }
    text
}
