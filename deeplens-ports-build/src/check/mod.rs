//! The sections of a map as a map without mistakes, or a report. A [`Map`] is built here and nowhere else.
//!
//! First each value is read into its type, with what it inherits; then come the rules about how endpoints get along.

mod alias;
mod allow;
mod alternative;
mod containers;
mod entries;
mod entry;
mod facts;
mod free;
mod header;
mod inherited;
mod keys;
mod limits;
mod meetings;
mod model;
mod names;
mod occupancy;
mod owners;
mod policy;
mod port;
mod upstream;
mod values;

use crate::error::Mistakes;
use crate::map::Map;
use crate::raw::Raw;
use crate::report::Report;
use entries::Entries;
use header::Header;
use meetings::Meetings;
use names::Usable;
use occupancy::Occupancy;
use owners::Owners;
use policy::Policy;
use upstream::Upstreams;

/// A map with every value read, from where on endpoints are looked at together.
struct Read<'a> {
    header: Header,
    usable: Usable,
    owners: Owners<'a>,
    entries: Entries,
    upstreams: Upstreams,
    policy: Policy,
    meetings: Meetings,
    /// Who takes which port of which container.
    inside: Occupancy,
}

/// The map, or what is wrong with it and what is known of it all the same. `report` has the upstream maps.
pub(crate) fn check(raw: &Raw<'_>, report: &mut Report) -> Result<Map, Box<Mistakes>> {
    let Read {
        header,
        usable,
        owners,
        mut entries,
        upstreams,
        mut policy,
        meetings,
        inside,
    } = read(raw, report);
    meetings.report(&entries.listening, &upstreams, &inside, &policy, report);
    limits::report(&mut entries, &mut policy, report);
    alternative::report(
        &mut entries.listening,
        &upstreams,
        &meetings,
        &mut policy,
        report,
    );
    limits::report_unneeded_allows(&entries, &policy, report);
    let map = model::build(header, owners, entries, &policy, &usable);
    match report.barrier() {
        Ok(()) => Ok(map),
        Err(report) => Err(Box::new(Mistakes {
            report,
            known: Some(map),
        })),
    }
}

/// The ports that pass every rule for an endpoint, its own and the nearest first; none where it has no single port.
pub(crate) fn free_ports(raw: &Raw<'_>, endpoint: &str, report: &mut Report) -> Vec<u16> {
    let it = read(raw, report);
    let mut listening = it.entries.listening.iter();
    let Some(entry) = listening.find(|entry| entry.endpoint.name == endpoint) else {
        return Vec::new();
    };
    free::Search::new(&it.meetings.occupancy, &it.inside, &it.policy).all(entry)
}

fn read<'a>(raw: &'a Raw<'a>, report: &mut Report) -> Read<'a> {
    let header = header::read(&raw.map, report);
    let usable = names::read(raw, report);
    let owners = owners::read(raw, &usable, report);
    let mut entries = entries::read(&owners.services, &header, report);
    let mut upstreams = upstream::read(&report.upstreams);
    let mut policy = Policy::read(raw, &entries, &mut upstreams.reserved, report);
    let meetings = Meetings::of(&entries.listening, &upstreams);
    let inside = containers::report(&mut entries.listening, &meetings, &mut policy, report);
    Read {
        header,
        usable,
        owners,
        entries,
        upstreams,
        policy,
        meetings,
        inside,
    }
}
