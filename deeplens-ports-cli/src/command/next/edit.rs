//! A map's text with an endpoint more.

mod lines;

pub(super) use lines::Edited;

use std::iter;
use toml_edit::{DocumentMut, Item, Table, TableLike, TomlError, Value};

/// An endpoint that the map does not have.
#[derive(Clone, Copy, Debug)]
pub(super) struct New<'a> {
    pub(super) service: &'a str,
    /// `None` for the service's own.
    pub(super) endpoint: Option<&'a str>,
    pub(super) group: Option<&'a str>,
    pub(super) protocol: &'a str,
    pub(super) port: u16,
}

/// Puts the endpoint behind those of its service, else of its group, else of all. The rest stays as it is.
pub(super) fn add(text: &str, new: &New<'_>) -> Result<Edited, String> {
    // It knows one end of a line.
    let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut map: DocumentMut = plain
        .parse()
        .map_err(|error: TomlError| error.message().to_owned())?;
    let style = Style::of(&plain);
    let position = position(map.as_table(), new);
    put(map.as_table_mut(), new, &style, position)
        .ok_or("the map has something in its place already")?;
    Ok(lines::merged(text, &map.to_string()))
}

/// How the map is laid out.
struct Style {
    has_blank_lines: bool,
    /// Whether values stand below each other.
    is_aligned: bool,
}

impl Style {
    fn of(text: &str) -> Self {
        let headers = text.lines().filter(|line| line.starts_with('['));
        Self {
            has_blank_lines: text.contains("\n\n") || headers.count() < 2,
            is_aligned: text
                .lines()
                .any(|line| line.trim_start().starts_with("port  ")),
        }
    }

    fn table(&self, position: Option<isize>) -> Table {
        let mut table = Table::new();
        table.set_position(position);
        if !self.has_blank_lines {
            table.decor_mut().set_prefix("");
        }
        table
    }

    fn set(&self, table: &mut dyn TableLike, key: &str, value: impl Into<Value>) {
        let values = table.iter().filter(|(_, item)| item.is_value());
        let widths = values.map(|(key, _)| key.len());
        let width = widths.fold("protocol".len(), usize::max);
        table.insert(key, Item::Value(value.into()));
        if let Some(mut key) = table.key_mut(key).filter(|_| self.is_aligned) {
            let blanks = width.saturating_sub(key.get().len()) + 1;
            key.leaf_decor_mut().set_suffix(" ".repeat(blanks));
        }
    }

    /// Gives a table that was named by those in it alone a place before them.
    fn show(&self, item: &mut Item) {
        let first = positions(item).min();
        if let Some(table) = item.as_table_mut().filter(|table| table.is_implicit()) {
            *table.decor_mut() = self.table(None).decor().clone();
            table.set_position(first);
        }
    }

    /// Where it listens.
    fn set_port(&self, table: &mut dyn TableLike, new: &New<'_>) {
        self.set(table, "port", i64::from(new.port));
        self.set(table, "protocol", new.protocol);
    }
}

/// `None` where something else is there.
fn put(root: &mut Table, new: &New<'_>, style: &Style, position: Option<isize>) -> Option<()> {
    let services = child(root, "services")?;
    if !services.contains_key(new.service) {
        let mut service = style.table(position);
        if let Some(group) = new.group {
            style.set(&mut service, "group", group);
        }
        service.set_implicit(new.group.is_none() && new.endpoint.is_some());
        put_into(&mut service, new, style, position)?;
        services.insert(new.service, Item::Table(service));
        return Some(());
    }
    let service = services.get_mut(new.service)?;
    if new.endpoint.is_none() {
        style.show(service);
    }
    let service = service.as_table_like_mut()?;
    put_into(service, new, style, position)
}

/// A service's own endpoint has its keys on the service.
fn put_into(
    service: &mut dyn TableLike,
    new: &New<'_>,
    style: &Style,
    position: Option<isize>,
) -> Option<()> {
    let Some(name) = new.endpoint else {
        let has = |key: &&str| service.contains_key(key);
        if PLACES.iter().any(has) {
            return None;
        }
        style.set_port(service, new);
        return Some(());
    };
    let mut endpoint = style.table(position);
    style.set_port(&mut endpoint, new);
    let endpoints = child(service, "endpoints")?;
    if endpoints.contains_key(name) {
        return None;
    }
    endpoints.insert(name, Item::Table(endpoint));
    Some(())
}

/// The keys of a service that make an endpoint of it.
const PLACES: [&str; 5] = ["container-port", "port", "ports", "protocol", "same-as"];

/// The table in another, which gets one without a header of its own where it has none.
fn child<'a>(parent: &'a mut dyn TableLike, key: &str) -> Option<&'a mut dyn TableLike> {
    if !parent.contains_key(key) {
        let mut table = Table::new();
        table.set_implicit(true);
        parent.insert(key, Item::Table(table));
    }
    parent.get_mut(key)?.as_table_like_mut()
}

/// The place of the last table that the new one stands behind.
fn position(root: &Table, new: &New<'_>) -> Option<isize> {
    let services = root.get("services")?.as_table_like()?;
    if let Some(service) = services.get(new.service) {
        return last(service);
    }
    let of_group = |service: &Item| {
        let group = service.get("group").and_then(Item::as_str);
        new.group.is_some() && group == new.group
    };
    let all = || services.iter().map(|(_, service)| service);
    let like = all().filter(|service| of_group(service)).filter_map(last);
    let any = || all().filter_map(last).max();
    like.max()
        .or_else(any)
        .or_else(|| last(root.get("services")?))
}

/// The place of the last table in an item.
fn last(item: &Item) -> Option<isize> {
    positions(item).max()
}

/// The places of the tables in an item that have a header.
fn positions(item: &Item) -> Box<dyn Iterator<Item = isize> + '_> {
    let Some(table) = item.as_table() else {
        return Box::new(iter::empty());
    };
    let own = table.position().filter(|_| !table.is_implicit());
    let inner = table.iter().flat_map(|(_, item)| positions(item));
    Box::new(inner.chain(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEB: &str = "[services.web]\nport = 1\n[services.web.endpoints.api]\nport = 2\n";

    fn added(text: &str, endpoint: Option<&str>) -> Option<String> {
        let new = New {
            service: "web",
            endpoint,
            group: None,
            protocol: "tcp",
            port: 3,
        };
        add(text, &new).ok().map(|edited| edited.text)
    }

    #[test]
    fn nothing_is_replaced() {
        assert_eq!(added(WEB, None), None);
        assert_eq!(added(WEB, Some("api")), None);
        let more = "[services.web.endpoints.more]\nport = 3\nprotocol = \"tcp\"\n";
        assert_eq!(added(WEB, Some("more")), Some(format!("{WEB}{more}")));
    }

    #[test]
    fn an_inline_table_stays_one() {
        let text = "services = { web = { port = 1 } } # here\n";
        let more = added(text, Some("more")).expect("it is added");
        assert!(more.starts_with("services = { web = { port = 1"), "{more}");
        assert!(
            more.ends_with(" # here\n") && more.lines().count() == 1,
            "{more}"
        );
    }
}
