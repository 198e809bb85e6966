//! What `ps` of other Unix systems shows of processes. Also compiled and run in Linux's unit tests.

use super::facts::{Parent, Process};
use super::secrets;
use super::supervisor::{ancestor, launchd};
use std::borrow::ToOwned;
use std::process::{Command, Stdio};
use std::string::{String, ToString};
use std::time::{Duration, SystemTime};
use std::vec::Vec;

/// Adds what `ps` knows of the processes; without it they stay as they are.
pub(in crate::doctor) fn add_to(processes: &mut [&mut Process]) {
    let numbers: Vec<u32> = processes.iter().map(|it| it.pid).collect();
    let rows = list(&numbers);
    let parents: Vec<u32> = rows.iter().map(|row| row.parent).collect();
    let parents = list(&parents);
    for process in processes {
        if let Some(row) = rows.iter().find(|row| row.pid == process.pid) {
            add(process, row, parents.iter().find(|it| it.pid == row.parent));
        }
    }
}

struct Row {
    pid: u32,
    parent: u32,
    user: String,
    age: Option<Duration>,
    is_suspended: bool,
    command: String,
}

/// The rows of the processes that there are: what POSIX has of `ps`, and `stat`.
fn list(numbers: &[u32]) -> Vec<Row> {
    if numbers.is_empty() {
        return Vec::new();
    }
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    let columns = ["pid", "ppid", "user", "etime", "stat", "args"];
    let columns = columns
        .iter()
        .flat_map(|name| ["-o".to_owned(), std::format!("{name}=")]);
    let output = Command::new("ps")
        .args(columns)
        .args(["-p".to_owned(), numbers.join(",")])
        .stdin(Stdio::null())
        .output();
    let text = output.map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&text)
        .lines()
        .filter_map(row)
        .collect()
}

/// `  812     1 shop  1-02:03:04 S+   node server.js`.
fn row(line: &str) -> Option<Row> {
    let mut rest = line;
    let mut column = || {
        let (word, behind) = rest.trim_start().split_once(' ')?;
        rest = behind;
        Some(word)
    };
    let pid = column()?.parse().ok()?;
    let parent = column()?.parse().ok()?;
    let user = column()?.to_owned();
    let age = age(column()?);
    let is_suspended = column()?.starts_with('T');
    Some(Row {
        pid,
        parent,
        user,
        age,
        is_suspended,
        command: rest.trim_start().to_owned(),
    })
}

/// `[[days-]hours:]minutes:seconds`.
fn age(text: &str) -> Option<Duration> {
    let (days, time) = text.split_once('-').unwrap_or(("0", text));
    let mut seconds: u64 = 0;
    for part in time.split(':') {
        seconds = seconds * 60 + part.parse::<u64>().ok()?;
    }
    Some(Duration::from_secs(
        days.parse::<u64>().ok()? * 86400 + seconds,
    ))
}

fn add(process: &mut Process, row: &Row, parent: Option<&Row>) {
    let command = without_path(&row.command, process);
    let words = command.split_whitespace().map(ToOwned::to_owned);
    let first = (command.len() < row.command.len())
        .then(|| row.command[..row.command.len() - command.len()].to_owned());
    process.command_line = secrets::mask(first.into_iter().chain(words));
    process.user = Some(row.user.clone());
    process.since = row.age.and_then(|age| SystemTime::now().checked_sub(age));
    process.is_suspended = row.is_suspended;
    process.parent = parent.map(|parent| Parent {
        pid: parent.pid,
        name: named(parent).name().to_owned(),
    });
    process.supervisor = match parent {
        // It takes over what nobody else has started, too.
        Some(parent) if parent.pid == 1 => Some(launchd::supervisor(process)),
        Some(parent) => ancestor::supervisor(&named(parent), |_| None),
        None => None,
    };
}

/// The words behind the path of the program, which may have blanks.
fn without_path<'a>(command: &'a str, process: &Process) -> &'a str {
    let path = process.path.as_deref().and_then(|path| path.to_str());
    path.and_then(|path| command.strip_prefix(path))
        .unwrap_or(command)
}

fn named(row: &Row) -> Process {
    Process {
        pid: row.pid,
        command_line: row
            .command
            .split_whitespace()
            .map(ToOwned::to_owned)
            .collect(),
        ..Process::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read() {
        let seconds = |text| age(text).map(|age| age.as_secs());
        assert_eq!(seconds("00:07"), Some(7));
        assert_eq!(seconds("01:00:00"), Some(3600));
        assert_eq!(seconds("2-00:00:01"), Some(172_801));
        assert_eq!(seconds("now"), None);
    }

    #[test]
    fn a_row_is_read_and_its_secrets_are_not() {
        let row = row("  812     9 shop  01:00 T+   /opt/My App/web --token abc x").expect("a row");
        let mut process = Process {
            pid: 812,
            path: Some("/opt/My App/web".into()),
            ..Process::default()
        };
        let parent = super::row("9 1 shop 02:00 S node /x/nodemon web").expect("a row");
        add(&mut process, &row, Some(&parent));
        assert_eq!(
            process.command_line,
            ["/opt/My App/web", "--token", "…", "x"]
        );
        assert_eq!(process.name(), "web");
        assert_eq!(process.user(), Some("shop"));
        assert!(process.is_suspended());
        assert_eq!(process.parent().map(Parent::pid), Some(9));
        assert_eq!(
            process.supervisor().map(ToString::to_string).as_deref(),
            Some("node (PID 9)")
        );
    }

    #[test]
    fn this_process_is_known_to_ps() {
        let mut this = Process {
            pid: std::process::id(),
            ..Process::default()
        };
        add_to(&mut [&mut this]);
        if this.user.is_none() {
            std::eprintln!("left out: there is no ps");
            return;
        }
        assert!(this.parent.is_some() && this.since.is_some());
    }
}
