//! `[[export]]`: a file that is made of the map.

use super::super::toml::{Entry, Node, Value};
use super::Reader;
use crate::audit::map::PortMap;
use crate::export::{Export, Format};
use crate::tree;

const KEYS: &str = "`configured`, `endpoints`, `file`, `format` and `inside`";

impl Reader<'_> {
    pub(super) fn exports(&mut self, entry: &Entry, map: &PortMap) -> Vec<Export> {
        let Value::List(nodes) = &entry.node.value else {
            self.wrong_type(&entry.node.span, &entry.key, "tables, `[[export]]`");
            return Vec::new();
        };
        let mut exports: Vec<Export> = Vec::new();
        for node in nodes {
            let Some(export) = self.export(node, map) else {
                continue;
            };
            if exports.iter().any(|other| other.file() == export.file()) {
                let title = format!("doubled file `{}`", export.file());
                self.say(&node.span, title, "an export before it makes the same");
            }
            exports.push(export);
        }
        exports
    }

    fn export(&mut self, node: &Node, map: &PortMap) -> Option<Export> {
        let Value::Table(table) = &node.value else {
            self.wrong_type(&node.span, "export", "a table");
            return None;
        };
        let (mut file, mut format, mut endpoints) = (None, None, Vec::new());
        let (mut inside, mut configured) = (false, false);
        for entry in table {
            match &*entry.key {
                "configured" => configured = self.flag(entry),
                "endpoints" => endpoints = self.endpoints(entry, map),
                "file" => file = self.text(entry),
                "format" => format = self.format(entry),
                "inside" => inside = self.flag(entry),
                _ => self.unknown(entry, KEYS),
            }
        }
        for key in ["file", "format"] {
            if !table.iter().any(|entry| entry.key == key) {
                self.say(&node.span, format!("missing key `{key}`"), "of this export");
            }
        }
        let (file, format) = (file?, format?);
        let path = tree::join(self.source.folder(), &file);
        let mut export = Export::new(format, path);
        export = endpoints.into_iter().fold(export, Export::endpoint);
        if inside {
            export = export.inside();
        }
        if configured {
            export = export.configured(file);
        }
        if let Some(refused) = export.refused() {
            self.say(&node.span, refused, "of this export");
        }
        Some(export)
    }

    fn format(&mut self, entry: &Entry) -> Option<Format> {
        let name = self.text(entry)?;
        let format = Format::of(&name);
        if format.is_none() {
            let title = format!("unknown format `{name}`");
            let span = entry.node.span.clone();
            let known: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
            let mistake = self
                .mistakes
                .push(self.source, span, title, "no format has this name");
            mistake.help(format!("known here: {}", known.join(", ")));
        }
        format
    }

    fn endpoints(&mut self, entry: &Entry, map: &PortMap) -> Vec<String> {
        let names = self.texts(entry);
        for name in &names {
            if !map.has_endpoint(name) && !map.has_service(name) {
                let title = format!("unknown endpoint `{name}`");
                let label = format!("no endpoint or service of {}", map.file());
                self.say(&entry.node.span, title, &label);
            }
        }
        names
    }

    fn flag(&mut self, entry: &Entry) -> bool {
        let Value::Flag(flag) = entry.node.value else {
            self.wrong_type(&entry.node.span, &entry.key, "true or false");
            return false;
        };
        flag
    }
}
