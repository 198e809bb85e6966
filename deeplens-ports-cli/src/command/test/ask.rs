//! Asks endpoints side by side, and the doctor who it is that answers.

use super::answer::{Answer, State};
use super::contact::{Contact, Place};
use crate::target::Target;
use deeplens_ports::doctor::{self, Finding, Holder, Process};
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
    let is_here = |contact: &Contact| contact.place == Place::Here;
    let here = targets.iter().zip(&contacts).filter(|(_, it)| is_here(it));
    let mut findings = doctor::check(here.map(|(target, _)| target.subject)).into_iter();
    let answered = targets.iter().zip(contacts);
    let answers = answered.map(|(target, contact)| {
        let finding = is_here(&contact).then(|| findings.next()).flatten();
        match finding {
            Some(finding) => judged(target.name, contact, &finding),
            None => unseen(contact),
        }
    });
    answers.collect()
}

fn unseen(contact: Contact) -> Answer {
    let is_elsewhere = contact.place == Place::Elsewhere;
    let note = "it is on another machine, which does not show who it is";
    Answer {
        state: contact.state,
        summary: contact.summary,
        notes: is_elsewhere.then(|| note.into()).into_iter().collect(),
    }
}

/// What answers, and what the doctor found on its port.
fn judged(name: &str, contact: Contact, finding: &Finding) -> Answer {
    let is_foreign = finding.state() == doctor::State::Foreign;
    let (state, summary) = if is_foreign {
        let who = finding.held_by();
        let summary = format!("is not {name}: {who} {}", contact.summary);
        (State::Foreign, summary)
    } else {
        (contact.state, contact.summary)
    };
    let mut notes = Vec::new();
    notes.extend(who(name, state, finding));
    if state != State::Answers {
        notes.extend(is_suspended(finding).then(|| "it is suspended".into()));
        let is_advised = !finding.advice().is_empty();
        let port = finding.port();
        notes.extend(is_advised.then(|| format!("`check {port}` says what to do")));
    }
    Answer {
        state,
        summary,
        notes,
    }
}

/// Who it is, if that has to be said.
fn who(name: &str, state: State, finding: &Finding) -> Option<String> {
    let holder = Some(finding.summary()).filter(|text| !text.is_empty());
    match (state, finding.state()) {
        // The summary of the answer begins with it.
        (State::Foreign, _) => finding.reason().map(Into::into),
        // By a sign that is weak.
        (State::Answers, doctor::State::Ours) => finding.reason().and(holder),
        (State::Answers, _) => {
            let why = holder.unwrap_or_else(|| "nobody is seen on the port".into());
            Some(format!("whether it is {name} cannot be told: {why}"))
        }
        _ => holder.map(|who| format!("held by {who}")),
    }
}

fn is_suspended(finding: &Finding) -> bool {
    let mut processes = finding.holders().iter().filter_map(Holder::process);
    processes.any(Process::is_suspended)
}
