//! What a user may want of a format.

/// More than the format says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Options {
    /// Whether addresses are those between containers.
    pub(super) inside: bool,
    /// The file whose keys are wanted, as `configured-in` of the map names it.
    pub(super) configured: Option<String>,
    /// Names of endpoints and services.
    pub(super) endpoints: Vec<String>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Configured,
    Endpoints,
    Inside,
}

impl Options {
    /// Those that are wanted, as a user calls them.
    pub(super) fn given(&self) -> impl Iterator<Item = (Choice, &'static str)> {
        let all = [
            (self.configured.is_some(), Choice::Configured, "configured"),
            (!self.endpoints.is_empty(), Choice::Endpoints, "endpoints"),
            (self.inside, Choice::Inside, "inside"),
        ];
        let given = all.into_iter().filter(|(is_given, ..)| *is_given);
        given.map(|(_, choice, name)| (choice, name))
    }
}
