//! Containers without a network of their own, and engines of other machines.

use serde_json::Value;
use std::process::Command;
use test_doctor::{
    AS_NOBODY, Engines, Group, Running, advises_to_stop, can, findings, is_root, left_out, ports,
};

const HOLDER: &str = env!("CARGO_BIN_EXE_holder");
const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

#[track_caller]
fn look(engines: &Engines, name: &str) -> Value {
    findings(engines.checker(&[], CHECKER.as_ref()), &[name]).remove(0)
}

/// A container of docker, with the number that the system has for it.
fn docker(id: &str, name: &str, networks: &str, ports: &str) -> String {
    let id = &id[..12];
    format!(
        r#"{{"ID":"{id}","Names":"{name}","Labels":"","Networks":"{networks}","Ports":"{ports}"}}"#
    )
}

const VPN: &str = "57db4c9753023ab1b4236297b8498dbb602aa69fdec8c8424f2f80405e2292f0";
const REDIS: &str = "fe70855b294617c9fc2bc927acdf3489d3a2d4fe866e3ad2733e61f73591cf2c";

/// `docker inspect` and `podman inspect`, made from their documentation.
fn inspected(id: &str, network: &str) -> String {
    format!(
        r#"[{{"Id":"{id}","Name":"/x","State":{{"Pid":7}},"HostConfig":{{"NetworkMode":"{network}"}}}}]"#
    )
}

#[test]
fn a_container_with_a_borrowed_network_is_found_behind_its_lender() {
    let engines = Engines::new();
    let list = [
        docker(VPN, "vpn", "media_default", "0.0.0.0:22100->6379/tcp"),
        docker(REDIS, "redis", "", ""),
    ];
    let list = list.join("\n");
    // docker says only that it has none of its own.
    engines.answer("docker", &[("ps", &list)]);
    let finding = look(&engines, "redis");
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert_eq!(
        finding["reason"],
        "redis runs without a network of its own, and may have that of vpn"
    );
    assert!(!advises_to_stop(&finding), "{finding}");
    // Asked further, it says whose it has.
    engines.answer(
        "docker",
        &[
            ("ps", &list),
            ("inspect", &inspected(REDIS, &format!("container:{VPN}"))),
        ],
    );
    let finding = look(&engines, "redis");
    assert_eq!(finding["state"], "ours", "{finding}");
    assert_eq!(finding["container"]["name"], "redis");
    assert_eq!(
        finding["container"]["shares_network_with"],
        serde_json::json!(["vpn"])
    );
}

#[test]
fn a_container_that_others_borrow_from_is_not_stopped() {
    let engines = Engines::new();
    let list = [
        docker(VPN, "vpn", "media_default", "0.0.0.0:22100->80/tcp"),
        docker(REDIS, "books", "", ""),
    ];
    let list = list.join("\n");
    let inspected = inspected(REDIS, &format!("container:{VPN}"));
    for answers in [
        &[("ps", &*list)][..],
        &[("ps", &list), ("inspect", &inspected)],
    ] {
        engines.answer("docker", answers);
        let finding = look(&engines, "redis");
        assert_eq!(finding["state"], "foreign", "{finding}");
        assert!(!advises_to_stop(&finding), "{finding}");
    }
    let finding = look(&engines, "redis");
    assert!(
        finding["advice"]
            .to_string()
            .contains("it shares its network with books"),
        "{finding}"
    );
}

/// podman lists who borrows with the ports of the lender, and no network where it set one up without a name.
#[test]
fn podman_lists_all_that_share_a_network_with_its_ports() {
    let engines = Engines::new();
    let of = |id: &str, name: &str| {
        format!(
            r#"{{"Id":"{id}","Names":["{name}"],"Labels":{{}},"Networks":[],"Pod":"","IsInfra":false,"Ports":[{{"host_ip":"","container_port":80,"host_port":22100,"range":1,"protocol":"tcp"}}]}}"#
        )
    };
    engines.answer(
        "podman",
        &[(
            "ps",
            &format!("[{},{}]", of(VPN, "vpn"), of(REDIS, "redis")),
        )],
    );
    assert_eq!(look(&engines, "redis")["container"]["name"], "redis");
    assert_eq!(look(&engines, "redis")["state"], "ours");
    engines.answer(
        "podman",
        &[(
            "ps",
            &format!("[{},{}]", of(VPN, "vpn"), of(REDIS, "books")),
        )],
    );
    let finding = look(&engines, "redis");
    assert_eq!(finding["state"], "foreign");
    assert!(!advises_to_stop(&finding), "{finding}");
    // Alone, it can be stopped.
    engines.answer("podman", &[("ps", &format!("[{}]", of(VPN, "vpn")))]);
    let advice = look(&engines, "redis")["advice"].to_string();
    assert!(advice.contains("to stop it: podman stop vpn"), "{advice}");
}

