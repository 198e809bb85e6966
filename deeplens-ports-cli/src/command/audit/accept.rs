//! `--accept`: what disagrees now becomes a list of exceptions, so that new disagreements can be told from old ones.

use crate::file::put;
use crate::load;
use crate::output::{Exit, Output};
use deeplens_ports_cli::{Audit, PortMap};
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) fn run(audit: &Audit, map: &PortMap, notes: bool) -> Result<Output, String> {
    let text = audit.accepted(&format!("accepted on {}", today()), notes);
    let file = load::config_file(map);
    let count = text.matches("[[audit.ignore]]").count();
    if count == 0 {
        return Ok(Output::plain("nothing to accept\n".into(), Exit::Well));
    }
    let fail = |error: std::io::Error| format!("failed to write `{}`: {error}", file.display());
    let before = match fs::read_to_string(&file) {
        Ok(before) => before,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(fail(error)),
    };
    let text = joined(&before, &text);
    put(&file, text.as_bytes()).map_err(fail)?;
    let plural = if count == 1 { "" } else { "s" };
    let said = format!("{count} exception{plural} written to {}\n", file.display());
    Ok(Output::plain(said, Exit::Well))
}

/// With the line ends of what is there.
fn joined(before: &str, text: &str) -> String {
    let end = if before.ends_with('\n') || before.is_empty() {
        ""
    } else {
        "\n"
    };
    let text = if before.is_empty() {
        text.trim_start()
    } else {
        text
    };
    let text = format!("{end}{text}");
    let text = if before.contains("\r\n") {
        text.replace('\n', "\r\n")
    } else {
        text
    };
    format!("{before}{text}")
}

/// `2026-01-31`, in UTC.
fn today() -> String {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let (year, month, day) = date(since.as_secs() / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The date that is so many days after 1970-01-01: years begin in March, so that a leap day is the last of one.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(19_782), (2024, 2, 29));
        assert_eq!(date(20_783), (2026, 11, 26));
    }
}
