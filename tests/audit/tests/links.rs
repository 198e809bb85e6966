//! Which service a place is of, and which host is meant: what links is found to be wrong, and nothing else.

use deeplens_ports_cli::{Config, PortMap, Tree, audit};
use test_audit::{errors, of, short};

#[track_caller]
fn is_quiet(files: &[(&str, &str)]) {
    let audit = of(files);
    assert!(audit.agrees(), "{audit}");
}

fn map(services: &str) -> String {
    format!("[map]\nname = 'shop'\n{services}")
}

#[test]
fn what_a_command_mentions_is_its_own() {
    let asked = |port: u16| {
        format!(
            "services:\n  db:\n    ports: ['5433:5432']\n    command: ['serve', '--port', '29092']\n  app:\n    environment:\n      BROKER: http://db:{port}\n"
        )
    };
    is_quiet(&[("compose.yaml", &asked(29_092))]);
    let other = errors(&[("compose.yaml", &asked(29_093))]);
    assert_eq!(other, ["wrong-port compose.yaml:7"]);
}

#[test]
fn this_machine_has_many_names() {
    let own = map("host = 'dev.example.com'\n[services.api]\nport = 5000\nprotocol = 'http'\n");
    for host in [
        "localhost",
        "LocalHost",
        "localhost.",
        "api.localhost",
        "a.b.localhost",
        "127.0.0.1",
        "127.9.9.9",
        "[::1]",
        "host.docker.internal",
        "host.containers.internal",
        "dev.example.com",
    ] {
        let asked = |port: u16| {
            let text = format!("OTHER=http://{host}:{port}\n");
            errors(&[("ports.toml", &*own), (".env", &*text)])
        };
        assert_eq!(asked(5000), [""; 0], "{host}");
        assert_eq!(asked(5001), ["unlisted-target .env:1"], "{host}");
    }
}

/// Other people's names are not looked at; those of the map are.
#[test]
fn a_dotted_name_of_the_map_is_known() {
    let own = map("[services.mail]\nhost = 'mail.example.com'\nport = 2525\nprotocol = 'tcp'\n");
    let asked = |host: &str| {
        let text = format!("RELAY=smtp://{host}:2526\n");
        errors(&[("ports.toml", &*own), (".env", &*text)])
    };
    assert_eq!(asked("mail.example.com"), ["unlisted-target .env:1"]);
    assert_eq!(asked("mail.example.org"), [""; 0]);
}

/// `process` of the map has both, and what runs programs of many services is the name of none.
#[test]
fn a_runtime_is_no_service() {
    let settings = "{ \"profiles\": { \"x\": { \"commandName\": \"Project\", \"applicationUrl\": \"http://localhost:5010\" } } }\n";
    let project = |folder: &str| {
        let file = format!("{folder}/Properties/launchSettings.json");
        let found = errors(&[(&*file, settings)]);
        found.concat().replace(&file, "it")
    };
    assert_eq!(project("Shop.Api"), "wrong-port it:1");
    assert_eq!(project("dotnet"), "unlisted-port it:1");
}

#[test]
fn the_prefix_of_the_map_may_be_missing_or_extra() {
    let own = map(
        "[services.web]\nport = 8080\nprotocol = 'http'\n[services.shop-api]\nport = 5000\nprotocol = 'http'\n",
    );
    for name in [
        "web", "WEB", "shop-web", "Shop_Web", "api", "shop-api", "ShopApi",
    ] {
        let compose = format!("services:\n  {name}:\n    ports: ['7000:80']\n");
        let found = errors(&[("ports.toml", &*own), ("compose.yaml", &*compose)]);
        assert_eq!(found, ["wrong-port compose.yaml:3"], "{name}");
    }
    let compose = "services:\n  other-web:\n    ports: ['7000:80']\n";
    let found = errors(&[("ports.toml", &*own), ("compose.yaml", compose)]);
    assert_eq!(found, ["unlisted-port compose.yaml:3"]);
}

#[test]
fn each_form_of_a_key_links() {
    for (key, value) in [
        ("API_PORT", "5001"),
        ("SHOP_API_PORT", "5001"),
        ("API_HOST_PORT", "5001"),
        ("API_ADDR", "localhost:5001"),
        ("API_URL", "http://localhost:5001"),
        ("API_ENDPOINT", "http://localhost:5001"),
        ("VITE_API_URL", "http://localhost:5001"),
        ("NEXT_PUBLIC_API_URL", "http://localhost:5001"),
        ("REACT_APP_API_URL", "http://localhost:5001"),
        ("EXPO_PUBLIC_API_URL", "http://localhost:5001"),
        ("STORAGE_CONSOLE_PORT", "9002"),
    ] {
        let line = format!("{key}={value}\n");
        assert_eq!(errors(&[(".env", &line)]), ["wrong-port .env:1"], "{key}");
    }
    let container = "WEB_CONTAINER_PORT=81\n";
    let found = errors(&[(".env", container)]);
    assert_eq!(found, ["wrong-container-port .env:1"]);
}

#[test]
fn a_place_that_is_there_is_not_missing() {
    let own = map(
        "[services.web]\nport = 8080\nprotocol = 'http'\nconfigured-in = [{ file = 'web/.env', key = 'PORT' }, { file = 'run.sh' }]\n\
        [services.api]\nport = 5000\nprotocol = 'http'\nconfigured-in = [{ file = 'api/appsettings.json', key = 'Kestrel:Endpoints:Http:Url' }]\n",
    );
    let settings = "{ \"Kestrel\": { \"Endpoints\": { \"Http\": { \"Url\": \"http://localhost:5000\" } } } }\n";
    let files = [
        ("ports.toml", &*own),
        ("web/.env", "PORT=8080\n"),
        ("run.sh", "echo\n"),
        ("api/appsettings.json", settings),
    ];
    is_quiet(&files);
    assert_eq!(errors(&files[..3]), ["missing-place ports.toml:10"]);
}

/// Of all that a map names, the folder of the map is where it starts.
#[test]
fn places_are_relative_to_the_map() {
    let own = map(
        "[services.web]\nport = 8080\nprotocol = 'http'\nconfigured-in = [{ file = '../web/.env', key = 'BIND_PORT' }]\n",
    );
    let map = PortMap::parse("infra/ports.toml", &own).expect("it compiles");
    let found = |port: u16| {
        let text = format!("BIND_PORT={port}\n");
        let tree = Tree::from_iter([("web/.env", &*text)]);
        let audit = audit(&tree, &map, &Config::default());
        audit.errors().map(short).collect::<Vec<_>>()
    };
    assert_eq!(found(8080), [""; 0]);
    assert_eq!(found(8081), ["wrong-port web/.env:1"]);
}

/// The other places of a mistake say nothing by themselves.
#[test]
fn one_mistake_is_found_once() {
    let compose = "services:\n  mail:\n    ports: ['1025:25']\n";
    let audit = of(&[
        ("compose.yaml", compose),
        (
            ".env",
            "MAIL=http://localhost:1025\nRELAY=http://localhost:1025\n",
        ),
        ("docs/mail.md", "It is at http://localhost:1025.\n"),
    ]);
    let found: Vec<String> = audit.errors().map(short).collect();
    assert_eq!(found, ["unlisted-port compose.yaml:3"]);
    let also = audit.findings()[0].also().iter();
    let also: Vec<String> = also.map(|at| format!("{}:{}", at.file, at.line)).collect();
    assert_eq!(also, [".env:1", ".env:2", "docs/mail.md:1"]);
}
