//! Doc comments: a first line, which rustdoc shows in lists, and a table.

use super::markdown::{cell, code, code_cell};
use super::sheet::{self, Row, Value};
use crate::map::{Endpoint, Group, Kind, Map, Service};
use crate::text;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn endpoint(map: &Map, endpoint: &Endpoint) -> TokenStream {
    let title = title(&endpoint.title, &endpoint.name);
    let url = || code(&shortened(&endpoint.url()));
    let place = match endpoint.kind {
        Kind::Container => format!("{} on the container network", url()),
        Kind::Port => url(),
        Kind::Range => {
            let host = code(&shortened(&endpoint.host));
            format!("{host}, ports {}", sheet::ports(endpoint))
        }
    };
    comment(
        &format!("{title} at {place}."),
        &sheet::endpoint(map, endpoint),
    )
}

pub(super) fn service(service: &Service) -> TokenStream {
    let title = title(&service.title, &service.name);
    comment(&format!("The service {title}."), &sheet::service(service))
}

pub(super) fn group(group: &Group) -> TokenStream {
    let title = title(&group.title, &group.name);
    comment(&format!("The group {title}."), &sheet::group(group))
}

fn shortened(text: &str) -> String {
    text::shortened(text, 80)
}

/// The title, or the name where it is blank.
fn title(title: &str, name: &str) -> String {
    let is_blank = title.trim().is_empty();
    code(&shortened(if is_blank { name } else { title }))
}

/// The attributes, one for each line, that are printed as a comment. The first row is the head of the table.
fn comment(first: &str, rows: &[Row]) -> TokenStream {
    let mut lines = vec![format!(" {first}"), String::new()];
    for (at, row) in rows.iter().enumerate() {
        let value = match &row.value {
            Value::Text(text) => cell(text),
            Value::Code(texts) => {
                let mut spans = Vec::new();
                for text in texts {
                    spans.push(code_cell(text));
                }
                text::with_commas(&spans)
            }
        };
        lines.push(format!(" | {} | {value} |", row.label));
        if at == 0 {
            lines.push(" | --- | --- |".to_owned());
        }
    }
    quote! { #(#[doc = #lines])* }
}
