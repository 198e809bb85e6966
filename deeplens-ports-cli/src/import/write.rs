//! A draft as text, in the order and the alignment of maps that people write.

mod table;

use super::draft::{Draft, Drafted, Endpoint, Header};
use super::paths::Place;
use super::text::{comment, listed, quoted};
use super::told;
use table::{Row, Table};

/// The text, and for each of its lines the service and the endpoint that it is of.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) owners: Vec<Option<Owner>>,
}

/// Places in the lists of the draft; without an endpoint a line is about all of the service's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) service: usize,
    pub(super) endpoint: Option<usize>,
}

impl Written {
    fn line(&mut self, text: &str, owner: Option<Owner>) {
        self.text.push_str(text);
        self.text.push('\n');
        self.owners.push(owner);
    }

    fn lines<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        for line in lines {
            self.line(line, None);
        }
    }

    fn table(&mut self, table: &Table, owner: Option<Owner>) {
        self.line("", None);
        for line in table.lines() {
            self.line(&line, owner);
        }
    }
}

pub(super) fn text(draft: &Draft) -> Written {
    let mut written = Written {
        text: String::new(),
        owners: Vec::new(),
    };
    head(&draft.header, &mut written);
    let mut services = draft.services.iter().enumerate().peekable();
    while let Some((at, service)) = services.next_if(|(_, it)| it.group.is_none()) {
        self::service(at, service, &mut written);
    }
    for group in &draft.groups {
        let mut table = Table::new(format!("groups.{}", group.name));
        table.row("title", quoted(&group.title));
        written.lines(["", &format!("# ---- {} ----", comment(&group.title))]);
        written.table(&table, None);
        while let Some((at, service)) =
            services.next_if(|(_, it)| it.group.as_ref() == Some(&group.name))
        {
            self::service(at, service, &mut written);
        }
    }
    if !draft.rest.is_empty() {
        written.lines(["", "# ---- What no map can have, or nobody knows ----", "#"]);
        for remark in &draft.rest {
            let said = comment(&remark.to_string());
            written.line(&format!("# {said}"), None);
        }
    }
    written
}

fn head(header: &Header, written: &mut Written) {
    if header.has_schema {
        written.lines(["#:schema ./ports.schema.json", ""]);
    }
    let name = comment(&header.name);
    written.lines([
        &*format!("# The ports of {name}: a first map, of what its files say."),
        "#",
        "# A protocol that is marked as guessed is told by no file. A comment with a file and a line is about what stands",
        "# there and cannot be in the map beside the rest.",
    ]);
    let mut table = Table::new("map".to_owned());
    table.row("name", quoted(&header.name));
    for (key, value) in [
        ("env-prefix", &header.env_prefix),
        ("network", &header.network),
        ("project", &header.project),
    ] {
        table.maybe(key, value.as_deref().map(quoted));
    }
    written.table(&table, None);
}

fn service(at: usize, service: &Drafted, written: &mut Written) {
    let owner = |endpoint| {
        Some(Owner {
            service: at,
            endpoint,
        })
    };
    let mut table = Table::new(format!("services.{}", service.name));
    table.is_comment = service.endpoints.iter().all(|it| it.why_not.is_some());
    if let Some(called) = &service.called {
        table.before.push(format!("the files call it {called}"));
    }
    table.row("title", quoted(&service.title));
    table.maybe("group", service.group.as_deref().map(quoted));
    table.maybe("container", service.container.as_deref().map(quoted));
    if !service.process.is_empty() {
        table.row("process", listed(&service.process));
    }
    let own = |it: &&Endpoint| it.name.is_none();
    let mut shared = service.endpoints.iter().map(|it| &it.places);
    let first = shared.next().filter(|first| shared.all(|it| it == *first));
    table
        .rows
        .extend(first.and_then(|places| configured(places)));
    match service.endpoints.iter().find(own) {
        Some(endpoint) => {
            self::endpoint(endpoint, &mut table);
            written.table(&table, owner(Some(0)));
            conflict(&table.name, endpoint, owner(Some(0)), written);
        }
        None => {
            written.table(&table, owner(None));
            for (number, endpoint) in service.endpoints.iter().enumerate() {
                let name = endpoint.name.as_deref().unwrap_or_default();
                let mut table = Table::new(format!("services.{}.endpoints.{name}", service.name));
                if first.is_none() {
                    table.rows.extend(configured(&endpoint.places));
                }
                self::endpoint(endpoint, &mut table);
                written.table(&table, owner(Some(number)));
                conflict(&table.name, endpoint, owner(Some(number)), written);
            }
        }
    }
}

fn endpoint(it: &Endpoint, table: &mut Table) {
    table.is_comment |= it.why_not.is_some();
    let why_not = it.why_not.iter();
    let said = |why: &String| format!("{}: {why}", told::at(&it.at));
    table.before.extend(why_not.map(said));
    match it.host_ports {
        Some((first, last)) if first == last => table.row("port", first.to_string()),
        Some((first, last)) => table.row("ports", quoted(&format!("{first}-{last}"))),
        None => {}
    }
    let inside = it.container_port.map(|port| port.to_string());
    table.maybe("container-port", inside);
    table.maybe("host", it.host.as_deref().map(quoted));
    let guess = it.spoken.is_guessed.then(|| "guessed".to_owned());
    table
        .rows
        .push(Row::new("protocol", quoted(it.spoken.protocol)).noted(guess));
    table.maybe("scheme", it.spoken.scheme.as_deref().map(quoted));
    table.maybe("exposure", it.exposure.map(quoted));
    if !it.allow.is_empty() {
        let rules: Vec<String> = it.allow.iter().map(ToString::to_string).collect();
        table.row("allow", listed(&rules));
    }
    table.behind.extend(it.notes.iter().cloned());
}

/// `configured-in`, in a line of its own for each place where there are several.
fn configured(places: &[Place]) -> Option<Row> {
    let one = |place: &Place| match &place.key {
        Some(key) => format!(
            "{{ file = {}, key = {} }}",
            quoted(&place.file),
            quoted(key)
        ),
        None => format!("{{ file = {} }}", quoted(&place.file)),
    };
    let value = match places {
        [] => return None,
        [place] => format!("[{}]", one(place)),
        places => {
            let lines = places.iter().map(|place| format!("    {},\n", one(place)));
            format!("[\n{}]", lines.collect::<String>())
        }
    };
    Some(Row::new("configured-in", value))
}

fn conflict(name: &str, it: &Endpoint, owner: Option<Owner>, written: &mut Written) {
    if !it.conflict.is_empty() && it.why_not.is_none() {
        let mut table = Table::new(format!("{name}.conflict"));
        table.row("with", listed(&it.conflict));
        written.table(&table, owner);
    }
}
