//! The names that a process goes by.

use super::facts::Process;
use super::script::{self, base};
use std::path::Path;
use std::string::String;
use std::vec::Vec;

/// By what a process is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::doctor) enum Known {
    /// Its own name.
    Name,
    /// The script or module that it runs.
    Script,
    /// The name of an interpreter, which runs anything: a weak sign.
    Interpreter,
}

impl Process {
    /// Its name without a path: the one that it was started by, where the system shows it; else what the system calls
    /// it, which on Linux is cut after 15 bytes.
    #[must_use]
    pub fn name(&self) -> &str {
        shown(self)
    }

    /// Whether it goes by this name, be that its own, its executable's, the one in its command line, or that of its
    /// script; case and a final `.exe` do not matter.
    pub(in crate::doctor) fn known_as(&self, name: &str) -> Option<Known> {
        if self.is_called(name) {
            let is_weak = script::is_interpreter(name);
            return Some(if is_weak {
                Known::Interpreter
            } else {
                Known::Name
            });
        }
        let script = self.script();
        let mut names = script.iter().flat_map(|script| script.names());
        if names.any(|own| is_same(own, name)) {
            return Some(Known::Script);
        }
        let mut own = self.own_names().into_iter();
        own.any(|own| script::is_version_of(own, name))
            .then_some(Known::Interpreter)
    }

    /// The same of its own names alone, not of what it runs.
    pub(in crate::doctor) fn is_called(&self, name: &str) -> bool {
        let own = self.own_names();
        own.iter().any(|own| is_same(own, name)) || (own.len() == 1 && self.is_cut_from(name))
    }

    /// What its interpreter runs, if it is one.
    pub(super) fn script(&self) -> Option<script::Script<'_>> {
        let names = self.own_names();
        script::of(&names, self.command_line.get(1..).unwrap_or_default())
    }

    fn own_names(&self) -> Vec<&str> {
        let file = self.path.as_deref().and_then(Path::file_name);
        // Such as `Code Helper (Plugin)`: a name may have blanks.
        let whole = self.command_line.first().map(|word| base(word));
        let others = [Some(shown(self)), whole, file.and_then(|it| it.to_str())];
        let mut names = Vec::from([base(&self.name)]);
        for name in others.into_iter().flatten() {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Linux keeps the first 15 bytes of a name, which say nothing where the whole is known.
    fn is_cut_from(&self, name: &str) -> bool {
        let is_whole = self.path.is_some() || !self.command_line.is_empty();
        !is_whole && self.name.len() == 15 && name.get(..15) == Some(&self.name)
    }
}

/// The name by which it is shown.
fn shown(process: &Process) -> &str {
    let path = process.path.as_deref().and_then(Path::to_str);
    let command = process.command_line.first();
    let command = command.map(|command| match path {
        // A path can have blanks.
        Some(path) if command.starts_with(path) => base(path),
        _ => of_command(command),
    });
    command
        .filter(|name| !name.is_empty())
        .unwrap_or(&process.name)
}

/// `nginx` of `nginx: master process`, `redis-server` of `/usr/bin/redis-server *:6379`.
fn of_command(command: &str) -> &str {
    let path = command.split_whitespace().next().unwrap_or_default();
    base(path).trim_end_matches(':')
}

fn is_same(a: &str, b: &str) -> bool {
    let bare = |name: &str| -> String {
        let lower = name.to_ascii_lowercase();
        lower.strip_suffix(".exe").map_or(lower.clone(), Into::into)
    };
    bare(a) == bare(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::ToOwned;

    fn process(name: &str, path: Option<&str>, line: &[&str]) -> Process {
        Process {
            pid: 1,
            name: name.into(),
            path: path.map(Into::into),
            command_line: line.iter().map(|word| (*word).to_owned()).collect(),
            ..Process::default()
        }
    }

    #[test]
    fn a_process_goes_by_each_of_its_names() {
        let node = process("MainThread", Some("/opt/x/server"), &["api"]);
        for name in ["MainThread", "server", "api", "API.exe"] {
            assert_eq!(node.known_as(name), Some(Known::Name), "{name}");
        }
        assert_eq!(node.known_as("ap"), None);
        assert_eq!(node.name(), "api");
    }

    #[test]
    fn a_long_name_is_known_by_its_start_only_where_nothing_else_is() {
        let cut = process("DeepLens.Search", None, &[]);
        assert!(cut.is_called("DeepLens.SearchApi"));
        assert!(!cut.is_called("DeepLens.Identity"));
        assert!(!process("DeepLens.Se", None, &[]).is_called("DeepLens.SearchApi"));
        let worker = "/srv/DeepLens.SearchWorker";
        for worker in [
            process("DeepLens.Search", Some(worker), &[]),
            process("DeepLens.Search", None, &[worker]),
            process("DeepLens.Search", Some(worker), &[worker]),
        ] {
            assert!(!worker.is_called("DeepLens.SearchApi"), "{worker:?}");
            assert!(worker.is_called("DeepLens.SearchWorker"));
        }
    }

    #[test]
    fn a_title_in_place_of_a_command_line_is_read_to_its_first_blank() {
        let nginx = process("nginx", None, &["nginx: master process /usr/sbin/nginx"]);
        assert!(nginx.is_called("nginx"));
        assert_eq!(nginx.name(), "nginx");
        let command = "/usr/bin/redis-server 127.0.0.1:6379";
        let redis = process("x", Some("/usr/bin/redis-check-rdb"), &[command]);
        assert!(redis.is_called("redis-server"));
        assert_eq!(redis.name(), "redis-server");
    }

    #[test]
    fn a_name_may_have_blanks() {
        let path = "/opt/My App/server";
        let spaced = process("server", Some(path), &["/opt/My App/server --port 1"]);
        assert_eq!(spaced.name(), "server");
        assert!(spaced.is_called("server") && !spaced.is_called("My"));
        assert!(process("x", None, &["Code Helper (Plugin)"]).is_called("code helper (plugin)"));
    }

    #[test]
    fn windows_names_have_no_case_and_an_ending() {
        let path = r"C:\Windows\wslrelay.exe";
        let relay = process("WSLRelay.exe", Some(path), &[]);
        assert!(relay.is_called("wslrelay"));
        assert!(relay.is_called("wslrelay.exe"));
        assert!(!relay.is_called("wslhost"));
    }

    #[test]
    fn an_interpreter_is_known_by_what_it_runs_and_weakly_by_its_own_name() {
        let line = ["/v/bin/python3", "/v/bin/uvicorn", "main:app"];
        let uvicorn = process("uvicorn-x", Some("/usr/bin/python3.11"), &line);
        assert_eq!(uvicorn.known_as("uvicorn"), Some(Known::Script));
        for name in ["python", "python3", "python3.11"] {
            assert_eq!(uvicorn.known_as(name), Some(Known::Interpreter), "{name}");
        }
        for name in ["python2", "python3.1", "main", "main:app", "pytho"] {
            assert_eq!(uvicorn.known_as(name), None, "{name}");
        }
        // A server of its own name is no interpreter, whatever runs it.
        let titled = process("x", Some("/usr/bin/python3"), &["gunicorn: master [shop]"]);
        assert_eq!(titled.known_as("gunicorn"), Some(Known::Name));
    }
}
