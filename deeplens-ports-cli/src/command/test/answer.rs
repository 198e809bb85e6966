//! What became of asking an endpoint.

use crate::output::Exit;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// As itself, as far as can be seen.
    Answers,
    /// As itself, and says that it cannot serve.
    Failing,
    /// It is not the service that holds the port.
    Foreign,
    NoAnswer,
    /// Cannot be asked.
    Unknown,
    /// In another language than the map says.
    WrongProtocol,
}

impl State {
    /// Its name, as in JSON.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Failing => "failing",
            Self::Foreign => "foreign",
            Self::NoAnswer => "no-answer",
            Self::Unknown => "unknown",
            Self::WrongProtocol => "wrong-protocol",
        }
    }

    /// Whether it is not as it should be, which may change.
    pub(super) fn is_amiss(self) -> bool {
        !matches!(self, Self::Answers | Self::Unknown)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) state: State,
    /// What goes behind the name of what was asked, such as `answers HTTP/1.1 200 OK`.
    pub(super) summary: String,
    /// Who answers, or why that is not known; sentences without an end.
    pub(super) notes: Vec<String>,
}

pub(super) fn exit(answers: &[Answer]) -> Exit {
    let mut states = answers.iter().map(|answer| answer.state);
    if states.clone().any(State::is_amiss) {
        Exit::Conflict
    } else if states.any(|state| state == State::Unknown) {
        Exit::Unknown
    } else {
        Exit::Well
    }
}
