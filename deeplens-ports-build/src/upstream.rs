//! Where the maps come from that a map stands beside.

use crate::layers::{self, Handed, NotFound};
use crate::reader::Text;
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::Source;
use crate::{parse, raw};

/// A map that others name in `[map] beside`, for [`read_together`](crate::read_together).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upstream<'a> {
    /// The name in `beside`, such as `deeplens-ports`.
    pub name: &'a str,
    /// What a report calls its file.
    pub file: &'a str,
    /// What is in the file.
    pub text: &'a str,
}

/// Where to look for the maps that a map names.
pub(crate) enum Origin<'a> {
    Nowhere,
    /// Given by name. A map whose own name is among the second is there already.
    Given(&'a [Upstream<'a>], &'a [String]),
    /// The dependencies of a build script; what was found is added.
    Dependencies(&'a mut Vec<Handed>),
}

/// Finds the maps with the names, each once, and adds them to the report's.
pub(crate) fn find(names: &[Text<'_>], origin: &mut Origin<'_>, report: &mut Report) {
    for name in names {
        match found(name.value, origin) {
            Ok(sources) => {
                for source in sources {
                    let known = &mut report.upstreams;
                    if !known
                        .iter()
                        .any(|it| it.name == source.name && it.text == source.text)
                    {
                        known.push(source);
                    }
                }
            }
            Err(problem) => {
                let title = format!("unknown upstream map {}", quoted(name.value));
                report.push(
                    Diagnostic::new(Rule::UnknownName, &name.span, title)
                        .label(problem.what)
                        .help(problem.help),
                );
            }
        }
    }
}

fn found(name: &str, origin: &mut Origin<'_>) -> Result<Vec<Source>, NotFound> {
    match origin {
        Origin::Nowhere => Err(NotFound {
            what: "only a build script can look it up",
            help: "compile a map that has `beside` with `compile`".to_owned(),
        }),
        Origin::Given(given, known) => {
            let mut sources = Vec::new();
            let mut is_given = false;
            for upstream in *given {
                if upstream.name == name {
                    is_given = true;
                    let source = Source::new(upstream.file, upstream.text);
                    if name_of(&source).is_none_or(|name| !known.contains(&name)) {
                        sources.push(source);
                    }
                }
            }
            if !is_given {
                return Err(NotFound {
                    what: "no map of this name was given",
                    help: "give it together with this one".to_owned(),
                });
            }
            Ok(sources)
        }
        Origin::Dependencies(seen) => {
            let handed = layers::handed_on(name)?;
            let mut sources = Vec::new();
            for handed in &handed {
                sources.push(layers::source(handed)?);
                seen.push(handed.clone());
            }
            Ok(sources)
        }
    }
}

/// What a map calls itself.
fn name_of(source: &Source) -> Option<String> {
    let mut ignored = Report::new(source.clone(), &[]);
    let tree = parse::parse(source, &mut ignored);
    let name = raw::read(&tree, &mut ignored).map.ok()?.name.ok()?;
    Some(name.value.to_owned())
}
