//! What is found in one line for each place: for editors, and as annotations of a GitHub workflow run.

use super::unread;
use crate::output::visible;
use deeplens_ports_cli::{Audit, Finding, Location};

/// `PATH:LINE:COLUMN: error[RULE]: title`.
pub(super) fn short(findings: &[&Finding], audit: &Audit) -> String {
    let mut text = String::new();
    for it in findings {
        let said = format!("{}[{}]: {}", it.level().as_str(), it.rule(), it.title());
        for at in places(it) {
            let line = format!("{}:{}:{}: {said}", at.file, at.line, at.column);
            text.extend(line.chars().map(visible));
            text.push('\n');
        }
    }
    closed(text, audit)
}

/// `::error file=…,line=…,col=…,title=…::…`, by GitHub's "Workflow commands for GitHub Actions".
pub(super) fn github(findings: &[&Finding], audit: &Audit) -> String {
    let mut text = String::new();
    for it in findings {
        let kind = match it.level() {
            deeplens_ports_cli::Level::Error => "error",
            deeplens_ports_cli::Level::Note => "notice",
        };
        let helps: String = it.helps().iter().map(|help| format!("; {help}")).collect();
        let said = data(&format!("{}: {}{helps}", it.title(), it.label()));
        for at in places(it) {
            let (file, title) = (property(&at.file), property(it.rule().as_str()));
            let (line, column) = (at.line, at.column);
            text.push_str(&format!(
                "::{kind} file={file},line={line},col={column},title={title}::{said}\n"
            ));
        }
    }
    closed(text, audit)
}

fn closed(mut text: String, audit: &Audit) -> String {
    for line in unread::lines(audit) {
        text.push_str(&format!("{line}\n"));
    }
    format!("{text}{}\n", audit.closing())
}

fn places(it: &Finding) -> impl Iterator<Item = &Location> {
    std::iter::once(it.location()).chain(it.also())
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
