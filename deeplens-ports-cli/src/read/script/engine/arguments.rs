//! The options and arguments of an engine's command.

use super::flags;
use super::kind::Engine;
use crate::read::script::text::Text;
use crate::read::script::word::Why;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// `compose run`
    Compose,
    Create,
    Exec,
    /// `pod create`
    Pod,
    Run,
    /// `service create`
    Service,
    /// `service update`
    Update,
}

impl Action {
    /// The command among the words behind the engine's name, and what follows it.
    pub(super) fn of(engine: Engine, words: &[Text]) -> Option<(Self, &[Text])> {
        let (name, rest) = command(words)?;
        let next = || command_of(rest);
        let action = match (engine, name.as_str()) {
            (Engine::DockerCompose, "run") => (Self::Compose, rest),
            (Engine::DockerCompose, "exec") => (Self::Exec, rest),
            (Engine::DockerCompose, _) => return None,
            (_, "run") => (Self::Run, rest),
            (_, "create") => (Self::Create, rest),
            (_, "exec") => (Self::Exec, rest),
            (_, "container") => match next()? {
                ("run", rest) => (Self::Run, rest),
                ("create", rest) => (Self::Create, rest),
                ("exec", rest) => (Self::Exec, rest),
                _ => return None,
            },
            (_, "compose") => match command(rest)? {
                (name, rest) if name == "run" => (Self::Compose, rest),
                (name, rest) if name == "exec" => (Self::Exec, rest),
                _ => return None,
            },
            (Engine::Podman, "pod") => match next()? {
                ("create", rest) => (Self::Pod, rest),
                _ => return None,
            },
            (Engine::Docker, "service") => match next()? {
                ("create", rest) => (Self::Service, rest),
                ("update", rest) => (Self::Update, rest),
                _ => return None,
            },
            _ => return None,
        };
        Some(action)
    }

    /// Whether options may stand behind the first argument.
    const fn is_mixed(self) -> bool {
        matches!(self, Self::Pod | Self::Update)
    }
}

/// The first word that is no option, behind those of the engine.
fn command(words: &[Text]) -> Option<(String, &[Text])> {
    let mut at = 0;
    loop {
        let word = words.get(at)?;
        at += 1;
        if word.is_any_number {
            continue;
        }
        let text = word.known()?;
        let has_value = match text.strip_prefix("--") {
            Some(name) => !name.contains('=') && !flags::is_alone_before(name),
            None if text.len() == 2 && text.starts_with('-') => {
                !text.ends_with(flags::is_short_alone_before)
            }
            None if text.starts_with('-') => false,
            None => return Some((text, &words[at..])),
        };
        at += usize::from(has_value);
    }
}

/// Whether an option before the command names an engine on another machine.
pub(super) fn is_elsewhere(words: &[Text]) -> bool {
    const COMMANDS: [&str; 7] = [
        "compose",
        "container",
        "create",
        "exec",
        "pod",
        "run",
        "service",
    ];
    let words = words.iter().map(Text::lossy);
    let mut own = words.take_while(|word| !COMMANDS.contains(&word.as_str()));
    own.any(|word| {
        let host = ["ssh://", "tcp://"]
            .iter()
            .find_map(|scheme| word.split_once(scheme));
        let is_here = |host: &str| {
            ["localhost", "127.", "[::1]"]
                .iter()
                .any(|start| host.starts_with(start))
        };
        host.is_some_and(|(_, host)| !is_here(host))
    })
}

fn command_of(words: &[Text]) -> Option<(&'static str, &[Text])> {
    let (first, rest) = words.split_first()?;
    let known = first.known()?;
    let name = ["create", "exec", "run", "update"]
        .into_iter()
        .find(|name| *name == known)?;
    Some((name, rest))
}

/// What stands behind the command.
#[derive(Debug, Default)]
pub(super) struct Arguments<'a> {
    pub(super) name: Option<String>,
    pub(super) network: Option<Text>,
    pub(super) publish: Vec<Text>,
    pub(super) publish_all: Option<Text>,
    pub(super) expose: Vec<Text>,
    pub(super) env: Vec<Text>,
    pub(super) health: Vec<Text>,
    /// Options that a variable has, of which nobody knows the value.
    pub(super) unknown: Vec<Text>,
    /// Options that stand in one word, which no engine takes.
    pub(super) no_option: Option<Text>,
    /// The image, the container or the service.
    pub(super) positional: Option<&'a Text>,
    /// What stands behind it.
    pub(super) rest: &'a [Text],
}

