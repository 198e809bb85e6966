//! What an endpoint answers, whoever it is.

use super::answer::State;
use super::connection::Connection;
use super::language::{heard_in, Language};
use super::reply::Reply;
use crate::target::Target;
use std::io;
use std::time::Duration;

#[derive(Debug)]
pub(super) struct Contact {
    pub(super) place: Place,
    pub(super) state: State,
    pub(super) summary: String,
}

/// Where a connection was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Elsewhere,
    Here,
    Nowhere,
}

impl Contact {
    pub(super) fn with(target: &Target, timeout: Duration) -> Self {
        if let Some(why) = &target.unasked {
            let summary = format!("cannot be told: {why}");
            return Self::none(State::Unknown, summary);
        }
        let mut connection = match Connection::open(target, timeout) {
            Ok(connection) => connection,
            Err(error) => return Self::none(State::NoAnswer, format!("does not answer: {error}")),
        };
        let place = if connection.is_here() {
            Place::Here
        } else {
            Place::Elsewhere
        };
        let language = Language::of(target);
        let reply = language.ask(&mut connection, target);
        // It may serve one at a time.
        drop(connection);
        let (state, summary) = match reply {
            Ok(Reply::Well(text)) => (State::Answers, text),
            Ok(Reply::Failing(text)) => (State::Failing, format!("is not well: {text}")),
            Ok(Reply::Strange(start)) => {
                let name = heard_in(&start).or_else(|| speaks_http(target, timeout));
                (State::WrongProtocol, wrong(language, name))
            }
            Err(error) => match speaks_http(target, timeout) {
                Some(name) => (State::WrongProtocol, wrong(language, Some(name))),
                None => (State::NoAnswer, silent(&error)),
            },
        };
        Self {
            place,
            state,
            summary,
        }
    }

    fn none(state: State, summary: String) -> Self {
        Self {
            place: Place::Nowhere,
            state,
            summary,
        }
    }
}

/// A web server is what is most often where something else should be, and it may wait for the end of a line.
fn speaks_http(target: &Target, timeout: Duration) -> Option<&'static str> {
    const LONGEST: Duration = Duration::from_millis(500);
    if Language::of(target) == Language::Http {
        return None;
    }
    let mut connection = Connection::open(target, timeout.min(LONGEST)).ok()?;
    match Language::Http.ask(&mut connection, target) {
        Ok(Reply::Well(_) | Reply::Failing(_)) => Some(Language::Http.name()),
        _ => None,
    }
}

fn wrong(language: Language, name: Option<&str>) -> String {
    let wanted = language.name();
    match name {
        Some(name) => format!("answers as {name}, not as {wanted}"),
        None => format!("answers, and not as {wanted}"),
    }
}

fn silent(error: &io::Error) -> String {
    format!("accepts connections and does not answer: {error}")
}
