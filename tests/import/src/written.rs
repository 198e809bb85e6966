//! Compose projects by chance.

use proptest::prelude::*;
use proptest::sample::select;
use std::collections::HashSet;
use std::fmt::Write;

/// A project: a main file, one beside it in a folder, a `.env`, a script.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its services.
    pub services: Vec<Service>,
}

/// A service, in one of the files.
#[derive(Clone, Debug)]
pub struct Service {
    name: &'static str,
    image: Option<&'static str>,
    container: Option<&'static str>,
    profile: Option<&'static str>,
    place: Place,
    entries: Vec<Entry>,
    expose: Vec<u16>,
    /// Services that it reaches by their number, and the port.
    reaches: Vec<(usize, u16)>,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Main,
    Folder,
    Script,
}

/// An entry of `ports`.
#[derive(Clone, Debug)]
enum Entry {
    Pair(&'static str, u16, u16, &'static str),
    Range(u16, u16, u16),
    Choice(u16, u16),
    Pick(u16),
    Set(u16, u16),
    Default(u16, u16),
    Unset(u16),
}

/// Words of Rust and of modules, what no map takes as it is, and what becomes the same.
const NAMES: [&str; 20] = [
    "web",
    "Web",
    "web.api",
    "web-api",
    "web_api",
    "self",
    "type",
    "all",
    "ranges",
    "2nd",
    "日本",
    "a--b",
    "_x",
    "db",
    "shop",
    "shop-db",
    "postgres",
    "cache",
    "x y",
    "container_endpoints",
];
const IMAGES: [&str; 5] = [
    "postgres:17",
    "redis",
    "grafana/grafana:11",
    "example/web",
    "ghcr.io/x/nginx@sha256:0",
];
const CONTAINERS: [&str; 4] = ["shop-a", "shop_b", "-c", "web"];

/// Any project.
pub fn any_project() -> impl Strategy<Value = Project> {
    let services = proptest::collection::vec((select(&NAMES[..]), service()), 1..6);
    services.prop_map(|services| {
        let named = services
            .into_iter()
            .map(|(name, service)| Service { name, ..service });
        let mut services: Vec<Service> = Vec::new();
        for service in named {
            if services.iter().all(|it| it.name != service.name) {
                services.push(service);
            }
        }
        Project { services }
    })
}

fn service() -> impl Strategy<Value = Service> {
    let place =
        prop_oneof![4 => Just(Place::Main), 1 => Just(Place::Folder), 1 => Just(Place::Script)];
    let facts = (
        proptest::option::of(select(&IMAGES[..])),
        proptest::option::weighted(0.3, select(&CONTAINERS[..])),
        proptest::option::weighted(0.3, select(&["one", "two", "observability"][..])),
    );
    let lists = (
        proptest::collection::vec(entry(), 0..4),
        proptest::collection::vec(80_u16..86, 0..2),
        proptest::collection::vec((0_usize..6, 80_u16..90), 0..3),
    );
    (facts, place, lists).prop_map(
        |((image, container, profile), place, (entries, expose, reaches))| Service {
            name: "",
            image,
            container,
            profile,
            place,
            entries,
            expose,
            reaches,
        },
    )
}

fn entry() -> impl Strategy<Value = Entry> {
    let address = select(
        &[
            "",
            "",
            "",
            "127.0.0.1:",
            "0.0.0.0:",
            "192.168.1.5:",
            "[::1]:",
        ][..],
    );
    let transport = select(&["", "", "", "/tcp", "/udp", "/sctp"][..]);
    let host = prop_oneof![8 => 8000_u16..8010, 1 => select(&[22_u16, 80, 443, 6000, 31_000, 40_000, 65_535][..])];
    let inside = 80_u16..86;
    prop_oneof![
        6 => (address, host, inside.clone(), transport).prop_map(|(ip, host, inside, transport)| Entry::Pair(ip, host, inside, transport)),
        1 => (8000_u16..8010, 80_u16..86, 1_u16..4).prop_map(|(host, inside, more)| Entry::Range(host, inside, more)),
        1 => (8000_u16..8010, 8000_u16..8010).prop_map(|(host, inside)| Entry::Choice(host, inside)),
        1 => inside.clone().prop_map(Entry::Pick),
        1 => (8000_u16..8010, inside.clone()).prop_map(|(host, inside)| Entry::Set(host, inside)),
        1 => (8000_u16..8010, inside.clone()).prop_map(|(host, inside)| Entry::Default(host, inside)),
        1 => inside.prop_map(Entry::Unset),
    ]
}

