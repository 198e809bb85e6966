//! Scripts of PowerShell: what they start, and with which ports.

use test_scan::{bindings, of, references, remarks};

/// The bindings of a script, without its name: `4 web 127.0.0.1:8080->80/tcp`.
fn opened(script: &str) -> Vec<String> {
    let all = bindings(&[("run.ps1", script)]);
    all.iter().map(|it| it.replace("run.ps1:", "")).collect()
}

fn unknown(script: &str) -> Vec<String> {
    let all = remarks(&of(&[("run.ps1", script)]).cannot_know);
    all.iter().map(|it| it.replace("run.ps1:", "")).collect()
}

fn refused(script: &str) -> Vec<String> {
    let all = remarks(&of(&[("run.ps1", script)]).refused);
    all.iter().map(|it| it.replace("run.ps1:", "")).collect()
}

#[test]
fn lines_that_go_on() {
    let script = "podman run -d `\n    --name deeplens-qdrant `\n    -p 6333:6333 `\n    -p \"127.0.0.1:6334:6334\" `\n    qdrant/qdrant:v1.7.0 | Out-Null\n";
    let expected = [
        "3 deeplens-qdrant 6333->6333/tcp",
        "4 deeplens-qdrant 127.0.0.1:6334->6334/tcp",
    ];
    assert_eq!(opened(script), expected);
    assert_eq!(opened(&script.replace('\n', "\r\n")), expected);
    // A blank behind the backtick ends the command.
    assert_eq!(opened("docker run -d ` \n    -p 80:80 a\n"), [""; 0]);
}

#[test]
fn lines_of_bash() {
    let script = "docker run -d \\\n  --name db \\\n  -p 5432:5432 \\\n  postgres\n\
        wsl docker run -p 8080:80 a\n\
        bash -c \"docker run -p 8081:80 a\"\n\
        cd \\\ndocker run -p 8082:80 a\n";
    assert_eq!(
        opened(script),
        ["5 ? 8080->80/tcp", "6 ? 8081->80/tcp", "8 ? 8082->80/tcp"]
    );
    let why = "the line before ends with `\\`, behind which bash goes on and PowerShell does not";
    assert_eq!(unknown(script), [format!("3 {why}")]);
}

#[test]
fn what_is_not_run() {
    let script = "# docker run -p 1:1 a\n<# docker run -p 2:2 a\n#>\n\
        Write-Host \"docker run -p 3:3 a\" # docker run -p 4:4 a\n\
        Write-Host docker run -p 5:5 a\n\
        $help = @\"\ndocker run -p 6:6 a\n\"@\n\
        $table = @{ docker = 'run -p 7:7 a' }\n\
        'docker run -p 8:8 a'\n";
    assert_eq!(opened(script), [""; 0]);
    assert_eq!(unknown(script), [""; 0]);
    assert_eq!(references(&[("run.ps1", script)]), [""; 0]);
}

#[test]
fn variables() {
    let script = "$Port = 8080\n$Text = \"3000\"\n$env:API = '5000'\n[int]$Web = 4000\n\
        docker run -p \"${Port}:80\" -p \"$($Text):81\" -p \"$env:API`:82\" -p \"${WEB}:83\" -p \"$port`:$port\" a\n\
        docker run -p ${Port}:84 -p $Port`:85 -p 8086:$Port a\n\
        $Other = $env:OTHER ?? 9000\ndocker run -p \"${Other}:86\" a\n\
        $More = if ($env:MORE) { $env:MORE } else { 9001 }\ndocker run -p \"${More}:87\" a\n\
        $Last = $env:LAST\nif (-not $Last) { $Last = '9002' }\ndocker run -p \"${Last}:88\" a\n";
    let expected = [
        "5 ? 8080->80/tcp",
        "5 ? 3000->81/tcp",
        "5 ? 5000->82/tcp",
        "5 ? 4000->83/tcp",
        "5 ? 8080->8080/tcp",
        "6 ? 8080->84/tcp",
        "6 ? 8080->85/tcp",
        "6 ? 8086->8080/tcp",
        "8 ? 9000->86/tcp",
        "10 ? 9001->87/tcp",
        "13 ? 9002->88/tcp",
    ];
    assert_eq!(opened(script), expected);
    assert_eq!(unknown(script), [""; 0]);
}

#[test]
fn a_colon_behind_a_variable() {
    let script = "$HostPort = 8000\ndocker run -p \"$HostPort:80\" a\ndocker run -p $HostPort:81 a\ndocker run -p \"$HostPort:$HostPort\" a\n\
        docker run -p \"${script:HostPort}:82\" -p \"$script:HostPort`:83\" a\ndocker run -p '${HostPort}:84' a\n";
    assert_eq!(opened(script), ["5 ? 8000->82/tcp", "5 ? 8000->83/tcp"]);
    let lines: Vec<String> = refused(script)
        .iter()
        .map(|it| it[..1].to_owned())
        .collect();
    assert_eq!(lines, ["2", "3", "4", "6"]);
    assert!(refused(script)[0].contains("takes what stands before the colon for a drive"));
}

