//! What can be done with a resolved address.

use deeplens_ports::{Address, Grpc, Http, ports, resolve_all_with};
use std::net::ToSocketAddrs;

#[test]
fn a_path_joins_with_one_slash() {
    let address = ports::JAEGER_OTLP_HTTP.resolve_with(|_| None).unwrap();
    for path in ["/v1/traces", "v1/traces"] {
        assert_eq!(address.join(path), "http://localhost:4318/v1/traces");
        assert_eq!(
            ports::JAEGER_OTLP_HTTP.join(path),
            "http://localhost:4318/v1/traces"
        );
    }
    assert_eq!(address.join(""), "http://localhost:4318/");
}

#[test]
fn an_address_has_the_protocol_of_its_endpoint_in_its_type() {
    let address = ports::QDRANT_GRPC.resolve_with(|_| None).unwrap();
    let erased: Address = address.clone().erase();
    let all = resolve_all_with(ports::ALL, |_| None).unwrap();
    assert!(all.contains(&erased));
    assert_eq!(erased.clone().typed::<Grpc>(), Some(address));
    assert_eq!(erased.typed::<Http>(), None);
}

#[test]
fn the_standard_library_takes_an_address() {
    let address = ports::REDIS
        .resolve_with(|name| (name == "DEEPLENS_REDIS_ADDR").then(|| "[::1]:7000".to_owned()))
        .unwrap();
    let found: Vec<_> = address.to_socket_addrs().unwrap().collect();
    assert_eq!(found, ["[::1]:7000".parse().unwrap()]);
}
