//! Endpoints that are reached on the container network alone.

use deeplens_ports::{
    AnyContainerEndpoint, ContainerEndpoint, Http, Named, ProtocolKind, Tcp, Transport,
};
use std::collections::HashSet;
use test_modules::{empty, full};

const URL: &str = full::DATABASE.url();

#[test]
fn its_constant_is_where_it_is_in_its_container() {
    let database: ContainerEndpoint<Tcp> = full::DATABASE;
    assert_eq!(URL, "postgresql://full-database:5432");
    assert_eq!(database.to_string(), URL);
    assert_eq!((database.host(), database.port()), ("full-database", 5432));
    assert_eq!(database.authority(), "full-database:5432");
    assert_eq!(database.unspecified().to_string(), "0.0.0.0:5432");
    assert_eq!((database.name(), database.id()), ("database", "DATABASE"));
    assert_eq!(database.title(), "database");
    assert_eq!(database.purpose(), "Not published");
    assert_eq!(database.service().container(), Some("full-database"));
    assert_eq!(database.group(), None);
    assert_eq!(database.protocol(), ProtocolKind::Tcp);
    assert_eq!(database.transport(), Transport::Tcp);
    assert_eq!(database.addr_variable(), "FULL_DATABASE_ADDR");
    assert_eq!(full::DATABASE_SCRAPE.same_as(), Some("database.metrics"));
    let debug = "ContainerEndpoint { name: \"database\", protocol: tcp, url: \"postgresql://full-database:5432\" }";
    assert_eq!(format!("{database:?}"), debug);
}

#[test]
fn what_is_published_has_the_same_type_there() {
    let inside: Option<ContainerEndpoint<Http>> = full::WEB.container();
    let inside = inside.expect("it is in a container");
    assert_eq!(inside.name(), "web");
    assert_eq!(inside.url(), "http://full-web:8080");
    assert_eq!(full::X11.container(), None);
}

#[test]
fn it_is_a_value_of_one_word() {
    assert_eq!(size_of::<ContainerEndpoint<Tcp>>(), size_of::<usize>());
    let any = full::DATABASE.erase();
    let name = match any.typed() {
        Some(full::DATABASE) => "database",
        Some(full::DATABASE_REPLICA) => "replica",
        _ => "another",
    };
    assert_eq!(name, "database");
    assert_eq!(any.typed::<Http>(), None);
    let all: HashSet<_> = full::CONTAINER_ENDPOINTS.iter().collect();
    assert_eq!(all.len(), 4);
}

#[test]
fn the_tables_have_them_in_order() {
    let names =
        |list: &[AnyContainerEndpoint]| -> Vec<&str> { list.iter().map(|it| it.name()).collect() };
    let expected = [
        "database",
        "database.replica",
        "database.metrics",
        "database.scrape",
    ];
    assert_eq!(names(full::CONTAINER_ENDPOINTS), expected);
    assert!(full::CONTAINER_ENDPOINTS.is_sorted());
    assert_eq!(
        names(full::services::DATABASE.container_endpoints()),
        expected
    );
    assert_eq!(full::map().container_endpoints(), full::CONTAINER_ENDPOINTS);
    assert!(full::services::WEB.container_endpoints().is_empty());
    assert!(empty::CONTAINER_ENDPOINTS.is_empty());
}

#[test]
fn the_map_finds_any_name_and_its_lookups_those_on_the_host() {
    let named = |name| full::map().named(name);
    assert_eq!(
        named("database"),
        Some(Named::Container(full::DATABASE.erase()))
    );
    assert_eq!(
        named("web.tls"),
        Some(Named::Endpoint(full::WEB_TLS.erase()))
    );
    assert_eq!(named("single"), Some(Named::Range(full::SINGLE.erase())));
    assert_eq!(named("search"), None);
    assert_eq!(full::by_name("database"), None);
    assert_eq!(full::by_port(5432), None);
    let every = full::ALL.len() + full::RANGES.len() + full::CONTAINER_ENDPOINTS.len();
    let services = full::map().services().iter();
    let of_services = services
        .map(|it| it.endpoints().len() + it.ranges().len() + it.container_endpoints().len());
    assert_eq!(of_services.sum::<usize>(), every);
}
