//! YAML and JSON as one tree, in which every value knows its place.

mod document;
mod json;
mod scalar;
mod yaml;

pub(crate) use document::{Document, Mistake, Node};
pub(crate) use scalar::{base60, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    Json,
    Yaml,
}

impl Syntax {
    /// By the name of the file, which may go on, as `compose.yaml.example` does; else by a first key of Compose.
    pub(crate) fn of(name: &str, text: &str) -> Option<Self> {
        let mut parts = name.split('.').skip(1);
        let named = parts.find_map(|part| match part.to_ascii_lowercase().as_str() {
            "json" | "jsonc" | "json5" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        });
        let is_compose = || {
            let name = name.to_ascii_lowercase();
            name.contains("compose")
                && (text.starts_with("services:") || text.contains("\nservices:"))
        };
        named.or_else(|| is_compose().then_some(Self::Yaml))
    }
}

pub(crate) fn parse(text: &str, syntax: Syntax) -> Result<Vec<Document>, Mistake> {
    match syntax {
        Syntax::Json => json::parse(text),
        Syntax::Yaml => yaml::parse(text),
    }
}
