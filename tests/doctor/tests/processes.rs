//! What is told of a process, whose it is, and how it is stopped.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};
use test_doctor::{
    AS_NOBODY, Engines, Folder, Group, Running, advises_to_stop, can, findings, is_root, left_out,
    ports,
};

const HOLDER: &str = env!("CARGO_BIN_EXE_holder");
const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

#[track_caller]
fn look(name: &str) -> Value {
    // No engine of the machine may answer.
    let engines = Engines::new();
    findings(engines.checker(&[], CHECKER.as_ref()), &[name]).remove(0)
}

#[track_caller]
fn look_as_nobody(name: &str) -> Value {
    let engines = Engines::new();
    let checker = engines.folder().program(CHECKER, "checker");
    findings(engines.checker(AS_NOBODY, &checker), &[name]).remove(0)
}

fn advice(finding: &Value) -> String {
    finding["advice"].to_string()
}

#[test]
fn all_that_the_system_tells_of_a_process_is_told() {
    let at = ports::FACTS;
    let folder = Folder::new();
    let program = folder.program(HOLDER, "server");
    let mut server = Command::new(&program);
    // Its first word is its port.
    let words = [
        "--token",
        "hunter2",
        "--url",
        "redis://u:hunter2@h:1/0",
        "PASSWORD=hunter2",
    ];
    server.current_dir(folder.path(""));
    let server = Running::start_with(server, at.port(), &words);
    let finding = look(at.name());
    assert_eq!(finding["state"], "foreign");
    let holder = &finding["holders"][0];
    let program = program.to_str().expect("a path in UTF-8");
    let port = at.port().to_string();
    let line = [
        program,
        &port,
        "--token",
        "…",
        "--url",
        "redis://…@h:1/0",
        "PASSWORD=…",
    ];
    assert_eq!(holder["command_line"], serde_json::json!(line));
    assert_eq!(
        holder["folder"],
        folder.path("").to_string_lossy().trim_end_matches('/')
    );
    assert_eq!(holder["parent"]["pid"], std::process::id());
    assert_eq!(holder["suspended"], false);
    assert_eq!(holder["supervisor"], Value::Null);
    assert_eq!(holder["pid"], server.pid());
    let since = Duration::from_secs(holder["since"].as_u64().expect("seconds"));
    let age = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH + since);
    assert!(
        age.is_ok_and(|age| age < Duration::from_secs(600)),
        "{since:?}"
    );
    let whoami = Command::new("id").arg("-un").output().expect("a user");
    let user = String::from_utf8_lossy(&whoami.stdout);
    assert_eq!(holder["user"], user.trim_end());
    let text = finding.to_string();
    assert!(!text.contains("hunter2"), "{text}");
    let advice = advice(&finding);
    assert!(
        advice.contains("it runs: ")
            && advice.contains(&format!("in {}", holder["folder"].as_str().unwrap_or("-"))),
        "{advice}"
    );
}

fn signal(name: &str, pid: u32) {
    let status = Command::new("kill").arg(name).arg(pid.to_string()).status();
    assert!(status.is_ok_and(|status| status.success()));
}

#[test]
fn a_suspended_process_is_said_to_be_and_the_advice_ends_it() {
    let at = ports::SUSPENDED;
    let holder = Running::start(Command::new(HOLDER), at.port());
    let pid = holder.pid();
    signal("-STOP", pid);
    let finding = soon(at.name(), |it| it["holders"][0]["suspended"] == true);
    assert_eq!(finding["state"], "foreign", "{finding}");
    let advice = advice(&finding);
    assert!(
        advice.contains("it is suspended") && advice.contains("fg in its terminal"),
        "{advice}"
    );
    let lines = finding["advice"].as_array().expect("a list");
    let stop = lines
        .iter()
        .filter_map(Value::as_str)
        .find_map(|line| line.strip_prefix("to stop it: "));
    let stop = stop.expect("it says how");
    assert_eq!(stop, format!("kill {pid}; kill -CONT {pid}"));
    // As the reader does it.
    assert!(can(&["sh", "-e", "-c", stop]));
    drop(holder);
    let finding = soon(at.name(), |it| it["state"] == "free");
    assert_eq!(finding["state"], "free");
}

#[test]
fn a_suspended_service_is_ours_and_said_not_to_answer() {
    let at = ports::OWN_SUSPENDED;
    let holder = Running::start(Command::new(HOLDER), at.port());
    signal("-STOP", holder.pid());
    let finding = soon(at.name(), |it| it["holders"][0]["suspended"] == true);
    assert_eq!(finding["state"], "ours", "{finding}");
    let advice = advice(&finding);
    assert!(
        advice.contains("it is suspended") && !advice.contains("to stop it"),
        "{advice}"
    );
    signal("-CONT", holder.pid());
}

