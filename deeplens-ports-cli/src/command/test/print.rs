//! The answers, for people and for programs.

use super::answer::{Answer, State};
use crate::output::{visible, BAD, GOOD, WARN};
use crate::target::Target;
use serde_json::{json, Value};

pub(super) fn text(target: &Target, answer: &Answer) -> String {
    let style = match answer.state {
        State::Answers => GOOD,
        State::Failing | State::Unknown => WARN,
        State::Foreign | State::NoAnswer | State::WrongProtocol => BAD,
    };
    let shown = |text: &str| text.chars().map(visible).collect::<String>();
    let summary = shown(&answer.summary);
    let mut text = format!("{} {style}{summary}{style:#}\n", target.place());
    for note in &answer.notes {
        text.push_str(&format!("    {}\n", shown(note)));
    }
    text
}

pub(super) fn object(target: &Target, answer: &Answer) -> Value {
    json!({
        "name": target.name,
        "port": target.port,
        "url": target.url,
        "moved_by": target.decided_by,
        "state": answer.state.as_str(),
        "summary": answer.summary,
        "notes": answer.notes,
    })
}
