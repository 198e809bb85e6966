//! Engines' own records, in `records`: of podman 4.3.1, and of docker's engine 20.10.24 asked by its clients 20.10.24 and
//! 28.2.2, in which the address `[::]` is `::`. Those of `inspect` are cut to a few keys. What is here of others is made
//! from their documentation, and says so.

use serde_json::Value;
use std::path::Path;
use test_doctor::{Engines, advises_to_stop, findings};

const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

fn record(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("records");
    std::fs::read_to_string(folder.join(name)).expect("a record")
}

#[track_caller]
fn look(engines: &Engines, name: &str) -> Value {
    findings(engines.checker(&[], CHECKER.as_ref()), &[name]).remove(0)
}

/// Each port with its state and its container.
#[track_caller]
fn finds(engines: &Engines, expected: &[(&str, &str, &str)]) {
    for (name, state, container) in expected {
        let finding = look(engines, name);
        assert_eq!(finding["state"], *state, "{finding}");
        assert_eq!(finding["container"]["name"], *container, "{finding}");
        assert!(!advises_to_stop(&finding), "{finding}");
    }
}

#[test]
fn docker_as_it_answers() {
    for version in ["20.10.24", "28.2.2"] {
        let engines = Engines::new();
        let list = record(&format!("docker-{version}-ps.json"));
        let inspected = record("docker-20.10.24-inspect.json");
        let expected = [
            ("db", "ours", "shop-db-1"),
            ("dns", "ours", "shop-dns"),
            // Of a range; of another project.
            ("moves", "foreign", "other-moves-1"),
        ];
        engines.answer("docker", &[("ps", &list), ("inspect", &inspected)]);
        finds(
            &engines,
            &[&expected[..], &[("redis", "ours", "redis")]].concat(),
        );
        // redis borrows the network of vpn, which is not said where only the list is read.
        engines.answer("docker", &[("ps", &list)]);
        finds(
            &engines,
            &[&expected[..], &[("redis", "unknown", "vpn")]].concat(),
        );
        let moves = look(&engines, "moves");
        assert_eq!(moves["container"]["project"], "other");
        let labels = &look(&engines, "db")["container"]["labels"];
        let files = "/srv/shop/compose.yaml,/srv/shop/override.yaml";
        assert_eq!(labels["com.docker.compose.project.config_files"], files);
    }
}

#[test]
fn podman_as_it_answers() {
    let engines = Engines::new();
    let list = record("podman-4.3.1-ps.json");
    let inspected = record("podman-4.3.1-inspect.json");
    for answers in [
        &[("ps", &*list)][..],
        &[("ps", &list), ("inspect", &inspected)],
    ] {
        engines.answer("podman", answers);
        let expected = [
            // Both in one pod, whose infra container is listed with its ports as well.
            ("redis", "ours", "redis"),
            ("db", "ours", "shop_db_1"),
            ("dns", "ours", "shop-dns"),
            ("moves", "foreign", "other_moves_1"),
            // With the network of vpn.
            ("web", "ours", "shop_web_1"),
        ];
        finds(&engines, &expected);
    }
}

/// podman 5 and releases before 3, made from their documentation.
#[test]
fn podman_of_other_releases() {
    let engines = Engines::new();
    let list = r#"[
      {"Id": "79c4c6f0f2d4", "Names": ["redis"], "Networks": ["podman"], "ExposedPorts": null,
       "Ports": [{"host_ip": "127.0.0.1", "container_port": 9000, "host_port": 22099, "range": 2, "protocol": "tcp"}]},
      {"Id": "a1b2c3d4e5f6", "Names": ["shop-db"], "Ports": [{"hostPort": 22101, "containerPort": 5432, "protocol": "tcp", "hostIP": ""}]},
      {"Id": "b1b2c3d4e5f6", "Names": ["quiet"], "Ports": null}
    ]"#;
    engines.answer("podman", &[("ps", list)]);
    finds(
        &engines,
        &[("redis", "ours", "redis"), ("db", "ours", "shop-db")],
    );
}

#[test]
fn what_cannot_be_read_hides_nothing_else() {
    let engines = Engines::new();
    let odd = r#"[
      {"Names": ["a"], "Ports": [{"host_port": 70000}, {"host_port": 0}, {"host_port": 22100, "protocol": "sctp"}]},
      {"Names": ["a"], "Ports": [{"host_port": 22100, "host_ip": "nowhere"}, {"host_port": 65535, "range": 9}, 7]},
      {"Names": 7, "Ports": []},
      {"Ports": "0.0.0.0:22100->80/tcp"},
      {"Names": ["c"], "Labels": 7, "Networks": 7, "Ports": "0.0.0.0:x->80/tcp, 0.0.0.0:22101->80/tcp, y:22100->80/tcp"},
      {"Names": "linked/as,shop-dns", "Ports": "0.0.0.0:22103->53/udp, 8080/tcp"}
    ]"#;
    engines.answer("podman", &[("ps", odd)]);
    assert_eq!(look(&engines, "redis")["state"], "free");
    assert_eq!(look(&engines, "db")["container"]["name"], "c");
    assert_eq!(look(&engines, "dns")["state"], "ours");
    for nothing in ["", "[]", "Cannot connect to the Docker daemon", "{", "null"] {
        engines.answer("podman", &[("ps", nothing)]);
        assert_eq!(look(&engines, "redis")["state"], "free", "{nothing}");
    }
}
