//! What an endpoint has from its service or its group, unless it says otherwise. This is where it is inherited.

use super::values;
use crate::map::{ConfiguredIn, Exposure};
use crate::raw::{RawInherited, RawPlace};
use crate::reader::Maybe;
use crate::report::Report;

/// The keys that may stand on the endpoint, the service or the group.
#[derive(Clone, Debug)]
pub(super) struct Inherited {
    pub(super) exposure: Maybe<Exposure>,
    pub(super) host: Maybe<String>,
    pub(super) configured_in: Option<Vec<ConfiguredIn>>,
    pub(super) process: Option<Vec<String>>,
}

impl Inherited {
    pub(super) fn read(raw: &RawInherited<'_>, report: &mut Report) -> Self {
        let exposure = values::one_of(
            &raw.exposure,
            "exposure",
            Exposure::NAMES,
            Exposure::named,
            report,
        );
        let host = values::valid(&raw.host, "host", values::host, report);
        Self {
            exposure,
            host: host.map(|host| host.map(str::to_owned)),
            configured_in: raw.configured_in.as_deref().map(read_places),
            process: raw.process.as_deref().map(values::texts),
        }
    }

    /// The nearest value of each key. One that is wrong hides the others all the same.
    pub(super) fn within(self, outer: &Self) -> Self {
        Self {
            exposure: self.exposure.or(outer.exposure),
            host: self.host.or_else(|| outer.host.clone()),
            configured_in: self.configured_in.or_else(|| outer.configured_in.clone()),
            process: self.process.or_else(|| outer.process.clone()),
        }
    }
}

fn read_places(raw: &[RawPlace<'_>]) -> Vec<ConfiguredIn> {
    let mut places = Vec::new();
    for place in raw {
        places.push(ConfiguredIn {
            file: match &place.file {
                Ok(file) => file.value.to_owned(),
                Err(_) => String::new(),
            },
            key: values::text(&place.key),
        });
    }
    places
}
