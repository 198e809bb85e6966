//! Port numbers.

use crate::place::Ports;

/// A port number in decimal digits, as every reader takes it; 0 is one.
pub(crate) fn port(text: &str) -> Option<u16> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| text.parse().ok()).flatten()
}

/// A port, or a range of them such as `3000-3005`; none of them is 0.
pub(crate) fn ports(text: &str) -> Option<Ports> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let ports = Ports::new(port(first)?, port(last)?)?;
    (ports.first() > 0).then_some(ports)
}
