//! Addresses on the container network, and of names under `.localhost`, at run time.

use deeplens_ports::{Address, Origin, Tcp, ports, resolve_all_with};
use std::net::ToSocketAddrs;
use test_modules::full;

fn set(name: &'static str, value: &'static str) -> impl Fn(&str) -> Option<String> {
    move |asked| (asked == name).then(|| value.to_owned())
}

#[test]
fn the_variable_with_an_address_moves_it_and_no_host_does() {
    let url = |variable, value| {
        let address = full::DATABASE.resolve_with(set(variable, value));
        address.map_or_else(|error| error.to_string(), |it| it.url().to_owned())
    };
    let of_map = "postgresql://full-database:5432";
    assert_eq!(url("", ""), of_map);
    assert_eq!(url("FULL_DATABASE_ADDR", ""), of_map);
    assert_eq!(url("FULL_DATABASE_HOST", "elsewhere"), of_map);
    assert_eq!(url("FULL_HOST", "elsewhere"), of_map);
    assert_eq!(url("FULL_DATABASE_ADDR", "db"), "postgresql://db:5432");
    assert_eq!(
        url("FULL_DATABASE_ADDR", ":7000"),
        "postgresql://full-database:7000"
    );
    assert_eq!(
        url("FULL_DATABASE_ADDR", "[::1]:7000"),
        "postgresql://[::1]:7000"
    );
    let error = url("FULL_DATABASE_ADDR", "tcp://10.0.0.1:5432");
    assert!(
        error.starts_with("invalid `FULL_DATABASE_ADDR`: the value is a URL"),
        "{error}"
    );
}

#[test]
fn an_address_there_is_as_any_other() {
    let inside = ports::POSTGRESQL.container().expect("it is in a container");
    let address: Address<Tcp> = inside
        .resolve_with(set("DEEPLENS_POSTGRESQL_ADDR", "7000"))
        .unwrap();
    assert_eq!(address.name(), "postgresql");
    assert_eq!(address.title(), ports::POSTGRESQL.title());
    assert_eq!(
        (address.host(), address.host_from()),
        ("deeplens-postgres", Origin::Map)
    );
    let variable = Origin::Variable("DEEPLENS_POSTGRESQL_ADDR");
    assert_eq!((address.port(), address.port_from()), (7000, variable));
    assert_eq!(
        address.join("app"),
        "postgresql://deeplens-postgres:7000/app"
    );
    assert_eq!(address.clone().erase().typed::<Tcp>(), Some(address));
}

#[test]
fn names_of_one_proxy_are_loopback_and_one_listener() {
    let address = full::PROXY_SHOP.resolve_with(|_| None).unwrap();
    assert_eq!(address.url(), "https://shop.dev.localhost:7443");
    let found: Vec<_> = address.to_socket_addrs().unwrap().collect();
    assert_eq!(
        found,
        ["127.0.0.1:7443", "[::1]:7443"].map(|it| it.parse().unwrap())
    );
    assert_eq!(
        full::SITE.listen_with(|_| None).unwrap().to_string(),
        "127.0.0.1:7443"
    );
    let proxy = [full::PROXY, full::PROXY_SHOP, full::SITE].map(|it| it.erase());
    assert!(resolve_all_with(&proxy, |_| None).is_ok());
}
