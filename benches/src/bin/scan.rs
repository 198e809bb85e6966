//! `scan` and `audit` of repositories that are alike but in their size: time, time per file, and the most memory.

use benches::{medians, ms};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

const PROSE: &str = "A line of prose: what it does, and since which version.\n";

fn main() {
    let program = std::env::args().nth(1).expect("the path of deeplens-ports");
    println!("| files | command | time | per file | memory |");
    println!("| --- | --- | --- | --- | --- |");
    for (count, rounds) in [(300, 21), (3_000, 9), (30_000, 5)] {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        write(folder.path(), count);
        let mut memory = [0; 2];
        let [of_scan, of_audit] = &mut memory;
        let times = medians(
            rounds,
            &mut [
                ("scan", &mut || {
                    *of_scan = run(&program, "scan", folder.path()).max(*of_scan);
                }),
                ("audit", &mut || {
                    *of_audit = run(&program, "audit", folder.path()).max(*of_audit);
                }),
            ],
        );
        for ((command, time), memory) in ["scan", "audit"].iter().zip(times).zip(memory) {
            let each = ms(time / u32::try_from(count).expect("not that many"));
            let (time, memory) = (ms(time), memory / 1024);
            println!("| {count} | `{command}` | {time} | {each} | {memory} MB |");
        }
    }
}

/// Runs the command, and says how many KiB it had at most.
fn run(program: &str, command: &str, folder: &Path) -> u64 {
    let mut child = Command::new(program)
        .args([command, "--format", "json"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("it starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("it is ours").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(now.unwrap_or(0));
        thread::sleep(Duration::from_millis(1));
    }
    most
}

/// Of each hundred files, some of every format, and code for the rest.
fn write(folder: &Path, count: usize) {
    for number in 0..count {
        let project = folder.join(format!("project{}", number / 100));
        let base = 1024 + number % 60_000;
        let (name, text) = match number % 100 {
            0 => ("compose.yaml".to_owned(), compose(base)),
            1 => (
                ".env".to_owned(),
                format!("API_PORT={base}\nDB=postgres://shop:secret@localhost:5433/shop\n"),
            ),
            2 => (
                "prometheus.yml".to_owned(),
                format!("scrape_configs:\n- static_configs:\n  - targets: ['web:{base}']\n"),
            ),
            3 => ("Properties/launchSettings.json".to_owned(), settings(base)),
            4 => (
                "run.ps1".to_owned(),
                format!("docker run -d `\n  -p {base}:80 `\n  example/web\n"),
            ),
            5 => (
                "Dockerfile".to_owned(),
                format!("FROM scratch\nEXPOSE {base}\n"),
            ),
            6..15 => (format!("data{number}.json"), data(number)),
            15..25 => (
                format!("docs/page{number}.md"),
                format!("It is at http://localhost:8080.\n{}", PROSE.repeat(19)).repeat(5),
            ),
            _ => (
                format!("src/file{number}.cs"),
                "    // what it does\n    var import = Support.Report(number, text);\n".repeat(80),
            ),
        };
        let path = project.join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }
}

fn compose(base: usize) -> String {
    let service = |at: usize| {
        format!(
            "  service{at}:\n    image: example/service\n    environment:\n      PORT: {at}\n      URL: http://other:8080\n    ports:\n      - \"${{API_PORT:-{base}}}:{}\"\n",
            80 + at
        )
    };
    format!("services:\n{}", (0..12).map(service).collect::<String>())
}

fn settings(base: usize) -> String {
    format!(
        "{{ \"profiles\": {{ \"web\": {{ \"commandName\": \"Project\", \"applicationUrl\": \"http://localhost:{base}\" }} }} }}"
    )
}

fn data(number: usize) -> String {
    let item = |at: usize| {
        format!("{{ \"name\": \"item {at}\", \"size\": {number}, \"tags\": [\"one\", \"two\"] }}")
    };
    format!("[{}]", (0..60).map(item).collect::<Vec<_>>().join(",\n"))
}
