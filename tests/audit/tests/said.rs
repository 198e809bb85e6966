//! What a report says: the right endpoint, once, with what helps.

use test_audit::of;

/// The report has all of it.
#[track_caller]
fn says(parts: &[&str], files: &[(&str, &str)]) {
    let report = of(files).to_string();
    for part in parts {
        assert!(report.contains(part), "{part}\n{report}");
    }
    assert_eq!(report.matches("error: ").count(), 1, "{report}");
}

fn compose(service: &str, ports: &str) -> String {
    format!("services:\n  {service}:\n    ports: [{ports}]\n")
}

const RANGE: &str = "[map]\nname = 'shop'\n[services.pricing]\ncontainer = 'shop-pricing'\n[services.pricing.endpoints.http]\nport = 8011\ncontainer-port = 8000\nprotocol = 'http'\n[services.pricing.endpoints.workers]\nports = '7100-7103'\nprotocol = 'tcp'\n";

#[test]
fn a_range_is_one_mistake() {
    let stale = compose("pricing", "'7110-7113:7110-7113'");
    says(
        &[
            "wrong port `7110-7113` of `pricing.workers`",
            "expected 7100-7103",
        ],
        &[("ports.toml", RANGE), ("compose.yaml", &stale)],
    );
    let unlisted = compose("mail", "'7110-7113:7110-7113'");
    says(
        &["unlisted port `7110-7113`"],
        &[("ports.toml", RANGE), ("compose.yaml", &unlisted)],
    );
    let half = compose("pricing", "'7102-7105:7102-7105'");
    let report = of(&[("ports.toml", RANGE), ("compose.yaml", &half)]).to_string();
    assert!(report.contains("`7104-7105`"), "{report}");
    assert!(!report.contains("`7102"), "{report}");
}

#[test]
fn the_other_transport_is_named() {
    says(
        &[
            "port `5353` is published over tcp",
            "`names` is over udp",
            "ports.toml:41",
        ],
        &[("compose.yaml", &compose("names", "'5353:5353'"))],
    );
    says(
        &["port `8080` is published over udp", "`web` is over tcp"],
        &[("compose.yaml", &compose("web", "'8080:80/udp'"))],
    );
    says(
        &["unlisted port `5353`"],
        &[(
            "compose.yaml",
            &compose("names", "'5353:5353', '5353:5353/udp'"),
        )],
    );
}

#[test]
fn the_port_inside_is_that_of_the_endpoint() {
    let scrape = "scrape_configs:\n  - job_name: all\n    static_configs:\n      - targets: ['shop-pricing:8011']\n";
    says(
        &["`shop-pricing` is on 8000 there"],
        &[("ports.toml", RANGE), ("prometheus.yml", scrape)],
    );
}

#[test]
fn all_that_have_a_port_inside_are_named() {
    let service = |name: &str, port: u16| {
        format!(
            "[services.{name}]\ncontainer = 'shop-{name}'\nport = {port}\ncontainer-port = 8080\nprotocol = 'http'\n"
        )
    };
    let map = format!(
        "[map]\nname = 'shop'\n{}{}",
        service("gateway", 8090),
        service("catalog", 5210)
    );
    says(
        &["`catalog` is on 5210 and `gateway` on 8090 there"],
        &[
            ("ports.toml", &map),
            ("start.sh", "curl http://localhost:8080/\n"),
        ],
    );
}

#[test]
fn what_may_be_meant_is_said() {
    says(
        &["wrong port `8111` of `pricing.http`", "expected 8000"],
        &[
            ("ports.toml", RANGE),
            (".env", "A_URL=tcp://shop-pricing:8111\n"),
        ],
    );
    says(
        &[
            "a container with a similar name exists: `shop-pricing`",
            "8000 inside is `pricing.http`",
        ],
        &[
            ("ports.toml", RANGE),
            (".env", "A_URL=tcp://shop-prices:8000\n"),
        ],
    );
}

#[test]
fn one_of_a_range_cannot_be_known() {
    let audit = of(&[("compose.yaml", &compose("cache", "'6379-6380:6379'"))]);
    assert!(audit.agrees(), "{audit}");
    let mut notes = audit.notes();
    assert!(notes.any(|it| it.rule().as_str() == "cannot-know"));
}
