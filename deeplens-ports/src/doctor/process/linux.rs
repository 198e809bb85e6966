//! What `/proc/PID` shows of a process.

use super::facts::{Parent, Process};
use super::supervisor::{ancestor, unit, Supervisor};
pub(in crate::doctor) use super::users::name as user;
use super::{cgroup, secrets};
use procfs::process::{self, Stat};
use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::string::String;
use std::time::{Duration, SystemTime};
use std::vec::Vec;

/// All that is known of a process; a fact that this user may not see is left out.
pub(in crate::doctor) fn describe(of: &process::Process) -> Process {
    let mut process = named(of);
    let stat = of.stat().ok();
    let groups = groups(of.pid());
    process.folder = of.cwd().ok();
    process.user = of.uid().ok().map(user);
    process.since = stat.as_ref().and_then(since);
    process.is_suspended = stat.as_ref().is_some_and(|stat| stat.state == 'T');
    process.container = cgroup::container(&groups).filter(|id| *id != own_container());
    let ancestors = stat.as_ref().map(ancestors).unwrap_or_default();
    process.parent = ancestors.first().map(|parent| Parent {
        pid: parent.pid,
        name: parent.name().into(),
    });
    process.supervisor = supervisor(of, stat.as_ref(), &groups, &ancestors);
    process
}

/// A process by its names alone.
fn named(of: &process::Process) -> Process {
    Process {
        pid: of.pid().unsigned_abs(),
        name: of.stat().map(|stat| stat.comm).unwrap_or_default(),
        path: of.exe().ok().map(whole),
        command_line: secrets::mask(of.cmdline().unwrap_or_default()),
        ..Process::default()
    }
}

/// The path of a program that was replaced since it was started, as by a build, is marked.
fn whole(path: PathBuf) -> PathBuf {
    match path
        .to_str()
        .and_then(|text| text.strip_suffix(" (deleted)"))
    {
        Some(text) => Path::new(text).into(),
        None => path,
    }
}

fn groups(pid: i32) -> String {
    let path = Path::new("/proc").join(std::format!("{pid}/cgroup"));
    fs::read_to_string(path).unwrap_or_default()
}

/// What runs in the same container as this program is not in another.
fn own_container() -> String {
    let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    cgroup::container(&own).unwrap_or_default()
}

fn since(stat: &Stat) -> Option<SystemTime> {
    let start = Duration::from_secs(procfs::boot_time_secs().ok()?);
    let ticks = stat.starttime / procfs::ticks_per_second().max(1);
    SystemTime::UNIX_EPOCH.checked_add(start + Duration::from_secs(ticks))
}

/// Its parent and those before it, but for the first process of all.
fn ancestors(stat: &Stat) -> Vec<Process> {
    // Deeper than processes are started.
    const MOST: usize = 16;
    let mut ancestors = Vec::new();
    let mut next = stat.ppid;
    while next > 0 && ancestors.len() < MOST {
        let Ok(parent) = process::Process::new(next) else {
            break;
        };
        ancestors.push(named(&parent));
        next = match parent.stat() {
            Ok(stat) if next > 1 => stat.ppid,
            _ => 0,
        };
    }
    ancestors
}

/// The nearest supervisor among its ancestors, else its unit of systemd, unless it has a terminal: then a person has
/// started it from there.
fn supervisor(
    of: &process::Process,
    stat: Option<&Stat>,
    groups: &str,
    ancestors: &[Process],
) -> Option<Supervisor> {
    let variables: HashMap<OsString, OsString> = of.environ().unwrap_or_default();
    let variable = |name: &str| {
        let value = variables.get(&OsString::from(name))?;
        Some(value.to_string_lossy().into_owned())
    };
    let mut ancestors = ancestors.iter();
    if let Some(found) = ancestors.find_map(|it| ancestor::supervisor(it, variable)) {
        return Some(found);
    }
    let has_terminal = stat.is_some_and(|stat| stat.tty_nr != 0);
    unit::supervisor(groups).filter(|_| !has_terminal)
}
