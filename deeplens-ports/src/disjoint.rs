//! Two maps that meet in one program.

use crate::host::Host;
use crate::{AnyEndpoint, AnyPortRange, Transport};

/// Fails to compile if two compiled maps have a host, transport and port in common, ranges included.
///
/// For maps of crates that do not know each other and meet in one program alone. A map that is to stand beside
/// another one says so in `[map] beside`, and gets a report that shows the places.
///
/// ```
/// mod own {
///     // What `include_ports!` brings.
///     pub const ALL: &[deeplens_ports::AnyEndpoint] = &[];
///     pub const RANGES: &[deeplens_ports::AnyPortRange] = &[];
/// }
///
/// deeplens_ports::assert_disjoint!(deeplens_ports::ports, own);
/// ```
///
/// A map meets itself:
///
/// ```compile_fail,E0080
/// deeplens_ports::assert_disjoint!(deeplens_ports::ports, deeplens_ports::ports);
/// ```
#[macro_export]
macro_rules! assert_disjoint {
    ($first:path, $second:path $(,)?) => {
        const _: () = {
            use $first as first;
            use $second as second;
            $crate::__private::assert_disjoint(
                first::ALL,
                first::RANGES,
                second::ALL,
                second::RANGES,
            );
        };
    };
}

/// One port or a range, whichever it is.
#[derive(Clone, Copy)]
struct Place {
    name: &'static str,
    host: &'static str,
    transport: Transport,
    first: u16,
    last: u16,
    step: u16,
}

const fn endpoint(endpoint: AnyEndpoint) -> Place {
    Place {
        name: endpoint.name(),
        host: endpoint.host(),
        transport: endpoint.transport(),
        first: endpoint.port(),
        last: endpoint.port(),
        step: 1,
    }
}

const fn range(range: AnyPortRange) -> Place {
    Place {
        name: range.name(),
        host: range.host(),
        transport: range.transport(),
        first: range.first(),
        last: range.last(),
        step: range.step(),
    }
}

#[doc(hidden)]
#[track_caller] // All the way down, so that the error shows the place in the user's code alone.
pub const fn assert_disjoint(
    first: &[AnyEndpoint],
    first_ranges: &[AnyPortRange],
    second: &[AnyEndpoint],
    second_ranges: &[AnyPortRange],
) {
    endpoints(first, second);
    ranges(first_ranges, second, second_ranges);
    ranges(second_ranges, first, &[]);
}

/// Both are sorted by port, so one walk meets all pairs.
#[track_caller]
const fn endpoints(first: &[AnyEndpoint], second: &[AnyEndpoint]) {
    let (mut at, mut start) = (0, 0);
    while at < first.len() {
        while start < second.len() && second[start].port() < first[at].port() {
            start += 1;
        }
        let mut other = start;
        while other < second.len() && second[other].port() == first[at].port() {
            check(endpoint(first[at]), endpoint(second[other]));
            other += 1;
        }
        at += 1;
    }
}

#[track_caller]
const fn ranges(ranges: &[AnyPortRange], others: &[AnyEndpoint], other_ranges: &[AnyPortRange]) {
    let mut at = 0;
    while at < ranges.len() {
        let mut other = 0;
        while other < others.len() {
            check(range(ranges[at]), endpoint(others[other]));
            other += 1;
        }
        other = 0;
        while other < other_ranges.len() {
            check(range(ranges[at]), range(other_ranges[other]));
            other += 1;
        }
        at += 1;
    }
}

#[track_caller]
const fn check(a: Place, b: Place) {
    let port = match meeting(a, b) {
        Some(port) if a.transport as u8 == b.transport as u8 && is_one_host(a, b) => port,
        _ => return,
    };
    let message = Message::new("two maps take port ")
        .with_number(port)
        .with(": `")
        .with(a.name)
        .with("` and `")
        .with(b.name)
        .with("`");
    panic!("{}", message.as_str());
}

const fn is_one_host(a: Place, b: Place) -> bool {
    match (Host::read(a.host), Host::read(b.host)) {
        (Ok(a), Ok(b)) => a.is_same(b),
        // No compiled map has such a host.
        _ => false,
    }
}

