//! Scripts of the shell: what they start, and with which ports.

use deeplens_ports_cli::{Ports, Side};
use test_scan::{bindings, of, references, remarks};

/// The bindings of a script, without its name: `4 web 127.0.0.1:8080->80/tcp`.
fn opened(script: &str) -> Vec<String> {
    let all = bindings(&[("run.sh", script)]);
    all.iter().map(|it| it.replace("run.sh:", "")).collect()
}

fn unknown(script: &str) -> Vec<String> {
    let all = remarks(&of(&[("run.sh", script)]).cannot_know);
    all.iter().map(|it| it.replace("run.sh:", "")).collect()
}

fn refused(script: &str) -> Vec<String> {
    let all = remarks(&of(&[("run.sh", script)]).refused);
    all.iter().map(|it| it.replace("run.sh:", "")).collect()
}

#[test]
fn lines_that_go_on() {
    let script = "docker run -d --name x \\\n  -p 127.0.0.1:5432:5432 \\\n  -p 8080-8082:80-82/udp \\\n  postgres:17 -p 5555\n";
    let expected = [
        "2 x 127.0.0.1:5432->5432/tcp",
        "3 x 8080->80/udp",
        "3 x 8081->81/udp",
        "3 x 8082->82/udp",
    ];
    assert_eq!(opened(script), expected);
    assert_eq!(opened(&script.replace('\n', "\r\n")), expected);
}

#[test]
fn forms_of_the_option() {
    let script = "podman run --publish=8080:80 a\n\
        sudo docker run -itp 3000:3000 -p4000:80 -p=5000:80 b\n\
        docker container create --publish 6000:80 c\n\
        DOCKER_BUILDKIT=1 docker run --rm -dp \"7000:80\" d\n\
        podman pod create --name shop -p 9000:90\n\
        docker service create --name web --publish published=9100,target=91,protocol=udp e\n\
        docker compose -p shop run -p 9200:92 api\n";
    let expected = [
        "1 ? 8080->80/tcp",
        "2 ? 3000->3000/tcp",
        "2 ? 4000->80/tcp",
        "2 ? 5000->80/tcp",
        "3 ? 6000->80/tcp",
        "4 ? 7000->80/tcp",
        "5 shop 9000->90/tcp",
        "6 web 9100->91/udp",
        "7 api 9200->92/tcp",
    ];
    assert_eq!(opened(script), expected);
}

#[test]
fn what_is_not_run() {
    let script = "# docker run -p 1:1 a\n\
        echo docker run -p 2:2 a\n\
        echo \"docker run -p 3:3 a\" # docker run -p 4:4 a\n\
        cat <<EOF > run.txt\ndocker run -p 5:5 a\nEOF\n\
        TEXT='docker run -p 6:6 a'\n\
        docker run \\\n  # -p 7:7 \\\n  a\n";
    assert_eq!(opened(script), [""; 0]);
    assert_eq!(unknown(script), [""; 0]);
    assert_eq!(references(&[("run.sh", script)]), [""; 0]);
}

#[test]
fn variables_of_the_file() {
    let script = "PORT=8080\nWEB=${WEB_PORT:-3000}\nexport API=\"5000\"\n\
        docker run -p $PORT:80 -p \"${WEB}:81\" -p ${API}:82 -p ${DB:-5432}:5432 a\n\
        docker run -p $OTHER:80 -p $1:81 -p $(free):82 -p $((PORT + 1)):83 a\n\
        PORT=1 docker run -p $PORT:84 a\n";
    let expected = [
        "4 ? 8080->80/tcp",
        "4 ? 3000->81/tcp",
        "4 ? 5000->82/tcp",
        "4 ? 5432->5432/tcp",
        "6 ? 8080->84/tcp",
    ];
    assert_eq!(opened(script), expected);
    let expected = [
        "5 `OTHER` is not set in this file",
        "5 `1` is given by whoever starts it, and has no default",
        "5 it is computed while the script runs",
        "5 it is computed while the script runs",
    ];
    assert_eq!(unknown(script), expected);
    let scan = of(&[("run.sh", script)]);
    let variables = scan.bindings.iter().filter_map(|it| it.variable.as_ref());
    let variables: Vec<_> = variables
        .map(|it| {
            (
                it.name.as_str(),
                it.default.map(|port| port.first()),
                it.set_at.as_ref().map(|at| at.line),
            )
        })
        .collect();
    let expected = [
        ("PORT", None, Some(1)),
        ("WEB", Some(3000), None),
        ("API", None, Some(3)),
        ("DB", Some(5432), None),
        ("PORT", None, Some(1)),
    ];
    assert_eq!(variables, expected);
}