/// What is found when it is as wanted, or after some time: signals and ends of processes take some.
fn soon(name: &str, is_wanted: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..200 {
        let finding = look(name);
        if is_wanted(&finding) {
            return finding;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    look(name)
}

#[test]
fn what_passes_connections_on_is_nobodys_service() {
    let at = ports::FORWARDED;
    let folder = Folder::new();
    let editor = folder.path(".vscode-server");
    std::fs::create_dir(&editor).expect("a folder");
    for name in [
        "code",
        "Code Helper (Plugin)",
        "kubectl",
        "skaffold",
        "tilt",
        "telepresence",
        "adb",
        "socat",
        "ssh",
        "sshd",
        "com.docker.vpnkit",
        "OrbStack Helper",
        "incusd",
        "lxd",
        ".vscode-server/node",
    ] {
        let program = folder.program(HOLDER, name);
        let holder = Running::start(Command::new(program), at.port());
        let finding = look(at.name());
        // The map names node: that is what it says itself.
        let state = if name.ends_with("node") {
            "ours"
        } else {
            "unknown"
        };
        assert_eq!(finding["state"], state, "{name}: {finding}");
        assert!(!advises_to_stop(&finding), "{name}: {finding}");
        if state == "unknown" {
            let reason = finding["reason"].as_str().expect("a reason");
            assert!(
                reason.starts_with("it passes connections on"),
                "{name}: {reason}"
            );
        }
        drop(holder);
    }
}

/// A program in Python that listens on a port, which is its last argument.
const SERVER: &str = "import socket, sys\ns = socket.create_server(('127.0.0.1', int(sys.argv[-1])))\nprint('ready', flush=True)\nsys.stdin.read()\n";

fn python() -> Option<String> {
    let script = "import os, sys; print(os.path.realpath(sys.executable))";
    let output = Command::new("python3").args(["-c", script]).output().ok()?;
    let path = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| path.trim_end().to_owned())
}

#[test]
fn an_interpreter_is_known_by_its_script_or_module() {
    let Some(python) = python() else {
        left_out("interpreters: there is no python3");
        return;
    };
    let at = ports::UVICORN;
    let folder = Folder::new();
    for name in ["uvicorn", "uvicorn.py", "other.py"] {
        std::fs::write(folder.path(name), SERVER).expect("a file");
    }
    let state = |words: &[&str]| {
        let mut command = Command::new(&python);
        command.args(words).current_dir(folder.path(""));
        let running = Running::start(command, at.port());
        let finding = look(at.name());
        drop(running);
        let reason = finding["reason"].as_str().unwrap_or_default().to_owned();
        (
            finding["state"].as_str().unwrap_or_default().to_owned(),
            reason,
        )
    };
    let ours = ("ours".to_owned(), String::new());
    assert_eq!(state(&["uvicorn", "main:app"]), ours);
    assert_eq!(state(&["-u", "uvicorn.py"]), ours);
    assert_eq!(state(&["-X", "dev", "-m", "uvicorn"]), ours);
    // Never by another word of its line.
    assert_eq!(state(&["other.py", "uvicorn"]).0, "foreign");
    assert_eq!(state(&["-c", SERVER, "uvicorn"]).0, "foreign");
}

#[test]
fn an_interpreters_own_name_is_a_weak_sign() {
    let Some(python) = python() else {
        left_out("interpreters: there is no python3");
        return;
    };
    let at = ports::PYTHON;
    let folder = Folder::new();
    std::fs::write(folder.path("other.py"), SERVER).expect("a file");
    let mut command = Command::new(&python);
    command.arg(folder.path("other.py"));
    let _running = Running::start(command, at.port());
    let finding = look(at.name());
    // It is `python3.11` or the like.
    assert_eq!(finding["state"], "ours", "{finding}");
    let reason = "known by the name `python` alone, which all that it runs has";
    assert_eq!(finding["reason"], reason);
    assert_eq!(finding["advice"], serde_json::json!([reason]));
}

/// Linux keeps 15 bytes of a name: those of both are `DeepLens.Search`.
#[test]
fn a_name_that_was_cut_is_not_trusted_where_the_whole_is_known() {
    let at = ports::LONG_NAME;
    let folder = Folder::new();
    for (name, state) in [
        ("DeepLens.SearchWorker", "foreign"),
        ("DeepLens.SearchApi", "ours"),
    ] {
        let program = folder.program(HOLDER, name);
        let holder = Running::start(Command::new(&program), at.port());
        let finding = look(at.name());
        assert_eq!(finding["state"], state, "{finding}");
        assert_eq!(finding["holders"][0]["process"], name);
        drop(holder);
        if is_root() {
            let holder = Running::start(test_doctor::command(AS_NOBODY, &program), at.port());
            assert_eq!(look_as_nobody(at.name())["state"], state);
            drop(holder);
        }
    }
}

#[test]
fn a_program_that_was_replaced_keeps_its_name() {
    let at = ports::REPLACED;
    let folder = Folder::new();
    let program = folder.program(HOLDER, "DeepLens.ReplacedApi");
    let mut command = Command::new("bash");
    command
        .args(["-c", "exec -a other \"$0\" \"$@\""])
        .arg(&program);
    let _holder = Running::start(command, at.port());
    std::fs::remove_file(&program).expect("it is there");
    let finding = look(at.name());
    assert_eq!(finding["state"], "ours", "{finding}");
    assert_eq!(
        finding["holders"][0]["path"],
        program.to_string_lossy().as_ref()
    );
}

/// Workers of a server, which Python starts as programs of no name.
#[test]
fn a_worker_with_its_servers_socket_is_its_server() {
    let Some(python) = python() else {
        left_out("workers: there is no python3");
        return;
    };
    let at = ports::WORKERS;
    let folder = Folder::new();
    let script = "import socket, subprocess, sys\ns = socket.create_server(('127.0.0.1', int(sys.argv[-1])))\ns.set_inheritable(True)\n\
        w = subprocess.Popen([sys.executable, '-c', 'import sys; print(\"ready\", flush=True); sys.stdin.read()'], close_fds=False)\n\
        w.wait()\n";
    std::fs::write(folder.path("uvicorn"), script).expect("a file");
    let mut command = Command::new(&python);
    command.arg(folder.path("uvicorn"));
    let running = Running::start(command, at.port());
    let finding = look(at.name());
    assert_eq!(
        finding["holders"].as_array().map(Vec::len),
        Some(2),
        "{finding}"
    );
    assert_eq!(finding["state"], "ours", "{finding}");
    drop(running);
}

/// Starts the holder as the child of a script that is called like a supervisor.
fn supervised(folder: &Folder, name: &str, variable: (&str, &str), port: u16) -> Running {
    folder.script(name, &format!("\"{HOLDER}\" \"$@\"\ntrue"));
    let mut command = Command::new(folder.path(name));
    command.env(variable.0, variable.1);
    Running::start(command, port)
}

#[test]
fn a_supervised_process_is_stopped_by_its_supervisor() {
    let at = ports::SUPERVISED;
    let folder = Folder::new();
    for (name, variable, stop) in [
        (
            "supervisord",
            ("SUPERVISOR_PROCESS_NAME", "shop web"),
            Some("to stop it: supervisorctl stop 'shop web'"),
        ),
        ("PM2", ("pm_id", "3"), Some("to stop it: pm2 stop 3")),
        ("nodemon", ("X", "x"), None),
        ("supervisord", ("X", "x"), None),
    ] {
        let running = supervised(&folder, name, variable, at.port());
        let finding = look(at.name());
        assert_eq!(finding["state"], "foreign", "{finding}");
        let pid = running.pid();
        let supervisor = finding["holders"][0]["supervisor"]["name"].as_str();
        let supervisor = supervisor.unwrap_or_default();
        assert!(
            supervisor.ends_with(&format!("(PID {pid})")),
            "{name}: {finding}"
        );
        let advice = advice(&finding);
        assert!(!advice.contains("kill"), "{advice}");
        match stop {
            Some(stop) => assert!(advice.contains(stop), "{advice}"),
            None => assert!(
                advice.contains(&format!(
                    "(PID {pid}) starts it again, and is to be told instead"
                )),
                "{advice}"
            ),
        }
        // It ends with its input.
        drop(running);
        let finding = soon(at.name(), |it| it["state"] == "free");
        assert_eq!(finding["state"], "free", "{finding}");
    }
}

#[test]
fn a_unit_of_systemd_is_stopped_by_systemctl() {
    let at = ports::UNIT;
    let mut command = Command::new("setsid");
    command.arg(HOLDER);
    if !can(&["setsid", "true"]) {
        left_out("units of systemd: there is no setsid");
        return;
    }
    let holder = Running::start(command, at.port());
    for (group, stop) in [
        (
            "deeplens-test.service",
            "to stop it: systemctl stop deeplens-test.service",
        ),
        (
            "user@7.service/deeplens-test.service",
            "to stop it: systemctl --user stop deeplens-test.service",
        ),
    ] {
        let Some(_group) = Group::with(group, holder.pid()) else {
            left_out("units of systemd: no control group can be made");
            return;
        };
        let finding = look(at.name());
        let advice = advice(&finding);
        assert!(
            advice.contains(stop) && !advice.contains("kill"),
            "{advice}"
        );
    }
}

#[test]
fn names_under_localhost_are_this_machine() {
    for at in [ports::NAMED, ports::DOTTED] {
        assert_eq!(look(at.name())["state"], "free");
        let _holder = Running::start(Command::new(HOLDER), at.port());
        assert_eq!(look(at.name())["state"], "ours");
    }
}

#[test]
fn no_process_is_started_to_look_at_free_ports() {
    let engines = Engines::new();
    std::fs::remove_file(engines.folder().path("run/podman/podman.sock")).expect("a file");
    let usual = ["/var/run/docker.sock", "/run/podman/podman.sock"];
    if usual.iter().any(|path| Path::new(path).exists()) {
        left_out("a machine without engines: this one has one");
        return;
    }
    let mark = engines.folder().path("asked");
    engines
        .folder()
        .script("bin/podman", &format!("touch {}", mark.display()));
    let mut checker = engines.checker(&[], CHECKER.as_ref());
    checker.stderr(Stdio::inherit());
    let finding = findings(checker, &[ports::FREE.name()]).remove(0);
    assert_eq!(finding["state"], "free");
    assert!(!mark.exists());
}
