//! Whose the container on a port is. The answers of the engines are records in their form, cut to what is read.

use serde_json::Value;
use test_doctor::{Engines, advises_to_stop, findings};

const CHECKER: &str = env!("CARGO_BIN_EXE_checker");

#[track_caller]
fn look(engines: &Engines, name: &str) -> Value {
    findings(engines.checker(&[], CHECKER.as_ref()), &[name]).remove(0)
}

/// What is found where docker lists these containers.
#[track_caller]
fn with_docker(list: &str, name: &str) -> Value {
    let engines = Engines::new();
    engines.answer("docker", &[("ps", list)]);
    look(&engines, name)
}

#[track_caller]
fn with_podman(list: &str, name: &str) -> Value {
    let engines = Engines::new();
    engines.answer("podman", &[("ps", list)]);
    look(&engines, name)
}

#[track_caller]
fn is_ours(finding: &Value, container: &str) {
    assert_eq!(finding["state"], "ours", "{finding}");
    assert_eq!(finding["container"]["name"], container, "{finding}");
}

/// Foreign, and nobody is told to stop it.
#[track_caller]
fn is_left_alone(finding: &Value, state: &str) {
    assert_eq!(finding["state"], state, "{finding}");
    assert!(!advises_to_stop(finding), "{finding}");
}

/// docker 24 to 28 with Compose 2, docker 20 with Compose 1, podman 4 and 5 with podman-compose, podman that stands in for
/// docker. Labels may have commas in their values.
#[test]
fn a_service_of_compose_is_known_by_its_labels() {
    let labels = "com.docker.compose.depends_on=,com.docker.compose.project=shop,com.docker.compose.project.config_files=/a/compose.yaml,/a/override.yaml,com.docker.compose.service=redis,com.docker.compose.container-number=1,com.docker.compose.oneoff=False";
    for (name, ports) in [
        (
            "shop-redis-1",
            "0.0.0.0:22100->6379/tcp, [::]:22100->6379/tcp",
        ),
        (
            "shop_redis_1",
            "0.0.0.0:22100->6379/tcp, :::22100->6379/tcp",
        ),
        ("some-other-name", "127.0.0.1:22100->6379/tcp"),
        ("shop-redis-1", "[::1]:22100->6379/tcp"),
    ] {
        let list = format!(
            r#"{{"ID":"d2763e024a10","Names":"{name}","Labels":"{labels}","Networks":"shop_default","Ports":"{ports}"}}"#
        );
        let finding = with_docker(&list, "redis");
        is_ours(&finding, name);
        assert_eq!(finding["container"]["project"], "shop");
        assert_eq!(finding["container"]["service"], "redis");
        assert_eq!(
            finding["container"]["labels"]["com.docker.compose.oneoff"],
            "False"
        );
        // The engine that answers under the other's name.
        is_ours(&with_podman(&list, "redis"), name);
    }
    for start in ["com.docker", "io.podman"] {
        let list = format!(
            r#"[{{"Id":"db85def7d45d3256620c91554182982e94ae7a3efd9a371b88f639faacef606e","Names":["shop_redis_1"],
            "Labels":{{"{start}.compose.project":"shop","{start}.compose.service":"redis"}},"Networks":["shop_default"],"Pod":"","IsInfra":false,
            "Ports":[{{"host_ip":"","container_port":6379,"host_port":22100,"range":1,"protocol":"tcp"}}]}}]"#
        );
        is_ours(&with_podman(&list, "redis"), "shop_redis_1");
    }
}

