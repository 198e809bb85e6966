//! A whole page: the markers of every region, and around them what holds for any map.

use super::escape::{code, comment, text};
use super::region::Region;
use crate::export::region::Comment;
use deeplens_ports::{AnyEndpoint, Exposure, Map};
use std::collections::BTreeSet;

/// A page to begin with, whose regions are still empty.
pub(in crate::export) fn page(map: Map) -> String {
    let mut sections = vec![
        head(map),
        section("By port", "", Region::Table),
        section("Diagram", "", Region::Diagram),
        section("By group", "", Region::Groups),
        section("Conflicts", CONFLICTS, Region::Conflicts),
        section("Ranges", "", Region::Ranges),
        section("Checking a machine", "", Region::Check),
    ];
    sections.extend(map.endpoints().first().map(|first| changing(*first)));
    sections.extend(containers(map));
    sections.push(section("In production", "", Region::Exposure) + &advice(map));
    sections.push(TROUBLESHOOTING.to_owned());
    sections.join("\n")
}

fn head(map: Map) -> String {
    let name = match text(map.name()) {
        name if name.is_empty() => "the system".to_owned(),
        name => name,
    };
    format!(
        "\
<!-- Made by `deeplens-ports export markdown --new` from the map of {}. What stands between two markers is written anew by \
`deeplens-ports export`; all else is for people to edit. -->

# Ports of {name}

Which port is whose, who else is commonly on it, how to find out what holds it, and how to change it. A port is decided in the map,
`ports.toml`, and the parts of this page that list ports are made from it.
",
        comment(map.name())
    )
}

fn section(title: &str, intro: &str, of: Region) -> String {
    let [begin, end] = ["begin", "end"].map(|which| Comment::Html.marker(which, of.name()));
    format!("## {title}\n\n{intro}{begin}\n{end}\n")
}

const CONFLICTS: &str = "\
A port that others commonly take is not a fault: it may be taken on the machine of the one, and free on that of the other.

";

fn changing(example: AnyEndpoint) -> String {
    let (name, variable) = (code(example.name()), example.variables().addr());
    format!(
        "\
## Changing a port

For everybody:

1. Change the number in `ports.toml`. One that is taken already, reserved, or of no use to browsers is refused when the map is
   compiled, and by `deeplens-ports lint ports.toml`.
2. Change it where the service takes it from: the files stand under its group above. Of a container it is the number on the
   left, as in `-p NEW:INSIDE`; the one inside stays.
3. `deeplens-ports audit` finds the files that still have the old number.
4. `deeplens-ports export` writes this page and the other files that are made from the map.

For one machine alone: programs that take their addresses from the map at run time read the environment first. For
{name} that is `{variable}=:NEW`; `deeplens-ports show NAME` tells the variables of any other.
"
    )
}

fn containers(map: Map) -> Option<String> {
    let inside = map.services().iter().find_map(|service| {
        let published = service.endpoints().iter().find_map(|it| it.container());
        published.or_else(|| service.container_endpoints().first().copied())
    })?;
    let network = match map.network() {
        Some(network) => format!("On the network {} a", code(network)),
        None => "A".to_owned(),
    };
    Some(format!(
        "\
## Between containers

{network} container reaches another by its name and the port inside it, as
{}, whatever the port on the host is. These addresses stand under each group
above; nothing has to be published for them, and so nothing can be taken.

What has no such address runs on the host. A container reaches it there by the name that the engine gives the host,
`host.docker.internal` with Docker and `host.containers.internal` with podman, on the port of the map, if it listens on
more than 127.0.0.1.
",
        code(inside.authority())
    ))
}

/// What to do about each exposure that the map has.
fn advice(map: Map) -> String {
    let endpoints = map.endpoints().iter().map(|it| it.exposure());
    let ranges = map.ranges().iter().map(|it| it.exposure());
    let inside = map.container_endpoints().iter().map(|it| it.exposure());
    let used: BTreeSet<Exposure> = endpoints.chain(ranges).chain(inside).collect();
    let advice = ADVICE
        .iter()
        .filter(|(exposure, _)| used.contains(exposure));
    let advice: String = advice.map(|(_, advice)| *advice).collect();
    if advice.is_empty() {
        advice
    } else {
        format!("\n{advice}")
    }
}

const ADVICE: [(Exposure, &str); 3] = [
    (
        Exposure::Public,
        "\
- **public**: these services meet the internet themselves, so that TLS, limits and updates are theirs to have.
",
    ),
    (
        Exposure::Proxied,
        "\
- **proxied**: a reverse proxy such as nginx or Traefik has the certificate and the two ports that are open, 80 and 443, and
  passes requests on by name or path; where a service runs more than once, a load balancer does.
",
    ),
    (
        Exposure::Internal,
        "\
- **internal**: these stay on a network that is not reached from outside. Do not publish them, or on 127.0.0.1 alone:
  the port that a container engine publishes is open to all, and often passes the firewall of the machine.
",
    ),
];

const TROUBLESHOOTING: &str = "\
## Troubleshooting

### Address already in use

1. `deeplens-ports check NAME` says which process or container has the port, who started it, and how it is stopped if
   nothing else needs it.
2. If it has to stay, move the service to one of the ports that are named under its conflict, or that `deeplens-ports next`
   names.
3. Start the service again. A port that was just closed can be `held` for a minute more.

### A container does not start

The port that it publishes is taken, often by another container of an earlier run: `deeplens-ports check` names it. Stop that
one, and start this one.

### A service does not answer

- `deeplens-ports test NAME` says whether it is there and is the service that it should be.
- From the host it is the host's port, between containers the container's name and the port inside. Each is wrong on the
  other side.
- On an address other than 127.0.0.1 it answers only if it listens there.
";
