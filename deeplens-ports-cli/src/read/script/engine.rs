//! The command lines of container engines: what is published, and what is said inside.

mod arguments;
mod flags;
mod inside;
mod kind;
mod long;
mod publish;

use super::output::Output;
use super::text::Text;
use crate::place::{Container, Names, Remark};
use arguments::{Action, Arguments};
pub(crate) use kind::Engine;
use publish::Published;

/// Whether the words behind an engine's name start a container.
pub(crate) fn starts(engine: Engine, words: &[Text]) -> bool {
    matches!(Action::of(engine, words), Some((action, _)) if action != Action::Exec)
}

/// Reads what stands behind the name of the engine. A doubt tells why the command is not run as it stands.
pub(crate) fn read(engine: Engine, words: &[Text], doubt: Option<&str>, out: &mut Output<'_>) {
    let Some((action, rest)) = Action::of(engine, words) else {
        return;
    };
    for word in words {
        out.is_read(word);
    }
    let arguments = Arguments::of(action, rest);
    let started = Started {
        names: names(action, &arguments),
        doubt: doubt.or_else(|| arguments::is_elsewhere(words).then_some(ELSEWHERE)),
        engine,
        action,
        arguments,
    };
    started.options(out);
    started.ports(out);
    started.itself(out);
    if started.doubt.is_none() {
        inside::read(&started.arguments, &started.names, out);
    }
}

const ELSEWHERE: &str = "the engine is on another machine";

/// What a container is called; of a service its name is that of no container.
fn names(action: Action, arguments: &Arguments<'_>) -> Names {
    let is_named_by_option = matches!(action, Action::Create | Action::Run | Action::Service);
    let positional = arguments.positional.filter(|_| !is_named_by_option);
    let name = arguments
        .name
        .clone()
        .or_else(|| positional.and_then(Text::known));
    Names {
        service: name.clone(),
        container: name.filter(|_| !matches!(action, Action::Service | Action::Update)),
        project: None,
        image: arguments
            .positional
            .filter(|_| is_named_by_option)
            .map(Text::lossy),
    }
}

/// A command that starts something.
struct Started<'a> {
    engine: Engine,
    action: Action,
    arguments: Arguments<'a>,
    names: Names,
    doubt: Option<&'a str>,
}

impl Started<'_> {
    /// What is said of options, whatever they publish.
    fn options(&self, out: &mut Output<'_>) {
        for options in &self.arguments.unknown {
            let unknown = options.unknown();
            let why = unknown
                .map(|unknown| unknown.sentence())
                .unwrap_or_default();
            let mut remark =
                out.remark(&options.span, &format!("options that are not known: {why}"));
            remark.variable = unknown.and_then(|unknown| unknown.name.clone());
            self.cannot_know(remark, out);
        }
        // Of `compose run` it is the option for the ports of the service.
        let all = self.arguments.publish_all.as_ref();
        if let Some(all) = all.filter(|_| self.action != Action::Compose) {
            let why =
                "every port that the image exposes, each on one of the host that the engine picks";
            self.cannot_know(
                Remark::new(out.source.location(all.span.clone()), "-P", why),
                out,
            );
        }
        if let Some(text) = &self.arguments.no_option {
            let why = "one argument with blanks in it: the engine does not divide it into options";
            self.refused(text, why, out);
        }
    }

    fn ports(&self, out: &mut Output<'_>) {
        let publish = &self.arguments.publish;
        let network = self.arguments.network.as_ref();
        match network.map(|network| (network, network.lossy())) {
            Some((network, mode)) if mode == "host" => {
                let why = "the network is the host's: what listens there is decided in the container, and `-p` is without effect";
                self.network(network, "--network host", why, out);
            }
            Some((network, mode)) if mode == "none" && !publish.is_empty() => {
                self.network(
                    network,
                    "--network none",
                    "without a network no port is published",
                    out,
                );
            }
            Some((_, mode)) if mode.starts_with("container:") => {
                let why = "its network is that of another container, to which the port belongs: publishing one is refused";
                publish
                    .iter()
                    .for_each(|entry| self.refused(entry, why, out));
            }
            _ => {
                let published = Published {
                    engine: self.engine,
                    action: self.action,
                    doubt: self.doubt,
                    names: &self.names,
                };
                publish.iter().for_each(|entry| published.read(entry, out));
            }
        }
    }

    /// The container, with the network that it is on.
    fn itself(&self, out: &mut Output<'_>) {
        let is_started = matches!(self.action, Action::Create | Action::Pod | Action::Run);
        let at = self
            .arguments
            .positional
            .filter(|_| is_started && self.doubt.is_none());
        if let Some(at) = at {
            let location = out.source.location(at.span.clone());
            out.found
                .container(Container::new(location, self.names.clone()));
        }
        let network = self.arguments.network.as_ref().and_then(Text::known);
        let is_name =
            |name: &String| !matches!(&**name, "bridge" | "host" | "none") && !name.contains(':');
        if let Some(network) = network.filter(is_name) {
            out.found.network(&network);
        }
    }

    fn network(&self, network: &Text, text: &str, why: &str, out: &mut Output<'_>) {
        self.cannot_know(
            Remark::new(out.source.location(network.span.clone()), text, why),
            out,
        );
    }

    fn cannot_know(&self, mut remark: Remark, out: &mut Output<'_>) {
        remark.names = self.names.clone();
        out.found.cannot_know(remark);
    }

    fn refused(&self, text: &Text, why: &str, out: &mut Output<'_>) {
        let mut remark = out.remark(&text.span, why);
        remark.names = self.names.clone();
        out.found.refused(remark);
    }
}
