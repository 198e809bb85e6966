//! What an interpreter runs: its script, its module, its archive; never any other word of its command line.

use std::string::String;

/// How the command line of an interpreter is read.
struct Interpreter {
    /// Its names, without a version.
    names: &'static [&'static str],
    /// Options that the next word belongs to.
    with_value: &'static [&'static str],
    /// Options that the program is the next word of.
    program: &'static [&'static str],
    /// Options that code follows, in place of a program.
    code: &'static [&'static str],
    /// Words that may stand before the program.
    commands: &'static [&'static str],
}

const INTERPRETERS: [Interpreter; 8] = [
    Interpreter {
        names: &["python", "pythonw", "pypy"],
        with_value: &["-W", "-X", "--check-hash-based-pycs"],
        program: &["-m"],
        code: &["-c"],
        commands: &[],
    },
    Interpreter {
        names: &["node", "nodejs", "bun", "deno"],
        with_value: &[
            "-C",
            "-r",
            "--conditions",
            "--experimental-loader",
            "--import",
            "--loader",
            "--require",
        ],
        program: &[],
        code: &["-e", "--eval", "-p", "--print"],
        commands: &["run"],
    },
    Interpreter {
        names: &["dotnet"],
        with_value: &[
            "--additionalprobingpath",
            "--depsfile",
            "--fx-version",
            "--roll-forward",
            "--runtimeconfig",
        ],
        program: &[],
        code: &[],
        commands: &["exec"],
    },
    Interpreter {
        names: &["java", "javaw"],
        with_value: &[
            "-cp",
            "-classpath",
            "-p",
            "--add-exports",
            "--add-modules",
            "--add-opens",
            "--add-reads",
            "--class-path",
            "--module-path",
        ],
        program: &["-jar", "-m", "--module"],
        code: &[],
        commands: &[],
    },
    Interpreter {
        names: &["ruby", "perl"],
        with_value: &["-I", "-r"],
        program: &[],
        code: &["-e"],
        commands: &[],
    },
    Interpreter {
        names: &["php"],
        with_value: &["-c", "-d", "-S", "-t", "-z"],
        program: &["-f"],
        code: &["-r"],
        commands: &[],
    },
    Interpreter {
        names: &["bash", "dash", "fish", "ksh", "sh", "zsh"],
        with_value: &["-o", "-O"],
        program: &[],
        code: &["-c"],
        commands: &[],
    },
    Interpreter {
        names: &["powershell", "pwsh"],
        with_value: &["-ExecutionPolicy"],
        program: &["-File"],
        code: &["-c", "-Command"],
        commands: &[],
    },
];

/// What names do without.
const ENDINGS: [&str; 12] = [
    ".cjs", ".dll", ".jar", ".js", ".mjs", ".php", ".pl", ".ps1", ".py", ".rb", ".sh", ".ts",
];

/// The program of an interpreter: a path, a module or a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Script<'a> {
    program: &'a str,
}

impl<'a> Script<'a> {
    /// `uvicorn`; `vite.js` and `vite`; `org.apache.kafka.Kafka`.
    pub(super) fn names(self) -> impl Iterator<Item = &'a str> {
        let name = base(self.program);
        let bare = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
        [Some(name), bare].into_iter().flatten()
    }
}

/// The program in the words behind the interpreter's, which goes by the names.
pub(super) fn of<'a>(names: &[&str], words: &'a [String]) -> Option<Script<'a>> {
    let interpreter = names.iter().find_map(|name| interpreter(name))?;
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        if interpreter.program.contains(&word) {
            return words.next().map(|program| Script { program });
        }
        if interpreter.code.contains(&word) {
            return None;
        }
        if interpreter.with_value.contains(&word) {
            words.next();
        } else if !word.starts_with(['-', '@']) && !interpreter.commands.contains(&word) {
            return Some(Script { program: word });
        }
    }
    None
}

/// The last part of a path.
pub(super) fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Whether a name is that of an interpreter, with or without a version.
pub(super) fn is_interpreter(name: &str) -> bool {
    interpreter(name).is_some()
}

fn interpreter(name: &str) -> Option<&'static Interpreter> {
    let lower = name.to_ascii_lowercase();
    let (stem, _) = split(lower.strip_suffix(".exe").unwrap_or(&lower));
    INTERPRETERS.iter().find(|it| it.names.contains(&stem))
}

/// Whether `own` is the interpreter that is asked for, in a version: `python3.11` is `python` and `python3`.
pub(super) fn is_version_of(own: &str, asked: &str) -> bool {
    let ((stem, version), (asked, wanted)) = (split(own), split(asked));
    let rest = version.strip_prefix(wanted);
    let is_part = rest.is_some_and(|rest| wanted.is_empty() || rest.starts_with('.'));
    is_part && stem.eq_ignore_ascii_case(asked) && is_interpreter(stem)
}

/// The name and the version behind it.
fn split(name: &str) -> (&str, &str) {
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    name.split_at(stem.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::ToOwned;
    use std::vec::Vec;

    fn script(line: &str) -> Option<String> {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        of(&[&words[0]], &words[1..]).map(|it| it.program.to_owned())
    }

    #[test]
    fn the_program_is_found_behind_the_options() {
        for (line, expected) in [
            ("python3.11 -u -X dev -m http.server 8000", "http.server"),
            ("python3 /v/bin/uvicorn main:app --port 1", "/v/bin/uvicorn"),
            ("pypy3 app.py -m other", "app.py"),
            (
                "node --inspect=1 -r dotenv/config dist/index.js",
                "dist/index.js",
            ),
            ("deno run -A main.ts", "main.ts"),
            (
                "dotnet exec --roll-forward Major /srv/Api.dll --urls x",
                "/srv/Api.dll",
            ),
            (
                "java -Xmx1g -cp /opt/*:x kafka.Kafka server.properties",
                "kafka.Kafka",
            ),
            ("java -jar /opt/app.jar", "/opt/app.jar"),
            ("php -S localhost:8000 -t public router.php", "router.php"),
            ("bash ./run.sh", "./run.sh"),
            ("pwsh -File start.ps1", "start.ps1"),
        ] {
            assert_eq!(script(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn code_and_other_programs_have_no_script() {
        for line in [
            "python3 -c import_x uvicorn",
            "python3 -m",
            "node -e server",
            "node",
            "sh -c uvicorn",
            "redis-server redis.conf",
        ] {
            assert_eq!(script(line), None, "{line}");
        }
    }

    #[test]
    fn a_script_goes_by_its_name_with_and_without_its_ending() {
        let names = |program| Script { program }.names().collect::<Vec<_>>();
        assert_eq!(names("/x/vite.js"), ["vite.js", "vite"]);
        assert_eq!(names("uvicorn"), ["uvicorn"]);
        let dll = ["DeepLens.SearchApi.dll", "DeepLens.SearchApi"];
        assert_eq!(names(r"C:\x\DeepLens.SearchApi.dll"), dll);
        assert_eq!(names("kafka.Kafka"), ["kafka.Kafka"]);
    }
}
