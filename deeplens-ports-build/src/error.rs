//! Why a map was not compiled.

use crate::map::Map;
use crate::report::Report;
use std::error::Error;
use std::fmt;
use std::io;

/// Why a map was not compiled: the mistakes in it, or a file that cannot be read or written.
///
/// Prints as the whole report, or as one line. `Debug` adds the causes, so that a build script can return it from
/// `main`.
pub struct CompileError {
    kind: Kind,
}

enum Kind {
    Mistakes(Box<Mistakes>),
    File {
        message: String,
        cause: Option<io::Error>,
    },
}

/// The report of a map, and the map as far as it is known all the same.
pub(crate) struct Mistakes {
    pub(crate) report: Report,
    pub(crate) known: Option<Map>,
}

impl From<Report> for Box<Mistakes> {
    fn from(report: Report) -> Self {
        Self::new(Mistakes {
            report,
            known: None,
        })
    }
}

impl CompileError {
    /// The mistakes in the map; `None` where it, or the module, could not be read or written.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        match &self.kind {
            Kind::Mistakes(mistakes) => Some(&mistakes.report),
            Kind::File { .. } => None,
        }
    }

    pub(crate) fn other(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::File {
                message: message.into(),
                cause: None,
            },
        }
    }

    pub(crate) fn caused_by(self, cause: io::Error) -> Self {
        match self.kind {
            Kind::File { message, .. } => Self {
                kind: Kind::File {
                    message,
                    cause: Some(cause),
                },
            },
            kind @ Kind::Mistakes(_) => Self { kind },
        }
    }

    /// What the compiler is to say: a text for each error, without `error: ` before it.
    pub(crate) fn messages(&self) -> Vec<String> {
        match &self.kind {
            Kind::Mistakes(mistakes) => mistakes.report.drawn(),
            Kind::File { message, cause } => vec![match cause {
                Some(cause) => format!("{message}: {cause}"),
                None => message.clone(),
            }],
        }
    }

    /// The map as far as it is known.
    pub(crate) fn known(&self) -> Option<&Map> {
        match &self.kind {
            Kind::Mistakes(mistakes) => mistakes.known.as_ref(),
            Kind::File { .. } => None,
        }
    }
}

impl From<Report> for CompileError {
    fn from(report: Report) -> Self {
        Box::<Mistakes>::from(report).into()
    }
}

impl From<Box<Mistakes>> for CompileError {
    fn from(mistakes: Box<Mistakes>) -> Self {
        Self {
            kind: Kind::Mistakes(mistakes),
        }
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Mistakes(mistakes) => mistakes.report.fmt(f),
            Kind::File { message, .. } => f.write_str(message),
        }
    }
}

impl fmt::Debug for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Mistakes(mistakes) => fmt::Debug::fmt(&mistakes.report, f),
            Kind::File { message, cause } => {
                f.write_str(message)?;
                match cause {
                    Some(cause) => write!(f, "\n\nCaused by:\n    {cause}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl Error for CompileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            Kind::File { cause, .. } => cause.as_ref().map(|cause| cause as _),
            Kind::Mistakes(_) => None,
        }
    }
}
