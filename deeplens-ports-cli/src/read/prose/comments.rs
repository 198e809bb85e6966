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
    let mut finder = Finder {
        text,
        marks,
        is_first: firsts(marks),
        line_end: 0,
        unclosed: Vec::new(),
    };
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(next) = finder.next(at) {
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

fn firsts(marks: &Marks) -> [bool; 256] {
    let blocks = marks.block.iter().map(|(mark, _)| mark);
    let firsts = marks
        .line
        .iter()
        .chain(blocks)
        .filter_map(|mark| mark.bytes().next());
    let mut is_first = [false; 256];
    for byte in firsts.chain(marks.quotes.bytes()) {
        is_first[usize::from(byte)] = true;
    }
    is_first
}

enum Next {
    Comment(Range<usize>),
    /// Something else ends here.
    Other(usize),
}

struct Finder<'a> {
    text: &'a str,
    marks: &'static Marks,
    /// Whether a byte starts a mark or a quote.
    is_first: [bool; 256],
    /// The end of the line that it is in.
    line_end: usize,
    /// The quotes that are not closed on this line: here they are something else.
    unclosed: Vec<u8>,
}

impl Finder<'_> {
    /// The next comment or quoted text from a place on.
    fn next(&mut self, at: usize) -> Option<Next> {
        let bytes = &self.text.as_bytes()[at..];
        let start = at
            + bytes
                .iter()
                .position(|byte| self.is_first[usize::from(*byte)])?;
        let rest = &self.text[start..];
        for (open, close) in self.marks.block {
            if let Some(inside) = rest.strip_prefix(open) {
                let end = inside
                    .find(close)
                    .map_or(inside.len(), |end| end + close.len());
                return Some(Next::Comment(start..start + open.len() + end));
            }
        }
        if start >= self.line_end {
            self.line_end = start + rest.find('\n').map_or(rest.len(), |end| end + 1);
            self.unclosed.clear();
        }
        let before = self.text[..start].chars().next_back();
        for mark in self.marks.line {
            // In a URL, and within a word, it is none.
            let is_comment = match *mark {
                "//" => before != Some(':'),
                _ => before.is_none_or(char::is_whitespace),
            };
            if rest.starts_with(mark) && is_comment {
                return Some(Next::Comment(start..self.line_end));
            }
        }
        Some(Next::Other(start + self.quoted(start)))
    }

    /// How long a quoted text is that ends on its line, or the single letter that starts none.
    fn quoted(&mut self, start: usize) -> usize {
        let line = &self.text.as_bytes()[start..self.line_end];
        let quote = line[0];
        if !self.marks.quotes.as_bytes().contains(&quote) || self.unclosed.contains(&quote) {
            return 1;
        }
        let mut bytes = line.iter().enumerate().skip(1);
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'\\' => drop(bytes.next()),
                byte if *byte == quote => return at + 1,
                _ => {}
            }
        }
        self.unclosed.push(quote);
        1
    }
}
