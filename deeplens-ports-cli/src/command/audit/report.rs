//! What is found as people read it.

use super::unread;
use deeplens_ports_cli::{Audit, Finding};

/// Both files of each disagreement, drawn.
pub(super) fn text(findings: &[&Finding], audit: &Audit) -> String {
    let mut text = String::new();
    for finding in findings {
        text.push_str(&finding.drawn());
        text.push_str("\n\n");
    }
    for line in unread::lines(audit) {
        text.push_str(&format!("{line}\n\n"));
    }
    text.push_str(&audit.closing());
    text.push('\n');
    text
}
