//! Hosts at run time: which are one, which are this machine, and what is none.

use deeplens_ports::{Address, ResolveError, ports, resolve_all_with};
use std::net::ToSocketAddrs;

const VARIABLE: &str = "DEEPLENS_REDIS_ADDR";

/// All of DeepLens, with Redis at `address`.
fn all_with_redis_at(address: &str) -> Result<Vec<Address>, ResolveError> {
    resolve_all_with(ports::ALL, |name| {
        (name == VARIABLE).then(|| address.to_owned())
    })
}

#[test]
fn every_spelling_of_this_machine_meets_localhost() {
    for host in [
        "localhost.",
        "LOCALHOST",
        "shop.localhost",
        "shop.dev.localhost.",
        "127.0.0.1",
        "127.0.0.1.",
        "127.0.0.2",
        "[::1]",
        "[0:0::1]",
        "[::ffff:127.0.0.1]",
    ] {
        let error = all_with_redis_at(&format!("{host}:9092")).unwrap_err();
        let text = error.to_string();
        assert!(text.starts_with("`redis` "), "{host}: {text}");
    }
    for host in [
        "localhost.example",
        "notlocalhost",
        "128.0.0.1",
        "[::2]",
        "[fd00::1]",
    ] {
        assert!(all_with_redis_at(&format!("{host}:9092")).is_ok(), "{host}");
    }
}

#[test]
fn a_name_for_this_machine_is_reached_by_loopback() {
    let expected = ["127.0.0.1:6379", "[::1]:6379"].map(|at| at.parse().unwrap());
    for host in [
        "localhost",
        "localhost.",
        "shop.localhost",
        "a.b.LOCALHOST.",
    ] {
        let at = ports::REDIS.resolve_with(|name| (name == VARIABLE).then(|| host.to_owned()));
        let found: Vec<_> = at.unwrap().to_socket_addrs().unwrap().collect();
        assert_eq!(found, expected, "{host}");
    }
}

#[test]
fn an_address_is_reached_as_it_is() {
    for (host, expected) in [
        ("127.0.0.2", "127.0.0.2:6379"),
        ("10.0.0.7.", "10.0.0.7:6379"),
        ("[fd00::7]", "[fd00::7]:6379"),
        ("[::ffff:10.0.0.7]", "10.0.0.7:6379"),
    ] {
        let at = ports::REDIS.resolve_with(|name| (name == VARIABLE).then(|| host.to_owned()));
        let found: Vec<_> = at.unwrap().to_socket_addrs().unwrap().collect();
        assert_eq!(found, [expected.parse().unwrap()], "{host}");
    }
}

#[test]
fn what_nobody_can_reach_is_an_error() {
    let listen = "an address to listen on, not one to reach";
    for (name, value, problem) in [
        (VARIABLE, "0.0.0.0:6379", format!("has {listen}")),
        (VARIABLE, "[::]", format!("has {listen}")),
        (VARIABLE, "10.0.0.256.", "has no valid host".to_owned()),
        (VARIABLE, "0x7f.1:6379", "has no valid host".to_owned()),
        ("DEEPLENS_REDIS_HOST", "0.0.0.0", format!("is {listen}")),
        ("DEEPLENS_REDIS_HOST", "[::]", format!("is {listen}")),
        ("DEEPLENS_HOST", "127.1", "is no host".to_owned()),
    ] {
        let error = ports::REDIS
            .resolve_with(|asked| (asked == name).then(|| value.to_owned()))
            .unwrap_err();
        let start = format!("invalid `{name}`: `{value}` {problem}; expected ");
        assert!(error.to_string().starts_with(&start), "{error}");
    }
}
