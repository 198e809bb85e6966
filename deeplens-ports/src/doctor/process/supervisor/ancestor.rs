//! Supervisors among the processes that started another.

use super::{quoted, Supervisor};
use crate::doctor::process::facts::Process;
use std::borrow::ToOwned;
use std::format;
use std::string::{String, ToString};

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
pub(in crate::doctor::process) fn supervisor(
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
    let stop = stop.map(|(command, name)| format!("{command} {}", quoted(&name)));
    Some(Supervisor::new(&ancestor.to_string(), stop.as_deref()))
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
            let found = supervisor(&process(line), variable).expect("a supervisor");
            assert_eq!((found.name(), found.stop()), (name, stop));
        }
        for line in [
            &["bash"][..],
            &["node", "server.js", "nodemon"],
            &["systemd"],
        ] {
            assert_eq!(supervisor(&process(line), variable), None);
        }
    }
}
