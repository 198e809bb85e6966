//! `check` and `test` of the ports of one map: free, taken, moved.

use serde_json::Value;
use std::net::TcpListener;
use std::sync::{Mutex, MutexGuard, PoisonError};
use test_command::{command, finish, run, shows_holders};

const MAP: &str = "tests/command/check.toml";

/// One test at a time, since the others would look at its ports.
fn alone() -> MutexGuard<'static, ()> {
    static PORTS: Mutex<()> = Mutex::new(());
    PORTS.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn what_nobody_has_is_free() {
    let _alone = alone();
    let all = run(&["check", "--map", MAP]);
    let expected = "\
Bench, the map of tests/command/check.toml

STATE         PORT  NAME          HELD BY
free         21901  scope
free         21902  meter
free     21902/udp  beacon
free         21908  rpc
free   21903-21907/2  probe

7 ports: 7 free
";
    let squeezed = |text: &str| {
        text.lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
    };
    assert_eq!(squeezed(&all.stdout), squeezed(expected), "{}", all.stdout);
    assert_eq!(all.status, Some(0));
}

/// Taken, whether or not the system shows by whom.
#[test]
fn what_somebody_has_is_not() {
    let _alone = alone();
    let _taken = TcpListener::bind("127.0.0.1:21905").expect("the port is free");
    let (state, status) = if shows_holders() {
        ("foreign", 1)
    } else {
        ("unknown", 3)
    };
    let some = run(&["check", "--map", MAP, "probe", "meter", "21905"]);
    assert_eq!(some.status, Some(status), "{}", some.stdout);
    assert!(some.stdout.contains("2 of its 3 ports"), "{}", some.stdout);
    let closing = format!("4 ports: 3 free, 1 {state}\n");
    assert!(some.stdout.ends_with(&closing), "{}", some.stdout);
    let mut table = some.stdout.lines().skip(2).take_while(|it| !it.is_empty());
    assert!(
        table.all(|line| line.chars().count() <= 80),
        "{}",
        some.stdout
    );
    let json = run(&["check", "--map", MAP, "probe", "--format", "json"]);
    assert_eq!(json.status, Some(status));
    let list = json.json();
    let states: Vec<&Value> = (0..3).map(|at| &list[at]["state"]).collect();
    assert_eq!(states, ["free", state, "free"]);
    if !shows_holders() {
        let reason = "it is in use, and no row of the system's table says by whom";
        assert_eq!(list[1]["summary"], reason);
    }
}

#[test]
fn holders_are_named() {
    if !shows_holders() {
        return;
    }
    let _alone = alone();
    let _taken = TcpListener::bind("127.0.0.1:21905").expect("the port is free");
    let pid = std::process::id();
    let some = run(&["check", "--map", MAP, "21905"]).stdout;
    let holder = format!("(PID {pid}) on 127.0.0.1:21905");
    assert!(some.contains(&holder), "{some}");
    let json = run(&["check", "--map", MAP, "21905", "--format", "json"]);
    assert_eq!(json.json()[0]["holders"][0]["pid"], pid);
    let listening = run(&["check", "--map", MAP, "--listening"]).stdout;
    let line = listening.lines().find(|line| line.contains("21905"));
    let line = line.expect("ours is there");
    assert!(line.contains("foreign  probe  states-"), "{line}");
}

#[test]
fn what_does_not_answer_and_what_cannot_be_told() {
    let _alone = alone();
    let none = run(&["test", "--map", MAP, "meter"]);
    assert_eq!(none.status, Some(1));
    let start = "meter at tcp://localhost:21902 does not answer: ";
    assert!(none.stdout.starts_with(start), "{}", none.stdout);
    let udp = run(&["test", "--map", MAP, "beacon"]);
    assert_eq!(udp.status, Some(3));
    assert_eq!(
        udp.stdout,
        "beacon at udp://localhost:21902 cannot be told: UDP has no connections\n"
    );
}

#[test]
fn the_environment_moves_an_endpoint() {
    let _alone = alone();
    let moved = |words: &[&str], address: &str| {
        let mut command = command(&[words, &["--map", MAP, "meter"]].concat());
        command.env("BENCH_METER_ADDR", address);
        finish(command)
    };
    let note =
        "the environment moves meter to 21911 (by BENCH_METER_ADDR); `check 21911` looks there";
    let checked = moved(&["check"], ":21911").stdout;
    assert!(checked.contains(&format!("note: {note}\n")), "{checked}");
    let checked = moved(&["check", "--format", "json"], ":21911").json();
    assert_eq!(checked[0]["notes"][0], note);
    assert_eq!(checked[0]["moved_by"][0], "BENCH_METER_ADDR");

    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = elsewhere.local_addr().expect("an address").to_string();
    let tested = moved(&["test"], &address).stdout;
    let start = format!("meter at tcp://{address} (by BENCH_METER_ADDR) ");
    assert!(tested.starts_with(&start), "{tested}");
    let bad = moved(&["test"], "tcp://10.0.0.1:6379");
    assert_eq!(bad.status, Some(2));
    assert!(
        bad.stderr
            .contains("invalid `BENCH_METER_ADDR`: the value is a URL"),
        "{}",
        bad.stderr
    );
}

/// By the variable of the server alone, or by that of its clients too.
#[test]
fn the_variable_of_a_server_is_named_where_it_decides() {
    let _alone = alone();
    let moved_by = |listen: &str| {
        let mut command = command(&["check", "--map", MAP, "meter", "--format", "json"]);
        command.env("BENCH_METER_ADDR", "localhost:21911");
        command.env("BENCH_METER_LISTEN", listen);
        finish(command).json()[0]["moved_by"].clone()
    };
    let addr = "BENCH_METER_ADDR";
    assert_eq!(moved_by("0.0.0.0"), Value::from(vec![addr]));
    let both = vec![addr, "BENCH_METER_LISTEN"];
    assert_eq!(moved_by(":21912"), Value::from(both));
}
