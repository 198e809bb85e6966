//! What is published, by one entry of `-p`.

use super::arguments::Action;
use super::kind::Engine;
use super::long::{self, Places};
use crate::grammar::port_entry::{self, Parts, PortEntry, Reader};
use crate::place::{Binding, Names, Ports, Role};
use crate::read::script::output::Output;
use crate::read::script::text::Text;
use std::ops::Range;

pub(super) struct Published<'a> {
    pub(super) engine: Engine,
    pub(super) action: Action,
    /// Why nothing is published as it stands there.
    pub(super) doubt: Option<&'a str>,
    pub(super) names: &'a Names,
}

impl Published<'_> {
    pub(super) fn read(&self, text: &Text, out: &mut Output<'_>) {
        if let Some(doubt) = self.doubt {
            return self.cannot_know(text, doubt, out);
        }
        let known = text.known();
        let parsed = known.as_deref().map(|known| self.parse(known));
        match (text.nothing(), text.unknown(), parsed) {
            (Some(nothing), _, Some(Ok(_))) if !nothing.is_refused => {
                self.cannot_know(text, nothing.why, out);
            }
            (Some(nothing), ..) => self.refused(text, nothing.why, out),
            (None, Some(unknown), _) => self.cannot_know(text, &unknown.sentence(), out),
            (None, None, Some(Ok((entry, _)))) if entry.has_zero_inside() => {
                let why = "port 0 of a container: what is meant is not known";
                self.cannot_know(text, why, out);
            }
            (None, None, Some(Ok((entry, [host, container])))) => {
                self.bindings(text, &entry, host, container, out);
            }
            (None, None, Some(Err(_))) if known.is_some_and(|known| known.contains('$')) => {
                let why = "the engine gets the `$` itself: no variable is filled in here";
                self.refused(text, why, out);
            }
            (None, None, Some(Err(why))) => self.refused(text, why, out),
            (None, None, None) => {}
        }
    }

    fn cannot_know(&self, text: &Text, why: &str, out: &mut Output<'_>) {
        let mut remark = out.remark(&text.span, why);
        remark.names = self.names.clone();
        remark.variable = text.unknown().and_then(|unknown| unknown.name.clone());
        out.found.cannot_know(remark);
    }

    fn refused(&self, text: &Text, why: &str, out: &mut Output<'_>) {
        let mut remark = out.remark(&text.span, why);
        remark.names = self.names.clone();
        out.found.refused(remark);
    }

    /// The entry, with where the port of the host and the one inside stand.
    fn parse(&self, text: &str) -> Result<(PortEntry, Places), &'static str> {
        let is_service = matches!(self.action, Action::Service | Action::Update);
        if text.contains('=') && self.engine != Engine::Podman {
            let (short, places) = if is_service {
                long::of_service(text)?
            } else {
                long::of_container(text)?
            };
            return Ok((port_entry::parse(&short, Reader::Docker)?, places));
        }
        let entry = port_entry::parse(text, Reader::Docker)?;
        let [ip, host, container] = Parts::of(text);
        if self.engine == Engine::Podman {
            by_podman(text, ip.is_some(), &entry)?;
        }
        if is_service && entry.ip.is_some() {
            return Err("a service is published on all addresses");
        }
        Ok((entry, [host.filter(|host| !host.is_empty()), container]))
    }

    fn bindings(
        &self,
        text: &Text,
        entry: &PortEntry,
        host: Option<Range<usize>>,
        container: Option<Range<usize>>,
        out: &mut Output<'_>,
    ) {
        let known = text.lossy();
        let place = |part: Option<Range<usize>>| {
            let part = part.map(|part| part.start..without_protocol(&known, &part));
            part.map(|part| text.place(part))
        };
        let inside = place(container);
        let decisive = place(host).or_else(|| inside.clone());
        let (span, variable) = decisive.unwrap_or_else(|| (text.span.clone(), None));
        let location = out.source.location(span);
        let container_location = inside.map(|(span, _)| out.source.location(span));
        for (port, inside) in entry.pairs().take(out.found.room()) {
            let mut binding = Binding::new(location.clone(), Role::Opens);
            binding.host_ip.clone_from(&entry.ip);
            binding.host_port = port;
            binding.container_port = Some(Ports::One(inside));
            binding.container_location.clone_from(&container_location);
            binding.transport = entry.transport;
            binding.names = self.names.clone();
            binding.variable.clone_from(&variable);
            out.found.binding(binding);
        }
    }
}

fn without_protocol(text: &str, part: &Range<usize>) -> usize {
    let slash = text[part.clone()].find('/');
    slash.map_or(part.end, |slash| part.start + slash)
}

/// What podman refuses of the entries that docker takes, by `CreatePortBindings` in `pkg/specgenutil/util.go`.
fn by_podman(text: &str, has_ip: bool, entry: &PortEntry) -> Result<(), &'static str> {
    let [ip, host, container] = Parts::of(text);
    let part = |part: Option<Range<usize>>| part.map_or("", |part| &text[part]);
    let (ip, host, container) = (part(ip), part(host), part(container));
    let (inside, protocol) = container
        .split_once('/')
        .map_or((container, None), |(port, name)| (port, Some(name)));
    let width = |range: &str| {
        range
            .split_once('-')
            .map(|(first, last)| (first.parse::<u16>(), last.parse::<u16>()))
    };
    match () {
        () if protocol.is_some_and(|name| name.is_empty() || name.contains('/')) => {
            Err("podman wants one protocol behind the slash")
        }
        () if has_ip && ip.is_empty() => Err("podman wants an address before the first colon"),
        () if ip.contains(':') && !ip.starts_with('[') => {
            Err("podman wants brackets around an address with colons")
        }
        () if [host, inside]
            .iter()
            .any(|range| matches!(width(range), Some((first, last)) if first == last)) =>
        {
            Err("podman wants the end of a range above its start")
        }
        () if matches!(entry.pairs().next(), Some((Some(Ports::Range(..)), _))) => {
            Err("podman wants ranges of the same length")
        }
        () if host.parse() == Ok(0_u16) || inside.parse() == Ok(0_u16) => {
            Err("podman wants ports from 1 to 65535")
        }
        () => Ok(()),
    }
}
