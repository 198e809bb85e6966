//! `powershell`: a data file, `.psd1`, of literals alone.

use super::constants::{Constants, Field, Value};
use super::docs::{self, CHANGES};
use super::names::Names;
use super::words::pascal;
use super::written::Written;
use deeplens_ports::Map;

/// The properties of a hashtable, which a key of that name hides.
#[rustfmt::skip]
const KEPT: [&str; 13] = [
    "Count", "IsFixedSize", "IsReadOnly", "IsSynchronized", "Item", "Keys", "SyncRoot", "Values",
    "PSAdapted", "PSBase", "PSExtended", "PSObject", "PSTypeNames",
];

/// What `Import-PowerShellDataFile` reads: so many keys of one table, and so many keys and values of a file.
const MOST_KEYS: usize = 500;
const MOST_LITERALS: usize = 4999;

pub(super) fn text(map: Map) -> Written {
    let constants = Constants::of(map);
    let mut names = Names::pascal(&constants, "PowerShell", &KEPT);
    let tables = [
        ("Endpoints", &constants.endpoints),
        ("Ranges", &constants.ranges),
        ("ContainerEndpoints", &constants.container_endpoints),
    ];
    let mut text = format!("# {} {CHANGES}\n@{{\n", docs::made_by("powershell", map));
    for (key, constants) in tables {
        let rows = constants.iter().map(|it| {
            let fields = table(&it.fields, 3);
            format!("        {} = {fields}\n", names.of(it.name))
        });
        text.push_str(&format!(
            "    {key} = @{{\n{}    }}\n",
            rows.collect::<String>()
        ));
    }
    text.push_str("}\n");
    // Windows PowerShell takes a file without the mark for one of the machine's old code page.
    if !text.is_ascii() {
        text.insert(0, '\u{feff}');
    }
    let longest = tables
        .map(|(_, constants)| constants.len())
        .into_iter()
        .max();
    let literals = 3 + constants
        .all()
        .map(|it| 1 + literals(&it.fields))
        .sum::<usize>();
    if longest > Some(MOST_KEYS) || literals > MOST_LITERALS {
        names.remarks.push(format!(
            "Import-PowerShellDataFile reads at most {MOST_KEYS} keys of a table and {MOST_LITERALS} keys and values in \
             all unless it is given -SkipLimitCheck: here are {literals}"
        ));
    }
    Written {
        text,
        remarks: names.remarks,
    }
}

/// What the map does not say has no key.
fn table(fields: &[Field], depth: usize) -> String {
    let indent = "    ".repeat(depth);
    let mut text = "@{\n".to_owned();
    for field in fields {
        let value = match &field.value {
            Value::Nothing => continue,
            Value::Number(number) => number.to_string(),
            Value::Record(fields) => table(fields, depth + 1),
            Value::Text(text) => literal(text),
        };
        text.push_str(&format!("{indent}{} = {value}\n", pascal(field.key)));
    }
    format!("{text}{}}}", "    ".repeat(depth - 1))
}

/// In double quotes where the line ends of the file could be another's, or a character would end the file; else in single
/// ones, between which nothing is special but they. PowerShell takes curly quotes for straight ones.
fn literal(text: &str) -> String {
    let has_breaks = text.contains(['\n', '\r', '\0']);
    let mut literal = String::with_capacity(text.len() + 2);
    let quote = if has_breaks { '"' } else { '\'' };
    literal.push(quote);
    for c in text.chars() {
        match c {
            '\n' => literal.push_str("`n"),
            '\r' => literal.push_str("`r"),
            '\0' => literal.push_str("`0"),
            '`' | '$' | '"' | '\u{201c}'..='\u{201e}' if has_breaks => literal.extend(['`', c]),
            '\'' | '\u{2018}'..='\u{201b}' if !has_breaks => literal.extend([c, c]),
            c => literal.push(c),
        }
    }
    literal.push(quote);
    literal
}

/// How many keys and values are read for the fields.
fn literals(fields: &[Field]) -> usize {
    let of_each = fields.iter().map(|field| match &field.value {
        Value::Nothing => 0,
        Value::Number(_) | Value::Text(_) => 2,
        Value::Record(fields) => 1 + literals(fields),
    });
    of_each.sum()
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_literal_has_nothing_that_is_filled_in() {
        assert_eq!(
            literal("$x ${x} $(x) `n \" \u{201c}"),
            "'$x ${x} $(x) `n \" \u{201c}'"
        );
        assert_eq!(literal("it's ‘so’ ‚‛"), "'it''s ‘‘so’’ ‚‚‛‛'");
        let many = "a\nb\r\t\0 $x `n \" “”„ '‘";
        assert_eq!(literal(many), "\"a`nb`r\t`0 `$x ``n `\" `“`”`„ '‘\"");
    }
}
