//! The formats: a row for each.

use super::options::Choice::{self, Configured, Endpoints, Inside};
use super::options::Options;
use super::region::{Comment, Regions};
use super::written::Written;
use super::{csharp, env, json, markdown, powershell, prometheus, python, typescript};
use deeplens_ports::Map;
use std::fmt;

/// How the file of a format comes about; the error of what makes it says what is refused.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// All of it is made.
    Whole(fn(Map, &Options) -> Result<Written, String>),
    /// It is its owner's, but for what stands between markers.
    Regions(Regions),
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident $name:literal [$($choice:ident),*] $form:expr,)*) => {
        /// What a file is written in; prints as the command spells it.
        ///
        /// ```
        /// use deeplens_ports_cli::export::Format;
        ///
        /// assert_eq!(Format::Env.to_string(), "env");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Format {
            $($(#[$doc])* $variant,)*
        }

        impl Format {
            /// Every format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// How the command spells it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            pub(super) fn form(self) -> Form {
                match self {
                    $(Self::$variant => $form,)*
                }
            }

            pub(super) fn takes(self, choice: Choice) -> bool {
                let choices: &[Choice] = match self {
                    $(Self::$variant => &[$($choice),*],)*
                };
                choices.contains(&choice)
            }
        }
    };
}

formats! {
    /// Constants of C#.
    Csharp "csharp" [] Form::Whole(|map, _| Ok(csharp::text(map))),
    /// Variables for Compose and for `resolve()`, between markers of an `.env`.
    Env "env" [Configured, Inside] Form::Regions(Regions {
        comment: Comment::Hash,
        names: || vec![env::REGION],
        text: |map, options, _| env::text(map, options),
        page: |_| env::PAGE.to_owned(),
        remarks: env::remarks,
    }),
    /// All of the map.
    Json "json" [] Form::Whole(|map, _| json::text(map)),
    /// A page for people, of which some regions are made.
    Markdown "markdown" [] Form::Regions(Regions {
        comment: Comment::Html,
        names: markdown::names,
        text: |map, _, name| markdown::text(map, name),
        page: markdown::page,
        remarks: |_| Vec::new(),
    }),
    /// A data file of PowerShell.
    Powershell "powershell" [] Form::Whole(|map, _| Ok(powershell::text(map))),
    /// Targets for `file_sd` of Prometheus.
    Prometheus "prometheus" [Endpoints, Inside] Form::Whole(prometheus::text),
    /// Constants of Python.
    Python "python" [] Form::Whole(|map, _| Ok(python::text(map))),
    /// Constants of TypeScript.
    Typescript "typescript" [] Form::Whole(|map, _| Ok(typescript::text(map))),
}

impl Format {
    /// The one that the command spells so.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|format| format.as_str() == name).copied()
    }

    /// Whether its files are pages of Markdown, which are their owners' but for some regions.
    #[must_use]
    pub fn is_markdown(self) -> bool {
        matches!(self.form(), Form::Regions(regions) if regions.comment == Comment::Html)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