/// A project in which nothing is to be reported: each port of the host is there once, and leads to a port of its own.
pub fn clean_project() -> impl Strategy<Value = Project> {
    any_project().prop_map(|mut project| {
        let mut host = 8100;
        // Hosts have no case.
        let mut seen = HashSet::new();
        project
            .services
            .retain(|it| seen.insert(it.name.to_lowercase()));
        for service in &mut project.services {
            service.container = service.container.filter(|_| false);
            service.reaches.clear();
            if matches!(service.place, Place::Script) {
                service.place = Place::Main;
            }
            let mut inside = 100;
            let entries = service.entries.iter().map(|entry| {
                (host, inside) = (host + 10, inside + 10);
                match entry {
                    Entry::Pair(ip, _, _, "/sctp") => Entry::Pair(ip, host, inside, "/udp"),
                    Entry::Pair(ip, _, _, transport) => Entry::Pair(ip, host, inside, transport),
                    Entry::Range(_, _, more) => Entry::Range(host, host, *more),
                    Entry::Set(..) => Entry::Set(host, inside),
                    _ => Entry::Default(host, inside),
                }
            });
            service.entries = entries.collect();
            service.expose = vec![9000];
            service.expose.retain(|_| is_host(service.name));
        }
        // What each of them listens on, the next one reaches.
        for at in 1..project.services.len() {
            if is_host(project.services[at - 1].name) {
                project.services[at].reaches.push((at - 1, 9000));
            }
        }
        project
    })
}

/// Whether a container can have the name, so that others reach it.
fn is_host(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphanumeric())
}

impl Project {
    /// Its files.
    #[must_use]
    pub fn files(&self) -> Vec<(&'static str, String)> {
        let mut main = "services:\n".to_owned();
        let (mut folder, mut script, mut env) =
            (main.clone(), "#!/bin/sh\n".to_owned(), String::new());
        for (at, service) in self.services.iter().enumerate() {
            match service.place {
                Place::Main => self.compose(at, service, &mut main, &mut env),
                Place::Folder => self.compose(at, service, &mut folder, &mut env),
                Place::Script => service.script(&mut script),
            }
        }
        let mut files = vec![(".env", env), ("run.sh", script), ("compose.yaml", main)];
        if folder.lines().count() > 1 {
            files.push(("monitoring/compose.yaml", folder));
        }
        files
    }

    fn compose(&self, at: usize, it: &Service, text: &mut String, env: &mut String) {
        let mut line = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        line(&format!("  \"{}\":", it.name));
        line(&format!("    image: {}", it.image.unwrap_or("example/any")));
        if let Some(container) = it.container {
            line(&format!("    container_name: \"{container}\""));
        }
        if let Some(profile) = it.profile {
            line(&format!("    profiles: [{profile}]"));
        }
        for (number, entry) in it.entries.iter().enumerate() {
            if number == 0 {
                line("    ports:");
            }
            let variable = format!("V{at}_{number}");
            if let Entry::Set(host, _) = entry {
                writeln!(env, "{variable}={host}").expect("a text takes more");
            }
            line(&format!("      - \"{}\"", entry.text(&variable)));
        }
        if !it.expose.is_empty() {
            line(&format!("    expose: {:?}", it.expose));
        }
        let reached = it
            .reaches
            .iter()
            .filter_map(|(of, port)| Some((self.services.get(*of)?, port)));
        for (number, (service, port)) in reached.enumerate() {
            if number == 0 {
                line("    environment:");
            }
            line(&format!(
                "      PEER_{number}: \"http://{}:{port}/\"",
                service.name
            ));
        }
    }
}

impl Service {
    fn script(&self, text: &mut String) {
        let name = self.container.unwrap_or("by-hand");
        let mut command = format!("docker run -d --name '{name}'");
        for entry in &self.entries {
            if let Entry::Pair(..) | Entry::Range(..) | Entry::Pick(_) = entry {
                command.push_str(&format!(" -p {}", entry.text("")));
            }
        }
        text.push_str(&format!(
            "{command} {}\n",
            self.image.unwrap_or("example/any")
        ));
    }
}

impl Entry {
    fn text(&self, variable: &str) -> String {
        match self {
            Self::Pair(ip, host, inside, transport) => format!("{ip}{host}:{inside}{transport}"),
            Self::Range(host, inside, more) => {
                format!("{host}-{}:{inside}-{}", host + more, inside + more)
            }
            Self::Choice(host, inside) => format!("{host}-{}:{inside}", host + 3),
            Self::Pick(inside) => inside.to_string(),
            Self::Set(_, inside) => format!("${{{variable}}}:{inside}"),
            Self::Default(host, inside) => format!("${{{variable}:-{host}}}:{inside}"),
            Self::Unset(inside) => format!("${{NOBODY_SETS_IT}}:{inside}"),
        }
    }
}
