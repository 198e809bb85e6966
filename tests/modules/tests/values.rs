//! What the full map says, read from the compiled module.

use deeplens_ports::{
    AnyPortRange, ContainerEndpoint, Endpoint, Exposure, Grpc, Http, ProtocolKind, Transport, Udp,
};
use std::collections::{BTreeSet, HashSet};
use test_modules::{empty, full, hostile};

#[test]
fn inherited_facts_come_from_the_nearest() {
    assert_eq!(full::WEB.host(), "10.0.0.7");
    assert_eq!(full::WEB.exposure(), Exposure::Public);
    assert_eq!(full::WEB.process(), ["nginx", "nginx.exe"]);
    assert_eq!(full::WEB_TLS.exposure(), Exposure::Proxied);
    assert_eq!(full::WEB_TLS.authority(), "[::1]:8443");
    assert_eq!(full::WEB_TLS.url(), "https://[::1]:8443");
    assert_eq!(full::SEARCH_GRPC.host(), "10.0.0.7");
    assert_eq!(full::DNS_TCP.host(), "dev.internal");
    assert_eq!(full::DNS_TCP.exposure(), Exposure::Internal);
    let places: Vec<String> = full::WEB
        .configured_in()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(places, ["compose.yaml", ".env (PORT)"]);
}

#[test]
fn one_number_on_two_transports() {
    assert_eq!(full::DNS_TCP.port(), full::DNS_UDP.port());
    assert_eq!(full::DNS_UDP.transport(), Transport::Udp);
    assert_eq!(full::DNS_UDP.url(), "dns://dev.internal:53");
    assert_eq!(full::WEB_H3.transport(), Transport::Udp);
    assert_eq!(full::WEB_H3.protocol(), ProtocolKind::Https);
    assert_eq!(full::by_port(53), Some(full::DNS_TCP.erase()));
}

#[test]
#[expect(deprecated, reason = "it is what is tested")]
fn a_second_name_has_the_place_of_the_first() {
    assert_eq!(full::WEB_OLD.url(), full::WEB.url());
    assert_eq!(full::WEB_OLD.alternatives(), [8081, 40000]);
    assert_eq!(full::WEB_OLD.same_as(), Some("web"));
    assert_eq!(full::WEB_OLD.purpose(), "the name before");
    assert_eq!(full::WEB_OLD.deprecated(), Some("use `WEB`"));
    let inside = full::WEB_OLD.container().map(ContainerEndpoint::authority);
    assert_eq!(inside, Some("full-web:8080"));
    let inside = full::OUTSIDE.container().map(ContainerEndpoint::authority);
    assert_eq!(inside, Some("full-web:443"));
    assert_eq!(full::numbers::WEB_OLD, 8080);
    assert_ne!(full::WEB_OLD, full::WEB);
    assert_eq!(full::by_port(8080), Some(full::WEB.erase()));
}

#[test]
fn names_of_one_proxy_are_one_listener_with_urls_of_their_own() {
    assert_eq!(full::PROXY.url(), "https://localhost:7443");
    assert_eq!(full::PROXY_SHOP.url(), "https://shop.dev.localhost:7443");
    assert_eq!(full::SITE.authority(), "site.localhost:7443");
    assert_eq!(full::PROXY_SHOP.same_as(), Some("proxy"));
    assert_eq!(full::SITE.variables().map_host(), None);
}

#[test]
#[expect(deprecated, reason = "a deprecated range is a range")]
fn ranges_have_their_ports() {
    let tenants = full::TENANT_HTTP;
    assert_eq!(
        (
            tenants.len(),
            tenants.first(),
            tenants.last(),
            tenants.step()
        ),
        (51, 6433, 6533, 2)
    );
    assert_eq!(
        (tenants.get(0), tenants.get(50), tenants.get(51)),
        (Some(6433), Some(6533), None)
    );
    assert!(tenants.contains(6433) && tenants.contains(6533));
    assert!(!tenants.contains(6434) && !tenants.contains(6431) && !tenants.contains(6535));
    assert_eq!(tenants.iter().collect::<Vec<_>>().len(), 51);
    assert_eq!(tenants.into_iter().next_back(), Some(6533));
    assert_eq!(tenants.to_string(), "6433-6533/2");
    assert!(!tenants.is_empty());
    let ranges = [
        full::TENANT_HTTP.erase(),
        full::TENANT_GRPC.erase(),
        full::SINGLE.erase(),
    ];
    assert_eq!(full::RANGES, ranges);
    assert_eq!(
        full::services::TENANT_HTTP.ranges(),
        [full::TENANT_HTTP.erase()]
    );
    assert_eq!(full::RANGES[1].typed::<Grpc>(), Some(full::TENANT_GRPC));
    assert_eq!(full::RANGES[1].typed::<Udp>(), None);
    assert_eq!(full::SINGLE.iter().collect::<Vec<_>>(), [6600]);
}

