//! `check`: the commands that say what is on the ports of a machine.

use super::entry::{Entry, Outside};
use deeplens_ports::{Map, Transport};

pub(super) fn check(map: Map) -> String {
    let here: Vec<(Entry, Outside)> = Entry::all(map)
        .into_iter()
        .filter_map(|it| it.here(map).map(|ports| (it, ports)))
        .collect();
    let Some((entry, ports)) = example(&here) else {
        return own("NAME");
    };
    let tcp = of(&here, Transport::Tcp);
    let udp = of(&here, Transport::Udp);
    let mut shown = own(entry.name);
    let (host, port) = (ports.host, ports.first);
    shown.push_str(&format!(
        "
The same in PowerShell, without it:

```powershell
# What is on one port, and which process has it
Get-NetTCPConnection -LocalPort {port} -ErrorAction SilentlyContinue
Get-Process -Id (Get-NetTCPConnection -LocalPort {port} -State Listen).OwningProcess

# Whether it can be reached
Test-NetConnection -ComputerName {host} -Port {port}

# All that listens
Get-NetTCPConnection -State Listen | Sort-Object LocalPort | Format-Table LocalPort, OwningProcess, State
{}{}```

And on Linux and macOS, where only root sees the sockets of other users:

```sh
# What is on one port
lsof -nP -i :{port}
{}{}```
",
        powershell(&tcp, "Get-NetTCPConnection", "port"),
        powershell(&udp, "Get-NetUDPEndpoint", "UDP port"),
        shell(&tcp, "-iTCP:\"$port\" -sTCP:LISTEN", "port"),
        shell(&udp, "-iUDP:\"$port\"", "UDP port"),
    ));
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
fn example(here: &[(Entry, Outside)]) -> Option<&(Entry, Outside)> {
    let tcp = || here.iter().filter(|(it, _)| it.transport == Transport::Tcp);
    let risky = tcp().find(|(it, _)| it.conflict.is_some());
    risky.or_else(|| tcp().next()).or_else(|| here.first())
}

/// The commands of `deeplens-ports`.
fn own(name: &str) -> String {
    let commands = [
        (
            "check".to_owned(),
            "every port: free, held by its service, or by what else",
        ),
        (
            format!("check {name}"),
            "one endpoint; a number or a service will do",
        ),
        (
            "check --listening".to_owned(),
            "all that listens on this machine",
        ),
        (
            format!("test {name}"),
            "whether it answers, and is what it should be",
        ),
        (format!("show {name}"), "all that the map knows of it"),
        ("next NAME".to_owned(), "a port for a new endpoint"),
    ];
    let width = commands.iter().map(|(command, _)| command.len()).max();
    let width = width.unwrap_or(0);
    let lines = commands
        .iter()
        .map(|(command, what)| format!("deeplens-ports {command:width$} # {what}\n"));
    format!(
        "In the folder of the map:\n\n```sh\n{}```\n",
        lines.collect::<String>()
    )
}

/// The ports of one transport, each once.
fn of(here: &[(Entry, Outside)], transport: Transport) -> Vec<Outside> {
    let of = here.iter().filter(|(it, _)| it.transport == transport);
    let mut ports: Vec<Outside> = of.map(|(_, ports)| *ports).collect();
    ports.dedup_by_key(|it| (it.first, it.last, it.step));
    ports
}

fn powershell(ports: &[Outside], command: &str, what: &str) -> String {
    let (single, ranges) = split(ports);
    let single: Vec<String> = single.iter().map(u16::to_string).collect();
    let mut all = format!("@(\n{}\n)", lines(&single, ", ", ",\n"));
    for Outside {
        first, last, step, ..
    } in ranges
    {
        all.push_str(&match step {
            1 => format!(" + ({first}..{last})"),
            _ => format!(" + ({first}..{last} | Where-Object {{ ($_ - {first}) % {step} -eq 0 }})"),
        });
    }
    if ports.is_empty() {
        return String::new();
    }
    format!(
        "
# Every {what} of the map
foreach ($port in {all}) {{
    $found = {command} -LocalPort $port -ErrorAction SilentlyContinue
    if ($found) {{
        $process = Get-Process -Id $found.OwningProcess -ErrorAction SilentlyContinue
        Write-Host \"$port is taken by $($process.ProcessName)\" -ForegroundColor Yellow
    }} else {{
        Write-Host \"$port is free\" -ForegroundColor Green
    }}
}}
"
    )
}

fn shell(ports: &[Outside], sockets: &str, what: &str) -> String {
    let (single, ranges) = split(ports);
    let mut all: Vec<String> = single.iter().map(u16::to_string).collect();
    let ranges = ranges
        .iter()
        .map(|it| format!("$(seq {} {} {})", it.first, it.step, it.last));
    all.extend(ranges);
    if all.is_empty() {
        return String::new();
    }
    format!(
        "
# Every {what} of the map
for port in \\
{}
do
    if lsof -nP {sockets} >/dev/null 2>&1; then
        echo \"$port is taken\"
    else
        echo \"$port is free\"
    fi
done
",
        lines(&all, " ", " \\\n")
    )
}

/// The numbers of single ports, and the ranges.
fn split(ports: &[Outside]) -> (Vec<u16>, Vec<Outside>) {
    let (single, ranges): (Vec<Outside>, Vec<Outside>) = ports.iter().partition(|it| it.is_one());
    (single.iter().map(|it| it.first).collect(), ranges)
}

/// Ten to a line.
fn lines(items: &[String], between: &str, end: &str) -> String {
    let lines = items
        .chunks(10)
        .map(|line| format!("    {}", line.join(between)));
    lines.collect::<Vec<_>>().join(end)
}
