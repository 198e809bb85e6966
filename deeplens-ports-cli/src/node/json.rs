//! JSON with comments: the one file that names `jsonc-parser`.

use crate::node::document::{Data, Document, Kind, Mistake};
use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{parse_to_ast, CollectOptions, ParseOptions};

pub(super) fn parse(text: &str) -> Result<Vec<Document>, Mistake> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &COMMENTS_AND_COMMAS);
    let parsed = parsed.map_err(|error| Mistake {
        at: error.range().start,
        why: "it is no JSON",
    })?;
    let Some(value) = parsed.value else {
        return Ok(Vec::new());
    };
    let mut document = Document::default();
    document.root = add(&mut document, &value);
    Ok(vec![document])
}

/// What .NET and editors take, and no more: what else this parser knows is JSON5.
const COMMENTS_AND_COMMAS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_bare_decimal_point_numbers: false,
    allow_extended_string_escapes: false,
    allow_hexadecimal_numbers: false,
    allow_loose_object_property_names: false,
    allow_missing_commas: false,
    allow_non_finite_numbers: false,
    allow_single_quoted_strings: false,
    allow_unary_plus_numbers: false,
};

/// The parser itself refuses what is nested deeper than 512.
fn add(document: &mut Document, value: &Value<'_>) -> usize {
    let range = value.range();
    let kind = match value {
        Value::StringLit(it) => quoted(&it.value),
        Value::NumberLit(it) => plain(it.value),
        Value::BooleanLit(it) => plain(if it.value { "true" } else { "false" }),
        Value::NullKeyword(_) => plain("null"),
        Value::Array(it) => {
            let items = it.elements.iter().map(|item| add(document, item));
            Kind::List(items.collect())
        }
        Value::Object(it) => {
            let mut entries = Vec::with_capacity(it.properties.len());
            for property in &it.properties {
                let key = match &property.name {
                    ObjectPropName::String(name) => quoted(&name.value),
                    ObjectPropName::Word(name) => quoted(name.value),
                };
                let key = data(document, property.name.range(), key);
                entries.push((key, add(document, &property.value)));
            }
            Kind::Map(entries)
        }
    };
    data(document, range, kind)
}

fn data(document: &mut Document, range: Range, kind: Kind) -> usize {
    document.add(Data {
        span: range.start..range.end,
        tag: None,
        kind,
    })
}

fn quoted(text: &str) -> Kind {
    Kind::Scalar {
        text: text.into(),
        is_plain: false,
    }
}

fn plain(text: &str) -> Kind {
    Kind::Scalar {
        text: text.into(),
        is_plain: true,
    }
}