#[test]
fn a_port_of_a_range_is_found() {
    const FOUND: Option<AnyPortRange> = full::range_by_port(6434);
    assert_eq!(FOUND, Some(full::RANGES[1]));
    for port in 0..=u16::MAX {
        let first = full::RANGES.iter().find(|range| range.contains(port));
        assert_eq!(full::range_by_port(port), first.copied());
    }
    assert_eq!(full::by_port(6434), None);
    assert_eq!(empty::range_by_port(6434), None);
}

#[test]
fn the_map_knows_its_reservations() {
    let map = full::map();
    assert_eq!(
        (map.name(), map.host(), map.network()),
        ("Full map", "dev.internal", Some("full-net"))
    );
    assert_eq!(map.host_variable(), "FULL_HOST");
    let reserved: Vec<_> = map
        .reserved()
        .iter()
        .map(|r| (r.first(), r.last(), r.reason()))
        .collect();
    assert_eq!(
        reserved,
        [
            (7000, 7000, None),
            (7100, 7199, Some("kept for the next services"))
        ]
    );
    assert!(map.reserved()[1].contains(7199) && !map.reserved()[1].contains(7200));
}

#[test]
fn an_empty_map_finds_nothing() {
    assert_eq!(empty::ALL, []);
    assert_eq!(empty::by_port(80), None);
    assert_eq!(empty::by_name(""), None);
}

#[test]
fn texts_come_through_as_they_were_written() {
    assert_eq!(hostile::SELF.title(), "`code`, ``more`` and a lone ` tick");
    assert!(
        hostile::SELF
            .note()
            .unwrap()
            .starts_with("```rust\npanic!(\"run\");\n```\n")
    );
    assert!(
        hostile::CRATE
            .purpose()
            .starts_with("cargo::error=not an instruction\n")
    );
    assert_eq!(full::WEB.note(), Some("first\nsecond line"));
    assert_eq!(hostile::SUPER_GEN.port(), 4003);
}

#[test]
fn every_endpoint_is_found_by_its_name_and_is_sorted() {
    for map in [full::ALL, hostile::ALL] {
        let keys: Vec<_> = map
            .iter()
            .map(|e| (e.port(), e.transport(), e.name()))
            .collect();
        assert!(keys.is_sorted(), "{keys:?}");
        let mut sorted = map.to_vec();
        sorted.sort_unstable();
        assert_eq!(sorted, map);
        assert_eq!(map.iter().collect::<HashSet<_>>().len(), map.len());
        assert_eq!(map.iter().collect::<BTreeSet<_>>().len(), map.len());
    }
    for endpoint in full::ALL {
        assert_eq!(full::by_name(endpoint.name()), Some(*endpoint));
    }
    for name in ["", "web.", "web.tl", "web.tlsx", "WEB", "zzz", "a"] {
        assert_eq!(full::by_name(name), None, "{name}");
    }
}

#[test]
fn an_endpoint_is_one_word_a_pattern_and_readable() {
    assert_eq!(size_of_val(&full::WEB), size_of::<usize>());
    let name = |endpoint: Endpoint<Http>| match endpoint {
        full::WEB => "web",
        full::X11 => "x11",
        _ => "other",
    };
    assert_eq!((name(full::WEB), name(full::X11)), ("web", "x11"));
    assert_eq!(
        format!("{:?}", full::WEB),
        "Endpoint { name: \"web\", protocol: http, url: \"http://10.0.0.7:8080\" }"
    );
    assert_eq!(format!("{:>24}|", full::WEB), "    http://10.0.0.7:8080|");
    let (service, group) = (full::DNS_TCP.service(), full::WEB.group());
    assert_eq!(format!("{service:?}"), "Service(\"dns\")");
    let group = group.expect("it is in one");
    assert_eq!(format!("{group:?}"), format!("Group({:?})", group.name()));
    assert_eq!(full::WEB.erase().typed::<Http>(), Some(full::WEB));
    assert_eq!(full::WEB.erase().typed::<Grpc>(), None);
}
