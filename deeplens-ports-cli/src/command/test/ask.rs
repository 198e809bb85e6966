//! Asks endpoints side by side, and the doctor who it is that answers.

use super::answer::{Answer, State};
use super::connection::Connection;
use super::language::{heard_in, Language, Reply};
use crate::target::Target;
use deeplens_ports::doctor::{self, Finding};
use deeplens_ports::Transport;
use std::io;
use std::panic::resume_unwind;
use std::thread;
use std::time::Duration;

/// The answers are in the order of the targets. The doctor is asked of those that accept connections alone: to find out
/// whether a port is free it takes it for an instant, in which a server that starts there would fail.
pub(super) fn all(targets: &[&Target], timeout: Duration) -> Vec<Answer> {
    let contacts: Vec<Contact> = thread::scope(|scope| {
        let asked: Vec<_> = targets
            .iter()
            .map(|target| scope.spawn(|| Contact::with(target, timeout)))
            .collect();
        let contacts = asked.into_iter().map(|thread| thread.join());
        contacts
            .map(|contact| contact.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    let contacts = || targets.iter().zip(&contacts);
    let here = contacts().filter(|(_, contact)| contact.place == Place::Here);
    let mut findings = doctor::check(here.map(|(target, _)| target.subject)).into_iter();
    let answers = contacts().map(|(target, contact)| match contact.place {
        Place::Here => match findings.next() {
            Some(finding) => contact.answer_of(target.name, &finding),
            None => contact.answer(None),
        },
        Place::Elsewhere => contact.answer(Some(ELSEWHERE.into())),
        Place::Nowhere => contact.answer(None),
    });
    answers.collect()
}

const ELSEWHERE: &str = "it is on another machine, which does not show who it is";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Here,
    Elsewhere,
    /// Nobody accepted a connection.
    Nowhere,
}

/// What came of it, whoever it was.
#[derive(Debug)]
struct Contact {
    place: Place,
    state: State,
    summary: String,
}

impl Contact {
    fn with(target: &Target, timeout: Duration) -> Self {
        if target.transport == Transport::Udp {
            let summary = "cannot be told: UDP has no connections";
            return Self::without(State::Unknown, summary.into());
        }
        let mut connection = match Connection::open(target, timeout) {
            Ok(connection) => connection,
            Err(error) => {
                return Self::without(State::NoAnswer, format!("does not answer: {error}"))
            }
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

    fn without(state: State, summary: String) -> Self {
        Self {
            place: Place::Nowhere,
            state,
            summary,
        }
    }

    fn answer(&self, note: Option<String>) -> Answer {
        Answer {
            state: self.state,
            summary: self.summary.clone(),
            notes: note.into_iter().collect(),
        }
    }

    /// With what the doctor found on the port.
    fn answer_of(&self, name: &str, finding: &Finding) -> Answer {
        let held_by = Some(finding.summary()).filter(|text| !text.is_empty());
        match (finding.state(), self.state) {
            (doctor::State::Foreign, _) => Answer {
                state: State::Foreign,
                summary: format!("is not {name}: {} {}", finding.held_by(), self.summary),
                notes: vec![format!("`check {}` says what to do", finding.port())],
            },
            (doctor::State::Ours, State::Answers) => self.answer(None),
            (_, State::Answers) => {
                let why = held_by.unwrap_or_else(|| "nobody is seen on the port".into());
                self.answer(Some(format!("whether it is {name} cannot be told: {why}")))
            }
            _ => self.answer(held_by.map(|who| format!("held by {who}"))),
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
