//! The files of which nothing is known.

use crate::output::visible;
use deeplens_ports_cli::Audit;

/// `note: PATH:LINE: the file was not read: …`.
pub(super) fn lines(audit: &Audit) -> impl Iterator<Item = String> + '_ {
    audit.unread().iter().map(|it| {
        let at = &it.location;
        let said = format!("note: {}:{}: {}", at.file, at.line, it.why);
        said.chars().map(visible).collect()
    })
}
