//! Who starts a process again.

use super::cgroup::Unit;
use super::Process;
use core::fmt;
use std::borrow::ToOwned;
use std::format;
use std::string::String;

/// Who starts a process again when it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supervisor {
    name: String,
    stop: Option<String>,
}

impl Supervisor {
    /// The unit, such as `redis-server.service`, or the program and its number, such as `nodemon (PID 12)`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What to do so that the process ends and is not started again: a command, where one is known.
    #[must_use]
    pub fn stop(&self) -> Option<&str> {
        self.stop.as_deref()
    }
}

impl fmt::Display for Supervisor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}

/// A unit of systemd.
pub(super) fn of_unit(unit: &Unit) -> Supervisor {
    let user = if unit.is_of_user { "--user " } else { "" };
    Supervisor {
        stop: Some(format!("systemctl {user}stop {}", quoted(&unit.name))),
        name: unit.name.clone(),
    }
}

/// How a supervisor is told that something shall not run.
enum Tell {
    /// By a command, with the name that it has in this variable.
    Variable(&'static str, &'static str),
    /// By a command, with the word behind the supervisor's own name.
    Word(&'static str),
    /// In the terminal or the configuration that it has.
    ItsOwnWay,
}

const SUPERVISORS: [(&str, Tell); 24] = [
    ("air", Tell::ItsOwnWay),
    ("bacon", Tell::ItsOwnWay),
    ("cargo-watch", Tell::ItsOwnWay),
    ("circusd", Tell::ItsOwnWay),
    ("dotnet-watch", Tell::ItsOwnWay),
    ("forever", Tell::ItsOwnWay),
    ("foreman", Tell::ItsOwnWay),
    ("goreman", Tell::ItsOwnWay),
    ("hivemind", Tell::ItsOwnWay),
    ("honcho", Tell::ItsOwnWay),
    ("mprocs", Tell::ItsOwnWay),
    ("nodemon", Tell::ItsOwnWay),
    ("overmind", Tell::ItsOwnWay),
    ("PM2", Tell::Variable("pm_id", "pm2 stop")),
    ("process-compose", Tell::ItsOwnWay),
    ("reflex", Tell::ItsOwnWay),
    ("runsv", Tell::Word("sv down")),
    ("s6-supervise", Tell::ItsOwnWay),
    ("supervise", Tell::ItsOwnWay),
    (
        "supervisord",
        Tell::Variable("SUPERVISOR_PROCESS_NAME", "supervisorctl stop"),
    ),
    ("systemd-nspawn", Tell::ItsOwnWay),
    ("ts-node-dev", Tell::ItsOwnWay),
    ("watchexec", Tell::ItsOwnWay),
    ("watchmedo", Tell::ItsOwnWay),
];

/// An ancestor of a process, if it is a supervisor; `variable` is of the process's environment.
pub(super) fn of_ancestor(
    ancestor: &Process,
    variable: impl Fn(&str) -> Option<String>,
) -> Option<Supervisor> {
    let (_, tell) = SUPERVISORS
        .iter()
        .find(|(name, _)| ancestor.known_as(name).is_some())?;
    let stop = match tell {
        Tell::Variable(name, command) => variable(name).map(|value| (command, value)),
        Tell::Word(command) => {
            let word = ancestor.command_line.get(1);
            word.map(|word| (command, word.to_owned()))
        }
        Tell::ItsOwnWay => None,
    };
    Some(Supervisor {
        name: format!("{ancestor}"),
        stop: stop.map(|(command, name)| format!("{command} {}", quoted(&name))),
    })
}

/// What launchd of macOS runs; of one that it knows by a name, how it is turned off.
#[cfg(any(all(unix, not(target_os = "linux")), test))]
pub(super) fn of_launchd(process: &Process) -> Supervisor {
    let is_airplay = process.is_called("ControlCenter");
    Supervisor {
        name: "launchd".into(),
        stop: is_airplay.then(|| {
            "turn off AirPlay Receiver in System Settings, General, AirDrop & Handoff".into()
        }),
    }
}

/// As one word of a shell.
pub(in crate::doctor) fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "@%+=:,./_-".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(line: &[&str]) -> Process {
        Process {
            pid: 7,
            command_line: line.iter().map(|word| (*word).to_owned()).collect(),
            ..Process::default()
        }
    }

    #[test]
    fn a_unit_is_stopped_by_the_systemd_that_runs_it() {
        let stop = |name: &str, is_of_user| {
            let name = name.to_owned();
            let supervisor = of_unit(&Unit { name, is_of_user });
            supervisor.stop().map(str::to_owned)
        };
        assert_eq!(
            stop("a@1.service", false).as_deref(),
            Some("systemctl stop a@1.service")
        );
        assert_eq!(
            stop("a.service", true).as_deref(),
            Some("systemctl --user stop a.service")
        );
        let escaped = stop(r"a\x2db.service", false);
        assert_eq!(escaped.as_deref(), Some(r"systemctl stop 'a\x2db.service'"));
    }

    #[test]
    fn each_supervisor_is_told_in_its_own_way() {
        let variable = |name: &str| match name {
            "SUPERVISOR_PROCESS_NAME" => Some("shop web".to_owned()),
            "pm_id" => Some("3".to_owned()),
            _ => None,
        };
        for (line, name, stop) in [
            (
                &["/usr/bin/python3", "/usr/bin/supervisord", "-n"][..],
                "python3 (PID 7)",
                Some("supervisorctl stop 'shop web'"),
            ),
            (
                &["PM2 v5.3.0: God Daemon (/root/.pm2)"],
                "PM2 (PID 7)",
                Some("pm2 stop 3"),
            ),
            (&["runsv", "web"], "runsv (PID 7)", Some("sv down web")),
            (
                &["node", "/x/.bin/nodemon", "server.js"],
                "node (PID 7)",
                None,
            ),
            (&["dotnet", "/sdk/dotnet-watch.dll"], "dotnet (PID 7)", None),
        ] {
            let supervisor = of_ancestor(&process(line), variable).expect("a supervisor");
            assert_eq!((supervisor.name(), supervisor.stop()), (name, stop));
        }
        for line in [
            &["bash"][..],
            &["node", "server.js", "nodemon"],
            &["systemd"],
        ] {
            assert_eq!(of_ancestor(&process(line), variable), None);
        }
    }

    #[test]
    fn control_center_is_told_in_the_settings() {
        let stop = of_launchd(&process(&["/System/x/ControlCenter"]));
        assert!(stop
            .stop()
            .is_some_and(|it| it.starts_with("turn off AirPlay Receiver")));
        assert_eq!(of_launchd(&process(&["/usr/x/httpd"])).stop(), None);
    }
}
