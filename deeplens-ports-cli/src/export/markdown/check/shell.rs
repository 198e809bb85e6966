//! The commands of Linux and macOS.

use super::super::entry::Outside;
use super::numbers::{lines, Numbers};

pub(super) fn block(port: Outside, tcp: &Numbers, udp: &Numbers) -> String {
    let port = port.first;
    format!(
        "
And on Linux and macOS, where only root sees the sockets of other users:

```sh
# What is on one port
lsof -nP -i :{port}
{}{}```
",
        every(tcp, "TCP port", "-iTCP:\"$port\" -sTCP:LISTEN"),
        every(udp, "UDP port", "-iUDP:\"$port\""),
    )
}

fn every(ports: &Numbers, what: &str, sockets: &str) -> String {
    if ports.is_empty() {
        return String::new();
    }
    let ranges = ports.ranges.iter();
    let ranges = ranges.map(|it| format!("$(seq {} {} {})", it.first, it.step, it.last));
    let all: Vec<String> = ports.single.iter().cloned().chain(ranges).collect();
    let all = lines(&all, " ", " \\\n");
    format!(
        "
# Every {what} of the map
for port in \\
{all}
do
    if lsof -nP {sockets} >/dev/null 2>&1; then
        echo \"$port is taken\"
    else
        echo \"$port is free\"
    fi
done
"
    )
}
