//! Any text is a module that syn parses and in which no two endpoints meet, or a report whose places are in the text.

#![no_main]

use deeplens_ports_build::{Endpoint, generate, read, require_toml_1_0};
use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;

fuzz_target!(|text: &str| {
    if let Err(report) = require_toml_1_0("ports.toml", text) {
        for diagnostic in report.diagnostics() {
            assert!(text.get(diagnostic.span()).is_some());
        }
    }
    match generate("ports.toml", text) {
        Ok(module) => {
            syn::parse_file(&module).expect("the module is Rust");
            let map = read("ports.toml", text).expect("what compiles can be read");
            let mut taken = HashSet::new();
            let listeners = map.endpoints().iter().chain(map.ranges());
            for endpoint in listeners.filter(|endpoint| endpoint.same_as().is_none()) {
                for port in endpoint.ports().iter() {
                    let place = (host(endpoint), endpoint.transport(), port);
                    assert!(taken.insert(place), "{} meets another", endpoint.name());
                }
            }
        }
        Err(report) => {
            let body = text.strip_prefix('\u{feff}').unwrap_or(text);
            assert!(!report.diagnostics().is_empty());
            for diagnostic in report.diagnostics() {
                let line = body
                    .split('\n')
                    .nth(diagnostic.line() - 1)
                    .expect("a line of the text");
                assert!(diagnostic.column() - 1 <= line.chars().count());
                assert!(
                    text.get(diagnostic.span()).is_some(),
                    "{:?}",
                    diagnostic.span()
                );
            }
            assert!(report.to_string().starts_with("error: "));
        }
    }
});

/// One name for all that is this machine.
fn host(endpoint: &Endpoint) -> String {
    match endpoint.host().to_ascii_lowercase().as_str() {
        "localhost" | "127.0.0.1" | "::1" => "localhost".to_owned(),
        other => other.to_owned(),
    }
}
