//! Valid maps come back as the same values, in any arrangement; a fault in one is shown at its place.

use deeplens_ports_build::{generate, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::fmt::Write;
use test_builds::{Sandbox, quoted, repository};
use test_properties::{Arrangement, Model, arrangement, model, text, write};

const PLAIN: Arrangement = Arrangement {
    crlf: false,
    mark: false,
    tabs: false,
    reversed: false,
    comments: false,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_arrangement_changes_nothing(model in model(), arrangement in arrangement()) {
        let plain = write(&model, PLAIN);
        let expected = generate("ports.toml", &plain);
        prop_assert!(expected.is_ok(), "{}\n{plain}", expected.unwrap_err());
        let arranged = write(&model, arrangement);
        let found = generate("other.toml", &arranged);
        prop_assert!(found.is_ok(), "{}", found.unwrap_err());
        prop_assert_eq!(expected.ok(), found.ok());
    }

    #[test]
    fn a_map_is_read_as_its_model(model in model(), arrangement in arrangement()) {
        let map = read("ports.toml", &write(&model, arrangement)).expect("a valid map");
        prop_assert_eq!(map.endpoints().len(), model.endpoints().len());
        for (endpoint, expected) in map.endpoints().iter().zip(model.endpoints()) {
            prop_assert_eq!(endpoint.name(), expected["name"].as_str().unwrap());
            prop_assert_eq!(endpoint.title(), expected["title"].as_str().unwrap());
            prop_assert_eq!(endpoint.note(), expected["note"].as_str());
            prop_assert_eq!(u64::from(endpoint.ports().first()), expected["port"].as_u64().unwrap());
            prop_assert_eq!(endpoint.url(), expected["url"].as_str().unwrap());
        }
        let inside: Vec<_> = map.container_endpoints().iter().map(|it| it.url()).collect();
        let expected = model.container_endpoints();
        let expected: Vec<_> = expected.iter().map(|it| it["container"]["url"].as_str().unwrap()).collect();
        prop_assert_eq!(inside, expected);
    }

    /// Behind wide characters, tabs, a mark and CR LF the fault is at its own column, and the caret below it.
    #[test]
    fn a_fault_is_shown_at_its_place(title in text(), arrangement in arrangement()) {
        let line_end = if arrangement.crlf { "\r\n" } else { "\n" };
        let title: String = title.chars().filter(|c| !c.is_control() && !matches!(c, '\'' | '\u{2028}' | '\u{2029}')).collect();
        let blank = if arrangement.tabs { "\t" } else { " " };
        let fault = format!("services.web{blank}={blank}{{ title = '{title}',{blank}port = 70000, protocol = 'http' }}");
        let mark = if arrangement.mark { "\u{feff}" } else { "" };
        let text = format!("{mark}map.name = 'x'{line_end}{fault}{line_end}");
        let report = generate("ports.toml", &text).expect_err("70000 is no port");
        prop_assert_eq!(report.diagnostics().len(), 1, "{}", report);
        let diagnostic = &report.diagnostics()[0];
        prop_assert_eq!(&text[diagnostic.span()], "70000");
        prop_assert_eq!(diagnostic.line(), 2);
        let before = fault.split("70000").next().unwrap();
        prop_assert_eq!(diagnostic.column(), before.chars().count() + 1);
        let shown = report.to_string();
        let place = format!("ports.toml:2:{}", diagnostic.column());
        prop_assert!(shown.contains(&place), "{}", shown);
        prop_assert!(shown.contains("^^^^^"), "{}", shown);
    }
}

/// The modules of many models in one crate, which prints what is in them.
#[test]
fn compiled_modules_have_the_values_of_their_models() {
    const COUNT: usize = 24;
    let mut runner = TestRunner::deterministic();
    let models: Vec<Model> = (0..COUNT)
        .map(|_| model().new_tree(&mut runner).expect("a model").current())
        .collect();
    let sandbox = Sandbox::new();
    let library = quoted(&repository().join("deeplens-ports"));
    let dependencies = format!(
        "[dependencies]\ndeeplens-ports = {{ path = {library}, default-features = false, features = [\"serde\"] }}\n\
         serde_json = \"1\"\n"
    );
    let mut main = "#![deny(warnings)]\n".to_owned();
    for at in 0..COUNT {
        writeln!(
            main,
            "/// A map.\npub mod m{at} {{ use ::deeplens_ports; include!(\"m{at}.rs\"); }}"
        )
        .unwrap();
    }
    main.push_str(
        "/// A map of many.\npub mod many { use ::deeplens_ports; include!(\"many.rs\"); }\n",
    );
    main.push_str(LOOKUPS);
    main.push_str("fn main() {\n    lookups();\n    println!(\"[\");\n");
    for at in 0..COUNT {
        let comma = if at == 0 { "" } else { "," };
        writeln!(
            main,
            "    println!(\"{comma}{{{{\\\"map\\\": {{}}, \\\"all\\\": {{}}, \\\"inside\\\": {{}}}}}}\", serde_json::to_string(&m{at}::map()).unwrap(), serde_json::to_string(m{at}::ALL).unwrap(), serde_json::to_string(m{at}::CONTAINER_ENDPOINTS).unwrap());"
        )
        .unwrap();
    }
    main.push_str("    println!(\"]\");\n}\n");
    sandbox.package("compiled-models", &dependencies, &[("src/main.rs", &main)]);
    for (at, model) in models.iter().enumerate() {
        let module = generate("ports.toml", &write(model, PLAIN)).expect("a valid map");
        sandbox.write(&format!("compiled-models/src/m{at}.rs"), &module);
    }
    let module = generate("ports.toml", &many()).expect("a valid map");
    sandbox.write("compiled-models/src/many.rs", &module);
    let printed = sandbox
        .cargo("compiled-models", &["run", "--quiet"])
        .passed()
        .stdout;
    let found: Vec<Value> = serde_json::from_str(&printed).expect("it prints JSON");
    let (mut endpoints, mut inside) = (0, 0);
    for (found, model) in found.iter().zip(&models) {
        assert_eq!(found["map"]["name"], model.name.as_str());
        let expected = model.endpoints();
        endpoints += expected.len();
        assert_eq!(
            found["all"],
            Value::from(expected),
            "{}",
            write(model, PLAIN)
        );
        let expected = model.container_endpoints();
        inside += expected.len();
        assert_eq!(
            found["inside"],
            Value::from(expected),
            "{}",
            write(model, PLAIN)
        );
    }
    assert_eq!(found.len(), COUNT);
    assert!(
        endpoints > 2 * COUNT && inside > COUNT / 2,
        "{endpoints} endpoints and {inside} are too few to prove anything"
    );
}

/// 300 endpoints, of which 100 share their number with another, and half stand close together.
fn many() -> String {
    let mut text = "[map]\nname = 'many'\n".to_owned();
    for at in 0..100 {
        let (near, far) = (20_000 + at, 12_000 + 57 * at);
        writeln!(
            text,
            "[services.s{at}.endpoints.near]\nport = {near}\nprotocol = 'tcp'"
        )
        .unwrap();
        writeln!(
            text,
            "[services.s{at}.endpoints.other]\nport = {near}\nprotocol = 'udp'"
        )
        .unwrap();
        writeln!(
            text,
            "[services.s{at}.endpoints.far-away-from-others]\nport = {far}\nprotocol = 'tcp'"
        )
        .unwrap();
    }
    text
}

/// Every lookup finds what a walk through the table finds.
const LOOKUPS: &str = r#"
fn lookups() {
    assert_eq!(many::ALL.len(), 300);
    for port in 0..=u16::MAX {
        let first = many::ALL.iter().copied().find(|it| it.port() == port);
        assert_eq!(many::by_port(port), first);
    }
    for it in many::ALL {
        assert_eq!(many::by_name(it.name()), Some(*it));
        let absent = format!("{}x", it.name());
        assert_eq!(many::by_name(&absent), None);
        assert_eq!(many::by_name(&absent[1..]), None);
    }
    assert_eq!(many::by_name(""), None);
}
"#;
