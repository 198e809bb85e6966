//! Connection strings: `Host=db;Port=5433;Password=…`, `Server=tcp:db,1433`.

use crate::grammar::number;
use std::ops::Range;

/// A server in a connection string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server<'a> {
    pub(crate) host: Option<&'a str>,
    /// Nothing where it is no number.
    pub(crate) port: Option<u16>,
    /// The port, or from the host to the end of the port where they stand together.
    pub(crate) span: Range<usize>,
}

/// The server of a text that is a connection string and names a port.
pub(crate) fn server(text: &str) -> Option<Server<'_>> {
    let mut host = None;
    let mut port = None;
    let mut at = 0;
    for part in text.split(';') {
        let start = at;
        at += part.len() + 1;
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        let value_at = start + name.len() + 1;
        match name.trim().to_ascii_lowercase().as_str() {
            "host" | "server" | "data source" | "datasource" | "address" | "addr"
            | "network address" => {
                host.get_or_insert((value_at, value));
            }
            "port" => {
                port.get_or_insert((value_at, value));
            }
            _ => {}
        }
    }
    if let Some((at, value)) = port {
        let digits = value.trim();
        let start = at + (value.len() - value.trim_start().len());
        return Some(Server {
            host: host.map(|(_, host)| host.trim()),
            port: number::port(digits),
            span: start..start + digits.len(),
        });
    }
    // SQL Server divides the two by a comma.
    let (at, value) = host?;
    let prefix = ["tcp:", "np:", "lpc:"]
        .into_iter()
        .find(|prefix| value.starts_with(prefix));
    let value_at = at + prefix.map_or(0, str::len);
    let value = &value[prefix.map_or(0, str::len)..];
    let (host, digits) = value.split_once(',')?;
    let end = value_at + host.len() + 1 + digits.trim_end().len();
    Some(Server {
        host: Some(host.split('\\').next().unwrap_or(host).trim()),
        port: number::port(digits.trim()),
        span: value_at..end,
    })
}
