//! What programs do with the words behind their name.

/// What a program does, as far as engines are started by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `alias web='docker run …'`
    Alias,
    /// Runs in the containers of a cluster, and forwards their ports.
    Cluster,
    /// The command line of Windows.
    Cmd,
    /// Runs a text once more.
    Eval,
    /// PowerShell's, likewise.
    Expression,
    /// Of which it is not known what it does.
    Other,
    PowerShell,
    /// Prints, searches or asks, and runs nothing.
    Printer,
    /// Runs on another machine.
    Remote,
    Shell,
    /// PowerShell's `Start-Process`.
    Start,
    /// Runs what stands behind its own options.
    Wrapper,
}

const WRAPPERS: [&str; 33] = [
    "call",
    "chroot",
    "chrt",
    "command",
    "dbus-run-session",
    "distrobox-host-exec",
    "doas",
    "env",
    "exec",
    "flatpak-spawn",
    "ionice",
    "loginctl",
    "nice",
    "nohup",
    "nsenter",
    "parallel",
    "retry",
    "runuser",
    "setsid",
    "start",
    "stdbuf",
    "strace",
    "sudo",
    "systemd-run",
    "taskset",
    "time",
    "timeout",
    "unbuffer",
    "unshare",
    "watch",
    "winpty",
    "wsl",
    "xargs",
];

const PRINTERS: [&str; 26] = [
    "cat",
    "command_exists",
    "die",
    "echo",
    "err",
    "error",
    "fail",
    "fatal",
    "fgrep",
    "grep",
    "help",
    "info",
    "log",
    "man",
    "msg",
    "note",
    "print",
    "printf",
    "say",
    "set",
    "tee",
    "test",
    "type",
    "warn",
    "warning",
    "which",
];

const SHELLS: [&str; 9] = [
    "ash", "bash", "busybox", "dash", "fish", "ksh", "sh", "su", "zsh",
];

impl Kind {
    /// The kind of a program, be it named with its folder.
    pub(super) fn of(program: &str) -> Self {
        let name = program
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(program)
            .to_ascii_lowercase();
        let name = name
            .strip_suffix(".exe")
            .unwrap_or(&name)
            .trim_start_matches('@');
        match name {
            "alias" => Self::Alias,
            "cmd" => Self::Cmd,
            "eval" => Self::Eval,
            "kubectl" | "oc" => Self::Cluster,
            "iex" | "invoke-expression" => Self::Expression,
            "powershell" | "pwsh" => Self::PowerShell,
            "plink" | "ssh" => Self::Remote,
            "saps" | "start-process" => Self::Start,
            name if SHELLS.contains(&name) => Self::Shell,
            name if WRAPPERS.contains(&name) => Self::Wrapper,
            name if PRINTERS.contains(&name)
                || name.starts_with('[')
                || name.contains("write-") =>
            {
                Self::Printer
            }
            _ => Self::Other,
        }
    }
}
