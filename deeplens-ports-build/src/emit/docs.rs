//! Doc comments of the generated module.
//!
//! Texts of the map stand in table cells, where clippy's `doc_markdown` is silent, with everything escaped that
//! Markdown, rustdoc or HTML would read as something else.

use super::item;
use crate::map::{Endpoint, Map};
use std::cell::RefCell;
use syn::Attribute;

/// The docs of a module, which do not go through the syntax tree: lines of text cost much less than attributes.
#[derive(Debug, Default)]
pub(crate) struct Docs {
    texts: RefCell<Vec<Vec<String>>>,
}

/// What stands before the number of a doc; no text of a map can hold it.
const MARK: char = '\u{1}';

impl Docs {
    /// The attribute in whose place the lines are printed.
    pub(super) fn lines(&self, lines: Vec<String>) -> Attribute {
        let mut texts = self.texts.borrow_mut();
        let place = format!("{MARK}{}", texts.len());
        texts.push(lines);
        item::doc(&place)
    }

    /// Adds the lines that stand in the place of a printed line, or that line itself. `trimmed` is the line without
    /// its indent.
    pub(crate) fn set(&self, line: &str, trimmed: &str, printed: &mut String) {
        let number = trimmed
            .strip_prefix("///")
            .and_then(|rest| rest.strip_prefix(MARK));
        let texts = self.texts.borrow();
        let Some(lines) = number.and_then(|number| texts.get(number.parse::<usize>().ok()?)) else {
            printed.push_str(line);
            return;
        };
        let indent = &line[..line.len() - trimmed.len()];
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                printed.push('\n');
            }
            printed.push_str(indent);
            printed.push_str("///");
            if !line.is_empty() {
                printed.push(' ');
                printed.push_str(line);
            }
        }
    }
}

pub(super) fn endpoint(map: &Map, endpoint: &Endpoint) -> Vec<String> {
    let service = &endpoint.service;
    let mut rows = Rows::default();
    rows.text("purpose", Some(&endpoint.purpose));
    rows.code("name", Some(&endpoint.name));
    rows.code("protocol", Some(protocol(endpoint)));
    rows.text("group", service.group().map(|group| group.title()));
    let inside = endpoint.container.as_ref();
    rows.code(
        "container",
        inside.map(|inside| format!("{}:{}", inside.host, inside.port)),
    );
    rows.code("exposure", Some(endpoint.exposure.as_str()));
    rows.text("note", endpoint.note.as_ref());
    if let Some(conflict) = &endpoint.conflict {
        rows.text("common for", Some(&conflict.with.join(", ")));
        rows.text("mitigation", conflict.mitigation.as_ref());
        let ports: Vec<String> = conflict.alternatives.iter().map(u16::to_string).collect();
        rows.text("alternatives", Some(&ports.join(", ")));
    }
    for place in &endpoint.configured_in {
        let key = place
            .key
            .as_ref()
            .map_or_else(String::new, |key| format!(" ({key})"));
        rows.code("configured in", Some(format!("{}{key}", place.file)));
    }
    rows.code("same as", endpoint.same_as.as_ref());
    if !endpoint.is_range {
        let mut clients = vec![
            map.addr_variable(endpoint),
            map.service_host_variable(service),
        ];
        if !endpoint.has_own_host {
            clients.push(map.host_variable());
        }
        rows.code("clients read", Some(clients.join(", ")));
        rows.code("server reads", Some(map.listen_variable(endpoint)));
    }
    rows.below(format!(
        "{} at {}.",
        code(&shortened(or(&endpoint.title, &endpoint.name))),
        place(endpoint)
    ))
}

/// The protocol, and the transport where the name does not tell.
fn protocol(endpoint: &Endpoint) -> String {
    let (protocol, transport) = (endpoint.protocol.as_str(), endpoint.transport.as_str());
    if protocol == transport {
        protocol.to_owned()
    } else {
        format!("{protocol} over {transport}")
    }
}

