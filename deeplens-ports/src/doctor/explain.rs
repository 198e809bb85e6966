//! Why a server could not bind its port.

use super::process::Known;
use super::{advice, check, privilege, Finding, Holder, Process, State, Subject};
use crate::{Endpoint, Protocol};
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::string::String;
use std::vec::Vec;
use std::{env, format};

/// What to tell the user of a server whose bind failed: who holds the port, and the way out; of another instance of the
/// service, or of the program that asks, which it is and how to stop it.
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
        let lines = match (finding.state(), error.kind()) {
            (State::Free, ErrorKind::AddrInUse) => {
                Vec::from(["it was taken a moment ago and is free now: try again".into()])
            }
            (State::Free, _) => privilege::ways_out(address.port()),
            _ => instance(&finding).unwrap_or_else(|| finding.advice()),
        };
        lines.iter().for_each(|line| add(line));
    }
    if is_moved {
        let port = endpoint.port();
        add(&format!("{listen} or {addr} moved it here from {port}"));
    }
    text
}

/// Which instance of the service, or of this program, has the port already, and how it is stopped; `None` where another
/// may have it.
fn instance(finding: &Finding) -> Option<Vec<String>> {
    let is_ours = finding.state() == State::Ours;
    let listening = finding.holders().iter().filter(|it| it.is_listening());
    let instances = listening.filter_map(Holder::process).filter(|it| {
        let known = finding.subject().knows(it);
        known.is_some_and(|(known, _)| known != Known::Interpreter) || is_of_this_program(it)
    });
    let instances: Vec<&Process> = instances.collect();
    if !is_ours && (instances.is_empty() || instances.len() < finding.holders().len()) {
        return None;
    }
    let who = finding.holder()?;
    let process = instances.first().copied().or(finding.processes().next());
    let folder = process.and_then(Process::folder);
    let folder = folder.map(|folder| format!(" in {}", folder.display()));
    let mut lines = Vec::from([format!(
        "it runs already: {who}{}",
        folder.unwrap_or_default()
    )]);
    if is_ours {
        lines.extend(finding.advice());
    }
    lines.extend(advice::stop(&instances));
    lines.extend(finding.endpoint().map(|it| advice::variables(it, &[])));
    Some(lines)
}

/// Whether another process runs the same executable, be that built anew since.
fn is_of_this_program(process: &Process) -> bool {
    let this = env::current_exe().ok();
    // So Linux calls one that is not there any more.
    let this = this.as_deref().and_then(Path::to_str);
    let this = this.map(|path| path.trim_end_matches(" (deleted)"));
    let other = process.path().and_then(Path::to_str);
    process.pid() != std::process::id() && this.is_some() && this == other
}
