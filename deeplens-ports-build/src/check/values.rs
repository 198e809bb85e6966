//! What a text can be: hosts, schemes, container names and the like.

use crate::host::{Host, NoHost};
use crate::reader::{Maybe, Text, by_ref};
use crate::report::{Diagnostic, Report, listed, quoted};
use crate::rule::Rule;
use crate::text::similar_help;

/// The text, if `problem` finds none in it.
pub(super) fn valid<'a>(
    text: &Maybe<Text<'a>>,
    what: &str,
    problem: fn(&str) -> Option<Problem>,
    report: &mut Report,
) -> Maybe<&'a str> {
    Some(by_ref(text.as_ref()?).and_then(|text| {
        let Some(problem) = problem(text.value) else {
            return Ok(text.value);
        };
        let title = format!("invalid {what} {}", quoted(text.value));
        Err(report.push(
            Diagnostic::new(Rule::InvalidValue, &text.span, title)
                .label(problem.label)
                .note(problem.note),
        ))
    }))
}

/// A text that can be anything.
pub(super) fn text(text: &Maybe<Text<'_>>) -> Option<String> {
    let text = by_ref(text.as_ref()?).ok()?;
    Some(text.value.to_owned())
}

/// Texts that can be anything.
pub(super) fn texts(texts: &[Text<'_>]) -> Vec<String> {
    let mut owned = Vec::new();
    for text in texts {
        owned.push(text.value.to_owned());
    }
    owned
}

/// Why a text cannot be what its key says.
pub(super) struct Problem {
    label: &'static str,
    note: &'static str,
}

/// One of a list of words.
pub(super) fn one_of<T>(
    text: &Maybe<Text<'_>>,
    what: &str,
    names: &[&'static str],
    named: fn(&str) -> Option<T>,
    report: &mut Report,
) -> Maybe<T> {
    Some(by_ref(text.as_ref()?).and_then(|text| {
        named(text.value).ok_or_else(|| {
            let title = format!("invalid {what} {}", quoted(text.value));
            report.push(
                Diagnostic::new(Rule::InvalidValue, &text.span, title)
                    .label(format!("expected {}", listed(names, "or")))
                    .maybe_help(similar_help("a value", text.value, names)),
            )
        })
    }))
}

/// A host name (RFC 1123) or an IP address.
pub(super) fn host(text: &str) -> Option<Problem> {
    const NOTE: &str =
        "a host is a name such as `db.internal`, or an IP address such as `10.0.0.7` or `fd00::7`";
    let label = match Host::read(text).err()? {
        NoHost::Brackets => "the brackets of an IPv6 address are added where they are needed",
        NoHost::Empty => "empty",
        NoHost::Label => "not a host name",
        NoHost::Long => "too long for a host name",
        NoHost::Number => "a host name that ends in a number is read as an IPv4 address",
        NoHost::Port => "a host without a port is expected",
        NoHost::Unspecified => "an address to listen on, not one to reach",
        NoHost::Url => "a URL, not a host",
    };
    Some(Problem { label, note: NOTE })
}

/// What is equal for equal hosts.
pub(super) fn host_key(host: &str) -> String {
    Host::read(host).map_or_else(|_| host.to_owned(), |host| host.to_string())
}

/// Whether a host is this machine by every name and address of loopback.
pub(super) fn is_loopback(host: &str) -> bool {
    Host::read(host).is_ok_and(Host::is_loopback)
}

/// Whether a host is a name under `.localhost`.
pub(super) fn is_under_localhost(host: &str) -> bool {
    let top = host.trim_end_matches('.').rsplit_once('.');
    top.is_some_and(|(_, top)| top.eq_ignore_ascii_case("localhost"))
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

/// The name of a container, which is its host name on the container network.
pub(super) fn container(text: &str) -> Option<Problem> {
    let is_bad = |label: &str| label.is_empty() || label.starts_with('-') || label.ends_with('-');
    let problem = network(text);
    if problem.is_some() || !text.split('.').any(is_bad) {
        return problem;
    }
    Some(Problem {
        label: if text.contains("..") || text.ends_with('.') {
            "has an empty part between or behind its dots"
        } else {
            "has a part that starts or ends with a hyphen"
        },
        note: "a container's name is its host name on the network (RFC 1123)",
    })
}

/// The name of a container network.
pub(super) fn network(text: &str) -> Option<Problem> {
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
    use super::{container, network, prefix, project, scheme};

    #[test]
    fn schemes_containers_projects_and_prefixes() {
        assert!(scheme("postgresql").is_none() && scheme("a+b-c.1").is_none());
        for bad in ["", "HTTP", "http:", "http://", "1a", "a b", "a_b"] {
            assert!(scheme(bad).is_some(), "{bad}");
        }
        assert!(container("deeplens-kafka_1.x").is_none());
        assert!(network("a..b-").is_none());
        let long = "a".repeat(64);
        for bad in [
            "", "-a", "a b", "a/b", "a..b", "web-", "web.", "a.-b", &long,
        ] {
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
