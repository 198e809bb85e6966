//! What `check` says beside the states: of second names, of the map's project, and of where a holder comes from.

use serde_json::Value;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use test_command::{command, finish, run, shows_holders};

/// A repository with a map in a folder of it.
struct Repository {
    folder: TempDir,
}

impl Repository {
    fn with(map: &str) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        for name in [".git", "maps", "app"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        std::fs::write(folder.path().join("maps/ports.toml"), map).expect("a file");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn map(&self) -> String {
        self.path("maps/ports.toml").display().to_string()
    }

    fn check(&self, words: &[&str]) -> Vec<Value> {
        let map = self.map();
        let arguments = [&["check", "--map", &map, "--format", "json"], words].concat();
        let json = run(&arguments).json();
        json.as_array().expect("a list").clone()
    }
}

fn names(findings: &[Value]) -> Vec<&str> {
    findings
        .iter()
        .filter_map(|it| it["name"].as_str())
        .collect()
}

#[test]
fn a_listener_of_several_names_is_one() {
    let repository = Repository::with(
        "[map]\nname = 'Names'\n[services.web]\nport = 21951\nprotocol = 'http'\n[services.web.endpoints.old]\nsame-as = 'web'\nprotocol = 'http'\n\
        [services.admin]\nport = 21952\nprotocol = 'http'\n[services.site]\nsame-as = 'admin'\nprotocol = 'http'\n",
    );
    // A service of two names, a port of two, and both names.
    assert_eq!(names(&repository.check(&["web"])), ["web"]);
    assert_eq!(names(&repository.check(&["21951"])), ["web"]);
    assert_eq!(names(&repository.check(&["web.old", "web"])), ["web"]);
    assert_eq!(names(&repository.check(&["site", "21952"])), ["admin"]);
    assert_eq!(names(&repository.check(&[])), ["web", "admin"]);
    // One name alone is what was asked for.
    assert_eq!(names(&repository.check(&["site"])), ["site"]);
    let map = repository.map();
    let text = run(&["check", "--map", &map, "web"]).stdout;
    assert!(text.ends_with("\n1 port: 1 free\n"), "{text}");
}

#[test]
fn what_runs_from_elsewhere_says_so() {
    let repository = Repository::with(
        "[map]\nname = 'Places'\n[services.web]\nport = 21953\nprotocol = 'http'\nprocess = ['python3']\n",
    );
    let elsewhere = tempfile::tempdir().expect("there is room for a folder");
    let mut of_root = None;
    for (folder, is_outside) in [
        (repository.path("app"), false),
        (repository.path("."), false),
        (elsewhere.path().into(), true),
        ("/".into(), false),
    ] {
        let script = "import socket, sys\ns = socket.create_server(('127.0.0.1', 21953))\nprint('ready', flush=True)\nsys.stdin.read()";
        let Some(_server) = Server::start(&folder, script) else {
            eprintln!("left out: there is no python3");
            return;
        };
        let finding = repository.check(&["web"]).remove(0);
        assert_eq!(finding["state"], "ours", "{finding}");
        let notes = finding["notes"].as_array().expect("a list");
        assert_eq!(!notes.is_empty(), is_outside, "{finding}");
        of_root = Some(finding.clone());
        if is_outside {
            let (map, folder) = (repository.map(), folder.display());
            let note = format!("web is held from {folder}, outside of the repository of {map}");
            assert_eq!(notes[0], note);
            let text = run(&["check", "--map", &map]).stdout;
            assert!(text.contains(&format!("\nnote: {note}\n")), "{text}");
            // By what a service is known is said of one that is ours, too.
            assert!(
                text.contains("web 21953 is ours\n    known by the name `python3` alone"),
                "{text}"
            );
        }
    }
    assert_eq!(of_root.expect("it ran")["holders"][0]["folder"], "/");
}

/// A program in Python that says when it listens; it ends with this value.
struct Server {
    child: std::process::Child,
}

impl Server {
    fn start(folder: &Path, script: &str) -> Option<Self> {
        use std::io::{BufRead, BufReader};
        use std::process::Stdio;
        let mut child = Command::new("python3")
            .args(["-c", script])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take()?)
            .read_line(&mut line)
            .ok()?;
        assert_eq!(line, "ready\n");
        Some(Self { child })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

#[test]
fn listeners_have_the_state_that_check_finds() {
    if !shows_holders() {
        return;
    }
    let repository = Repository::with(
        "[map]\nname = 'States'\n[services.web]\nport = 21954\nprotocol = 'http'\nprocess = ['no-such-program']\n\
        [services.open]\nport = 21955\nprotocol = 'tcp'\n",
    );
    let listen = |port| TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
    let _listeners = [listen(21954), listen(21955), listen(21956)];
    let map = repository.map();
    let listening = run(&["check", "--listening", "--map", &map, "--format", "json"]).json();
    for (port, name, state) in [
        (21954, Value::from("web"), Value::from("foreign")),
        (21955, "open".into(), "unknown".into()),
        (21956, Value::Null, Value::Null),
    ] {
        let address = format!("127.0.0.1:{port}");
        let mut list = listening.as_array().expect("a list").iter();
        let listener = list
            .find(|it| it["address"] == address.as_str())
            .expect("it is listed");
        assert_eq!((&listener["name"], &listener["state"]), (&name, &state));
        if let Some(name) = name.as_str() {
            assert_eq!(repository.check(&[name])[0]["state"], state);
        }
    }
    let text = run(&["check", "--listening", "--map", &map]).stdout;
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.lines().map(squeezed).collect();
    for start in [
        "21954 127.0.0.1 foreign web ",
        "21955 127.0.0.1 unknown open ",
        "21956 127.0.0.1 - ",
    ] {
        assert!(lines.iter().any(|line| line.starts_with(start)), "{text}");
    }
}

/// A container of the map's own project is not a stranger's on a port that is in no map.
#[test]
fn a_port_in_no_map_is_looked_at_beside_those_of_the_map() {
    if cfg!(windows) {
        eprintln!("left out: an engine of a shell script");
        return;
    }
    let repository =
        Repository::with("[map]\nname = 'Shop'\n[services.web]\nport = 21957\nprotocol = 'http'\n");
    let bin = repository.path("bin");
    std::fs::create_dir_all(repository.path("run/podman")).expect("a folder");
    std::fs::create_dir(&bin).expect("a folder");
    std::fs::write(repository.path("run/podman/podman.sock"), "").expect("a file");
    let docker = |project: &str| {
        let list = format!(
            r#"{{"Names":"{project}-adminer-1","Labels":"com.docker.compose.project={project},com.docker.compose.service=adminer","Ports":"0.0.0.0:21958->8080/tcp"}}"#
        );
        let script = format!(
            "#!/bin/sh\ncase \"$1\" in ps) ;; *) exit 2;; esac\ncat <<'RECORD'\n{list}\nRECORD\n"
        );
        let written = repository.path("script");
        std::fs::write(&written, script).expect("a file");
        // By another process, see `Folder::program` of the doctor's tests.
        let install = Command::new("install")
            .args(["-m", "755"])
            .arg(&written)
            .arg(bin.join("docker"))
            .status();
        assert!(install.is_ok_and(|status| status.success()));
        let map = repository.map();
        let mut check = command(&["check", "--map", &map, "21958"]);
        check
            .env("PATH", format!("{}:/usr/bin:/bin", bin.display()))
            .env("XDG_RUNTIME_DIR", repository.path("run"))
            .env("DOCKER_HOST", "unix:///nonexistent")
            .env("CONTAINER_HOST", "unix:///nonexistent");
        finish(check).stdout
    };
    let own = docker("shop");
    assert!(
        own.contains("it is of shop itself") && !own.contains(" stop "),
        "{own}"
    );
    let other = docker("lab");
    assert!(
        other.contains("to stop it: docker stop lab-adminer-1"),
        "{other}"
    );
}
