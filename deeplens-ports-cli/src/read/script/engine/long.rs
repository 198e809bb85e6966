//! The long form of an entry: `published=8080,target=80,protocol=udp`.

use crate::grammar::number;
use crate::place::Transport;
use std::ops::Range;

/// Where the port of the host and the one inside stand.
pub(super) type Places = [Option<Range<usize>>; 2];

/// The fields of an entry, of which the last of a name holds.
#[derive(Default)]
struct Fields<'a> {
    published: Option<(&'a str, Range<usize>)>,
    target: Option<(&'a str, Range<usize>)>,
    protocol: Option<&'a str>,
}

/// The short form of it, as `run` and `create` put it together, by docker's `convertToStandardNotation`.
pub(super) fn of_container(text: &str) -> Result<(String, Places), &'static str> {
    let mut fields = Fields::default();
    for (name, value, place) in split(text) {
        match name {
            Some("") | None => return Err("a field is a name, `=` and a value"),
            Some("published") => fields.published = Some((value, place)),
            Some("target") => fields.target = Some((value, place)),
            Some("protocol") => fields.protocol = Some(value),
            Some(_) => {}
        }
    }
    Ok(fields.short())
}

/// Likewise of a service, which takes one number for each port, by docker's `PortOpt`.
pub(super) fn of_service(text: &str) -> Result<(String, Places), &'static str> {
    let mut fields = Fields::default();
    for (name, value, place) in split(text) {
        let name = name.map(str::to_ascii_lowercase);
        let is_number = number::port(value).is_some();
        match name.as_deref() {
            Some("published") if is_number => fields.published = Some((value, place)),
            Some("target") if is_number => fields.target = Some((value, place)),
            Some("published" | "target") => return Err("a service takes one number for each port"),
            Some("protocol") if Transport::of(value).is_some() => fields.protocol = Some(value),
            Some("mode")
                if ["host", "ingress"]
                    .iter()
                    .any(|mode| value.eq_ignore_ascii_case(mode)) => {}
            _ => return Err("a field that a service does not take"),
        }
    }
    match fields
        .target
        .as_ref()
        .and_then(|(target, _)| number::port(target))
    {
        Some(1..) => Ok(fields.short()),
        _ => Err("the field `target` is missing"),
    }
}

/// The name, if it has one, the value and its place of each field.
fn split(text: &str) -> impl Iterator<Item = (Option<&str>, &str, Range<usize>)> {
    let mut at = 0;
    text.split(',').map(move |field| {
        let end = at + field.len();
        at = end + 1;
        match field.split_once('=') {
            Some((name, value)) => (Some(name), value, end - value.len()..end),
            None => (None, field, end..end),
        }
    })
}

impl Fields<'_> {
    fn short(self) -> (String, Places) {
        let (outside, host) = self.published.unwrap_or(("", 0..0));
        let (inside, target) = self.target.unwrap_or(("", 0..0));
        let protocol = self.protocol.unwrap_or("tcp");
        let places = [Some(host).filter(|host| !host.is_empty()), Some(target)];
        (format!("{outside}:{inside}/{protocol}"), places)
    }
}