fn place(endpoint: &Endpoint) -> String {
    if !endpoint.is_range {
        return format!("`{}`", shortened(&endpoint.url()));
    }
    let step = match endpoint.ports.step {
        1 => String::new(),
        step => format!(" in steps of {step}"),
    };
    format!(
        "`{}`, ports `{}`{step}",
        shortened(&endpoint.host),
        endpoint.ports
    )
}

pub(super) fn service(map: &Map, at: usize) -> Vec<String> {
    let service = &map.services[at];
    let mut rows = Rows::default();
    rows.text("group", service.group().map(|group| group.title()));
    rows.code("container", service.container.as_ref());
    rows.code("name", Some(&service.name));
    rows.below(format!(
        "The service {}.",
        code(&shortened(or(&service.title, &service.name)))
    ))
}

pub(super) fn group(map: &Map, at: usize) -> Vec<String> {
    let group = &map.groups[at];
    let mut rows = Rows::default();
    rows.code("name", Some(&group.name));
    rows.below(format!(
        "The group {}.",
        code(&shortened(or(&group.title, &group.name)))
    ))
}

/// The title, or the name where it is blank.
fn or<'a>(title: &'a str, name: &'a str) -> &'a str {
    if title.trim().is_empty() { name } else { title }
}

/// The rows of a table of two columns.
#[derive(Default)]
struct Rows {
    rows: Vec<String>,
}

impl Rows {
    /// A row with a text of the map; none where there is no text.
    fn text(&mut self, label: &str, text: Option<impl AsRef<str>>) {
        self.row(label, text, cell);
    }

    /// A row with a code span.
    fn code(&mut self, label: &str, text: Option<impl AsRef<str>>) {
        self.row(label, text, code_cell);
    }

    fn row(&mut self, label: &str, text: Option<impl AsRef<str>>, shown: fn(&str) -> String) {
        if let Some(text) = text.filter(|text| !text.as_ref().trim().is_empty()) {
            self.rows
                .push(format!("| {label} | {} |", shown(text.as_ref())));
        }
    }

    /// The table under a first line.
    fn below(self, first: String) -> Vec<String> {
        let head = [
            first,
            String::new(),
            "| | |".to_owned(),
            "| --- | --- |".to_owned(),
        ];
        head.into_iter().chain(self.rows).collect()
    }
}

/// A text as the cell of a table, read by Markdown as the same text.
fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let is_inside_word = before.is_alphanumeric() && after.is_alphanumeric();
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '^' | '"' | '@' => true,
            '_' | '\'' => !is_inside_word,
            // An entity or a link.
            '&' => after != ' ',
            ':' => after == '/',
            // A host name, or rustdoc's smart punctuation.
            '.' => before.eq_ignore_ascii_case(&'w') || before == '.',
            '-' => before == '-',
            _ => false,
        };
        if is_markup {
            shown.push('\\');
        }
        shown.push(c);
        before = c;
    }
    shown
}

/// A text as a code span in the cell of a table.
fn code_cell(text: &str) -> String {
    let code = code(text);
    if code.contains('|') {
        code.replace('|', "\\|")
    } else {
        code
    }
}

/// A text as a code span.
fn code(text: &str) -> String {
    // Most texts are names and addresses.
    if !text
        .bytes()
        .any(|byte| byte <= b' ' || byte == b'`' || byte >= 0x80)
    {
        return format!("`{text}`");
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    if longest == 0 {
        format!("{fence}{text}{fence}")
    } else {
        format!("{fence} {text} {fence}")
    }
}

/// A reason for `#[deprecated]`, in which rustdoc looks for links and the compiler shows what is there.
pub(super) fn link_free(text: &str) -> String {
    let ticks = |text: &str| text.matches('`').count();
    let is_code = |before: &str| !ticks(before).is_multiple_of(2) && ticks(text).is_multiple_of(2);
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if matches!(c, '[' | ']') && !is_code(&text[..at]) {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

/// A name for the first line, which rustdoc shows in lists.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() > LONGEST {
        text.chars().take(LONGEST).chain(['…']).collect()
    } else {
        text.to_owned()
    }
}
