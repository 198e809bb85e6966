//! The command lines of container engines: what is published, and what is said inside.

mod arguments;
mod flags;
mod inside;
mod kind;
mod long;
mod publish;

use super::output::Output;
use super::text::Text;
use crate::place::{Names, Remark};
use arguments::{Action, Arguments};
pub(in crate::read) use kind::Engine;
use publish::Published;

/// Whether the words behind an engine's name start a container.
pub(in crate::read) fn starts(engine: Engine, words: &[Text]) -> bool {
    matches!(Action::of(engine, words), Some((action, _)) if action != Action::Exec)
}

/// Reads what stands behind the name of the engine. A doubt tells why the command is not run as it stands.
pub(in crate::read) fn read(
    engine: Engine,
    words: &[Text],
    doubt: Option<&str>,
    out: &mut Output<'_>,
) {
    let Some((action, rest)) = Action::of(engine, words) else {
        return;
    };
    for word in words {
        out.is_read(word);
    }
    let arguments = Arguments::of(action, rest);
    let name = match action {
        Action::Exec | Action::Compose | Action::Pod | Action::Update => arguments
            .name
            .clone()
            .or_else(|| arguments.positional.and_then(Text::known)),
        Action::Create | Action::Run | Action::Service => arguments.name.clone(),
    };
    let names = Names {
        service: name.clone(),
        container: name.filter(|_| action != Action::Service && action != Action::Update),
        project: None,
    };
    let cannot_know = |text: &Text, why: &str, out: &mut Output<'_>| {
        let mut remark: Remark = out.remark(&text.span, why);
        remark.names = names.clone();
        remark.variable = text.unknown().and_then(|unknown| unknown.name.clone());
        out.found.cannot_know(remark);
    };
    for options in &arguments.unknown {
        let why = options.unknown().map(|unknown| unknown.sentence());
        let why = format!("options that are not known: {}", why.unwrap_or_default());
        cannot_know(options, &why, out);
    }
    if let Some(all) = &arguments.publish_all {
        let why =
            "every port that the image exposes, each on one of the host that the engine picks";
        cannot_know(all, why, out);
    }
    if let Some(text) = &arguments.no_option {
        let why = "one argument with blanks in it: the engine does not divide it into options";
        out.found.refused(out.remark(&text.span, why));
    }
    let published = Published {
        engine,
        action,
        doubt,
        names: &names,
    };
    match arguments
        .network
        .as_ref()
        .map(|network| (network, network.lossy()))
    {
        Some((network, mode)) if mode == "host" => {
            let why = "the network is the host's: what listens there is decided in the container, and `-p` is without effect";
            cannot_know(network, why, out);
        }
        Some((network, mode)) if mode == "none" && !arguments.publish.is_empty() => {
            cannot_know(network, "without a network no port is published", out);
        }
        Some((_, mode)) if mode.starts_with("container:") => {
            let why = "its network is that of another container, to which the port belongs: publishing one is refused";
            for entry in &arguments.publish {
                let mut remark = out.remark(&entry.span, why);
                remark.names = names.clone();
                out.found.refused(remark);
            }
        }
        _ => {
            for entry in &arguments.publish {
                published.read(entry, out);
            }
        }
    }
    inside::read(&arguments, &names, out);
}
