//! What a text can be: hosts, schemes, container names and the like.

use crate::reader::Text;
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::text::similar_help;
use std::net::IpAddr;

/// The text, if `problem` finds none in it.
pub(super) fn valid<'a>(
    text: Option<&Text<'a>>,
    what: &str,
    problem: fn(&str) -> Option<Problem>,
    report: &mut Report,
) -> Option<&'a str> {
    let text = text?;
    let Some(problem) = problem(text.value) else {
        return Some(text.value);
    };
    report.push(
        Diagnostic::new(
            Rule::InvalidValue,
            &text.span,
            format!("invalid {what} {}", quoted(text.value)),
        )
        .label(problem.label)
        .note(problem.note),
    );
    None
}

/// Why a text cannot be what its key says.
pub(super) struct Problem {
    label: &'static str,
    note: &'static str,
}

/// One of a list of words.
pub(super) fn one_of<T>(
    text: Option<&Text<'_>>,
    what: &str,
    names: &[&'static str],
    named: fn(&str) -> Option<T>,
    report: &mut Report,
) -> Option<T> {
    let text = text?;
    let value = named(text.value);
    if value.is_none() {
        report.push(
            Diagnostic::new(
                Rule::InvalidValue,
                &text.span,
                format!("invalid {what} {}", quoted(text.value)),
            )
            .label(format!("expected {}", listed(names.iter().copied(), "or")))
            .maybe_help(similar_help("a value", text.value, names.iter().copied())),
        );
    }
    value
}

/// A host name (RFC 1123) or an IP address.
pub(super) fn host(text: &str) -> Option<Problem> {
    const NOTE: &str =
        "a host is a name such as `db.internal`, or an IP address such as `10.0.0.7` or `fd00::7`";
    let label = if text.is_empty() {
        "empty"
    } else if let Ok(ip) = text.parse::<IpAddr>() {
        if !ip.is_unspecified() {
            return None;
        }
        "an address to listen on, not one to reach"
    } else if text.contains("://") {
        "a URL, not a host"
    } else if text.starts_with('[') {
        "the brackets of an IPv6 address are added where they are needed"
    } else if text.contains(':') {
        "a host without a port is expected"
    } else if text.len() > 253 || text.split('.').any(|label| label.len() > 63) {
        "too long for a host name"
    } else if !text
        .strip_suffix('.')
        .unwrap_or(text)
        .split('.')
        .all(is_host_label)
    {
        "not a host name"
    } else if text.split('.').next_back().is_some_and(is_number) {
        "a host name that ends in a number is read as an IPv4 address"
    } else {
        return None;
    };
    Some(Problem { label, note: NOTE })
}

fn is_host_label(label: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !label.is_empty()
        && label.chars().all(is_allowed)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_number(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| c.is_ascii_digit())
}

/// Hosts with equal keys are one host. The loopback addresses, `localhost` and the names under it are.
pub(super) fn host_key(host: &str) -> String {
    match host.parse::<IpAddr>() {
        Ok(ip) => match ip.to_canonical() {
            ip if ip == IpAddr::from([127, 0, 0, 1]) || ip.to_string() == "::1" => {
                "localhost".to_owned()
            }
            ip => ip.to_string(),
        },
        Err(_) => {
            let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
            // RFC 6761, 6.3.
            if name.ends_with(".localhost") {
                return "localhost".to_owned();
            }
            name
        }
    }
}

/// A URL scheme, RFC 3986.
pub(super) fn scheme(text: &str) -> Option<Problem> {
    let label = if text.is_empty() {
        "empty"
    } else if text.contains("://") || text.ends_with(':') {
        "a scheme stands without what follows it"
    } else if text.chars().any(|c| c.is_ascii_uppercase()) {
        "a scheme is written in lower case"
    } else if !text.starts_with(|c: char| c.is_ascii_lowercase()) {
        "does not start with a letter"
    } else if !text
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c))
    {
        "has a character that is not allowed"
    } else {
        return None;
    };
    Some(Problem {
        label,
        note: "a scheme has letters, digits, `+`, `-` and `.`, such as `postgresql` (RFC 3986)",
    })
}

