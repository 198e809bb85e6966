//! `test --wait`.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::Stdio;
use test_command::servers::{map, serve, serve_on};
use test_command::{command, run};

fn redis(_: &[u8]) -> Option<Vec<u8>> {
    Some(b"+PONG\r\n".into())
}

const REDIS: &str = "protocol = 'tcp'\nscheme = 'redis'";

#[test]
fn it_ends_when_all_answer() {
    let map = map(&[("early", serve(redis), REDIS), ("late", 21961, REDIS)]);
    let map = map.path().to_string_lossy();
    let mut waiting = command(&["test", "--map", &map, "--wait=600", "early", "late"]);
    waiting.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut waiting = waiting.spawn().expect("it starts");
    let mut told = BufReader::new(waiting.stderr.take().expect("it is a pipe")).lines();
    let line = told.next().expect("it waits").expect("it is UTF-8");
    let start = "waiting for late at redis://localhost:21961, which does not answer: ";
    assert!(line.starts_with(start), "{line}");
    let listener = TcpListener::bind("127.0.0.1:21961").expect("it is free");
    serve_on(listener, redis);
    let output = waiting.wait_with_output().expect("it ends");
    let text = String::from_utf8_lossy(&output.stdout);
    for name in ["early", "late"] {
        let is_its =
            |line: &str| line.starts_with(name) && line.ends_with("answers as Redis: PONG");
        assert!(text.lines().any(is_its), "{text}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn it_says_who_did_not_answer_and_why() {
    let busy = serve(|_| Some(b"-LOADING the dataset\r\n".into()));
    let map = map(&[
        ("early", serve(redis), REDIS),
        ("never", 21962, REDIS),
        ("busy", busy, REDIS),
    ]);
    let map = map.path().to_string_lossy();
    let waited = run(&["test", "--map", &map, "early", "never", "busy", "--wait=1"]);
    assert_eq!(waited.status, Some(1));
    let lines: Vec<&str> = waited
        .stdout
        .lines()
        .filter(|line| !line.starts_with(' '))
        .collect();
    assert_eq!(lines.len(), 3, "{}", waited.stdout);
    assert!(lines[1].starts_with("never at redis://localhost:21962 does not answer: "));
    assert!(lines[2].ends_with(" is not well: answers as Redis: LOADING the dataset"));
    // Each once, though asked many times.
    assert_eq!(waited.stderr.lines().count(), 2, "{}", waited.stderr);
}

/// Where it is, this takes ten minutes.
#[test]
fn what_can_never_be_told_is_not_waited_for() {
    let map = map(&[
        ("one", 21963, "protocol = 'udp'"),
        ("two", serve(redis), REDIS),
    ]);
    let map = map.path().to_string_lossy();
    let waited = run(&["test", "--map", &map, "one", "two", "--wait=600"]);
    assert_eq!(waited.status, Some(3));
    assert_eq!(waited.stderr, "");
}

#[test]
fn the_time_is_given_behind_an_equals_sign() {
    let map = map(&[("one", 21964, "protocol = 'udp'")]);
    let map = map.path().to_string_lossy();
    assert_eq!(
        run(&["test", "--map", &map, "--wait", "one"]).status,
        Some(3)
    );
    let wrong = run(&["test", "--map", &map, "--wait=soon", "one"]);
    assert_eq!(wrong.status, Some(2));
    assert!(
        wrong.stderr.contains("expected a number of seconds"),
        "{}",
        wrong.stderr
    );
}
