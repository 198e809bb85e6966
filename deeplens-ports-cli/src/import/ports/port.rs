//! A port of a service, with all places that say so.

use crate::import::collect::{Inside, Opened};
use crate::import::told::at;
use crate::place::{Binding, Location, Reference, Transport};

/// What will be an endpoint, live or as a comment.
#[derive(Debug)]
pub(crate) struct Port<'a> {
    /// The first and the last of the host.
    pub(crate) host: Option<(u16, u16)>,
    /// The port inside, of a range that of the first.
    pub(crate) inside: Option<u16>,
    pub(crate) transport: Transport,
    pub(crate) bindings: Vec<&'a Binding>,
    /// Where it is said first.
    pub(crate) at: &'a Location,
    /// What is beside it: other ports, and who reaches it.
    pub(crate) notes: Vec<String>,
    /// Why it is a comment: who has the port of the host.
    pub(crate) meets: Option<String>,
}

impl<'a> Port<'a> {
    pub(super) fn open(it: &Opened<'a>) -> Self {
        Self {
            host: Some((it.first, it.last)),
            inside: it.inside,
            transport: it.binding.transport,
            bindings: vec![it.binding],
            at: &it.binding.location,
            notes: Vec::new(),
            meets: None,
        }
    }

    /// One that another one has already.
    pub(super) fn meeting(it: &Opened<'a>, why: String) -> Self {
        Self {
            meets: Some(why),
            ..Self::open(it)
        }
    }

    pub(super) fn inside(it: &Inside<'a>) -> Self {
        let why = it.why.iter();
        Self {
            host: None,
            inside: Some(it.port),
            transport: it.binding.transport,
            bindings: vec![it.binding],
            at: &it.binding.location,
            notes: why
                .map(|why| format!("{}: {why}", at(&it.binding.location)))
                .collect(),
            meets: None,
        }
    }

    pub(super) fn reached(it: &'a Reference, port: u16) -> Self {
        Self {
            host: None,
            inside: Some(port),
            transport: it.transport,
            bindings: Vec::new(),
            at: &it.location,
            notes: vec![format!("{}: reaches it", at(&it.location))],
            meets: None,
        }
    }

    pub(super) fn is_host(&self, it: &Opened<'_>) -> bool {
        self.host == Some((it.first, it.last)) && self.transport == it.binding.transport
    }

    /// Whether another port of the host leads to the same one inside.
    pub(super) fn leads_inside(&self, it: &Opened<'_>) -> bool {
        let is_one = it.first == it.last && self.host.is_some_and(|(first, last)| first == last);
        let is_same = it.inside.is_some() && self.inside == it.inside;
        is_one && is_same && self.transport == it.binding.transport && self.meets.is_none()
    }

    pub(super) fn is_inside(&self, port: u16) -> bool {
        let length = self.host.map_or(0, |(first, last)| last - first);
        self.inside
            .is_some_and(|first| first <= port && port - first <= length)
    }

    /// Whether it is the port on either side.
    pub(super) fn is_at(&self, port: u16) -> bool {
        let host = self
            .host
            .is_some_and(|(first, last)| (first..=last).contains(&port));
        host || self.is_inside(port)
    }

    /// One more place of the same port of the host; what is wrong with it.
    pub(super) fn join(&mut self, it: &Opened<'a>) -> Option<String> {
        if let (Some(own), Some(other)) = (self.inside, it.inside) {
            if own != other {
                let why = format!("leads to {other} inside, and to {own} by what stands first");
                self.notes
                    .push(format!("{}: {why}", at(&it.binding.location)));
                return Some(why);
            }
        }
        self.inside = self.inside.or(it.inside);
        self.bindings.push(it.binding);
        None
    }

    /// A second port of the host for the same port inside: the first one stays.
    pub(super) fn add_second(&mut self, it: &Opened<'a>) -> String {
        let first = self
            .bindings
            .first()
            .map_or(String::new(), |it| at(&it.location));
        let own = self.host.map_or(0, |(first, _)| first);
        let note = format!("{}: on {} as well", at(&it.binding.location), it.first);
        self.notes.push(note);
        format!(
            "a second port of the host for the same port inside; the first one is {own}: {first}"
        )
    }

    /// The ports of a range are the same inside: what a map cannot say is said.
    pub(super) fn note_moved(&mut self) -> Option<String> {
        let (first, last) = self.host?;
        let inside = self
            .inside
            .filter(|inside| first != last && *inside != first)?;
        let end = inside + (last - first);
        let why = format!("{inside} to {end} inside, which a map does not say of a range");
        let place = self.bindings.first().map(|it| at(&it.location))?;
        self.notes.push(format!("{place}: {why}"));
        Some(why)
    }

    pub(super) fn also_inside(&mut self, it: &Inside<'a>) {
        if self.host.is_none() && !self.bindings.contains(&it.binding) {
            self.bindings.push(it.binding);
        }
        if let Some(why) = &it.why {
            self.notes
                .push(format!("{}: {why}", at(&it.binding.location)));
        }
    }

    /// Where nothing but what reaches it is known, that is worth a word; once.
    pub(super) fn also_reached(&mut self, it: &Reference, port: u16) {
        let is_own = self.host.is_none() && self.bindings.is_empty() && self.is_inside(port);
        if is_own && self.notes.len() < MOST {
            let note = format!("{}: reaches it", at(&it.location));
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }
}

/// How many of those who reach it are named.
const MOST: usize = 3;