#[test]
fn variables_that_are_set_at_times() {
    let known = [
        "PORT=8080\nif [ -n \"$1\" ]; then PORT=$1; fi\n",
        "PORT=8080\nwhile [ $# -gt 0 ]; do case $1 in -p|--port) PORT=\"$2\"; shift 2;; esac; done\n",
        "[ -z \"$PORT\" ] && PORT=8080\n",
        "if [ -z \"$PORT\" ]; then\n  PORT=8080\nfi\n",
        ": ${PORT:=8080}\n",
        "PORT=8080\nsettings() { PORT=${2:-8080}; }\n",
        "read -p 'Port: ' PORT\nPORT=${PORT:-8080}\n",
    ];
    for start in known {
        let script = format!("{start}docker run -p $PORT:80 a\n");
        assert_eq!(opened(&script).len(), 1, "{script}");
        let scan = of(&[("run.sh", &script)]);
        let variable = scan.bindings[0]
            .variable
            .as_ref()
            .expect("it is a variable's");
        assert_eq!(variable.default, Some(Ports::One(8080)), "{script}");
    }
    let unknown = [
        "PORT=80\nif [ x ]; then PORT=81; fi\n",
        "if [ x ]; then PORT=80; else PORT=81; fi\n",
        "PORT=80\nfor x in a b; do PORT=$((PORT + 1)); done\n",
        "PORT=80\nread PORT\n",
        "PORT=80\nunset PORT\n",
        "(PORT=80)\n",
    ];
    for start in unknown {
        let script = format!("{start}docker run -p $PORT:80 a\n");
        assert_eq!(opened(&script), [""; 0], "{script}");
        assert_eq!(self::unknown(&script).len(), 1, "{script}");
    }
}

#[test]
fn loops_and_functions() {
    let script = "for p in 8080 8081; do docker run -p $p:80 a; done\n\
        PORT=80\nwhile true; do docker run -p $PORT:80 a; PORT=$((PORT+1)); done\n\
        start() {\n  local name=$1\n  docker run -d --name \"$name\" -p \"$2:80\" -p $WEB:81 a\n}\n\
        WEB=3000\nstart x 8080\n";
    assert_eq!(opened(script), ["6 ? 3000->81/tcp"]);
    let lines: Vec<String> = unknown(script)
        .iter()
        .map(|it| it[..1].to_owned())
        .collect();
    assert_eq!(lines, ["1", "3", "6"]);
}

#[test]
fn options_in_variables() {
    let script = "OPTS=\"-d -p 8080:80\"\nOPTS=\"$OPTS -p 8081:81\"\n\
        ARGS=(run --rm -p 8082:82)\nif [ x ]; then ARGS+=(-p 8083:83); fi\n\
        docker run $OPTS a\ndocker \"${ARGS[@]}\" a\n\
        docker run $MORE -p 8084:84 a\ndocker run $(more) -p 8085:85 a\n";
    let expected = [
        "1 ? 8080->80/tcp",
        "2 ? 8081->81/tcp",
        "3 ? 8082->82/tcp",
        "4 ? 8083->83/tcp",
        "7 ? 8084->84/tcp",
        "8 ? 8085->85/tcp",
    ];
    assert_eq!(opened(script), expected);
    assert_eq!(
        unknown(script),
        [
            "7 options that are not known: `MORE` is not set in this file",
            "8 options that are not known: it is computed while the script runs"
        ]
    );
    assert_eq!(refused("O='-d -p 80:80'\ndocker run \"$O\" a\n").len(), 1);
    assert_eq!(
        opened("O=-p9000:90\ndocker run $O a\n"),
        ["1 ? 9000->90/tcp"]
    );
}

#[test]
fn images_in_variables() {
    let script = "docker run -d -p 8080:80 $IMAGE\ndocker run \"$X\" -p 80\ndocker run $REGISTRY/web:1 -p 81:81\ndocker run $IMAGE -p 82:82\ndocker run -d $(build)\n";
    assert_eq!(opened(script), ["1 ? 8080->80/tcp"]);
    assert_eq!(unknown(script), [""; 0]);
}

