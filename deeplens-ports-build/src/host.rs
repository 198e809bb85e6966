//! Hosts: what can be one, and which are the same. `deeplens-ports` and `deeplens-ports-build`, of which neither has
//! the other, hold this file and `host/ip.rs` alike, byte for byte.

mod ip;

use core::fmt;
use core::net::IpAddr;

/// A host as a map or a variable writes it. Those that are one host are equal, and print the same.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Host<'a> {
    /// An address that can be reached; IPv4 within IPv6 is IPv4.
    Ip(IpAddr),
    /// A name (RFC 1123, and underscores, which names of containers have), without the dot at its end.
    Name(&'a str),
}

/// Why a text is no host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoHost {
    Brackets,
    Empty,
    Label,
    Long,
    Number,
    Port,
    Unspecified,
    Url,
}

impl<'a> Host<'a> {
    pub(crate) const fn read(text: &'a str) -> Result<Self, NoHost> {
        let name = match text.as_bytes() {
            [] => return Err(NoHost::Empty),
            // The URL standard takes the dot at the end of a name behind an IPv4 address too.
            [name @ .., b'.'] => name,
            name => name,
        };
        if let Some(ip) = ip::read(text.as_bytes(), name) {
            return if ip.is_unspecified() {
                Err(NoHost::Unspecified)
            } else {
                Ok(Self::Ip(ip))
            };
        }
        if let Err(problem) = check_name(text.as_bytes(), name) {
            return Err(problem);
        }
        match core::str::from_utf8(name) {
            Ok(name) => Ok(Self::Name(name)),
            Err(_) => Err(NoHost::Label),
        }
    }

    /// Whether it is `localhost`, a name under `.localhost` (RFC 6761, 6.3), or a loopback address.
    pub(crate) const fn is_loopback(self) -> bool {
        match self {
            Self::Ip(ip) => ip.is_loopback(),
            Self::Name(name) => {
                let (_, last) = split_last(name.as_bytes());
                is_same_name(last, b"localhost")
            }
        }
    }

    pub(crate) const fn is_same(self, other: Host<'_>) -> bool {
        match (self, other) {
            _ if self.is_loopback() || other.is_loopback() => {
                self.is_loopback() && other.is_loopback()
            }
            (Self::Ip(ip), Host::Ip(other)) => ip::is_same(ip, other),
            (Self::Name(name), Host::Name(other)) => {
                is_same_name(name.as_bytes(), other.as_bytes())
            }
            _ => false,
        }
    }
}

impl PartialEq for Host<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(*other)
    }
}

impl fmt::Display for Host<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            _ if self.is_loopback() => f.write_str("localhost"),
            Self::Ip(ip) => ip.fmt(f),
            Self::Name(name) => {
                let mut lower = name.chars().map(|c| c.to_ascii_lowercase());
                lower.try_for_each(|c| fmt::Write::write_char(f, c))
            }
        }
    }
}

/// What keeps `text` from being a host name; `name` is the text without the dot at its end.
const fn check_name(text: &[u8], name: &[u8]) -> Result<(), NoHost> {
    if let Some(problem) = foreign(text) {
        return Err(problem);
    }
    if text.len() > 253 {
        return Err(NoHost::Long);
    }
    let mut rest = Some(name);
    while let Some(name) = rest {
        let (before, label) = split_last(name);
        if label.len() > 63 {
            return Err(NoHost::Long);
        }
        if !is_label(label) {
            return Err(NoHost::Label);
        }
        rest = before;
    }
    let (_, last) = split_last(name);
    if ip::is_number(last) {
        return Err(NoHost::Number);
    }
    Ok(())
}

/// What people write in place of a host, by its characters.
const fn foreign(text: &[u8]) -> Option<NoHost> {
    let mut found = match text {
        [b'[', ..] => Some(NoHost::Brackets),
        _ => None,
    };
    let mut rest = text;
    while let [_, behind @ ..] = rest {
        match rest {
            [b':', b'/', b'/', ..] => return Some(NoHost::Url),
            [b':', ..] if found.is_none() => found = Some(NoHost::Port),
            _ => {}
        }
        rest = behind;
    }
    found
}