impl<'a> Arguments<'a> {
    pub(super) fn of(action: Action, words: &'a [Text]) -> Self {
        let mut arguments = Self::default();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            at += 1;
            let start = word.start();
            let next = words.get(at);
            if let Some(long) = start.strip_prefix("--").filter(|name| !name.is_empty()) {
                at += arguments.long(long, word, next);
            } else if start == "--" {
                arguments.positional = words.get(at);
                arguments.rest = words.get(at + 1..).unwrap_or_default();
                break;
            } else if start.len() > 1 && start.starts_with('-') {
                at += arguments.short(&start, word, next);
            } else if word.is_any_number && is_options(word, next.is_some()) {
                arguments.unknown.push(word.clone());
            } else {
                arguments.positional.get_or_insert(word);
                if !action.is_mixed() {
                    arguments.rest = &words[at..];
                    break;
                }
            }
        }
        arguments
    }

    /// How many of the next words are its value: one or none.
    fn long(&mut self, long: &str, word: &Text, next: Option<&Text>) -> usize {
        if let Some((name, _)) = long.split_once('=') {
            self.option(name, word, word.from(2 + name.len() + 1));
            return 0;
        }
        if flags::is_alone(long) {
            if long == "publish-all" {
                self.publish_all = Some(word.clone());
            }
            return 0;
        }
        // An option that is not known here stands alone where another one follows.
        let is_option = |next: &&Text| {
            let start = next.start();
            let second = start.strip_prefix('-').and_then(|rest| rest.chars().next());
            second.is_some_and(|second| second == '-' || second.is_ascii_alphabetic())
        };
        match next.filter(|next| !is_option(next)) {
            Some(value) => {
                self.option(long, word, value.clone());
                1
            }
            None => 0,
        }
    }

    /// Letters, of which the last may have a value.
    fn short(&mut self, start: &str, word: &Text, next: Option<&Text>) -> usize {
        for (at, letter) in start.char_indices().skip(1) {
            let behind = at + letter.len_utf8();
            if letter.is_whitespace() {
                self.no_option = Some(word.clone());
                return 0;
            }
            if flags::is_short_alone(letter) {
                let value = start[behind..].strip_prefix('=');
                if letter == 'P' && value != Some("false") {
                    self.publish_all = Some(word.clone());
                }
                if value.is_some() {
                    return 0;
                }
                continue;
            }
            let name = match letter {
                'e' => "env",
                'n' => "name",
                'p' => "publish",
                _ => "",
            };
            let is_whole = behind == start.len() && word.unknown().is_none();
            if is_whole {
                if let Some(value) = next {
                    self.option(name, word, value.clone());
                }
                return 1;
            }
            let equals = usize::from(start[behind..].starts_with('='));
            self.option(name, word, word.from(behind + equals));
            return 0;
        }
        0
    }

    fn option(&mut self, name: &str, word: &Text, value: Text) {
        match name {
            "env" => self.env.push(value),
            "expose" => self.expose.push(value),
            "health-cmd" => self.health.push(value),
            "name" => self.name = value.known(),
            "net" | "network" => self.network = Some(value),
            "pod" => {
                // It is made with the container, and has its ports.
                let name = value.known();
                let name = name.as_deref().and_then(|name| name.strip_prefix("new:"));
                self.name = self.name.take().or_else(|| name.map(str::to_owned));
            }
            "publish" | "publish-add" => self.publish.push(value),
            "publish-all" if value.lossy() != "false" => self.publish_all = Some(word.clone()),
            _ => {}
        }
    }
}

/// Whether a variable without a known value has options rather than the image.
fn is_options(word: &Text, is_followed: bool) -> bool {
    let Some(unknown) = word.unknown() else {
        return false;
    };
    let name = unknown
        .name
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_image = ["image", "img", "repo", "tag"]
        .iter()
        .any(|part| name.contains(part));
    is_followed && !is_image && unknown.why != Why::Built
}
