//! `check`: the commands that say what is on the ports of a machine.

mod numbers;
mod powershell;
mod shell;

use super::entry::{Entry, Outside};
use deeplens_ports::{Map, Transport};
use numbers::Numbers;

pub(super) fn check(map: Map) -> String {
    let all = Entry::all(map);
    let here = all.iter().filter_map(|it| Some((it, it.here(map)?)));
    let here: Vec<(&Entry, Outside)> = here.collect();
    let Some((entry, port)) = example(&here) else {
        return own(all.first().map_or("NAME", |it| it.name));
    };
    let [tcp, udp] = [Transport::Tcp, Transport::Udp].map(|of| Numbers::of(&here, of));
    let mut shown = own(entry.name);
    shown.push_str(&powershell::block(entry.transport, port, &tcp, &udp));
    shown.push_str(&shell::block(port, &tcp, &udp));
    if map.services().iter().any(|it| it.container().is_some()) {
        shown.push_str(CONTAINERS);
    }
    shown
}

const CONTAINERS: &str = r#"
What containers publish (`docker` takes the same):

```sh
podman ps --format "table {{.Names}}\t{{.Ports}}"
```
"#;

/// One that others are commonly on, if there is one.
fn example<'a>(here: &[(&'a Entry, Outside)]) -> Option<(&'a Entry, Outside)> {
    let tcp = || here.iter().filter(|(it, _)| it.transport == Transport::Tcp);
    let risky = tcp().find(|(it, _)| it.conflict.is_some());
    let any = risky.or_else(|| tcp().next()).or_else(|| here.first());
    any.copied()
}

/// The commands of `deeplens-ports`.
fn own(name: &str) -> String {
    let commands = [
        (
            "check",
            "every port: free, held by its service, or by what else",
        ),
        (
            &*format!("check {name}"),
            "one endpoint; a service or a number will do",
        ),
        ("check --listening", "all that listens on this machine"),
        (
            &*format!("test {name}"),
            "whether it answers, and is what it should be",
        ),
        (&*format!("show {name}"), "all that the map knows of it"),
        ("next NAME", "a port for a new endpoint"),
    ];
    let width = commands.iter().map(|(command, _)| command.len()).max();
    let width = width.unwrap_or(0);
    let lines =
        commands.map(|(command, what)| format!("deeplens-ports {command:width$} # {what}\n"));
    format!(
        "In the folder of the map:\n\n```sh\n{}```\n",
        lines.concat()
    )
}