/// The first port that they have in common.
const fn meeting(a: Place, b: Place) -> Option<u16> {
    let mut port = a.first as u32;
    while port <= a.last as u32 {
        let is_inside = b.first as u32 <= port && port <= b.last as u32;
        if is_inside && (port - b.first as u32) % b.step as u32 == 0 {
            return Some(port as u16);
        }
        port += a.step as u32;
    }
    None
}

const LONGEST: usize = 256;

/// The text of a panic, which cannot be formatted in a constant.
struct Message {
    text: [u8; LONGEST],
    length: usize,
}

impl Message {
    const fn new(text: &str) -> Self {
        let empty = Self {
            text: [0; LONGEST],
            length: 0,
        };
        empty.with(text)
    }

    const fn with(mut self, text: &str) -> Self {
        let mut rest = text.as_bytes();
        // Names are ASCII, so nothing is cut within a character.
        while let [byte, behind @ ..] = rest {
            self = self.with_byte(*byte);
            rest = behind;
        }
        self
    }

    const fn with_number(mut self, number: u16) -> Self {
        if number >= 10 {
            self = self.with_number(number / 10);
        }
        self.with_byte(b'0' + (number % 10) as u8)
    }

    const fn with_byte(mut self, byte: u8) -> Self {
        if self.length < LONGEST {
            self.text[self.length] = byte;
            self.length += 1;
        }
        self
    }

    const fn as_str(&self) -> &str {
        let (text, _) = self.text.split_at(self.length);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "two maps take one port",
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use crate::endpoint::endpoint as new;
    use crate::{owner, record, Tcp};
    use std::boxed::Box;
    use std::panic::catch_unwind;
    use std::string::ToString;
    use std::vec::Vec;

    #[test]
    fn a_message_ends_where_its_room_does() {
        let mut message = Message::new("");
        for _ in 0..LONGEST {
            message = message.with("ab").with("c");
        }
        assert_eq!(message.as_str().len(), LONGEST);
        assert!(message.as_str().starts_with("abcabc"));
    }

    /// Ranges of one to three ports in all small steps.
    fn places() -> impl Iterator<Item = Place> {
        let steps = (1..4).flat_map(|step| (0..3).map(move |more| (step, more)));
        (1..8).flat_map(move |first| {
            steps.clone().map(move |(step, more)| Place {
                name: "some",
                host: "localhost",
                transport: Transport::Tcp,
                first,
                last: first + step * more,
                step,
            })
        })
    }

    #[test]
    fn a_message_has_a_number_in_all_its_digits() {
        for number in [0, 9, 10, 6334, 65535] {
            let message = Message::new("").with_number(number);
            assert_eq!(message.as_str(), number.to_string());
        }
    }

    #[test]
    fn ranges_meet_where_they_have_a_port_in_common() {
        let ports = |it: Place| (it.first..=it.last).step_by(it.step.into());
        for a in places() {
            for b in places() {
                let expected = ports(a).find(|port| ports(b).any(|other| other == *port));
                let of = |it: Place| (it.first, it.last, it.step);
                assert_eq!(meeting(a, b), expected, "{:?} {:?}", of(a), of(b));
            }
        }
    }

    fn on(port: u16) -> AnyEndpoint {
        let service = Box::leak(Box::new(owner::service_record("some", "", "", "", "")));
        let details = Box::leak(Box::new(crate::details::details("tcp", "localhost")));
        let record = record::tcp(owner::service(service), details, port).named("some", "", "", "");
        new::<Tcp>(Box::leak(Box::new(record))).erase()
    }

    #[test]
    fn all_pairs_of_endpoints_are_met() {
        let subset = |bits: u16| -> Vec<AnyEndpoint> {
            let ports = (0..4).filter(|bit| bits >> bit & 1 == 1);
            ports.map(|bit| on(8000 + bit)).collect()
        };
        for (a, b) in (0..16).flat_map(|a| (0..16).map(move |b| (a, b))) {
            let (first, second) = (subset(a), subset(b));
            let result = catch_unwind(|| assert_disjoint(&first, &[], &second, &[]));
            assert_eq!(result.is_ok(), a & b == 0, "{a:04b} {b:04b}");
        }
    }
}
