//! Addresses at run time: every form of a good value, every kind of a bad one, and who decides.

use deeplens_ports::{AnyEndpoint, Origin, ports, resolve_all_with};
use std::ffi::OsString;
use std::process::Command;
use test_modules::full;

/// A lookup in a list of variables.
fn set<'a>(variables: &'a [(&'a str, &'a str)]) -> impl FnMut(&str) -> Option<String> + use<'a> {
    move |name| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    }
}

fn url(endpoint: AnyEndpoint, variables: &[(&str, &str)]) -> String {
    match endpoint.resolve_with(set(variables)) {
        Ok(address) => address.url().to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_address_can_have_every_form() {
    for (value, expected) in [
        ("cache:7000", "redis://cache:7000"),
        ("cache", "redis://cache:6379"),
        (":7000", "redis://localhost:7000"),
        ("7000", "redis://localhost:7000"),
        ("65535", "redis://localhost:65535"),
        ("[fd00::7]:7000", "redis://[fd00::7]:7000"),
        ("[fd00::7]", "redis://[fd00::7]:6379"),
        ("10.0.0.7:7000", "redis://10.0.0.7:7000"),
        ("my_cache.internal.", "redis://my_cache.internal.:6379"),
        ("", "redis://localhost:6379"),
    ] {
        assert_eq!(
            url(ports::REDIS.erase(), &[("DEEPLENS_REDIS_ADDR", value)]),
            expected,
            "{value:?}"
        );
    }
}

#[test]
fn a_bad_address_is_an_error_that_says_what_is_wrong() {
    for (value, problem) in [
        ("cache:0", "has the port 0, which is none"),
        ("0", "has the port 0, which is none"),
        ("+6379", "has a port that is no number"),
        ("-1", "has a port that is no number"),
        ("cache:+6379", "has a port that is no number"),
        ("70000", "has a port above 65535"),
        ("cache:99999999999999999999", "has a port above 65535"),
        (":", "has an empty port"),
        ("cache:", "has an empty port"),
        ("::1", "is an IPv6 address without brackets"),
        ("::1:6379", "is an IPv6 address without brackets"),
        (
            "fd00::7:x",
            "has an IPv6 address without brackets, or two ports",
        ),
        (
            "a:1:2",
            "has an IPv6 address without brackets, or two ports",
        ),
        ("[::1", "has no closing bracket"),
        ("[]:6379", "has no IPv6 address in its brackets"),
        ("[cache]:6379", "has no IPv6 address in its brackets"),
        (
            "[::1]6379",
            "has something other than a port behind its brackets",
        ),
        (" cache", "has a blank"),
        ("cache :6379", "has a blank"),
        (" ", "has a blank"),
        ("6379\n", "has a blank"),
        ("ca/che", "has no valid host"),
        ("1.2.3", "has no valid host"),
        ("größe", "has no valid host"),
    ] {
        let error = ports::REDIS
            .resolve_with(set(&[("DEEPLENS_REDIS_ADDR", value)]))
            .unwrap_err();
        let shown = value.escape_debug();
        assert_eq!(
            error.to_string(),
            format!(
                "invalid `DEEPLENS_REDIS_ADDR`: `{shown}` {problem}; expected `host:port`, `host`, `:port` or a port"
            )
        );
        assert_eq!(
            (error.variable(), error.value()),
            (Some("DEEPLENS_REDIS_ADDR"), Some(value))
        );
    }
}

#[test]
fn a_host_stands_alone() {
    let with = |value| url(ports::REDIS.erase(), &[("DEEPLENS_REDIS_HOST", value)]);
    assert_eq!(with("cache"), "redis://cache:6379");
    assert_eq!(with("::1"), "redis://[::1]:6379");
    assert_eq!(with("[::1]"), "redis://[::1]:6379");
    let expected = "expected a host name or an IP address, without a port";
    assert_eq!(
        with("cache:6379"),
        format!("invalid `DEEPLENS_REDIS_HOST`: `cache:6379` is no host; {expected}")
    );
    assert_eq!(
        with("6379"),
        format!("invalid `DEEPLENS_REDIS_HOST`: `6379` is no host; {expected}")
    );
}

#[test]
fn the_nearest_variable_decides_host_and_port_each() {
    let all = [
        ("DEEPLENS_QDRANT_GRPC_ADDR", ":7000"),
        ("DEEPLENS_QDRANT_HOST", "vectors"),
        ("DEEPLENS_HOST", "dev.internal"),
    ];
    let address = ports::QDRANT_GRPC.resolve_with(set(&all)).unwrap();
    assert_eq!(
        (address.host(), address.port(), address.authority()),
        ("vectors", 7000, "vectors:7000")
    );
    assert_eq!(
        address.host_from(),
        Origin::Variable("DEEPLENS_QDRANT_HOST")
    );
    assert_eq!(
        address.port_from(),
        Origin::Variable("DEEPLENS_QDRANT_GRPC_ADDR")
    );
    assert_eq!(address.name(), ports::QDRANT_GRPC.name());
    assert_eq!(url(ports::QDRANT_HTTP.erase(), &all), "http://vectors:6333");
    assert_eq!(url(ports::REDIS.erase(), &all), "redis://dev.internal:6379");
    let address = ports::REDIS.resolve_with(|_| None).unwrap();
    assert_eq!(
        (address.host_from(), address.port_from()),
        (Origin::Map, Origin::Map)
    );
    assert_eq!(
        (Origin::Map.to_string(), address.to_string()),
        ("the map".into(), "redis://localhost:6379".into())
    );
}

#[test]
fn the_maps_host_leaves_endpoints_with_a_host_of_their_own_alone() {
    let all = [("FULL_HOST", "else.internal")];
    assert_eq!(url(full::DNS_TCP.erase(), &all), "dns://else.internal:53");
    assert_eq!(
        url(full::WEB.erase(), &all),
        "http://10.0.0.7:8080",
        "of its group"
    );
    assert_eq!(
        url(full::WEB_TLS.erase(), &all),
        "https://[::1]:8443",
        "of its own"
    );
    assert_eq!(
        url(full::WEB.erase(), &[("FULL_WEB_HOST", "web")]),
        "http://web:8080"
    );
    assert_eq!(full::WEB.variables().map_host(), None);
    assert_eq!(full::DNS_TCP.variables().map_host(), Some("FULL_HOST"));
}

#[test]
fn a_bad_value_is_an_error_also_where_a_nearer_one_decides() {
    let both = [
        ("DEEPLENS_REDIS_ADDR", "cache:1"),
        ("DEEPLENS_HOST", "http://x"),
    ];
    assert!(url(ports::REDIS.erase(), &both).starts_with("invalid `DEEPLENS_HOST`: "));
}

#[test]
fn a_server_listens_where_it_is_told() {
    let listen = |variables: &[(&str, &str)]| match ports::SEARCH_API.listen_with(set(variables)) {
        Ok(address) => address.to_string(),
        Err(error) => error.to_string(),
    };
    let with = |value| listen(&[("DEEPLENS_SEARCH_API_LISTEN", value)]);
    assert_eq!(listen(&[]), "127.0.0.1:5000");
    assert_eq!(with("0.0.0.0:80"), "0.0.0.0:80");
    assert_eq!(with("0.0.0.0"), "0.0.0.0:5000");
    assert_eq!(with(":80"), "127.0.0.1:80");
    assert_eq!(with("80"), "127.0.0.1:80");
    assert_eq!(with("[::]:80"), "[::]:80");
    assert_eq!(with("[::]"), "[::]:5000");
    assert_eq!(
        listen(&[("DEEPLENS_SEARCH_API_ADDR", "search:80")]),
        "127.0.0.1:80"
    );
    let both = [
        ("DEEPLENS_SEARCH_API_LISTEN", "0.0.0.0"),
        ("DEEPLENS_SEARCH_API_ADDR", "search:80"),
    ];
    assert_eq!(listen(&both), "0.0.0.0:80");
    let expected = "expected `ip:port`, `ip`, `:port` or a port";
    for (value, problem) in [
        ("localhost:80", "has a host that is no IP address"),
        ("search", "has a host that is no IP address"),
        ("127.0.0.1:0", "has the port 0, which is none"),
        ("::", "is an IPv6 address without brackets"),
        (" 80", "has a blank"),
    ] {
        assert_eq!(
            with(value),
            format!("invalid `DEEPLENS_SEARCH_API_LISTEN`: `{value}` {problem}; {expected}")
        );
    }
    assert!(
        listen(&[("DEEPLENS_SEARCH_API_ADDR", "x:0")])
            .starts_with("invalid `DEEPLENS_SEARCH_API_ADDR`")
    );
}

#[test]
fn all_at_once_refuses_two_that_meet() {
    let all = |variables| resolve_all_with(ports::ALL, set(variables));
    assert_eq!(all(&[]).unwrap().len(), 22);
    let error = all(&[("DEEPLENS_REDIS_ADDR", "127.0.0.1:9092")]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`redis` (by DEEPLENS_REDIS_ADDR) and `kafka` (by the map) are both at localhost:9092"
    );
    assert_eq!((error.variable(), error.value()), (None, None));
    assert!(all(&[("DEEPLENS_REDIS_ADDR", "elsewhere:9092")]).is_ok());
    assert!(all(&[("DEEPLENS_REDIS_ADDR", "x")]).is_ok());
    // A second name is where its endpoint is, and one number on two transports is no meeting.
    assert!(resolve_all_with(full::ALL, |_| None).is_ok());
    let moved = [("FULL_WEB_OLD_ADDR", "10.0.0.7:35000")];
    assert!(resolve_all_with(full::ALL, set(&moved)).is_err());
}

#[test]
fn no_variable_has_a_name_that_kubernetes_sets() {
    for endpoint in ports::ALL {
        let variables = endpoint.variables();
        let names = [
            Some(variables.addr()),
            Some(variables.listen()),
            variables.map_host(),
            Some(endpoint.service().host_variable()),
        ];
        for name in names.into_iter().flatten() {
            let is_injected =
                name.ends_with("_PORT") || name.contains("_SERVICE_") || name.contains("_TCP");
            assert!(!is_injected, "{name}");
        }
    }
}

/// Runs the program with these variables and no others of DeepLens.
fn run(arguments: &[&str], variables: &[(&str, OsString)]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_where_is"));
    for (name, _) in
        std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("DEEPLENS_"))
    {
        command.env_remove(name);
    }
    let variables = variables.iter().map(|(name, value)| (*name, value));
    let output = command.args(arguments).envs(variables).output().unwrap();
    let text = if output.status.success() {
        output.stdout
    } else {
        output.stderr
    };
    (output.status.success(), String::from_utf8(text).unwrap())
}

#[test]
fn the_environment_is_read() {
    assert_eq!(run(&[], &[]), (true, "22 endpoints\n".to_owned()));
    let variables = [
        ("DEEPLENS_REDIS_ADDR", "cache:1".into()),
        ("DEEPLENS_REDIS_LISTEN", "0.0.0.0".into()),
        ("DEEPLENS_KAFKA_ADDR", OsString::new()),
    ];
    let (passed, text) = run(&["redis", "kafka"], &variables);
    assert_eq!(
        (passed, text.as_str()),
        (
            true,
            "redis://cache:1 0.0.0.0:1\nkafka://localhost:9092 127.0.0.1:9092\n"
        )
    );
    let (passed, text) = run(
        &["redis"],
        &[("DEEPLENS_REDIS_ADDR", "tcp://10.0.0.1:6379".into())],
    );
    assert!(
        !passed && text.starts_with("invalid `DEEPLENS_REDIS_ADDR`: the value is a URL; expected "),
        "{text}"
    );
    let (passed, _) = run(
        &["redis"],
        &[("DEEPLENS_REDIS_PORT", "tcp://10.0.0.1:6379".into())],
    );
    assert!(passed, "a variable that Kubernetes sets is none of ours");
}

#[test]
#[cfg(unix)]
fn a_value_that_is_no_text_is_an_error() {
    use std::os::unix::ffi::OsStringExt;

    let value = OsString::from_vec(b"cache\xff".to_vec());
    let (passed, text) = run(&["redis"], &[("DEEPLENS_REDIS_ADDR", value)]);
    assert_eq!(
        (passed, text.as_str()),
        (
            false,
            "invalid `DEEPLENS_REDIS_ADDR`: `cache\u{fffd}` is not UTF-8\n"
        )
    );
}
