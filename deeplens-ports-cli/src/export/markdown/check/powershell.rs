//! The commands of Windows.

use super::super::entry::Outside;
use super::numbers::{lines, Numbers};
use deeplens_ports::Transport;

pub(super) fn block(transport: Transport, port: Outside, tcp: &Numbers, udp: &Numbers) -> String {
    let (host, port) = (port.host, port.first);
    let one = match transport {
        Transport::Tcp => format!(
            "\
# What is on one port, and which process listens there
Get-NetTCPConnection -LocalPort {port} -ErrorAction SilentlyContinue
Get-Process -Id (Get-NetTCPConnection -LocalPort {port} -State Listen).OwningProcess

# Whether it can be reached
Test-NetConnection -ComputerName {host} -Port {port}
"
        ),
        Transport::Udp => format!(
            "\
# Which process is on one port
Get-Process -Id (Get-NetUDPEndpoint -LocalPort {port}).OwningProcess
"
        ),
    };
    format!(
        "
Without it, in PowerShell:

```powershell
{one}
# All that listens
Get-NetTCPConnection -State Listen | Sort-Object LocalPort | Format-Table LocalPort, OwningProcess, State
{}{}```
",
        every(tcp, "TCP port", "Get-NetTCPConnection"),
        every(udp, "UDP port", "Get-NetUDPEndpoint"),
    )
}

fn every(ports: &Numbers, what: &str, command: &str) -> String {
    if ports.is_empty() {
        return String::new();
    }
    let ports = array(ports);
    format!(
        "
# Every {what} of the map
$ports = {ports}
foreach ($port in $ports) {{
    $found = {command} -LocalPort $port -ErrorAction SilentlyContinue
    if ($found) {{
        $process = Get-Process -Id $found.OwningProcess -ErrorAction SilentlyContinue
        Write-Host \"$port is taken by $($process.ProcessName)\" -ForegroundColor Yellow
    }} else {{
        Write-Host \"$port is free\" -ForegroundColor Green
    }}
}}
"
    )
}

fn array(ports: &Numbers) -> String {
    let mut array = match &*ports.single {
        [] => "@()".to_owned(),
        single => format!("@(\n{}\n)", lines(single, ", ", ",\n")),
    };
    for Outside {
        first, last, step, ..
    } in &ports.ranges
    {
        array.push_str(&match step {
            1 => format!(" + ({first}..{last})"),
            _ => format!(" + ({first}..{last} | Where-Object {{ ($_ - {first}) % {step} -eq 0 }})"),
        });
    }
    array
}
