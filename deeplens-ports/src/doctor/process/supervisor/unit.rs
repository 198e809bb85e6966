//! Units of systemd.

use super::{quoted, Supervisor};
use std::borrow::ToOwned;
use std::format;
use std::string::String;

/// The unit in the text of `/proc/PID/cgroup`, which the systemd that runs it stops.
pub(in crate::doctor::process) fn supervisor(groups: &str) -> Option<Supervisor> {
    let unit = unit(groups)?;
    let user = if unit.is_of_user { "--user " } else { "" };
    let stop = format!("systemctl {user}stop {}", quoted(&unit.name));
    Some(Supervisor::new(&unit.name, Some(&stop)))
}

/// The unit of systemd that a process belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    name: String,
    /// Whether the systemd of a user runs it, not that of the machine.
    is_of_user: bool,
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
fn unit(text: &str) -> Option<Unit> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_stopped_by_the_systemd_that_runs_it() {
        for (path, stop) in [
            ("system.slice/a@1.service", "systemctl stop a@1.service"),
            (
                "user@7.service/a.service",
                "systemctl --user stop a.service",
            ),
            (
                r"system.slice/a\x2db.service",
                r"systemctl stop 'a\x2db.service'",
            ),
        ] {
            let supervisor = supervisor(&format!("0::/{path}"));
            assert_eq!(supervisor.as_ref().and_then(Supervisor::stop), Some(stop));
        }
    }

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
}
