//! What an error of a variable says, and what it never does.

use deeplens_ports::{ResolveError, ports};

const EACH: [&str; 4] = [
    "DEEPLENS_SEARCH_API_ADDR",
    "DEEPLENS_SEARCH_API_LISTEN",
    "DEEPLENS_SEARCH_API_HOST",
    "DEEPLENS_HOST",
];

/// The error of a server or client that is told `value` by `variable`.
fn error(variable: &str, value: &str) -> ResolveError {
    let lookup = |name: &str| (name == variable).then(|| value.to_owned());
    let at = ports::SEARCH_API;
    let listen = at.listen_with(lookup).err();
    let resolve = at.resolve_with(lookup).err();
    listen.or(resolve).expect("the value is bad")
}

#[test]
fn a_password_is_in_no_form_of_an_error() {
    for variable in EACH {
        for value in [
            "redis://u:hunter2@db:6379",
            "redis://:hunter2@db",
            "u:hunter2@db:6379",
            "hunter2@db",
            "@hunter2",
            "https://db/?token=hunter2",
            "hunter2://",
            "[::1]@hunter2 \n",
        ] {
            let error = error(variable, value);
            let forms = [
                error.to_string(),
                format!("{error:?}"),
                format!("{error:#?}"),
            ];
            for text in forms {
                assert!(!text.contains("hunter2"), "{text}");
                assert!(text.starts_with(&format!("invalid `{variable}`: the value ")));
            }
            assert_eq!((error.variable(), error.value()), (Some(variable), None));
        }
    }
}

#[test]
fn what_is_wrong_with_a_value_that_is_not_shown_is_said() {
    let text = |value| error("DEEPLENS_SEARCH_API_ADDR", value).to_string();
    let expected = "expected `host:port`, `host`, `:port` or a port";
    assert_eq!(
        text("tcp://10.0.0.1:6379"),
        format!("invalid `DEEPLENS_SEARCH_API_ADDR`: the value is a URL; {expected}")
    );
    assert_eq!(
        text("user@cache:6379"),
        format!("invalid `DEEPLENS_SEARCH_API_ADDR`: the value has an `@`; {expected}")
    );
}

/// As `main() -> Result<(), ResolveError>` shows it.
#[test]
fn debug_reads_like_display() {
    let error = error("DEEPLENS_HOST", "db:1");
    let text = "invalid `DEEPLENS_HOST`: `db:1` is no host; \
                expected a host name or an IP address, without a port";
    assert_eq!(format!("{error:?}"), text);
    assert_eq!(format!("{error:#?}"), text);
    assert_eq!(error.value(), Some("db:1"));
    let lookup = |name: &str| (name == "DEEPLENS_REDIS_ADDR").then(|| "localhost:9092".to_owned());
    let error = deeplens_ports::resolve_all_with(ports::ALL, lookup).unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
}

#[cfg(unix)]
#[test]
fn a_password_that_is_no_text_is_not_shown_either() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    use std::process::Command;

    let value = OsString::from_vec(b"redis://u:hunter2@\xff".to_vec());
    let output = Command::new(env!("CARGO_BIN_EXE_where_is"))
        .arg("redis")
        .env("DEEPLENS_REDIS_ADDR", value)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        text,
        "invalid `DEEPLENS_REDIS_ADDR`: the value is not UTF-8\n"
    );
}
