//! The container engines.

/// Whose rules hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// And what takes its options.
    Docker,
    Podman,
    /// A program that is Compose alone.
    DockerCompose,
}

impl Engine {
    /// The engine that a program is, be it named with its folder.
    pub(crate) fn of(program: &str) -> Option<Self> {
        let name = program.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
        let name = name.strip_suffix(".exe").unwrap_or(&name);
        match name {
            "docker" | "nerdctl" => Some(Self::Docker),
            "docker-compose" | "podman-compose" => Some(Self::DockerCompose),
            "podman" | "podman-remote" => Some(Self::Podman),
            _ => None,
        }
    }
}
