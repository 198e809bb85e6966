//! Comments, by the marks of a language.

use std::ops::Range;

/// How a language writes them.
struct Marks {
    /// Up to the end of the line.
    line: &'static [&'static str],
    /// Where they start and end.
    block: &'static [(&'static str, &'static str)],
    /// Around texts in which no comment starts.
    quotes: &'static str,
}

const C: Marks = Marks {
    line: &["//"],
    block: &[("/*", "*/")],
    quotes: "\"`",
};
const CSS: Marks = Marks { line: &[], ..C };
const HASH: Marks = Marks {
    line: &["#"],
    block: &[],
    quotes: "\"'",
};
const HASH_AND_C: Marks = Marks {
    line: &["#", "//"],
    ..C
};
const INI: Marks = Marks {
    line: &["#", ";"],
    block: &[],
    quotes: "\"",
};
const LISP: Marks = Marks {
    line: &[";"],
    block: &[],
    quotes: "\"",
};
const ML: Marks = Marks {
    line: &["//"],
    block: &[("(*", "*)")],
    quotes: "\"",
};
const DASHES: Marks = Marks {
    line: &["--"],
    block: &[("/*", "*/"), ("--[[", "]]"), ("{-", "-}")],
    quotes: "\"'",
};
const PERCENT: Marks = Marks {
    line: &["%"],
    block: &[],
    quotes: "\"",
};
const PHP: Marks = Marks {
    line: &["#", "//"],
    block: &[("/*", "*/"), ("<!--", "-->")],
    quotes: "\"'",
};
const MARKUP: Marks = Marks {
    line: &[],
    block: &[("<!--", "-->"), ("@*", "*@")],
    quotes: "",
};
/// Of components that hold a script as well.
const COMPONENT: Marks = Marks {
    line: &["//"],
    block: &[("/*", "*/"), ("<!--", "-->")],
    quotes: "\"`",
};

/// The marks of the language that the name of a file tells; none of a text without one.
fn marks(name: &str) -> Option<&'static Marks> {
    let name = name.to_ascii_lowercase();
    let end = name.rsplit_once('.').map_or(name.as_str(), |(_, end)| end);
    Some(match end {
        "c" | "cc" | "cjs" | "cpp" | "cs" | "cts" | "dart" | "go" | "gradle" | "groovy" | "h"
        | "hpp" | "java" | "js" | "json5" | "jsonc" | "jsx" | "kt" | "kts" | "less" | "m"
        | "mjs" | "mts" | "proto" | "rs" | "scala" | "scss" | "swift" | "ts" | "tsx" | "zig" => &C,
        "css" => &CSS,
        "bazel" | "bzl" | "cfg" | "cmake" | "coffee" | "conf" | "cr" | "editorconfig" | "env"
        | "ex" | "exs" | "fish" | "gitattributes" | "gitignore" | "dockerignore" | "gemfile"
        | "jl" | "justfile" | "mk" | "nim" | "nix" | "pl" | "pm" | "procfile" | "properties"
        | "py" | "pyi" | "r" | "rake" | "rakefile" | "rb" | "tcl" | "toml" | "vagrantfile"
        | "yaml" | "yml" | "caddyfile" | "graphql" => &HASH,
        "container" | "desktop" | "ini" | "network" | "pod" | "service" | "socket" | "timer" => {
            &INI
        }
        "hcl" | "tf" | "tfvars" => &HASH_AND_C,
        "clj" | "cljs" | "edn" | "el" | "lisp" | "scm" => &LISP,
        "fs" | "fsi" | "fsx" | "ml" | "mli" => &ML,
        "elm" | "hs" | "lua" | "sql" => &DASHES,
        "erl" | "hrl" | "tex" => &PERCENT,
        "php" => &PHP,
        "astro" | "svelte" | "vue" => &COMPONENT,
        "axaml" | "config" | "cshtml" | "csproj" | "fsproj" | "htm" | "html" | "markdown"
        | "md" | "mdx" | "plist" | "props" | "pubxml" | "razor" | "resx" | "svg" | "targets"
        | "vbproj" | "xaml" | "xhtml" | "xml" | "xsd" => &MARKUP,
        _ => return None,
    })
}

/// Where the comments of a file stand.
pub(super) fn find(name: &str, text: &str) -> Vec<Range<usize>> {
    let Some(marks) = marks(name) else {
        return Vec::new();
    };
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(next) = next(text, at, marks) {
        at = match next {
            Next::Comment(comment) => {
                let end = comment.end;
                comments.push(comment);
                end
            }
            Next::Other(end) => end,
        };
    }
    comments
}

enum Next {
    Comment(Range<usize>),
    /// Something else ends here.
    Other(usize),
}

/// The next comment or quoted text from a place on.
fn next(text: &str, at: usize, marks: &Marks) -> Option<Next> {
    let starts = |byte: u8| {
        let lines = marks.line.iter().any(|mark| mark.as_bytes()[0] == byte);
        let blocks = marks
            .block
            .iter()
            .any(|(mark, _)| mark.as_bytes()[0] == byte);
        lines || blocks || marks.quotes.as_bytes().contains(&byte)
    };
    let start = at
        + text.as_bytes()[at..]
            .iter()
            .position(|byte| starts(*byte))?;
    let rest = &text[start..];
    for (open, close) in marks.block {
        if rest.starts_with(open) {
            let length = rest[open.len()..]
                .find(close)
                .map(|end| open.len() + end + close.len());
            return Some(Next::Comment(start..start + length.unwrap_or(rest.len())));
        }
    }
    let line = rest.find('\n').unwrap_or(rest.len());
    let before = text[..start].chars().next_back();
    for mark in marks.line {
        // In a URL, and within a word, it is none.
        let is_comment = match *mark {
            "//" => before != Some(':'),
            _ => before.is_none_or(char::is_whitespace),
        };
        if rest.starts_with(mark) && is_comment {
            return Some(Next::Comment(start..start + line));
        }
    }
    let quote = rest
        .bytes()
        .next()
        .filter(|first| marks.quotes.as_bytes().contains(first));
    Some(Next::Other(
        start + quote.map_or(1, |quote| quoted(&rest[..line], quote)),
    ))
}

/// How long a quoted text is that ends on its line. Where none does, the quote is something else.
fn quoted(line: &str, quote: u8) -> usize {
    let mut bytes = line.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            byte if byte == quote => return at + 1,
            _ => {}
        }
    }
    1
}
