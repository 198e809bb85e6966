//! The maps that a map stands beside: of these, ports and reservations are read and no more.

use super::candidate::{self, Listen};
use super::occupancy::listeners;
use super::policy::{Reserved, reservations};
use super::{Header, header};
use crate::raw::{self, RawMap};
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::Source;
use crate::{Lookup, parse};

/// A port of an upstream map.
#[derive(Debug)]
pub(super) struct Taken {
    /// The place of its map in [`Report::upstreams`].
    pub(super) source: usize,
    pub(super) map: String,
    pub(super) name: String,
    pub(super) host: String,
    pub(super) listen: Listen,
}

/// What the upstream maps have, in their order.
#[derive(Debug, Default)]
pub(super) struct Upstreams {
    pub(super) taken: Vec<Taken>,
    pub(super) reserved: Vec<Reserved>,
}

/// Reads the `others`, and the maps that `[map] beside` names, each once.
pub(super) fn read(
    raw: Option<&RawMap<'_>>,
    others: &[Source],
    lookup: Lookup<'_>,
    report: &mut Report,
) -> Upstreams {
    let mut upstreams = Upstreams::default();
    for source in others {
        read_one(source, &mut upstreams, report);
    }
    for name in raw.iter().flat_map(|raw| &raw.beside) {
        match lookup(name.value) {
            Ok(sources) => {
                for source in &sources {
                    read_one(source, &mut upstreams, report);
                }
            }
            Err(missing) => report.push(
                Diagnostic::new(
                    Rule::UnknownName,
                    &name.span,
                    format!("unknown upstream map {}", quoted(name.value)),
                )
                .label(missing.what)
                .help(missing.help),
            ),
        }
    }
    upstreams
}

/// What is wrong with an upstream map is its own crate's business, and was reported there.
fn read_one(source: &Source, upstreams: &mut Upstreams, report: &mut Report) {
    let mut known = report.upstreams.iter();
    if known.any(|known| known.name == source.name) {
        return;
    }
    let at = report.upstreams.len();
    let mut ignored = Report::new(source.clone());
    let tree = parse::parse(source, &mut ignored);
    let raw = raw::read(&tree, &mut ignored);
    let header: Header = header(raw.map.as_ref(), &mut ignored);
    let mut candidates = candidate::read(&raw, &header, &mut ignored);
    for endpoint in listeners(&candidates) {
        let candidate = &mut candidates[endpoint];
        upstreams
            .taken
            .extend(candidate.listen.take().map(|listen| Taken {
                source: at,
                map: header.name.clone(),
                name: std::mem::take(&mut candidate.name),
                host: std::mem::take(&mut candidate.host),
                listen,
            }));
    }
    let reserved = reservations(&raw, Some(at), &mut ignored);
    upstreams.reserved.extend(reserved);
    report.upstreams.push(source.clone());
}
