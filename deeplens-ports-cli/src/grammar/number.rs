//! Port numbers.

/// A port number in decimal digits, as every reader takes it; 0 is one.
pub(crate) fn port(text: &str) -> Option<u16> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| text.parse().ok()).flatten()
}
