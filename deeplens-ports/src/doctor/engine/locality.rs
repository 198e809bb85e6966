//! Which machine an engine answers for. What it publishes on another is not on a port of this one.

use serde_json::Value;
use std::borrow::ToOwned;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

/// What is known of an engine before it is asked.
pub(super) enum Place {
    Ask(Question),
    /// The name of the machine.
    Elsewhere(String),
    Here,
}

/// How an engine is asked for its address.
pub(super) struct Question {
    pub(super) arguments: &'static [&'static str],
    read: fn(&str) -> Option<String>,
}

impl Question {
    /// The machine that the answer names, if it is another; one that cannot be read names none.
    pub(super) fn elsewhere(&self, answer: &str) -> Option<String> {
        let address = (self.read)(answer)?;
        of_address(&address).or_else(|| outside(&address))
    }
}

/// By the environment, which goes before what the engine is set to.
pub(super) fn of(engine: &str) -> Place {
    let is_podman = engine == "podman";
    let variable = if is_podman {
        "CONTAINER_HOST"
    } else {
        "DOCKER_HOST"
    };
    if let Some(address) = variable_of(variable) {
        let elsewhere = of_address(&address).filter(|_| !is_podman || !is_machine(&address));
        return match elsewhere.or_else(|| outside(&address)) {
            Some(host) => Place::Elsewhere(host),
            None => Place::Here,
        };
    }
    if !is_podman {
        return Place::Ask(Question {
            arguments: &["context", "inspect", "-f", "{{.Endpoints.docker.Host}}"],
            read: |answer| Some(answer.trim().to_owned()),
        });
    }
    // On Linux podman needs no connection, and takes one where it is told to.
    if cfg!(target_os = "linux") && variable_of("CONTAINER_CONNECTION").is_none() {
        return Place::Here;
    }
    Place::Ask(Question {
        arguments: &["system", "connection", "list", "--format", "json"],
        read: of_connections,
    })
}

fn variable_of(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The connection in use: the one that the environment names, else the default. podman's own virtual machine is here.
fn of_connections(answer: &str) -> Option<String> {
    let connections: Vec<Value> = serde_json::from_str(answer).ok()?;
    let wanted = variable_of("CONTAINER_CONNECTION");
    let is_used = |it: &&Value| match &wanted {
        Some(name) => it.get("Name").and_then(Value::as_str) == Some(name),
        None => it.get("Default").and_then(Value::as_bool) == Some(true),
    };
    let address = connections.iter().find(is_used)?.get("URI")?.as_str()?;
    (!is_machine(address)).then(|| address.to_owned())
}

/// The other machine of an address, if it is one: sockets and pipes alone are local.
fn of_address(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if ["unix", "npipe", "fd"].contains(&scheme) {
        return None;
    }
    Some(host(rest).to_owned())
}

/// `build-box` of `dev@build-box:22/run/podman.sock`.
fn host(rest: &str) -> &str {
    let authority = rest.split('/').next().unwrap_or_default();
    let place = authority.rsplit('@').next().unwrap_or_default();
    match place.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => place.split(':').next().unwrap_or_default(),
    }
}

/// Whether it is the virtual machine that podman runs on this one, which hands its ports on.
fn is_machine(address: &str) -> bool {
    let rest = address.strip_prefix("ssh://");
    rest.is_some_and(|rest| ["127.0.0.1", "localhost", "::1"].contains(&host(rest)))
}

/// The host around this container, if the engine's socket was mounted from there and the network is not the host's:
/// then a bridge of the engine would be seen.
fn outside(address: &str) -> Option<String> {
    let path = address.strip_prefix("unix://").unwrap_or_default();
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let real = std::fs::canonicalize(path).ok()?;
    let is_mounted = |line: &str| line.split(' ').nth(4).map(Path::new) == Some(&real);
    let interfaces = std::fs::read_dir("/sys/class/net").into_iter().flatten();
    let mut names = interfaces.flatten().map(|entry| entry.file_name());
    let has_bridge = names.any(|name| {
        let name = name.to_string_lossy();
        ["br-", "cni-podman", "docker", "podman"]
            .iter()
            .any(|start| name.starts_with(start))
    });
    (mounts.lines().any(is_mounted) && !has_bridge).then(|| "the host around this container".into())
}

/// The sockets of engines: the usual ones, and those that the environment names.
pub(super) fn sockets() -> Vec<PathBuf> {
    let mut sockets: Vec<PathBuf> = [
        "/var/run/docker.sock",
        "/run/podman/podman.sock",
        r"\\.\pipe\docker_engine",
    ]
    .map(PathBuf::from)
    .into();
    let below = [
        ("XDG_RUNTIME_DIR", "podman/podman.sock"),
        ("XDG_RUNTIME_DIR", "docker.sock"),
        ("HOME", ".colima/default/docker.sock"),
        ("HOME", ".docker/desktop/docker.sock"),
        ("HOME", ".docker/run/docker.sock"),
        ("HOME", ".orbstack/run/docker.sock"),
        ("HOME", ".rd/docker.sock"),
    ];
    let below = below
        .into_iter()
        .filter_map(|(variable, path)| Some(Path::new(&std::env::var_os(variable)?).join(path)));
    sockets.extend(below);
    let named = ["CONTAINER_HOST", "DOCKER_HOST"]
        .into_iter()
        .filter_map(variable_of);
    sockets.extend(named.filter_map(|it| Some(it.strip_prefix("unix://")?.into())));
    sockets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_and_pipes_alone_are_local() {
        for local in [
            "unix:///var/run/docker.sock",
            "npipe:////./pipe/docker_engine",
            "fd://",
            "",
        ] {
            assert_eq!(of_address(local), None, "{local}");
        }
        for (address, host) in [
            ("ssh://dev@build-box", "build-box"),
            (
                "ssh://dev@build-box:22/run/user/1000/podman/podman.sock",
                "build-box",
            ),
            ("tcp://10.0.0.7:2376", "10.0.0.7"),
            ("tcp://[fd00::7]:2376", "fd00::7"),
            ("tcp://localhost:2375", "localhost"),
        ] {
            assert_eq!(of_address(address).as_deref(), Some(host));
        }
        assert!(is_machine(
            "ssh://core@127.0.0.1:51234/run/user/501/podman/podman.sock"
        ));
        assert!(!is_machine("ssh://core@build-box/x") && !is_machine("tcp://127.0.0.1:1"));
    }

    /// `podman system connection list --format json`, made from its documentation.
    #[test]
    fn podmans_own_machine_is_this_one() {
        let list = |uri: &str| {
            let other = r#"{"Name":"other","URI":"ssh://a@other/x","Default":false}"#;
            std::format!(r#"[{other},{{"Name":"used","URI":"{uri}","Default":true}}]"#)
        };
        assert_eq!(of_connections(&list("ssh://core@127.0.0.1:1/x")), None);
        let far = of_connections(&list("ssh://dev@build-box/x"));
        assert_eq!(far.as_deref(), Some("ssh://dev@build-box/x"));
        assert_eq!(of_connections("Error: no such command"), None);
    }
}
