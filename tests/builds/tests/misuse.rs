//! Code that uses the map of DeepLens wrongly, and what rustc says of it.

use test_builds::{Sandbox, quoted, repository};

/// Checks a package with one line in `main`, which must fail, and say each of the texts once.
#[track_caller]
fn says(name: &str, line: &str, texts: &[&str]) {
    let sandbox = Sandbox::new();
    let path = quoted(&repository().join("deeplens-ports"));
    let dependencies =
        format!("[dependencies]\ndeeplens-ports = {{ path = {path}, features = [\"std\"] }}\n");
    let main = format!(
        "#![allow(unused)]\nuse deeplens_ports::*;\nfn connect(_: Endpoint<Grpc>) {{}}\nfn main() {{ {line} }}\n"
    );
    sandbox.package(name, &dependencies, &[("src/main.rs", &main)]);
    let outcome = sandbox.cargo(name, &["check"]).failed();
    for text in texts {
        assert_eq!(outcome.count(text), 1, "{text}\n{}", outcome.stderr);
    }
    assert_eq!(outcome.count("error["), 1, "{}", outcome.stderr);
}

#[test]
fn http_where_grpc_is_wanted() {
    let texts = [
        "error[E0308]: mismatched types",
        "expected `Endpoint<Grpc>`, found `Endpoint<Http>`",
    ];
    says("misuse-http", "connect(ports::QDRANT_HTTP);", &texts);
}

#[test]
fn an_endpoint_of_a_table_where_grpc_is_wanted() {
    let texts = ["expected `Endpoint<Grpc>`, found `Endpoint<AnyProtocol>`"];
    says("misuse-erased", "connect(ports::ALL[0]);", &texts);
}

#[test]
fn a_path_behind_the_url_of_a_grpc_endpoint() {
    let texts = [
        "error[E0277]: the URL of a `deeplens_ports::Grpc` endpoint takes no path",
        "give the client its `url()` as it is",
        "a path belongs to the URL of an `Http`, `Https` or `Tcp` endpoint",
    ];
    let line = "ports::JAEGER_OTLP_GRPC.join(\"/v1/traces\");";
    says("misuse-path", line, &texts);
}

#[test]
fn a_path_behind_the_url_of_a_grpc_address() {
    let texts = ["error[E0277]: the URL of a `deeplens_ports::Grpc` endpoint takes no path"];
    let line = "ports::JAEGER_OTLP_GRPC.resolve().unwrap().join(\"/v1/traces\");";
    says("misuse-address-path", line, &texts);
}

#[test]
fn a_type_that_is_no_protocol() {
    let texts = [
        "error[E0277]: `String` is not a protocol of a port map",
        "the protocols are `Tcp`, `Udp`, `Http`, `Https` and `Grpc`",
    ];
    let line = "ports::REDIS.erase().typed::<String>();";
    says("misuse-protocol", line, &texts);
}

#[test]
fn a_name_that_is_not_in_the_map() {
    let texts = [
        "error[E0425]: cannot find value `QDRANT_GPRC`",
        "similarly named constant `QDRANT_GRPC` defined here",
    ];
    says("misuse-name", "ports::QDRANT_GPRC;", &texts);
}

#[test]
fn a_number_in_place_of_an_endpoint() {
    let texts = ["expected `Endpoint<Grpc>`, found `u16`"];
    says(
        "misuse-number",
        "connect(ports::numbers::QDRANT_GRPC);",
        &texts,
    );
}

#[test]
fn a_map_that_meets_itself() {
    let texts = [
        "error[E0080]: evaluation panicked: two maps take port 2181: `zookeeper` and `zookeeper`",
        // The user's own line, and none of ours.
        " --> src/main.rs:4:13",
        "-->",
    ];
    let line = "deeplens_ports::assert_disjoint!(ports, ports);";
    says("misuse-disjoint", line, &texts);
}

#[test]
fn a_constant_that_has_no_value() {
    let texts = ["evaluation panicked: called `Option::unwrap()` on a `None` value"];
    let line = "const INSIDE: ContainerEndpoint<Http> = ports::SEARCH_API.container().unwrap();";
    says("misuse-container", line, &texts);
}
