//! One table of a map as lines.

use crate::import::text::comment;

/// A table, with comments before its header and behind its keys; as a whole it may be one.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) is_comment: bool,
    pub(super) before: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) behind: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Row {
    key: &'static str,
    /// As TOML has it, be it in several lines.
    value: String,
    comment: Option<String>,
}

impl Row {
    pub(super) const fn new(key: &'static str, value: String) -> Self {
        Self {
            key,
            value,
            comment: None,
        }
    }

    /// With a comment behind it.
    pub(super) fn noted(self, comment: Option<String>) -> Self {
        Self { comment, ..self }
    }
}

impl Table {
    pub(super) const fn new(name: String) -> Self {
        Self {
            name,
            is_comment: false,
            before: Vec::new(),
            rows: Vec::new(),
            behind: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, key: &'static str, value: String) {
        self.rows.push(Row::new(key, value));
    }

    pub(super) fn maybe(&mut self, key: &'static str, value: Option<String>) {
        self.rows.extend(value.map(|value| Row::new(key, value)));
    }

    /// With the signs of equality below each other.
    pub(super) fn lines(&self) -> Vec<String> {
        let width = self.rows.iter().map(|row| row.key.len()).max().unwrap_or(0);
        let mut lines = vec![format!("[{}]", self.name)];
        for row in &self.rows {
            let behind = row.comment.as_ref();
            let behind = behind.map_or(String::new(), |text| format!(" # {}", comment(text)));
            let text = format!("{:width$} = {}{behind}", row.key, row.value);
            lines.extend(text.lines().map(str::to_owned));
        }
        if self.is_comment {
            lines.iter_mut().for_each(|line| line.insert_str(0, "# "));
        }
        let said = |text: &String| format!("# {}", comment(text));
        let before = self.before.iter().map(said);
        let behind = self.behind.iter().map(said);
        before.chain(lines).chain(behind).collect()
    }
}