#[test]
fn by_way_of_others() {
    let script = "CID=$(docker run -d -p 1001:80 a)\n\
        if ! docker ps | grep -q a; then docker run -p 1002:80 a; fi\n\
        bash -c \"docker run -p 1003:80 a && docker run -p 1004:80 b\"\n\
        sh -ec 'docker run -p $PORT:80 a'\n\
        eval \"docker run -p 1005:80 a\"\n\
        bash <<'EOF'\ndocker run -d \\\n  -p 1006:80 a\nEOF\n\
        nohup env A=b docker run -p 1007:80 a > log 2>&1 &\n\
        `docker run -p 1008:80 a`\n\
        CMD=\"docker run -p 1009:80 a\"\n$CMD\n\
        $SUDO docker run -p 1010:80 a\n\
        ENGINE=$(command -v podman || command -v docker)\n$ENGINE run -p 1011:80 a\n\
        /usr/bin/docker run -p 1012:80 a\n\
        timeout 5 docker run -p 1013:80 a || docker start a\n\
        alias web='docker run -p 1014:80 a'\n";
    let ports: Vec<u16> = of(&[("run.sh", script)])
        .bindings
        .iter()
        .filter_map(|it| Some(it.host_port?.first()))
        .collect();
    assert_eq!(
        ports,
        [
            1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014
        ]
    );
    assert_eq!(
        unknown(script),
        ["4 a variable of the shell that is started"]
    );
}

#[test]
fn what_may_not_be_run_here() {
    let script = "retry_twice docker run -p 80:80 a\nssh host docker run -p 81:81 a\nssh host 'docker run -p 82:82 a'\ndocker -H ssh://me@host run -p 83:83 a\n";
    assert_eq!(opened(script), [""; 0]);
    let expected = [
        "1 it is given to a command of which it is not known whether it runs it",
        "2 it runs on another machine",
        "3 it runs on another machine",
        "4 the engine is on another machine",
    ];
    assert_eq!(unknown(script), expected);
}

#[test]
fn networks() {
    let script = "docker run --network host -p 80:80 a\ndocker run --net=container:b -p 81:81 a\ndocker run --network=none -p 82:82 a\ndocker run -P a\n";
    assert_eq!(opened(script), [""; 0]);
    assert_eq!(unknown(script).len(), 3);
    assert_eq!(refused(script).len(), 1);
}

#[test]
fn what_is_refused() {
    let script = "docker run -p 80: a\ndocker run -p '$PORT:80' a\npodman run -p 8000-8010:80 a\npodman run -p ::1:80:80 a\n\
        docker service create -p 127.0.0.1:80:80 a\ndocker run -p 8000-8010:80 b\n";
    let lines: Vec<String> = refused(script)
        .iter()
        .map(|it| it[..1].to_owned())
        .collect();
    assert_eq!(lines, ["1", "2", "3", "4", "5"]);
    assert_eq!(opened(script), ["6 ? 8000-8010->80/tcp"]);
}

#[test]
fn the_inside() {
    let script = "docker run --name api -e DB_URL=postgres://u:secret@db:5432/x -e API_PORT=3000 --expose 9000 \\\n\
        --health-cmd 'curl http://localhost:3000/health' img serve --port 3000\n\
        docker exec kafka topics --bootstrap-server localhost:9092\n";
    let scan = of(&[("run.sh", script)]);
    assert_eq!(
        references(&[("run.sh", script)]),
        [
            "run.sh:1 db:5432",
            "run.sh:2 localhost:3000",
            "run.sh:3 localhost:9092"
        ]
    );
    let settings: Vec<_> = scan
        .settings
        .iter()
        .map(|it| (it.location.line, it.variable.as_str()))
        .collect();
    assert_eq!(settings, [(1, "API_PORT"), (2, "--port")]);
    assert_eq!(scan.references[2].names.container.as_deref(), Some("kafka"));
    assert!(scan.references.iter().all(|it| it.side == Side::Container));
    assert_eq!(
        bindings(&[("run.sh", script)]),
        ["run.sh:1 api *->9000/tcp"]
    );
    assert!(!format!("{scan:?}").contains("secret"));
}

#[test]
fn what_else_a_script_mentions() {
    let script = "#!/bin/sh\n# http://localhost:1111\ncurl http://localhost:5000/health\nexport API_PORT=8080\nwait_for db:5432\n";
    let files = [
        ("start", script),
        ("compose.yaml", "services: {db: {ports: ['5433:5432']}}"),
    ];
    let scan = of(&files);
    assert!(
        scan.references
            .iter()
            .all(|it| it.side == Side::Host && it.is_prose)
    );
    assert_eq!(
        references(&files),
        [
            "start:3 localhost:5000",
            "start:4 ?:8080",
            "start:5 db:5432"
        ]
    );
}
