//! Which options of the engines stand alone: all others have a value behind them.
//!
//! From `docker … --help` of 28.2, and podman's `cmd/podman/common/create.go`, `cmd/podman/pods/create.go`.

/// Of `run`, `create`, `exec`, `pod create` and `service create`.
const LONG: [&str; 43] = [
    "build",
    "detach",
    "disable-content-trust",
    "env-host",
    "help",
    "http-proxy",
    "infra",
    "init",
    "insecure",
    "interactive",
    "latest",
    "no-deps",
    "no-healthcheck",
    "no-hostname",
    "no-hosts",
    "no-resolve-image",
    "no-tty",
    "no-TTY",
    "oom-kill-disable",
    "passwd",
    "privileged",
    "publish-all",
    "quiet",
    "quiet-build",
    "quiet-pull",
    "read-only",
    "read-only-tmpfs",
    "remove-orphans",
    "replace",
    "rm",
    "rmi",
    "rootfs",
    "service-ports",
    "share-parent",
    "sig-proxy",
    "tls-verify",
    "tty",
    "unsetenv-all",
    "use-aliases",
    "use-api-socket",
    "with-registry-auth",
    "force",
    "no-trunc",
];

/// Before the command: of the engine itself, and of `compose`.
const OF_ENGINE: [&str; 12] = [
    "all-resources",
    "compatibility",
    "debug",
    "dry-run",
    "help",
    "noout",
    "remote",
    "syslog",
    "tls",
    "tlsverify",
    "verbose",
    "version",
];

pub(super) fn is_alone(name: &str) -> bool {
    LONG.contains(&name)
}

pub(super) fn is_alone_before(name: &str) -> bool {
    OF_ENGINE.contains(&name)
}

pub(super) fn is_short_alone(letter: char) -> bool {
    matches!(letter, 'P' | 'T' | 'd' | 'i' | 'q' | 't')
}

pub(super) fn is_short_alone_before(letter: char) -> bool {
    matches!(letter, 'D' | 'r' | 'v')
}
