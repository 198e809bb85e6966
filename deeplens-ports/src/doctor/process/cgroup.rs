//! What the control groups of a process tell: the unit of systemd and the container that it belongs to.

use std::borrow::ToOwned;
use std::string::String;

/// The unit of systemd that a process belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) name: String,
    /// Whether the systemd of a user runs it, not that of the machine.
    pub(super) is_of_user: bool,
}

/// Units in which programs of others run: what is in there does not end, and is not started again, with the unit.
const CARRIERS: [&str; 22] = [
    "actions.runner",
    "app-",
    "atd",
    "buildkite-agent",
    "containerd",
    "cron",
    "crond",
    "crio",
    "dbus",
    "display-manager",
    "docker",
    "gdm",
    "getty",
    "gitlab-runner",
    "jenkins",
    "lightdm",
    "podman",
    "sddm",
    "serial-getty",
    "ssh",
    "sshd",
    "user",
];

/// The service in the text of `/proc/PID/cgroup`, lines such as `0::/system.slice/redis-server.service`.
pub(super) fn unit(text: &str) -> Option<Unit> {
    let path = text.lines().find_map(|line| {
        let (controllers, path) = line.split_once(':')?.1.split_once(':')?;
        let is_of_systemd = controllers.is_empty() || controllers == "name=systemd";
        (is_of_systemd && path.len() > 1).then_some(path)
    })?;
    let services = path.split('/').filter(|part| part.ends_with(".service"));
    let name = services.clone().next_back()?;
    let is_of_user = services.clone().any(|part| part.starts_with("user@"));
    let is_carrier = CARRIERS.iter().any(|carrier| {
        let rest = name.strip_prefix(carrier);
        rest.is_some_and(|rest| carrier.ends_with('-') || rest.starts_with(['.', '@']))
    });
    (!is_carrier).then(|| Unit {
        name: name.to_owned(),
        is_of_user,
    })
}

/// The container in the same text: the number that its engine gave it, or the name where LXC runs it.
pub(super) fn container(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let path = line.splitn(3, ':').nth(2)?;
        path.split('/').find_map(of_part)
    })
}

/// `docker-4edf….scope`, `libpod-4edf….scope`, `cri-containerd-4edf….scope`, `4edf…`, `lxc.payload.web`.
fn of_part(part: &str) -> Option<String> {
    if let Some(name) = part.strip_prefix("lxc.payload.") {
        return Some(name.to_owned());
    }
    let part = part.strip_suffix(".scope").unwrap_or(part);
    let (engine, id) = part.rsplit_once('-').unwrap_or(("", part));
    let is_id = id.len() == 64 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    // The monitor of a container is outside of it.
    (is_id && !engine.ends_with("conmon")).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    const ID: &str = "4edf61bfedce2e2b1d8f1e9e6c2a1b0c4edf61bfedce2e2b1d8f1e9e6c2a1b0c";

    #[test]
    fn services_are_units() {
        let unit = |text: &str| unit(text).map(|it| (it.name, it.is_of_user));
        let of = |name: &str, is_of_user| Some((name.to_owned(), is_of_user));
        assert_eq!(
            unit("0::/system.slice/redis-server.service"),
            of("redis-server.service", false)
        );
        let slice = "0::/system.slice/system-postgresql.slice/postgresql@17-main.service";
        assert_eq!(unit(slice), of("postgresql@17-main.service", false));
        let user = "0::/user.slice/user-1000.slice/user@1000.service/app.slice/shop.service";
        assert_eq!(unit(user), of("shop.service", true));
        let v1 = "9:name=systemd:/system.slice/nginx.service\n4:memory:/other\n0::/";
        assert_eq!(unit(v1), of("nginx.service", false));
    }

    #[test]
    fn what_runs_in_sessions_and_applications_belongs_to_no_unit() {
        for text in [
            "0::/",
            "",
            "0::/init.scope",
            "0::/user.slice/user-1000.slice/session-3.scope",
            "0::/user.slice/user-1000.slice/user@1000.service/init.scope",
            "0::/user.slice/user-1000.slice/user@1000.service/app.slice/app-code-1.scope",
            "0::/user.slice/user-1000.slice/user@1000.service/app.slice/app-org.kde.konsole@1.service",
            "0::/system.slice/ssh.service",
            "0::/system.slice/system-getty.slice/getty@tty1.service",
            "0::/system.slice/cron.service",
        ] {
            assert_eq!(unit(text), None, "{text}");
        }
        assert!(unit("0::/system.slice/sshguard.service").is_some());
    }

    #[test]
    fn every_engine_has_its_own_spelling_of_a_container() {
        for path in [
            format!("/docker/{ID}"),
            format!("/system.slice/docker-{ID}.scope"),
            format!("/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-{ID}.scope/container"),
            format!("/machine.slice/libpod-{ID}.scope"),
            format!("/kubepods.slice/kubepods-pod1.slice/cri-containerd-{ID}.scope"),
            format!("/libpod_parent/libpod-{ID}"),
        ] {
            assert_eq!(container(&format!("0::{path}")).as_deref(), Some(ID), "{path}");
            assert_eq!(container(&format!("5:devices:{path}\n0::/")).as_deref(), Some(ID));
        }
        assert_eq!(
            container("0::/lxc.payload.web/init.scope").as_deref(),
            Some("web")
        );
        assert_eq!(
            container(&format!("0::/machine.slice/libpod-conmon-{ID}.scope")),
            None
        );
        assert_eq!(container("0::/system.slice/docker.service"), None);
    }
}
