//! The container engines, which know what their relays hold.

mod command;
mod container;
mod labels;
mod locality;
mod ports;
mod records;

pub use container::Published;
pub(super) use container::{Network, Ports};

use crate::Transport;
use command::Asked;
use std::net::IpAddr;
use std::string::String;
use std::thread;
use std::time::{Duration, Instant};
use std::vec::Vec;

/// For all that one engine is asked.
const PATIENCE: Duration = Duration::from_secs(2);

/// An engine, and how it lists its running containers. docker is asked for the parts that are read: for all of them it
/// would count the bytes of every container.
struct Engine {
    name: &'static str,
    list: &'static [&'static str],
}

const ENGINES: [Engine; 2] = [
    Engine {
        name: "podman",
        list: &["ps", "--format", "json"],
    },
    Engine {
        name: "docker",
        list: &[
            "ps",
            "--format",
            r#"{"ID":{{json .ID}},"Names":{{json .Names}},"Labels":{{json .Labels}},"Networks":{{json .Networks}},"Ports":{{json .Ports}}}"#,
        ],
    },
];

/// What the engines of this machine say, as far as they answer.
#[derive(Debug, Default)]
pub(super) struct Engines {
    pub(super) containers: Vec<Published>,
    /// Engines that answer for another machine, which say nothing of this one, and its name.
    pub(super) elsewhere: Vec<(&'static str, String)>,
}

impl Engines {
    /// The containers that publish a port, each with what it publishes there; those on the address first, if there are
    /// any, else all.
    pub(super) fn publishers(
        &self,
        place: (u16, Transport),
        ip: Option<IpAddr>,
    ) -> Vec<&Published> {
        let on = |is_meant: &dyn Fn(&Ports) -> bool| -> Vec<&Published> {
            let containers = self.containers.iter();
            let has = |ports: &Ports| ports.has(place) && is_meant(ports);
            containers.filter(|it| it.ports.iter().any(has)).collect()
        };
        let near = on(&|ports| ip.is_none_or(|ip| ports.is_at(ip)));
        if near.is_empty() {
            on(&|_| true)
        } else {
            near
        }
    }

    /// The containers with the network of a container: one that borrows it, or is in the pod of this.
    pub(super) fn with_network_of<'a>(
        &'a self,
        lender: &'a Published,
    ) -> impl Iterator<Item = &'a Published> {
        let borrows = |it: &Published| match &it.network {
            Network::Borrowed(Some(from)) => lender.is(from),
            _ => it.pod.is_some() && it.pod == lender.pod,
        };
        let others = self
            .containers
            .iter()
            .filter(move |it| it.engine == lender.engine);
        others.filter(move |it| *it != lender && borrows(it))
    }

    /// The container with a number that the system knows.
    pub(super) fn by_id(&self, id: &str) -> Option<&Published> {
        self.containers.iter().find(|it| it.is(id))
    }
}

/// Asks the engines, side by side.
pub(super) fn ask() -> Engines {
    let end = Instant::now() + PATIENCE;
    let asked: Vec<_> = ENGINES
        .iter()
        .map(|engine| thread::spawn(move || ask_one(engine, end)))
        .collect();
    let mut engines = Engines::default();
    for (engine, answer) in ENGINES.iter().zip(asked) {
        match answer.join().ok().flatten() {
            Some(Answer::Here(containers)) => engines.add(containers),
            Some(Answer::Elsewhere(host)) => engines.elsewhere.push((engine.name, host)),
            None => {}
        }
    }
    engines
}

impl Engines {
    /// One engine may answer under the names of both.
    fn add(&mut self, containers: Vec<Published>) {
        for container in containers {
            let is_known = |it: &Published| !it.id.is_empty() && it.is(&container.id);
            if !self.containers.iter().any(is_known) {
                self.containers.push(container);
            }
        }
    }
}

/// What an engine says.
enum Answer {
    Here(Vec<Published>),
    Elsewhere(String),
}

/// `None` where the engine is not installed, fails, or does not answer in time.
fn ask_one(engine: &Engine, end: Instant) -> Option<Answer> {
    let place = locality::of(engine.name);
    if let locality::Place::Elsewhere(host) = place {
        return Some(Answer::Elsewhere(host));
    }
    let list = Asked::start(engine.name, engine.list)?;
    if let locality::Place::Ask(question) = place {
        let answer = Asked::start(engine.name, question.arguments);
        let answer = answer.and_then(|it| it.answer(end)).unwrap_or_default();
        if let Some(host) = question.elsewhere(&answer) {
            return Some(Answer::Elsewhere(host));
        }
    }
    let mut containers = records::read(engine.name, &list.answer(end)?);
    ask_for_networks(engine, &mut containers, end);
    Some(Answer::Here(containers))
}

/// Asks of the containers whose network is not told whose they have. Without an answer they stay as they are.
fn ask_for_networks(engine: &Engine, containers: &mut [Published], end: Instant) {
    let is_open = |it: &&Published| {
        let is_told = !matches!(it.network, Network::Borrowed(None) | Network::NotTold);
        !is_told && !it.id.is_empty()
    };
    let ids = containers.iter().filter(is_open).map(|it| it.id.as_str());
    let arguments: Vec<&str> = ["inspect", "--type", "container"]
        .into_iter()
        .chain(ids)
        .collect();
    if arguments.len() == 3 {
        return;
    }
    let answer = Asked::start(engine.name, &arguments).and_then(|it| it.answer(end));
    for (id, network) in records::networks(&answer.unwrap_or_default()) {
        let mut asked = containers.iter_mut().filter(|it| it.is(&id));
        asked.by_ref().for_each(|it| it.network = network.clone());
    }
}

/// Whether the socket of an engine is at its usual place. An engine that forwards by address translation leaves ports
/// that can be bound.
pub(super) fn is_running() -> bool {
    locality::sockets().iter().any(|path| path.exists())
}
