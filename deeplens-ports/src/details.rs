//! What endpoints share or few have, as the compiler writes it.

use crate::facts::{ConfiguredIn, Conflict, Exposure, Reserved};

/// What many endpoints have in common, or few have at all: each kind of it stands in the module once, which the
/// compiler of Rust is quicker with.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Details {
    pub(crate) scheme: &'static str,
    pub(crate) host: &'static str,
    pub(crate) map_host: Option<&'static str>,
    pub(crate) note: Option<&'static str>,
    pub(crate) exposure: Exposure,
    pub(crate) conflict: Option<Conflict>,
    pub(crate) configured_in: &'static [ConfiguredIn],
    pub(crate) process: &'static [&'static str],
    pub(crate) same_as: Option<&'static str>,
    pub(crate) deprecated: Option<&'static str>,
}

#[doc(hidden)]
#[must_use]
pub const fn details(scheme: &'static str, host: &'static str) -> Details {
    Details {
        scheme,
        host,
        map_host: None,
        note: None,
        exposure: Exposure::Internal,
        conflict: None,
        configured_in: &[],
        process: &[],
        same_as: None,
        deprecated: None,
    }
}

#[doc(hidden)]
impl Details {
    #[must_use]
    pub const fn map_host(mut self, variable: &'static str) -> Self {
        self.map_host = Some(variable);
        self
    }

    #[must_use]
    pub const fn note(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }

    #[must_use]
    pub const fn exposure(mut self, exposure: Exposure) -> Self {
        self.exposure = exposure;
        self
    }

    #[must_use]
    pub const fn conflict(mut self, conflict: Conflict) -> Self {
        self.conflict = Some(conflict);
        self
    }

    #[must_use]
    pub const fn configured_in(mut self, places: &'static [ConfiguredIn]) -> Self {
        self.configured_in = places;
        self
    }

    #[must_use]
    pub const fn process(mut self, names: &'static [&'static str]) -> Self {
        self.process = names;
        self
    }

    #[must_use]
    pub const fn same_as(mut self, name: &'static str) -> Self {
        self.same_as = Some(name);
        self
    }

    #[must_use]
    pub const fn deprecated(mut self, reason: &'static str) -> Self {
        self.deprecated = Some(reason);
        self
    }
}

#[doc(hidden)]
#[must_use]
pub const fn conflict(with: &'static [&'static str], alternatives: &'static [u16]) -> Conflict {
    Conflict {
        with,
        mitigation: None,
        alternatives,
    }
}

#[doc(hidden)]
impl Conflict {
    #[must_use]
    pub const fn with_mitigation(mut self, mitigation: &'static str) -> Self {
        self.mitigation = Some(mitigation);
        self
    }
}

#[doc(hidden)]
#[must_use]
pub const fn file(file: &'static str) -> ConfiguredIn {
    ConfiguredIn { file, key: None }
}

#[doc(hidden)]
impl ConfiguredIn {
    #[must_use]
    pub const fn with_key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }
}

#[doc(hidden)]
#[must_use]
pub const fn reserved(first: u16, last: u16) -> Reserved {
    Reserved {
        first,
        last,
        reason: None,
    }
}

#[doc(hidden)]
impl Reserved {
    #[must_use]
    pub const fn with_reason(mut self, reason: &'static str) -> Self {
        self.reason = Some(reason);
        self
    }
}