#[test]
fn a_container_with_the_hosts_network_may_be_any_process_of_the_host() {
    let at = ports::AT_HOST;
    let engines = Engines::new();
    let holder = Running::start(Command::new(HOLDER), at.port());
    // Without it, the process is a stranger.
    engines.answer("docker", &[("ps", &docker(REDIS, "other", "bridge", ""))]);
    let finding = look(&engines, at.name());
    assert_eq!(finding["state"], "foreign", "{finding}");
    let kill = format!("to stop it: kill {}", holder.pid());
    assert!(finding["advice"].to_string().contains(&kill), "{finding}");

    engines.answer("docker", &[("ps", &docker(REDIS, "shop-host", "host", ""))]);
    let may_be = |finding: &Value| {
        assert_eq!(finding["state"], "unknown", "{finding}");
        let reason = "the container shop-host runs with the network of the host, and may be it";
        assert_eq!(finding["reason"], reason);
        assert!(!advises_to_stop(finding), "{finding}");
    };
    may_be(&look(&engines, at.name()));
    // podman says so when it is asked further.
    engines.answer("docker", &[]);
    let list = format!(r#"[{{"Id":"{REDIS}","Names":["shop-host"],"Networks":[],"Ports":null}}]"#);
    engines.answer(
        "podman",
        &[("ps", &list), ("inspect", &inspected(REDIS, "host"))],
    );
    may_be(&look(&engines, at.name()));
    if !is_root() {
        left_out("what an ordinary user sees of root's containers: this is not root");
        return;
    }
    let checker = engines.folder().program(CHECKER, "checker");
    may_be(&findings(engines.checker(AS_NOBODY, &checker), &[at.name()]).remove(0));
}

#[test]
fn a_process_in_a_container_is_its_container() {
    let at = ports::AT_HOST_CONTAINED;
    let engines = Engines::new();
    let holder = Running::start(Command::new(HOLDER), at.port());
    let name = format!("docker-{REDIS}.scope");
    let Some(_group) = Group::with(&name, holder.pid()) else {
        left_out("a process in the control group of a container: none can be made");
        return;
    };
    // Of a container that no engine names, nothing is known.
    let finding = look(&engines, at.name());
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert_eq!(finding["holders"][0]["container"], REDIS);
    assert!(!advises_to_stop(&finding), "{finding}");
    let reason = finding["reason"].as_str().expect("a reason");
    assert_eq!(
        reason,
        format!(
            "it is in the container {}, which no engine here names",
            &REDIS[..12]
        )
    );

    engines.answer(
        "docker",
        &[("ps", &docker(REDIS, "shop-contained", "host", ""))],
    );
    let finding = look(&engines, at.name());
    assert_eq!(finding["state"], "ours", "{finding}");
    assert_eq!(finding["container"]["name"], "shop-contained");

    engines.answer("docker", &[("ps", &docker(REDIS, "other", "host", ""))]);
    let finding = look(&engines, at.name());
    assert_eq!(finding["state"], "foreign", "{finding}");
    let advice = finding["advice"].to_string();
    assert!(
        advice.contains("to stop it: docker stop other") && !advice.contains("kill"),
        "{advice}"
    );
}

#[test]
fn a_relay_of_another_user_is_known_by_its_engine() {
    if !is_root() {
        left_out("a relay of another user: this is not root");
        return;
    }
    let at = ports::HIDDEN_RELAY;
    let engines = Engines::new();
    let relay = engines.folder().program(HOLDER, "docker-proxy");
    let _relay = Running::start(Command::new(relay), at.port());
    let checker = engines.folder().program(CHECKER, "checker");
    let look = || findings(engines.checker(AS_NOBODY, &checker), &[at.name()]).remove(0);
    let finding = look();
    assert_eq!(finding["state"], "unknown", "{finding}");
    assert!(!advises_to_stop(&finding), "{finding}");
    let list = docker(
        REDIS,
        "shop-relay",
        "bridge",
        "0.0.0.0:22107->6379/tcp, [::]:22107->6379/tcp",
    );
    engines.answer("docker", &[("ps", &list)]);
    assert_eq!(look()["state"], "ours");
}

/// What is found of a port that docker and podman publish, with this in the environment.
fn with(engines: &Engines, variable: &str, value: &str) -> Value {
    let mut checker = engines.checker(&[], CHECKER.as_ref());
    checker.env(variable, value);
    findings(checker, &["db"]).remove(0)
}

#[test]
fn an_engine_of_another_machine_says_nothing_of_this_one() {
    let engines = Engines::new();
    let list = docker(REDIS, "somebody-else", "bridge", "0.0.0.0:22101->5432/tcp");
    engines.answer("docker", &[("ps", &list)]);
    assert_eq!(look(&engines, "db")["state"], "foreign");
    for far in [
        "ssh://dev@build-box",
        "tcp://10.0.0.7:2376",
        "tcp://localhost:2375",
        "https://10.0.0.7",
    ] {
        assert_eq!(with(&engines, "DOCKER_HOST", far)["state"], "free", "{far}");
    }
    for near in ["unix:///nonexistent", ""] {
        assert_eq!(
            with(&engines, "DOCKER_HOST", near)["state"],
            "foreign",
            "{near}"
        );
    }
    // By the context that it is set to.
    for (context, state) in [
        ("ssh://dev@build-box", "free"),
        ("tcp://10.0.0.7:2376", "free"),
        ("unix:///var/run/docker.sock", "foreign"),
        ("npipe:////./pipe/docker_engine", "foreign"),
    ] {
        engines.answer("docker", &[("ps", &list), ("context", context)]);
        assert_eq!(look(&engines, "db")["state"], state, "{context}");
    }
    // The environment goes before the context.
    engines.answer(
        "docker",
        &[("ps", &list), ("context", "ssh://dev@build-box")],
    );
    assert_eq!(
        with(&engines, "DOCKER_HOST", "unix:///nonexistent")["state"],
        "foreign"
    );
}

#[test]
fn podman_of_another_machine_says_nothing_of_this_one() {
    let engines = Engines::new();
    let list = r#"[{"Names":["somebody-else"],"Ports":[{"host_ip":"","container_port":5432,"host_port":22101,"range":1,"protocol":"tcp"}]}]"#;
    let connections = r#"[{"Name":"box","URI":"ssh://dev@build-box/run/podman.sock","Default":false},{"Name":"machine","URI":"ssh://core@127.0.0.1:51234/run/podman.sock","Default":true}]"#;
    engines.answer("podman", &[("ps", list), ("system", connections)]);
    for (variable, value, state) in [
        (
            "CONTAINER_HOST",
            "ssh://dev@build-box/run/podman.sock",
            "free",
        ),
        ("CONTAINER_HOST", "tcp://10.0.0.7:8080", "free"),
        (
            "CONTAINER_HOST",
            "unix:///run/podman/podman.sock",
            "foreign",
        ),
        (
            "CONTAINER_HOST",
            "ssh://core@127.0.0.1:51234/run/podman.sock",
            "foreign",
        ),
        ("CONTAINER_CONNECTION", "box", "free"),
        ("CONTAINER_CONNECTION", "machine", "foreign"),
    ] {
        assert_eq!(
            with(&engines, variable, value)["state"],
            state,
            "{variable}={value}"
        );
    }
}

/// As in a container for development, where the engine of the host is used.
#[test]
fn an_engine_whose_socket_was_mounted_from_outside_says_nothing_of_here() {
    let engines = Engines::new();
    let list = docker(REDIS, "somebody-else", "bridge", "0.0.0.0:22101->5432/tcp");
    let socket = engines.folder().path("run/docker.sock");
    std::fs::write(&socket, "").expect("a file");
    let context = format!("unix://{}", socket.display());
    engines.answer("docker", &[("ps", &list), ("context", &context)]);
    assert_eq!(look(&engines, "db")["state"], "foreign");
    let mount = format!("mount --bind {0} {0}", socket.display());
    if !can(&["unshare", "--mount", "--net", "sh", "-e", "-c", &mount]) {
        left_out("a socket that was mounted: no mount namespace can be made");
        return;
    }
    let script = format!("{mount}\nip link set lo up\nexec \"$0\" \"$@\"");
    let before = ["unshare", "--mount", "--net", "sh", "-e", "-c", &script];
    let finding = findings(engines.checker(&before, CHECKER.as_ref()), &["db"]).remove(0);
    assert_eq!(finding["state"], "free", "{finding}");
}

#[test]
fn a_relay_without_its_engine_is_told_where_the_engine_answers() {
    let at = ports::RELAY;
    let engines = Engines::new();
    let relay = engines.folder().program(HOLDER, "docker-proxy");
    let _relay = Running::start(Command::new(relay), at.port());
    let mut checker = engines.checker(&[], CHECKER.as_ref());
    checker.env("DOCKER_HOST", "ssh://dev@build-box");
    let finding = findings(checker, &[at.name()]).remove(0);
    assert_eq!(finding["state"], "unknown", "{finding}");
    let advice = finding["advice"].to_string();
    assert!(
        advice.contains("docker answers for build-box, not for this machine"),
        "{advice}"
    );
}
