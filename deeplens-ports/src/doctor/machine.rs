//! What this machine and this user are, as far as it decides what can be seen.

/// What can be seen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Machine {
    pub(super) system: System,
    /// Whether this user may look into every process.
    pub(super) sees_all: bool,
}

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

impl Machine {
    pub(super) fn this() -> Self {
        Self {
            system: if cfg!(windows) {
                System::Windows
            } else if !cfg!(target_os = "linux") {
                System::Other
            } else if is_wsl() {
                System::Wsl
            } else {
                System::Linux
            },
            sees_all: sees_all(),
        }
    }
}

/// The kernel that Microsoft builds says so.
fn is_wsl() -> bool {
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease");
    release.is_ok_and(|release| release.to_ascii_lowercase().contains("microsoft"))
}

/// Whether this process has the capability `CAP_SYS_PTRACE`, number 19, which `/proc/PID/fd` of others needs.
fn sees_all() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let effective = status.lines().find_map(|line| line.strip_prefix("CapEff:"));
    let effective = effective.and_then(|digits| u64::from_str_radix(digits.trim(), 16).ok());
    effective.is_some_and(|bits| bits & (1 << 19) != 0)
}
