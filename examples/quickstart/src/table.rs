//! The map as a table.

use deeplens_ports::AnyEndpoint;
use std::fmt::Write;

/// One line for each endpoint, aligned.
pub(crate) fn of(endpoints: &[AnyEndpoint]) -> String {
    let width = |cell: fn(&AnyEndpoint) -> &str| {
        let widths = endpoints
            .iter()
            .map(|endpoint| cell(endpoint).chars().count());
        widths.max().unwrap_or_default()
    };
    let id = width(|endpoint| endpoint.id());
    let url = width(|endpoint| endpoint.url());
    let mut table = String::new();
    for endpoint in endpoints {
        let risk = if endpoint.conflict().is_some() {
            '!'
        } else {
            ' '
        };
        let line = format!(
            "{:>5} {risk} {:id$}  {:url$}  {}",
            endpoint.port(),
            endpoint.id(),
            endpoint.url(),
            endpoint.purpose(),
        );
        table.push_str(line.trim_end());
        table.push('\n');
    }
    let risky = endpoints
        .iter()
        .filter(|endpoint| endpoint.conflict().is_some())
        .count();
    // Writing into a string does not fail.
    let _ = writeln!(
        table,
        "{} endpoints, {risky} on ports that others use too (!)",
        endpoints.len()
    );
    table
}
