//! The list of rules.

use std::fmt;

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident $name:literal $level:ident,)*) => {
        /// What the files of a repository must keep; prints as comments and `deeplens-ports.toml` spell it.
        ///
        /// ```
        /// use deeplens_ports_cli::Rule;
        ///
        /// assert_eq!(Rule::WrongPort.to_string(), "wrong-port");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// Every rule and note.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name of the rule.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Whether it is a disagreement or something to know.
            #[must_use]
            pub const fn level(self) -> Level {
                match self {
                    $(Self::$variant => Level::$level,)*
                }
            }
        }
    };
}

rules! {
    /// Two services that run together open one port of the host.
    DuplicateBinding "duplicate-binding" Error,
    /// A port of the host is opened that the map does not have.
    UnlistedPort "unlisted-port" Error,
    /// A place of an endpoint has another number.
    WrongPort "wrong-port" Error,
    /// A service has the number of another one's endpoint.
    WrongOwner "wrong-owner" Error,
    /// The port inside of the container differs from the map's.
    WrongContainerPort "wrong-container-port" Error,
    /// The host's port with the container's name, or the reverse.
    WrongSide "wrong-side" Error,
    /// Something is reached that neither the map nor the files open.
    UnlistedTarget "unlisted-target" Error,
    /// A bare host name that no container has.
    UnknownHost "unknown-host" Error,
    /// The default of a variable is not what a file sets it to.
    DefaultDiffers "default-differs" Error,
    /// `configured-in` names a file or a key that is not there.
    MissingPlace "missing-place" Error,
    /// Compose 2 and another reader disagree about a text.
    ReadDifferently "read-differently" Error,
    /// The engine does not take it.
    Refused "refused" Error,
    /// It silences nothing.
    UnneededIgnore "unneeded-ignore" Error,
    /// A port must be there, and is not known.
    CannotKnow "cannot-know" Note,
    /// A variable of a container of which nobody knows what it does.
    UnlinkedSetting "unlinked-setting" Note,
    /// A variable that no file sets, without a default.
    UnsetVariable "unset-variable" Note,
    /// No file opens a port of the map.
    NotOpened "not-opened" Note,
    /// A Rust file has the number in a literal.
    UseConstant "use-constant" Note,
}

impl Rule {
    pub(crate) fn of(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|rule| rule.as_str() == name).copied()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How much something matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The files disagree with the map.
    Error,
    /// Something to know.
    Note,
}

impl Level {
    /// `error` or `note`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Note => "note",
        }
    }
}
