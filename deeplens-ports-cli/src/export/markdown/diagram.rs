//! `diagram`: groups, services, their ports and who reaches them, for Mermaid.

mod label;

use super::entry::Entry;
use super::exposure;
use deeplens_ports::{Exposure, Group, Map, Service};
use label::{label, line};

/// What Mermaid draws at most, by its settings `maxTextSize` and `maxEdges`, which GitHub and GitLab leave as they are.
const MOST_CHARACTERS: usize = 50_000;
const MOST_EDGES: usize = 500;
/// The ports of a service that are listed.
const MOST_LINES: usize = 12;

pub(super) fn diagram(map: Map) -> String {
    let nodes = nodes(map);
    if nodes.is_empty() {
        return "The map has no endpoints to draw yet.\n".to_owned();
    }
    let drawing = drawing(map, &nodes);
    if nodes.len() > MOST_EDGES || drawing.chars().count() > MOST_CHARACTERS {
        let count = nodes.len();
        return format!(
            "The map is larger than what pages like this one draw: it has {count} services.\n"
        );
    }
    format!("```mermaid\n{drawing}```\n\n{LEGEND}\n")
}

const LEGEND: &str = "\
A box is a service with its ports on the host. Those with a thick border are reached by everybody, those with a thin one \
through the proxy, and those with a dashed one by other services alone.";

/// A service, and its ports.
struct Node {
    service: Service,
    /// That of its most open port.
    exposure: Exposure,
    lines: Vec<String>,
}

impl Node {
    fn id(&self) -> String {
        format!("service_{}", self.service.id())
    }

    fn drawn(&self) -> String {
        let class = self.exposure.as_str();
        let title = label(self.service.title(), self.service.name());
        let lines = self.lines.join("<br/>");
        format!("{}[\"{title}<br/>{lines}\"]:::{class}", self.id())
    }
}

fn nodes(map: Map) -> Vec<Node> {
    let all = Entry::all(map);
    let nodes = map.services().iter().filter_map(|service| {
        let own = all.iter().filter(|it| it.service == service.owner());
        let own: Vec<&Entry> = own.collect();
        let exposure = exposure::ALL.into_iter();
        let exposure = exposure
            .clone()
            .find(|one| own.iter().any(|it| it.exposure == *one))?;
        let mut lines: Vec<String> = Vec::new();
        for it in own {
            let line = line(it, exposure);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if lines.len() > MOST_LINES {
            let left = lines.split_off(MOST_LINES - 1).len();
            lines.push(format!("and {left} more"));
        }
        Some(Node {
            service: service.owner(),
            exposure,
            lines,
        })
    });
    nodes.collect()
}

fn drawing(map: Map, nodes: &[Node]) -> String {
    let mut text = "flowchart LR\n".to_owned();
    let is_any = |exposure| nodes.iter().any(|it| it.exposure == exposure);
    if is_any(Exposure::Public) || is_any(Exposure::Proxied) {
        text.push_str("  everybody([\"everybody\"])\n");
    }
    if is_any(Exposure::Proxied) {
        text.push_str("  everybody --> proxy[/\"reverse proxy or<br/>load balancer\"/]\n");
    }
    let groups = map.groups().iter().map(|it| Some(it.owner()));
    for group in groups.chain([None]) {
        let own = nodes.iter().filter(|it| it.service.group() == group);
        text.push_str(&group_of(group, &own.collect::<Vec<_>>()));
    }
    for node in nodes {
        let id = node.id();
        match node.exposure {
            Exposure::Public => text.push_str(&format!("  everybody --> {id}\n")),
            Exposure::Proxied => text.push_str(&format!("  proxy --> {id}\n")),
            Exposure::Internal => {}
        }
    }
    text.push_str("  classDef public stroke-width:4px\n");
    text.push_str("  classDef proxied stroke-width:1px\n");
    text.push_str("  classDef internal stroke-dasharray:4 4\n");
    text
}

fn group_of(group: Option<Group>, nodes: &[&Node]) -> String {
    let lines = nodes.iter().map(|it| it.drawn());
    match group {
        _ if nodes.is_empty() => String::new(),
        None => lines.map(|line| format!("  {line}\n")).collect(),
        Some(group) => {
            let id = group.name().replace('-', "_");
            let title = label(group.title(), group.name());
            let lines: String = lines.map(|line| format!("    {line}\n")).collect();
            format!("  subgraph group_{id}[\"{title}\"]\n{lines}  end\n")
        }
    }
}
