//! The list of rules.

use std::fmt;

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident $name:literal $class:ident,)*) => {
        /// A rule that a map must keep; each has a diagnostic of its own.
        ///
        /// Prints as `ports.toml` spells it in `allow`.
        ///
        /// ```
        /// use deeplens_ports_build::Rule;
        ///
        /// assert_eq!(Rule::DuplicatePort.to_string(), "duplicate-port");
        /// assert!(Rule::NodePort.is_policy());
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// Every rule, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name of the rule.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Whether an `allow` can lift it.
            #[must_use]
            pub const fn is_policy(self) -> bool {
                match self {
                    $(Self::$variant => rules!(@$class),)*
                }
            }
        }
    };
    (@always) => { false };
    (@policy) => { true };
}

rules! {
    /// What TOML refuses.
    Syntax "syntax" always,
    /// A key that the format does not have.
    UnknownKey "unknown-key" always,
    /// A required key that is not there.
    MissingKey "missing-key" always,
    /// A value of another type than the key takes.
    WrongType "wrong-type" always,
    /// A name of a service, endpoint or group with other characters than the format allows.
    InvalidName "invalid-name" always,
    /// Two names that become one constant, or a name that the module uses itself.
    NameCollision "name-collision" always,
    /// Keys that do not go together.
    ConflictingKeys "conflicting-keys" always,
    /// A group, protocol, endpoint, upstream map or rule that does not exist.
    UnknownName "unknown-name" always,
    /// A text that cannot be what its key says.
    InvalidValue "invalid-value" always,
    /// A number that cannot be a port, or a range without one.
    InvalidPort "invalid-port" always,
    /// Two endpoints with one host, transport and port.
    DuplicatePort "duplicate-port" always,
    /// Two endpoints of one container with one container port and transport.
    DuplicateContainerPort "duplicate-container-port" policy,
    /// A port outside of the map's `[policy] range`.
    OutsidePolicy "outside-policy" policy,
    /// An http or https endpoint on a port that browsers refuse.
    BrowserBlocked "browser-blocked" policy,
    /// A port that Linux may give to an outgoing connection.
    EphemeralPort "ephemeral-port" policy,
    /// A port that Kubernetes may give to a node port.
    NodePort "node-port" policy,
    /// A port that the map reserves.
    ReservedPort "reserved-port" policy,
    /// An alternative that is no way out.
    TakenAlternative "taken-alternative" always,
    /// An `allow` that allows nothing.
    UnneededAllow "unneeded-allow" always,
    /// Control or bidirectional characters in a text.
    UnsafeText "unsafe-text" always,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
