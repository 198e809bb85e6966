//! What a key of a map is: the reader takes no other, and the schema says the same of it.

use std::slice;

/// A table of a map, and the keys that it can have.
#[derive(Debug)]
pub struct Section {
    /// What messages call it, such as `a group`.
    pub what: &'static str,
    /// What it is for, in a line.
    pub doc: &'static str,
    /// In the order in which messages list them; those that several sections have are lists of their own.
    pub keys: &'static [&'static [Key]],
    /// What must be there.
    pub required: &'static [Required],
    /// Where it can be such a table itself, and have such tables.
    pub within: Option<Within>,
}

impl Section {
    /// Its keys.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().copied().flatten()
    }

    /// Whether it can have the key.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.keys().any(|key| key.name == name)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// As the map spells it.
    pub name: &'static str,
    /// What its value can be.
    pub takes: Takes,
    /// What it says, in a line.
    pub doc: &'static str,
    /// What holds where it is not there.
    pub default: Option<&'static str>,
}

impl Key {
    pub(crate) const fn new(name: &'static str, takes: Takes, doc: &'static str) -> Self {
        Self {
            name,
            takes,
            doc,
            default: None,
        }
    }

    /// A key whose value is one table, which says what it is for.
    pub(crate) const fn table(name: &'static str, section: &'static Section) -> Self {
        Self::new(name, Takes::Table(section), section.doc)
    }

    /// With what holds where it is not there.
    pub(crate) const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }
}

/// What the value of a key can be.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A number from 1 to 65535.
    Number,
    /// An array of such numbers.
    Numbers,
    /// A string with a port, or with two and a hyphen between.
    Range,
    /// A number or a range.
    NumberOrRange,
    /// An array of the names of policy rules.
    Rules,
    /// A table.
    Table(&'static Section),
    /// An array of tables.
    Tables(&'static Section),
    /// A table of tables, by their names.
    Named(&'static Section),
    /// A string.
    Text,
    /// An array of strings.
    Texts,
    /// One of these strings.
    Word(&'static [&'static str]),
}

/// What must be in a table.
#[derive(Debug)]
pub enum Required {
    /// This key.
    Key(&'static str),
    /// One of these keys; the first is what is missing where none is there.
    OneOf(&'static [&'static str]),
    /// This key, where the other is not there.
    Unless {
        /// The key.
        key: &'static str,
        /// The other.
        other: &'static str,
    },
}

impl Required {
    /// The keys of which one must be there.
    #[must_use]
    pub fn one_of(&'static self) -> &'static [&'static str] {
        match self {
            Self::Key(key) | Self::Unless { key, .. } => slice::from_ref(key),
            Self::OneOf(keys) => keys,
        }
    }

    /// The key with which nothing is missing.
    #[must_use]
    pub fn other(&self) -> Option<&'static str> {
        match self {
            Self::Key(_) | Self::OneOf(_) => None,
            Self::Unless { other, .. } => Some(other),
        }
    }
}

/// The tables in a section that is one of them itself where it has a key of theirs, or none of them. Nothing is required
/// of one that is not.
#[derive(Debug)]
pub struct Within {
    /// The key that they stand under.
    pub tables: &'static str,
    /// The keys that they alone have.
    pub keys: &'static [Key],
}