#[test]
fn without_labels_a_service_of_compose_is_known_by_the_name_that_it_was_given() {
    let list = |name: &str| {
        with_docker(
            &format!(r#"{{"Names":"{name}","Ports":"0.0.0.0:22100->6379/tcp"}}"#),
            "redis",
        )
    };
    for name in ["redis", "shop-redis-1", "shop_redis_12"] {
        is_ours(&list(name), name);
    }
    for name in ["shop-redis-x", "shop-redis-", "shop-minio-1"] {
        is_left_alone(&list(name), "foreign");
    }
    let stranger = list("shopping-redis-1");
    assert_eq!(stranger["state"], "foreign");
    assert!(advises_to_stop(&stranger), "{stranger}");
}

/// The service's name in Compose may be that in the map though the container's is another, or none.
#[test]
fn a_service_of_the_map_is_known_by_its_own_name_in_its_own_project() {
    for (service, port) in [("db", 22101), ("web", 22102)] {
        let list = format!(
            r#"{{"Names":"shop-{service}-1","Labels":"com.docker.compose.project=shop,com.docker.compose.service={service}","Ports":"0.0.0.0:{port}->80/tcp"}}"#
        );
        is_ours(&with_docker(&list, service), &format!("shop-{service}-1"));
    }
}

#[test]
fn another_projects_container_is_not_silently_ours() {
    let list = |name: &str| {
        format!(
            r#"{{"Names":"{name}","Labels":"com.docker.compose.project=other,com.docker.compose.service=redis","Ports":"0.0.0.0:22100->6379/tcp"}}"#
        )
    };
    let namesake = with_docker(&list("other-redis-1"), "redis");
    is_left_alone(&namesake, "foreign");
    let reason = "it is redis of the Compose project other, and the map's is shop; `[map] project` says which is its own";
    assert_eq!(namesake["reason"], reason);
    // The very name that the map gives: its own, and said to be of another project.
    let named = with_docker(&list("redis"), "redis");
    is_ours(&named, "redis");
    let reason = named["reason"].as_str().expect("a reason");
    assert!(reason.contains("the Compose project other"), "{reason}");
    assert_eq!(named["advice"][0], reason);
}

#[test]
fn another_service_of_the_same_project_is_not_stopped() {
    let list = r#"{"Names":"shop-minio-1","Labels":"com.docker.compose.project=shop,com.docker.compose.service=minio","Ports":"0.0.0.0:22100->9000/tcp"}"#;
    is_left_alone(&with_docker(list, "redis"), "foreign");
    // Nor on a port that is in no map, where the map is known: see `check` of the command.
    let stranger = list.replace("shop", "lab");
    let finding = with_docker(&stranger, "redis");
    let advice = finding["advice"].to_string();
    assert!(
        advice.contains("to stop it: docker stop lab-minio-1"),
        "{advice}"
    );
}

/// podman 4 and 5: all containers of a pod are listed with all its ports, the infra container first or last.
fn pod(infra_first: bool, members: &[&str]) -> String {
    let ports = r#"[{"host_ip":"","container_port":5432,"host_port":22101,"range":1,"protocol":"tcp"},{"host_ip":"","container_port":6379,"host_port":22100,"range":1,"protocol":"tcp"}]"#;
    let of = |name: &str, is_infra: bool| {
        format!(
            r#"{{"Id":"{:x<64}","Names":["{name}"],"Pod":"8d6f0c3a5b7e","PodName":"","IsInfra":{is_infra},"Networks":["podman"],"Labels":null,"Ports":{ports}}}"#,
            name.replace('-', "")
        )
    };
    let mut list: Vec<String> = members.iter().map(|name| of(name, false)).collect();
    let at = if infra_first { 0 } else { list.len() };
    list.insert(at, of("8d6f0c3a5b7e-infra", true));
    format!("[{}]", list.join(","))
}

#[test]
fn all_containers_of_a_pod_have_its_ports() {
    for infra_first in [true, false] {
        let list = pod(infra_first, &["redis", "shop-db"]);
        is_ours(&with_podman(&list, "redis"), "redis");
        is_ours(&with_podman(&list, "db"), "shop-db");
    }
    // Where the infra container alone has them.
    let list = r#"[{"Names":["x-infra"],"Pod":"p","IsInfra":true,"Ports":[{"host_port":22100,"protocol":"tcp"}]},{"Names":["redis"],"Pod":"p","Ports":null}]"#;
    is_ours(&with_podman(list, "redis"), "redis");
}

#[test]
fn neither_a_pods_infra_container_nor_one_of_its_others_is_stopped() {
    for infra_first in [true, false] {
        for members in [&["a"][..], &["a", "b"], &[]] {
            is_left_alone(&with_podman(&pod(infra_first, members), "redis"), "foreign");
        }
    }
    let finding = with_podman(&pod(true, &["a", "b"]), "redis");
    assert_eq!(finding["container"]["name"], "a");
    assert_eq!(
        finding["container"]["shares_network_with"][0],
        "8d6f0c3a5b7e-infra"
    );
    let advice = finding["advice"].to_string();
    assert!(advice.contains("it is in the pod 8d6f0c3a5b7e"), "{advice}");
}

/// One number on two addresses is two publications.
#[test]
fn the_address_is_part_of_a_publication() {
    let two = |own: &str, other: &str| {
        let list = format!(
            "{{\"Names\":\"other\",\"Ports\":\"{other}:22100->80/tcp\"}}\n{{\"Names\":\"redis\",\"Ports\":\"{own}:22100->6379/tcp\"}}"
        );
        with_docker(&list, "redis")
    };
    is_ours(&two("127.0.0.1", "192.168.7.7"), "redis");
    is_ours(&two("0.0.0.0", "[fd00::7]"), "redis");
    is_ours(&two("[::1]", "192.168.7.7"), "redis");
    // Both are asked by who asks localhost.
    assert_eq!(two("127.0.0.1", "[::1]")["container"]["name"], "other");
    // Nobody else is on the address that is meant.
    let away = with_docker(
        r#"{"Names":"other","Ports":"192.168.7.7:22100->80/tcp"}"#,
        "redis",
    );
    assert_eq!(away["state"], "foreign", "{away}");
}

#[test]
fn a_port_that_is_published_on_both_transports_is_taken_on_both() {
    let podman = |protocol: &str| {
        with_podman(
            &format!(
                r#"[{{"Names":["other"],"Ports":[{{"host_ip":"","container_port":53,"host_port":22103,"range":1,"protocol":"{protocol}"}}]}}]"#
            ),
            "dns",
        )
    };
    assert_eq!(podman("tcp")["state"], "free");
    for protocol in ["tcp,udp", "udp,tcp", "udp"] {
        assert_eq!(podman(protocol)["state"], "foreign", "{protocol}");
    }
    let docker = r#"{"Names":"shop-dns","Ports":"0.0.0.0:22103->53/tcp, 0.0.0.0:22103->53/udp, [::]:22103->53/udp"}"#;
    is_ours(&with_docker(docker, "dns"), "shop-dns");
}

/// Whoever else starts it again is named, not the engine.
#[test]
fn a_supervised_container_is_not_stopped_by_its_engine() {
    for (label, supervisor) in [
        (
            "PODMAN_SYSTEMD_UNIT=cache.service",
            "the unit cache.service",
        ),
        (
            "io.kubernetes.pod.name=cache-0",
            "Kubernetes starts it again",
        ),
        (
            "com.docker.swarm.service.name=cache",
            "Docker Swarm starts it again",
        ),
    ] {
        let list =
            format!(r#"{{"Names":"cache","Labels":"{label}","Ports":"0.0.0.0:22100->6379/tcp"}}"#);
        let finding = with_docker(&list, "redis");
        is_left_alone(&finding, "foreign");
        let advice = finding["advice"].to_string();
        assert!(advice.contains(supervisor), "{advice}");
    }
}

/// A bind probe does not see what is published by address translation.
#[test]
fn an_alternative_is_free_if_a_check_of_it_says_so() {
    let list = |second: &str| {
        format!(
            "{{\"Names\":\"other\",\"Ports\":\"0.0.0.0:22104->80/tcp\"}}\n{{\"Names\":\"another\",\"Ports\":\"{second}->80/tcp\"}}"
        )
    };
    let free = |second: &str| with_docker(&list(second), "moves")["free_alternatives"].clone();
    assert_eq!(free("0.0.0.0:22190"), serde_json::json!([22191]));
    assert_eq!(free("127.0.0.1:22190-22191"), serde_json::json!([]));
    assert_eq!(free("0.0.0.0:22192"), serde_json::json!([22190, 22191]));
}
