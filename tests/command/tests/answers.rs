//! `test`, and who it is that answers.

use test_command::servers::{map, serve, test, web};
use test_command::{command, finish, run, shows_holders};

/// Of what is held by these tests, `check` says the same.
#[test]
fn a_stranger_is_not_the_service() {
    if !shows_holders() {
        return;
    }
    let port = serve(web);
    let map = map(&[(
        "search",
        port,
        "protocol = 'http'\nprocess = ['no-such-program']",
    )]);
    let map = map.path().to_string_lossy();
    let tested = run(&["test", "--map", &map, "search"]);
    assert_eq!(tested.status, Some(1));
    let pid = std::process::id();
    let start = format!("search at http://localhost:{port} is not search: ");
    let end = format!("(PID {pid}) answers HTTP/1.1 200 OK\n    `check {port}` says what to do\n");
    assert!(
        tested.stdout.starts_with(&start) && tested.stdout.ends_with(&end),
        "{}",
        tested.stdout
    );
    for command in ["check", "test"] {
        let run = run(&[command, "--map", &map, "search", "--format", "json"]);
        assert_eq!(run.json()[0]["state"], "foreign");
        assert_eq!(run.status, Some(1));
    }
}

#[test]
fn what_cannot_be_told_of_the_holder_is_a_note() {
    let port = serve(web);
    let map = map(&[("search", port, "protocol = 'http'")]);
    let map = map.path().to_string_lossy();
    let tested = run(&["test", "--map", &map, "search"]);
    let start = format!(
        "search at http://localhost:{port} answers HTTP/1.1 200 OK\n    whether it is search cannot be told: "
    );
    assert!(tested.stdout.starts_with(&start), "{}", tested.stdout);
    assert_eq!(tested.status, Some(0));
    assert!(
        !shows_holders()
            || test(port, "protocol = 'http'", "10").json()[0]["notes"]
                .as_array()
                .is_some_and(Vec::is_empty)
    );
}

/// The right answer is as much as an ordinary user can know of another's server.
#[cfg(target_os = "linux")]
#[test]
fn a_holder_that_is_not_shown_is_a_note() {
    use std::process::Command;

    let id = Command::new("id").arg("-u").output();
    if !id.is_ok_and(|output| output.stdout == b"0\n") {
        eprintln!("left out: what an ordinary user sees of root's server: this is not root");
        return;
    }
    let port = serve(web);
    let process = "protocol = 'http'\nprocess = ['no-such-program']";
    let map = map(&[("search", port, process)]);
    // Where nobody may look.
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let installed = Command::new("install")
        .args(["--mode=755", "-t"])
        .args([folder.path(), map.path()])
        .arg(command(&[]).get_program())
        .status();
    assert!(installed.is_ok_and(|status| status.success()));
    let all = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(folder.path(), all).expect("it is ours");
    let mut nobody = Command::new("setpriv");
    nobody
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .args(["./deeplens-ports", "test", "search", "--map"])
        .arg(map.path().file_name().expect("of a file"))
        .current_dir(folder.path());
    let tested = finish(nobody);
    let start = format!(
        "search at http://localhost:{port} answers HTTP/1.1 200 OK\n    whether it is search cannot be told: "
    );
    assert!(tested.stdout.starts_with(&start), "{tested:?}");
    assert_eq!(tested.status, Some(0));
}

#[test]
fn several_are_asked_where_the_environment_moves_them() {
    let port = serve(web);
    let map = map(&[
        ("one", 21971, "protocol = 'http'"),
        ("two", 21972, "protocol = 'udp'"),
        ("three", 21973, "protocol = 'tcp'"),
    ]);
    let map = map.path().to_string_lossy();
    let mut moved = command(&[
        "test", "--map", &map, "two", "one", "21971", "--format", "json",
    ]);
    moved.env("DEEPLENS_TRIED_ONE_ADDR", format!("127.0.0.1:{port}"));
    let moved = finish(moved);
    let list = moved.json();
    assert_eq!(list.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&list[0]["name"], &list[0]["state"]),
        (&"two".into(), &"unknown".into())
    );
    assert_eq!(
        (&list[1]["port"], &list[1]["state"]),
        (&port.into(), &"answers".into())
    );
    assert_eq!(list[1]["moved_by"][0], "DEEPLENS_TRIED_ONE_ADDR");
    assert_eq!(moved.status, Some(3));
    let none = run(&["test", "--map", &map, "two", "three"]);
    assert_eq!(none.status, Some(1));
    let refused = "three at tcp://localhost:21973 does not answer: ";
    assert!(none.stdout.contains(refused), "{}", none.stdout);
}

/// A name under `.localhost` need not be known to the resolver.
#[test]
fn names_under_localhost_are_this_machine() {
    let named = "protocol = 'http'\nhost = 'api.dev.localhost'";
    let run = test(serve(web), named, "10");
    assert_eq!(run.status, Some(0), "{}", run.stdout);
}
