//! Hosts: what can be one, and which are the same.

/// Whether both are one host: equal but for case, or both this machine.
pub(crate) const fn same_host(a: &str, b: &str) -> bool {
    (is_loopback(a) && is_loopback(b)) || eq_ignore_ascii_case(a, b)
}

/// Whether it is this machine: `localhost`, a name under it (RFC 6761, 6.3), `127.0.0.1` or `::1`.
pub(crate) const fn is_loopback(host: &str) -> bool {
    is_localhost(host)
        || eq_ignore_ascii_case(host, "127.0.0.1")
        || eq_ignore_ascii_case(host, "::1")
}

/// `localhost`, `api.dev.localhost`, each also with a final dot.
const fn is_localhost(host: &str) -> bool {
    const NAME: &[u8] = b"localhost";
    let host = host.as_bytes();
    let mut end = host.len();
    if end > 0 && host[end - 1] == b'.' {
        end -= 1;
    }
    if end < NAME.len() {
        return false;
    }
    let start = end - NAME.len();
    let mut at = 0;
    while at < NAME.len() {
        if !host[start + at].eq_ignore_ascii_case(&NAME[at]) {
            return false;
        }
        at += 1;
    }
    start == 0 || host[start - 1] == b'.'
}

const fn eq_ignore_ascii_case(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
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

/// Whether it is an IP address or a host name (RFC 1123, and underscores, which names of containers have).
#[cfg(feature = "std")]
pub(crate) fn is_host(host: &str) -> bool {
    if host.parse::<core::net::IpAddr>().is_ok() {
        return true;
    }
    let is_label = |label: &str| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        (1..=63).contains(&label.len())
            && label.bytes().all(is_allowed)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    host.len() <= 253 && name.split('.').all(is_label) && !is_number
}
