//! The long form of an entry: `published=8080,target=80,protocol=udp`.

use std::ops::Range;

/// Where the port of the host and the one inside stand.
pub(super) type Places = [Option<Range<usize>>; 2];

/// The short form of it, and where the port of the host and the one inside stand.
///
/// `run` puts the fields together and reads the whole, by docker's `convertToStandardNotation`; a service takes numbers
/// alone, by `PortOpt`.
pub(super) fn read(text: &str, is_service: bool) -> Result<(String, Places), &'static str> {
    let mut published = None;
    let mut target = None;
    let mut protocol = "tcp";
    let mut at = 0;
    for field in text.split(',') {
        let start = at;
        at += field.len() + 1;
        let (name, value) = field.split_once('=').ok_or("a field without a value")?;
        let place = start + name.len() + 1..start + field.len();
        match name.to_ascii_lowercase().as_str() {
            "published" => published = Some((value, place)),
            "target" => target = Some((value, place)),
            "protocol" => protocol = value,
            "mode" if is_service => {}
            _ if is_service => return Err("a field that is not known"),
            _ => {}
        }
    }
    let (target, inside) = target.ok_or("the field `target` is missing")?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (outside, host) = published.map_or(("", None), |(value, place)| (value, Some(place)));
    if is_service && !(is_number(target) && is_number(outside)) {
        return Err("a service takes one number for each port here");
    }
    let host = host.filter(|place| !place.is_empty());
    Ok((
        format!("{outside}:{target}/{protocol}"),
        [host, Some(inside)],
    ))
}