/// The name of a container or a network, which is a host name on that network.
pub(super) fn container(text: &str) -> Option<Problem> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
    let label = if text.is_empty() {
        "empty"
    } else if !text.chars().all(is_allowed) {
        "has a character that is not allowed"
    } else if !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        "does not start with a letter or digit"
    } else if text.len() > 63 {
        "longer than 63 characters"
    } else {
        return None;
    };
    Some(Problem {
        label,
        note: "container engines take ASCII letters, digits, `_`, `.` and `-`, a letter or digit first",
    })
}

/// The name of a Compose project.
pub(super) fn project(text: &str) -> Option<Problem> {
    let label = if text.is_empty() {
        "empty"
    } else if text.chars().any(|c| c.is_ascii_uppercase()) {
        "has an upper-case letter"
    } else if !text.chars().all(is_of_project) {
        "has a character that is not allowed"
    } else if text.starts_with(['-', '_']) {
        "does not start with a letter or digit"
    } else {
        return None;
    };
    Some(Problem {
        label,
        note: "Compose takes lower-case letters, digits, `-` and `_`, a letter or digit first",
    })
}

/// Whether the name of a Compose project can have it.
pub(super) fn is_of_project(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter)
}

/// The start of the names of environment variables.
pub(super) fn prefix(text: &str) -> Option<Problem> {
    let label = if text.is_empty() {
        "empty"
    } else if text.chars().any(|c| c.is_ascii_lowercase()) {
        "has a lower-case letter"
    } else if !text
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    {
        "has a character that is not allowed"
    } else if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        "does not start with a letter"
    } else {
        return None;
    };
    Some(Problem {
        label,
        note: "environment variables have upper-case letters, digits and `_`, a letter first",
    })
}

#[cfg(test)]
mod tests {
    use super::{container, host, host_key, prefix, project, scheme};

    #[test]
    fn hosts() {
        for good in [
            "localhost",
            "db.internal",
            "10.0.0.7",
            "fd00::7",
            "a_b",
            "x.y.",
            "host1",
        ] {
            assert!(host(good).is_none(), "{good}");
        }
        for bad in [
            "",
            "a b",
            "http://x",
            "x:80",
            "[::1]",
            "0.0.0.0",
            "::",
            "-a",
            "a..b",
            "1.2.3",
            "é",
            "10.0.0.256",
            ".",
        ] {
            assert!(host(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn loopback_is_one_host() {
        for name in [
            "localhost",
            "LOCALHOST",
            "localhost.",
            "127.0.0.1",
            "::1",
            "0:0::1",
            "::ffff:127.0.0.1",
            "api.dev.localhost",
            "Web.LocalHost.",
        ] {
            assert_eq!(host_key(name), "localhost", "{name}");
        }
        assert_ne!(host_key("127.0.0.2"), "localhost");
        assert_ne!(host_key("notlocalhost"), "localhost");
        assert_eq!(host_key("FD00::0:7"), host_key("fd00::7"));
    }

    #[test]
    fn schemes_containers_projects_and_prefixes() {
        assert!(scheme("postgresql").is_none() && scheme("a+b-c.1").is_none());
        for bad in ["", "HTTP", "http:", "http://", "1a", "a b", "a_b"] {
            assert!(scheme(bad).is_some(), "{bad}");
        }
        assert!(container("deeplens-kafka_1.x").is_none());
        for bad in ["", "-a", "a b", "a/b", &"a".repeat(64)] {
            assert!(container(bad).is_some(), "{bad}");
        }
        assert!(project("2nd_shop-x").is_none());
        for bad in ["", "Shop", "a.b", "-a", "_a", "a b", "ä"] {
            assert!(project(bad).is_some(), "{bad}");
        }
        assert!(prefix("DEEPLENS_2").is_none());
        for bad in ["", "Deep", "2D", "_D", "A-B", "Ä"] {
            assert!(prefix(bad).is_some(), "{bad}");
        }
    }
}
