//! `diagram`: groups, services, their ports and who reaches them, for Mermaid.

mod label;

use super::entry::Entry;
use super::exposure;
use deeplens_ports::{Exposure, Group, Map, Service};
use label::{label, line};

/// What Mermaid draws at most, by its settings `maxTextSize` and `maxEdges`, which are the default of GitHub and GitLab too.
const MOST_CHARACTERS: usize = 50_000;
const MOST_EDGES: usize = 500;
/// Nearer to each other than by default, so that the whole is less high.
const CLOSE: &str = r#"%%{init: {"flowchart": {"nodeSpacing": 30}}}%%"#;
/// The ports of a service that are listed.
const MOST_LINES: usize = 12;

pub(super) fn diagram(map: Map) -> String {
    let nodes = nodes(map);
    if nodes.is_empty() {
        return "The map has no endpoints to draw yet.\n".to_owned();
    }
    let drawing = drawing(map, &nodes);
    let edges: usize = nodes.iter().map(|it| it.exposures.len()).sum();
    if edges > MOST_EDGES || drawing.chars().count() > MOST_CHARACTERS {
        let count = nodes.len();
        return format!("With {count} services the map is too large for a drawing.\n");
    }
    format!("```mermaid\n{drawing}```\n")
}

/// A service, and its ports.
struct Node {
    service: Service,
    /// Those of its ports, from the most open one.
    exposures: Vec<Exposure>,
    lines: Vec<String>,
}

fn nodes(map: Map) -> Vec<Node> {
    let all = Entry::all(map);
    let nodes = map.services().iter().map(|service| {
        let own = all.iter().filter(|it| it.service == service.owner());
        let own: Vec<&Entry> = own.collect();
        let has = |exposure: &Exposure| own.iter().any(|it| it.exposure == *exposure);
        let exposures: Vec<Exposure> = exposure::ALL.into_iter().filter(has).collect();
        Node {
            service: service.owner(),
            lines: lines(&own, exposures.len() > 1),
            exposures,
        }
    });
    nodes.filter(|it| !it.exposures.is_empty()).collect()
}

/// What stands below the title of a service, each once: a second name is no second port.
fn lines(entries: &[&Entry], with_exposure: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for it in entries {
        let line = line(it, with_exposure);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.len() > MOST_LINES {
        let left = lines.split_off(MOST_LINES - 1).len();
        lines.push(format!("and {left} more"));
    }
    lines
}

fn drawing(map: Map, nodes: &[Node]) -> String {
    let mut text = format!("{CLOSE}\nflowchart LR\n");
    for exposure in exposure::ALL {
        if nodes.iter().any(|it| it.exposures.contains(&exposure)) {
            text.push_str(&format!("  {exposure}([\"{}\"])\n", who(exposure)));
        }
    }
    let groups = map.groups().iter().map(|it| Some(it.owner()));
    for group in groups.chain([None]) {
        let own = nodes.iter().filter(|it| it.service.group() == group);
        let own: Vec<String> = own.map(Node::drawn).collect();
        text.push_str(&group_of(group, &own));
    }
    for node in nodes {
        for exposure in &node.exposures {
            let arrow = match exposure {
                Exposure::Public => "==>",
                Exposure::Proxied => "-->",
                Exposure::Internal => "-.->",
            };
            text.push_str(&format!("  {exposure} {arrow} {}\n", node.id()));
        }
    }
    text
}

fn who(exposure: Exposure) -> &'static str {
    match exposure {
        Exposure::Public => "public:<br/>everybody",
        Exposure::Proxied => "proxied:<br/>everybody,<br/>through a proxy",
        Exposure::Internal => "internal:<br/>other services",
    }
}

fn group_of(group: Option<Group>, nodes: &[String]) -> String {
    match group {
        _ if nodes.is_empty() => String::new(),
        None => nodes.iter().map(|it| format!("  {it}\n")).collect(),
        Some(group) => {
            let id = group.name().replace('-', "_");
            let title = label(group.title(), group.name());
            let nodes: String = nodes.iter().map(|it| format!("    {it}\n")).collect();
            format!("  subgraph group_{id}[\"{title}\"]\n{nodes}  end\n")
        }
    }
}

impl Node {
    fn id(&self) -> String {
        format!("service_{}", self.service.id())
    }

    fn drawn(&self) -> String {
        let title = label(self.service.title(), self.service.name());
        let lines = self.lines.join("<br/>");
        format!("{}[\"{title}<br/>{lines}\"]", self.id())
    }
}