#[test]
fn parameters_and_functions() {
    let script = "param(\n    [Parameter(Mandatory = $true)]\n    [string]$Name,\n    [ValidateRange(1, 65535)]\n    [int]$Port = 8090 # the web\n)\n\
        function Start-It {\n    param([int]$Port = 7000, [int]$Api)\n    docker run -p \"${Port}:80\" -p \"${Api}:81\" a\n}\n\
        function Start-Other([string]$Image, $Db = 5432) { docker run -d -p \"${Db}:5432\" -p \"${Web}:82\" $Image }\n\
        $Web = 3000\n\
        docker run --name $Name -p \"${Port}:83\" a\n";
    let expected = [
        "9 ? 7000->80/tcp",
        "11 ? 5432->5432/tcp",
        "11 ? 3000->82/tcp",
        "13 ? 8090->83/tcp",
    ];
    assert_eq!(opened(script), expected);
    assert_eq!(
        unknown(script),
        ["9 `Api` is given by whoever starts it, and has no default"]
    );
    let scan = of(&[("run.ps1", script)]);
    let defaults = scan
        .bindings
        .iter()
        .filter(|it| it.variable.as_ref().is_some_and(|it| it.default.is_some()));
    assert_eq!(defaults.count(), 3);
}

#[test]
fn what_nobody_knows() {
    let script = "[int]$Port = 0\nif ($Port -eq 0) { $Port = Get-FreePort -Start 6433 }\npodman run -p \"${Port}:6333\" a\n\
        foreach ($p in 8080, 8081) { docker run -p \"${p}:80\" a }\n\
        8080..8082 | ForEach-Object { docker run -p \"$($_):80\" a }\n\
        $i = 80; $i += 1; docker run -p \"${i}:80\" a\n\
        $x = if ($a) { 80 } else { 81 }\ndocker run -p \"${x}:80\" a\n\
        switch ($mode) { 'dev' { $w = 80 } default { $w = 81 } }\ndocker run -p \"${w}:80\" a\n\
        docker run -p $(Get-Port):80 a\n";
    assert_eq!(opened(script), [""; 0]);
    let lines: Vec<&str> = unknown(script)
        .iter()
        .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        .collect::<Vec<_>>()
        .leak()
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(lines, ["3", "4", "5", "6", "8", "10", "11"]);
}

#[test]
fn lists() {
    let script = "$options = @(\n    'run', '-d',\n    '-p', \"8080:80\" # the web\n    '--name', 'web'\n)\n$options += '-p', '8081:81'\n& podman @options a\n\
        $more = '-p=8082:82', '--rm'\ndocker run $more a\n\
        docker run @unknown a\ndocker @args\n";
    let expected = [
        "3 web 8080->80/tcp",
        "6 web 8081->81/tcp",
        "8 ? 8082->82/tcp",
    ];
    assert_eq!(opened(script), expected);
    assert_eq!(
        unknown(script),
        ["10 options that are not known: `unknown` is not set in this file"]
    );
}

#[test]
fn by_way_of_others() {
    let script = "$id = docker run -d -p 1001:80 a\n\
        $null = docker run -d -p 1002:80 a 2>&1\n\
        [void](docker run -d -p 1003:80 a)\n\
        if (-not (docker ps -q)) { docker run -d -p 1004:80 a } else { docker start a }\n\
        try { docker run -p 1005:80 a } catch { Write-Host 'no' }\n\
        Invoke-Expression \"docker run -p 1006:80 a\"\n\
        $command = 'docker run -p 1007:80 a'\niex $command\n\
        cmd /c \"docker run -p 1008:80 a\"\ncmd /c docker run -p 1009:80 a\n\
        Start-Process docker -ArgumentList 'run','-p','1010:80','a' -Wait\n\
        Start-Process -FilePath \"docker\" -ArgumentList \"run -p 1011:80 a\" -NoNewWindow\n\
        Start-Job { docker run -p 1012:80 a }\n\
        & \"C:\\Program Files\\Docker\\docker.exe\" run -p 1013:80 a\n\
        docker network create x; docker run -p 1014:80 a\n\
        docker stop a 2>$null | Out-Null; docker run -p 1015:80 a | Out-Null\n\
        docker run --mount type=bind,source=x,target=/y -p 1016:80 a\n";
    let ports: Vec<u16> = of(&[("run.ps1", script)])
        .bindings
        .iter()
        .filter_map(|it| Some(it.host_port?.first()))
        .collect();
    assert_eq!(ports, (1001..=1016).collect::<Vec<u16>>());
    assert_eq!(unknown(script), [""; 0]);
}

#[test]
fn other_places() {
    let script = "podman run -d --name whatsapp-vayyari `\n  -e DB=\"postgresql://postgres:Secret1!@deeplens-postgres:5432/x\" `\n  -e API_PORT=3000 `\n  -p 3005:3000 a\n\
        podman exec deeplens-kafka kafka-topics --bootstrap-server localhost:9092 --list 2>$null\n\
        Write-Host \"Dashboard: http://localhost:3005\"\n\
        $uri = 'http://localhost:5198/health'\n$QdrantHttpPort = 6433\n";
    let scan = of(&[("run.ps1", script)]);
    let expected = [
        "run.ps1:2 deeplens-postgres:5432",
        "run.ps1:5 localhost:9092",
        "run.ps1:6 localhost:3005",
        "run.ps1:7 localhost:5198",
        "run.ps1:8 ?:6433",
    ];
    assert_eq!(references(&[("run.ps1", script)]), expected);
    assert_eq!(scan.settings[0].variable, "API_PORT");
    assert_eq!(
        scan.references[4].variable.as_deref(),
        Some("QdrantHttpPort")
    );
    assert!(!format!("{scan:?}").contains("Secret1"));
}
