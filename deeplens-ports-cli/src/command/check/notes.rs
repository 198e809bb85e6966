//! What is said beside a finding: what the environment moves, and where a holder comes from.

use crate::target;
use deeplens_ports::doctor::{Finding, Holder, Process};
use deeplens_ports::{AnyEndpoint, ResolveError};
use std::path::{Path, PathBuf};

/// The notes on a finding; `repository` is that of a map from a file.
pub(super) fn of(finding: &Finding, repository: Option<&Repository>) -> Vec<String> {
    let outside = repository.map(|it| it.outside(finding));
    let outside = outside.into_iter().flatten();
    outside.chain(moved(finding)).collect()
}

/// The repository that a map stands in.
#[derive(Debug)]
pub(crate) struct Repository {
    folder: PathBuf,
    map: String,
}

impl Repository {
    /// The nearest folder above the file that git knows, else its own; `None` for a file that is not there.
    pub(crate) fn of(map: &Path) -> Option<Self> {
        let file = std::fs::canonicalize(map).ok()?;
        let own = file.parent()?;
        let of_git = own.ancestors().find(|it| it.join(".git").exists());
        Some(Self {
            folder: of_git.unwrap_or(own).into(),
            map: map.display().to_string(),
        })
    }

    /// The holders that run elsewhere, as from another checkout. What runs in the root folder, as services of the
    /// system do, comes from no checkout.
    fn outside(&self, finding: &Finding) -> Vec<String> {
        // The relay of a container runs wherever its engine does.
        let holders = finding
            .holders()
            .iter()
            .filter(|_| finding.container().is_none());
        let folders = holders.filter_map(Holder::process);
        let folders = folders.filter_map(Process::folder);
        let is_outside = |it: &&Path| it.parent().is_some() && !it.starts_with(&self.folder);
        let what = match finding.subject().name() {
            Some(name) => name.to_owned(),
            None => format!("port {}", finding.port()),
        };
        let note = |folder: &Path| {
            let (folder, map) = (folder.display(), &self.map);
            format!("{what} is held from {folder}, outside of the repository of {map}")
        };
        let mut notes: Vec<String> = folders.filter(is_outside).map(note).collect();
        notes.dedup();
        notes
    }
}

/// That the environment moves an endpoint, if it does: what was looked at is the port of the map.
fn moved(finding: &Finding) -> Option<String> {
    let endpoint = of_map(finding)?;
    note(endpoint).unwrap_or_else(|error| Some(error.to_string()))
}

fn note(endpoint: AnyEndpoint) -> Result<Option<String>, ResolveError> {
    let (address, name) = (endpoint.resolve()?, endpoint.name());
    let by = target::moved_by(endpoint)?.join(" and ");
    Ok(if address.host() != endpoint.host() {
        let at = address.authority();
        Some(format!(
            "the environment says that {name} is at {at} (by {by}); `test {name}` asks there"
        ))
    } else {
        moved_to(endpoint)?.map(|port| {
            format!("the environment moves {name} to {port} (by {by}); `check {port}` looks there")
        })
    })
}

/// The variables that move the endpoint of a finding; none where one of them is invalid, which is a note.
pub(super) fn moved_by(finding: &Finding) -> Vec<&'static str> {
    let names = of_map(finding).map(target::moved_by);
    names.and_then(Result::ok).unwrap_or_default()
}

/// The endpoint whose own port was looked at.
fn of_map(finding: &Finding) -> Option<AnyEndpoint> {
    let endpoint = finding.endpoint();
    endpoint.filter(|it| it.port() == finding.port())
}

/// The port that the environment moves the server of an endpoint to, if it does.
pub(super) fn moved_to(endpoint: AnyEndpoint) -> Result<Option<u16>, ResolveError> {
    let port = endpoint.listen()?.port();
    Ok(Some(port).filter(|port| *port != endpoint.port()))
}