const fn is_label(label: &[u8]) -> bool {
    let mut rest = label;
    while let [byte, behind @ ..] = rest {
        if !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_') {
            return false;
        }
        rest = behind;
    }
    !matches!(label, [] | [b'-', ..] | [.., b'-'])
}

/// The last label of a name, and what stands before its dot.
const fn split_last(name: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let mut at = name.len();
    while at > 0 {
        if name[at - 1] == b'.' {
            let (before, label) = name.split_at(at);
            return match before {
                [before @ .., _] => (Some(before), label),
                [] => (None, label),
            };
        }
        at -= 1;
    }
    (None, name)
}

/// Names have no case. `<[u8]>::eq_ignore_ascii_case` is no `const fn` in the oldest Rust that is claimed.
const fn is_same_name(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if !a[at].eq_ignore_ascii_case(&b[at]) {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{Host, NoHost};
    use std::string::ToString;

    fn host(text: &str) -> Host<'_> {
        Host::read(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
    }

    /// Each line is one host, and no other line is the same.
    const HOSTS: &[&[&str]] = &[
        &[
            "localhost",
            "LocalHost",
            "localhost.",
            "shop.localhost",
            "a.b.LOCALHOST.",
            "127.0.0.1",
            "127.0.0.1.",
            "127.0.0.2",
            "127.255.255.255",
            "::1",
            "0:0::1",
            "0000:0:0:0:0:0:0:1",
            "::ffff:127.0.0.1",
            "::ffff:7f00:1",
        ],
        &["localhost.example"],
        &["notlocalhost", "NotLocalhost."],
        &["db.internal", "DB.Internal", "db.internal."],
        &["internal"],
        &["10.0.0.7", "10.0.0.7.", "::ffff:10.0.0.7", "::FFFF:a00:7"],
        &["10.0.0.8"],
        &["fd00::7", "FD00::0:7", "fd00:0:0::7"],
        &["fd00::8"],
        &["a_b"],
        &["host1"],
    ];

    #[test]
    fn hosts_are_one_however_they_are_spelt() {
        for (line, hosts) in HOSTS.iter().enumerate() {
            for (other_line, others) in HOSTS.iter().enumerate() {
                for a in *hosts {
                    for b in *others {
                        let (a, b) = (host(a), host(b));
                        assert_eq!(a == b, line == other_line, "{a:?} {b:?}");
                        let is_printed_alike = a.to_string() == b.to_string();
                        assert_eq!(is_printed_alike, line == other_line, "{a:?} {b:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_host_is_told_by_its_kind() {
        let long = ["abcdefghi"; 26].join(".");
        for (text, problem) in [
            ("", NoHost::Empty),
            ("0.0.0.0", NoHost::Unspecified),
            ("0.0.0.0.", NoHost::Unspecified),
            ("::", NoHost::Unspecified),
            ("::ffff:0.0.0.0", NoHost::Unspecified),
            ("http://x", NoHost::Url),
            ("[http://x", NoHost::Url),
            ("[::1]", NoHost::Brackets),
            ("x:80", NoHost::Port),
            ("::1.", NoHost::Port),
            ("fe80::1%eth0", NoHost::Port),
            (long.as_str(), NoHost::Long),
            (&"a".repeat(64), NoHost::Long),
            ("a b", NoHost::Label),
            ("-a", NoHost::Label),
            ("a-", NoHost::Label),
            ("a..b", NoHost::Label),
            (".", NoHost::Label),
            (".localhost", NoHost::Label),
            ("localhost..", NoHost::Label),
            ("é", NoHost::Label),
            ("1.2.3", NoHost::Number),
            ("10.0.0.256", NoHost::Number),
            ("10.0.0.256.", NoHost::Number),
            ("127.0.0.01", NoHost::Number),
            ("127.0.0.0x1", NoHost::Number),
            ("0x7f000001", NoHost::Number),
            ("2130706433", NoHost::Number),
        ] {
            assert_eq!(Host::read(text), Err(problem), "{text}");
        }
        assert!(Host::read(&long[1..=253]).is_ok());
        assert!(Host::read(&"a".repeat(63)).is_ok());
    }
}
