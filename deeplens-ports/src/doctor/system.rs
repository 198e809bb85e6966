//! What this machine is, as far as it decides what can be seen.

/// A system, by what it hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Linux,
    /// Anything else but Windows.
    Other,
    Windows,
    /// Linux under Windows, whose ports it can share.
    Wsl,
}

impl System {
    pub(super) fn this() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if !cfg!(target_os = "linux") {
            Self::Other
        } else if is_wsl() {
            Self::Wsl
        } else {
            Self::Linux
        }
    }
}

/// The kernel that Microsoft builds says so.
fn is_wsl() -> bool {
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease");
    release.is_ok_and(|release| release.to_ascii_lowercase().contains("microsoft"))
}
