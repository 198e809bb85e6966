//! IP addresses in constants, where `core` cannot read them yet.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The address that `text` is, or that it is without the dot at its end; IPv4 within IPv6 is IPv4.
pub(super) const fn read(text: &[u8], without_dot: &[u8]) -> Option<IpAddr> {
    match (v4(without_dot), v6(text)) {
        (Some(v4), _) => Some(IpAddr::V4(v4)),
        (None, Some(v6)) => Some(v6.to_canonical()),
        (None, None) => None,
    }
}

pub(super) const fn is_same(a: IpAddr, b: IpAddr) -> bool {
    match (a, b) {
        (IpAddr::V4(a), IpAddr::V4(b)) => a.to_bits() == b.to_bits(),
        (IpAddr::V6(a), IpAddr::V6(b)) => a.to_bits() == b.to_bits(),
        _ => false,
    }
}

/// Whether a name that ends in this label is read as an IPv4 address, in one of its old spellings
/// (<https://url.spec.whatwg.org/#ends-in-a-number-checker>).
pub(super) const fn is_number(label: &[u8]) -> bool {
    let (mut rest, radix) = match label {
        [b'0', b'x' | b'X', digits @ ..] => (digits, 16),
        digits => (digits, 10),
    };
    while let [digit, behind @ ..] = rest {
        if (*digit as char).to_digit(radix).is_none() {
            return false;
        }
        rest = behind;
    }
    !label.is_empty()
}

/// Four decimal numbers with dots between.
const fn v4(text: &[u8]) -> Option<Ipv4Addr> {
    let mut rest = Rest(text);
    let mut octets = [0; 4];
    let mut at = 0;
    while at < octets.len() {
        if at > 0 && !rest.skip(b'.') {
            return None;
        }
        octets[at] = match rest.number(10, 3) {
            Some(number @ 0..=255) => number as u8,
            _ => return None,
        };
        at += 1;
    }
    if !rest.0.is_empty() {
        return None;
    }
    let [a, b, c, d] = octets;
    Some(Ipv4Addr::new(a, b, c, d))
}

/// Eight hexadecimal numbers with colons between, of which the last two can be an IPv4 address; `::` is one or more
/// zeros.
const fn v6(text: &[u8]) -> Option<Ipv6Addr> {
    let mut rest = Rest(text);
    let mut groups = [0; 8];
    let mut count = 0;
    let mut gap = None;
    if rest.skip(b':') {
        if !rest.skip(b':') {
            return None;
        }
        gap = Some(0);
    }
    while !rest.0.is_empty() {
        match v4(rest.0) {
            Some(v4) if count <= 6 => {
                let [a, b, c, d] = v4.octets();
                groups[count] = u16::from_be_bytes([a, b]);
                groups[count + 1] = u16::from_be_bytes([c, d]);
                count += 2;
                break;
            }
            _ => {}
        }
        groups[count] = match rest.number(16, 4) {
            Some(group) => group,
            None => return None,
        };
        count += 1;
        if rest.0.is_empty() {
            break;
        }
        if count == 8 || !rest.skip(b':') {
            return None;
        }
        if rest.skip(b':') {
            if gap.is_some() {
                return None;
            }
            gap = Some(count);
        } else if rest.0.is_empty() {
            return None;
        }
    }
    match gap {
        None if count == 8 => {}
        Some(gap) if count < 8 => groups = spread(groups, count, gap),
        _ => return None,
    }
    let [a, b, c, d, e, f, g, h] = groups;
    Some(Ipv6Addr::new(a, b, c, d, e, f, g, h))
}

/// The groups from `gap` on at the end, with zeros before them.
const fn spread(groups: [u16; 8], count: usize, gap: usize) -> [u16; 8] {
    let mut spread = [0; 8];
    let mut at = 0;
    while at < count {
        let to = if at < gap { at } else { at + 8 - count };
        spread[to] = groups[at];
        at += 1;
    }
    spread
}

/// What of a text is not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    const fn skip(&mut self, byte: u8) -> bool {
        match self.0 {
            [first, behind @ ..] if *first == byte => {
                self.0 = behind;
                true
            }
            _ => false,
        }
    }

    /// A number of one to `longest` digits; a decimal one has no leading zeros, which some read as octal.
    const fn number(&mut self, radix: u32, longest: usize) -> Option<u16> {
        let mut number = 0;
        let mut length = 0;
        while let [first, behind @ ..] = self.0 {
            let digit = match (*first as char).to_digit(radix) {
                Some(digit) => digit as u16,
                None => break,
            };
            if length == longest || (radix == 10 && length > 0 && number == 0) {
                return None;
            }
            number = number * radix as u16 + digit;
            length += 1;
            self.0 = behind;
        }
        if length == 0 {
            return None;
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{v4, v6};
    use core::net::{Ipv4Addr, Ipv6Addr};
    use std::string::String;

    #[track_caller]
    fn reads_as_core(text: &str) {
        let expected = text.parse::<Ipv4Addr>().ok();
        assert_eq!(v4(text.as_bytes()), expected, "{text}");
        let expected = text.parse::<Ipv6Addr>().ok();
        assert_eq!(v6(text.as_bytes()), expected, "{text}");
    }

    /// All texts of up to `length` of the parts, each behind `start`.
    fn each(start: &str, parts: &[&str], length: usize) {
        reads_as_core(start);
        if length > 0 {
            for part in parts {
                let mut text = String::from(start);
                text.push_str(part);
                each(&text, parts, length - 1);
            }
        }
    }

    #[test]
    fn addresses_are_read_as_core_reads_them() {
        each("", &[":", "0", "1f", "F", "g", "."], 6);
        each("", &["1", "0", "255", "256", "."], 7);
        for groups in 0..=8 {
            for gap in ["", "::", ":"] {
                let start = ["ab12"; 8][..groups].join(":") + gap;
                each(&start, &["cd:", "00ef", "12345", "1.2.3.4"], 3);
                each(&start, &["::", "1:2", ":"], 4);
            }
        }
    }
}
