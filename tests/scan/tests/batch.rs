//! Scripts of cmd: what they start, and with which ports.

use test_scan::{bindings, of, references, remarks};

/// The bindings of a script, without its name: `4 web 127.0.0.1:8080->80/tcp`.
fn opened(script: &str) -> Vec<String> {
    let all = bindings(&[("run.cmd", script)]);
    all.iter().map(|it| it.replace("run.cmd:", "")).collect()
}

fn unknown(script: &str) -> Vec<String> {
    let all = remarks(&of(&[("run.cmd", script)]).cannot_know);
    all.iter().map(|it| it.replace("run.cmd:", "")).collect()
}

#[test]
fn lines_that_go_on() {
    let script = "@echo off\r\ndocker run -d ^\r\n  --name web ^\r\n  -p 8080:80 ^\r\n  -p \"127.0.0.1:8443:443\" ^\r\n  nginx\r\n";
    let expected = ["4 web 8080->80/tcp", "5 web 127.0.0.1:8443->443/tcp"];
    assert_eq!(opened(script), expected);
    assert_eq!(opened(&script.replace("\r\n", "\n")), expected);
}

#[test]
fn what_is_not_run() {
    let script = "rem docker run -p 1:1 a\nREM docker run -p 2:2 a\n:: docker run -p 3:3 a\necho docker run -p 4:4 a\n@echo docker run -p 5:5 a > help.txt\n";
    assert_eq!(opened(script), [""; 0]);
    assert_eq!(unknown(script), [""; 0]);
    assert_eq!(
        references(&[(
            "run.bat",
            "rem http://localhost:1111\ncurl http://localhost:5000\n"
        )]),
        ["run.bat:2 localhost:5000"]
    );
}

#[test]
fn variables() {
    let script = "set PORT=8080\nset \"WEB=3000\" & rem the web\nif not defined API set API=5000\nif \"%DB%\"==\"\" (\n  set DB=5432\n)\n\
        docker run -p %PORT%:80 -p \"%WEB%:81\" -p %api%:82 -p %DB%:5432 a\n\
        set OPTIONS=-d -p 9000:90\ndocker run %OPTIONS% a\n";
    let expected = [
        "7 ? 8080->80/tcp",
        "7 ? 3000->81/tcp",
        "7 ? 5000->82/tcp",
        "7 ? 5432->5432/tcp",
        "8 ? 9000->90/tcp",
    ];
    assert_eq!(opened(script), expected);
    let scan = of(&[("run.cmd", script)]);
    let defaults = scan
        .bindings
        .iter()
        .filter_map(|it| it.variable.as_ref()?.default.map(|port| port.first()));
    assert_eq!(defaults.collect::<Vec<_>>(), [5000, 5432]);
}

#[test]
fn what_nobody_knows() {
    let script = "docker run -p %1:80 a\ndocker run -p %~2:80 a\nset /p PORT=Port: \ndocker run -p %PORT%:80 a\n\
        set /a NEXT=8080+1\ndocker run -p %NEXT%:80 a\ndocker run -p %OTHER%:80 a\n\
        for %%p in (8080 8081) do docker run -p %%p:80 a\nset X=18080\ndocker run -p %X:~1%:80 a\n";
    assert_eq!(opened(script), [""; 0]);
    let lines: Vec<String> = unknown(script)
        .iter()
        .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(lines, ["1", "2", "4", "6", "7", "8", "10"]);
}

#[test]
fn blocks_and_others() {
    let script = "setlocal EnableDelayedExpansion\n\
        if exist x (\n  set PORT=1001\n  docker run -p !PORT!:80 a\n) else (\n  docker run -p 1002:80 a\n)\n\
        if \"%1\" == \"up\" docker run -p 1003:80 a & docker run -p 1004:80 b\n\
        call docker run -p 1005:80 a\nstart \"\" /b docker run -p 1006:80 a\n\
        docker stop a >nul 2>&1 && docker run -p 1007:80 a\n\
        for /f %%i in ('docker ps -q') do docker stop %%i\n\
        podman.exe run -p 1008:80 a\n";
    let ports: Vec<u16> = of(&[("run.cmd", script)])
        .bindings
        .iter()
        .filter_map(|it| Some(it.host_port?.first()))
        .collect();
    assert_eq!(ports, (1001..=1008).collect::<Vec<u16>>());
    assert_eq!(unknown(script), [""; 0]);
}

#[test]
fn quotes_that_are_none() {
    let scan = of(&[("run.cmd", "docker run -p '8080:80' a\n")]);
    assert!(scan.bindings.is_empty());
    assert_eq!(scan.refused.len(), 1);
}
