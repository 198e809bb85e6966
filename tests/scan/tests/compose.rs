//! What Compose 2 makes of its files, kind by kind.

use deeplens_ports_cli::{Ports, Role, Side};
use test_scan::{bindings, of, references, remarks};

/// The bindings of one file, without its name.
#[track_caller]
fn of_one(text: &str) -> Vec<String> {
    let found = bindings(&[("compose.yaml", text)]);
    found
        .iter()
        .map(|it| it.replace("compose.yaml:", ""))
        .collect()
}

#[test]
fn ranges_on_both_sides_are_one_binding_each() {
    let text = "services:\n  a:\n    ports:\n      - '8080-8082:80-82'\n      - '9000-9001'\n      - '127.0.0.1:5000-5001:50-51/udp'\n";
    let expected = [
        "4 a 8080->80/tcp",
        "4 a 8081->81/tcp",
        "4 a 8082->82/tcp",
        "5 a *->9000/tcp",
        "5 a *->9001/tcp",
        "6 a 127.0.0.1:5000->50/udp",
        "6 a 127.0.0.1:5001->51/udp",
    ];
    assert_eq!(of_one(text), expected);
}

#[test]
fn a_choice_of_one_stays_a_range() {
    let text = "services:\n  a:\n    ports:\n      - '6789-6799:80'\n      - target: 81\n        published: '7000-7010'\n";
    assert_eq!(
        of_one(text),
        ["4 a 6789-6799->80/tcp", "6 a 7000-7010->81/tcp"]
    );
}

#[test]
fn numbers_as_go_yaml_has_them() {
    let text = "services:\n  a:\n    ports:\n      - 0x1F90\n      - 8_080\n      - 0o17\n      - !!str 8081\n";
    let expected = [
        "4 a *->8080/tcp",
        "5 a *->8080/tcp",
        "6 a *->15/tcp",
        "7 a *->8081/tcp",
    ];
    let mut found = of_one(text);
    found.dedup();
    // The second names the port of the first.
    assert_eq!(found, [expected[0], expected[2], expected[3]]);
    let scan = of(&[("compose.yaml", text)]);
    assert_eq!(scan.bindings[0].also[0].line, 5);
    let refused = of(&[(
        "compose.yaml",
        "services:\n  a:\n    ports:\n      - 80.5\n      - true\n      - [80]\n      -\n",
    )]);
    assert_eq!(refused.refused.len(), 4);
}

#[test]
fn an_anchor_and_a_merged_map_are_read_where_they_are_written() {
    let text = "x-web: &web\n  ports:\n    - '8080:80'\nservices:\n  a:\n    <<: *web\n  b:\n    <<: [*web]\n    ports: ['8081:80']\n  c:\n    ports: &list\n      - '8082:80'\n  d:\n    ports: *list\n";
    let expected = [
        "3 a 8080->80/tcp",
        "9 b 8081->80/tcp",
        "12 c 8082->80/tcp",
        "12 d 8082->80/tcp",
    ];
    assert_eq!(of_one(text), expected);
}

#[test]
fn an_override_is_laid_over_its_file() {
    let base = "services:\n  a:\n    ports: ['8080:80']\n  b:\n    ports: ['8081:80']\n  c:\n    ports: ['8082:80']\n  d:\n    ports: ['8083:80']\n";
    let over = "services:\n  a:\n    ports: ['9080:80']\n  b:\n    ports: !reset []\n  c:\n    ports: !override ['9082:80']\n  d: !reset null\n";
    let found = bindings(&[
        ("shop/compose.yaml", base),
        ("shop/compose.override.yaml", over),
    ]);
    let expected = [
        "shop/compose.override.yaml:3 a 9080->80/tcp",
        "shop/compose.override.yaml:7 c 9082->80/tcp",
        "shop/compose.yaml:3 a 8080->80/tcp",
    ];
    assert_eq!(found, expected);
    // Under any other name it stands for itself.
    let found = bindings(&[
        ("shop/compose.yaml", base),
        ("shop/compose.prod.yaml", over),
    ]);
    assert_eq!(found.len(), 6);
}

#[test]
fn the_first_of_the_usual_names_has_the_override() {
    let a = "services:\n  a:\n    ports: ['1:1']\n";
    let over = "services:\n  a:\n    ports: !override ['2:2']\n";
    let files = [
        ("docker-compose.yml", a),
        ("compose.yml", a),
        ("docker-compose.override.yml", over),
    ];
    let expected = [
        "docker-compose.override.yml:3 a 2->2/tcp",
        "docker-compose.yml:3 a 1->1/tcp",
    ];
    assert_eq!(bindings(&files), expected);
}

#[test]
fn an_included_file_has_its_own_variables() {
    let main = "include:\n  - db/compose.yaml\n  - path: web/compose.yaml\n    env_file: web.env\nservices:\n  a:\n    ports: ['${A}:80']\n";
    let files = [
        ("compose.yaml", main),
        (".env", "A=8001"),
        ("web.env", "WEB=8002\nA=9999"),
        (
            "db/compose.yaml",
            "services:\n  db:\n    ports: ['${DB}:5432', '${A}:81']\n",
        ),
        ("db/.env", "DB=8003\nA=9998"),
        (
            "web/compose.yaml",
            "services:\n  web:\n    ports: ['${WEB}:80']\n",
        ),
        ("web/.env", "WEB=9997"),
    ];
    let expected = [
        "compose.yaml:7 a 8001->80/tcp",
        "db/compose.yaml:3 db 8003->5432/tcp",
        "db/compose.yaml:3 db 8001->81/tcp",
        "web/compose.yaml:3 web 8002->80/tcp",
    ];
    assert_eq!(bindings(&files), expected);
}

#[test]
fn what_is_named_and_not_there_is_said() {
    let text = "include: [gone.yaml]\nservices:\n  a:\n    extends: {file: gone.yaml, service: b}\n  b:\n    extends: c\n";
    let scan = of(&[("compose.yaml", text)]);
    let said = remarks(&scan.cannot_know);
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("compose.yaml:1 the file that it includes"));
    assert!(said[2].starts_with("compose.yaml:6 the service that it extends"));
}

#[test]
fn files_that_go_in_circles_end() {
    let a = "include: [b.yaml]\nservices:\n  a:\n    extends: {file: b.yaml, service: b}\n    ports: ['1:1']\n";
    let b = "include: [compose.yaml]\nservices:\n  b:\n    extends: {file: compose.yaml, service: a}\n    ports: ['2:2']\n";
    let scan = of(&[("compose.yaml", a), ("b.yaml", b)]);
    assert!(!scan.bindings.is_empty());
    let own = "services:\n  a:\n    extends: a\n    ports: ['1:1']\n";
    assert_eq!(of_one(own), ["4 a 1->1/tcp"]);
}

#[test]
fn variables_in_all_their_forms() {
    let text = "services:\n  a:\n    ports:\n      - '${SET}:1'\n      - '${SET:-9}:2'\n      - '${EMPTY:-9002}:3'\n      - '${EMPTY-9}:4'\n      - '${UNSET-9003}:5'\n      - '${UNSET:-${SET}}:6'\n      - '${UNSET:-${ALSO:-9004}}:7'\n      - '${SET:+9005}:8'\n      - '$SET:9'\n      - '${SET:?needed}:10'\n";
    let files = [("compose.yaml", text), (".env", "SET=9001\nEMPTY=\n")];
    let expected = [
        "compose.yaml:4 a 9001->1/tcp",
        "compose.yaml:5 a 9001->2/tcp",
        "compose.yaml:6 a 9002->3/tcp",
        "compose.yaml:7 a *->4/tcp",
        "compose.yaml:8 a 9003->5/tcp",
        "compose.yaml:9 a 9001->6/tcp",
        "compose.yaml:10 a 9004->7/tcp",
        "compose.yaml:11 a 9005->8/tcp",
        "compose.yaml:12 a 9001->9/tcp",
        "compose.yaml:13 a 9001->10/tcp",
    ];
    assert_eq!(bindings(&files), expected);
    let scan = of(&files);
    let variable = scan.bindings[1]
        .variable
        .as_ref()
        .expect("it is from a variable");
    assert_eq!(
        (&*variable.name, variable.default),
        ("SET", Some(Ports::One(9)))
    );
    let set_at = variable.set_at.as_ref().expect("a file sets it");
    assert_eq!((&*set_at.file, set_at.line, set_at.column), (".env", 1, 5));
}

#[test]
fn a_variable_that_nobody_sets_gets_no_number() {
    let text = "services:\n  a:\n    ports:\n      - '${GONE}:1'\n      - '${GONE:?needed}:2'\n      - '${GONE:+80}:3'\n      - '$$GONE:4'\n      - target: 5\n        published: ${GONE}\n";
    let scan = of(&[("compose.yaml", text)]);
    let said = remarks(&scan.cannot_know);
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(scan.cannot_know[0].variable.as_deref(), Some("GONE"));
    assert_eq!(scan.bindings.len(), 1, "{:?}", scan.bindings);
    assert_eq!(scan.refused.len(), 1, "a dollar is no port");
}

#[test]
fn the_nearest_env_file_above_is_taken() {
    let text = "services:\n  a:\n    ports: ['${PORT}:80']\n";
    let files = [
        ("a/b/compose.yaml", text),
        ("a/.env", "PORT=8001"),
        (".env", "PORT=8002"),
    ];
    assert_eq!(bindings(&files), ["a/b/compose.yaml:3 a 8001->80/tcp"]);
    assert_eq!(
        bindings(&[files[0], files[2]]),
        ["a/b/compose.yaml:3 a 8002->80/tcp"]
    );
    // Set in this process, which says nothing.
    let text = text.replace("PORT", "CARGO_MANIFEST_DIR");
    assert_eq!(of(&[("compose.yaml", &text)]).cannot_know.len(), 1);
}

#[test]
fn a_place_is_the_part_that_has_the_port() {
    let text = "services:\n  a:\n    ports:\n      - \"${WEB:-3000}:80/tcp\" # 1:2\n      - '127.0.0.1:5000:50'\n      - \"\\x38080:80\"\n";
    let scan = of(&[("compose.yaml", text)]);
    let written: Vec<&str> = scan
        .bindings
        .iter()
        .map(|it| &text[it.location.span.clone()])
        .collect();
    assert_eq!(written, ["${WEB:-3000}", "5000", "\"\\x38080:80\""]);
    assert_eq!(scan.bindings[0].location.column, 10);
    let inside: Vec<&str> = scan
        .bindings
        .iter()
        .map(|it| &text[it.container_location.clone().expect("it stands there").span])
        .collect();
    assert_eq!(inside[..2], ["80", "50"]);
}

#[test]
fn names_of_the_container_and_what_it_is_started_with() {
    let text = "services:\n  a:\n    container_name: shop-a\n    profiles: [one, two]\n    ports: ['1:1']\n";
    let scan = of(&[("compose.yaml", text)]);
    let it = &scan.bindings[0];
    assert_eq!(it.names.container.as_deref(), Some("shop-a"));
    assert_eq!(it.profiles, ["one", "two"]);
}

#[test]
fn exposed_ports_are_not_opened() {
    let text = "services:\n  a:\n    expose: [3000, '8000-8001', 53/udp, '80:80']\n";
    let scan = of(&[("compose.yaml", text)]);
    assert!(
        scan.bindings
            .iter()
            .all(|it| it.role == Role::Exposes && it.host_port.is_none())
    );
    let ports: Vec<_> = scan
        .bindings
        .iter()
        .filter_map(|it| it.container_port)
        .collect();
    assert_eq!(ports, [3000, 8000, 8001, 53].map(Ports::One));
    assert_eq!(scan.refused.len(), 1);
}

#[test]
fn the_environment_is_seen_from_inside() {
    let text = "services:\n  a:\n    environment:\n      DB: postgres://shop:secret@db:5432/shop\n      API_PORT: 8080\n      IMAGE: redis:7\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:29092,OUTSIDE://localhost:9092\n      CONNECTION: Host=db;Port=5433;Password=secret\n  b:\n    environment:\n      - CACHE=redis:6379\n      - WEB_PORT=${WEB:-8081}\n";
    let files = [("compose.yaml", text)];
    let expected = [
        "compose.yaml:4 db:5432",
        "compose.yaml:7 kafka:29092",
        "compose.yaml:7 localhost:9092",
        "compose.yaml:8 db:5433",
        "compose.yaml:11 redis:6379",
    ];
    assert_eq!(references(&files), expected);
    let scan = of(&files);
    assert!(scan.references.iter().all(|it| it.side == Side::Container));
    let settings: Vec<(&str, Ports)> = scan
        .settings
        .iter()
        .map(|it| (&*it.variable, it.port))
        .collect();
    assert_eq!(
        settings,
        [
            ("API_PORT", Ports::One(8080)),
            ("WEB_PORT", Ports::One(8081))
        ]
    );
    assert_eq!(&text[scan.references[0].location.span.clone()], "db:5432");
    assert_eq!(scan.references[0].names.service.as_deref(), Some("a"));
}

#[test]
fn commands_and_health_checks_are_seen_from_inside() {
    let text = "services:\n  a:\n    command: serve --port 8080 --metrics.address=:9090 --peer=b:7001\n    healthcheck:\n      test: ['CMD', 'curl', '-f', 'http://localhost:8080/health']\n  b:\n    command: [\"--listen-port\", \"7001\"]\n    entrypoint: sh -c \"wait-for db:5432\"\n";
    let files = [("compose.yaml", text)];
    let expected = [
        "compose.yaml:3 b:7001",
        "compose.yaml:5 localhost:8080",
        "compose.yaml:8 db:5432",
    ];
    assert_eq!(references(&files), expected);
    let scan = of(&files);
    let settings: Vec<(&str, Ports)> = scan
        .settings
        .iter()
        .map(|it| (&*it.variable, it.port))
        .collect();
    let expected = [
        ("--port", 8080),
        ("--metrics.address", 9090),
        ("--listen-port", 7001),
    ];
    assert_eq!(
        settings,
        expected.map(|(name, port)| (name, Ports::One(port)))
    );
}

#[test]
fn an_environment_file_of_a_container_alone_has_settings() {
    let text = "services:\n  a:\n    env_file: [a.env, {path: more.env, required: false}]\n  b:\n    env_file: .env\n";
    let files = [
        ("compose.yaml", text),
        ("a.env", "PORT=8001\nDB=http://db:5432"),
        ("more.env", "PORT=8002"),
        (".env", "PORT=8003"),
    ];
    let scan = of(&files);
    let settings: Vec<(&str, Ports)> = scan
        .settings
        .iter()
        .map(|it| (&*it.location.file, it.port))
        .collect();
    assert_eq!(
        settings,
        [("a.env", Ports::One(8001)), ("more.env", Ports::One(8002))]
    );
    // The file beside it has its variables, whatever else it is.
    assert_eq!(references(&files), [".env:1 ?:8003", "a.env:2 db:5432"]);
    let asked = &scan.references[1];
    assert_eq!(
        (asked.side, asked.names.service.as_deref()),
        (Side::Container, Some("a"))
    );
}

#[test]
fn a_key_that_is_there_twice_is_refused() {
    let text = "services:\n  a:\n    ports: ['1:1']\n    ports: ['2:2']\n  a:\n    image: x\n";
    let said = remarks(&of(&[("compose.yaml", text)]).refused);
    assert_eq!(said.len(), 2, "{said:?}");
}

#[test]
fn the_long_form_is_checked() {
    let entry = |rest: &str| format!("services:\n  a:\n    ports:\n      - {{{rest}}}\n");
    let refused = |rest: &str| {
        let text = entry(rest);
        let scan = of(&[("compose.yaml", &text)]);
        assert!(scan.bindings.is_empty(), "{rest}");
        assert_eq!(scan.refused.len(), 1, "{rest}");
        scan.refused[0].why.clone()
    };
    assert!(refused("published: 80").contains("no `target`"));
    assert!(refused("target: 80, hostPort: 80").contains("does not have"));
    assert!(refused("target: 80, published: 80, protocol: banana").contains("protocol"));
    assert!(refused("target: 80, published: 80, host_ip: localhost").contains("address"));
    assert!(refused("target: 0").contains("not a port"));
    assert!(refused("target: 70000").contains("not a port"));
    assert!(refused("target: 80, published: 70000").contains("not a port"));
    assert_eq!(
        of_one(&entry("target: 80, published: '', x-note: none")),
        ["4 a *->80/tcp"]
    );
    assert_eq!(
        of_one(&entry("target: 80, published: 0")),
        ["4 a *->80/tcp"]
    );
}

#[test]
fn a_root_with_services_is_compose_whatever_its_name() {
    let text = "services:\n  a:\n    ports: ['1:1']\n";
    assert_eq!(bindings(&[("stack.yml", text)]), ["stack.yml:3 a 1->1/tcp"]);
    assert_eq!(
        bindings(&[("compose.yaml.example", text)]),
        ["compose.yaml.example:3 a 1->1/tcp"]
    );
    // A list of services is somebody else's.
    let scan = of(&[(".gitlab-ci.yml", "services: [redis]\n")]);
    assert_eq!(scan.refused, []);
}

#[test]
fn a_file_that_cannot_be_parsed_is_named() {
    let text = "services:\n  a:\n    ports:\n      - \"{{ port }}:80\"\n      {% if x %}\n";
    let scan = of(&[("compose.yaml", text)]);
    assert_eq!(scan.unread().count(), 1);
    let said = remarks(&scan.cannot_know);
    assert!(
        said.iter()
            .any(|it| it.starts_with("compose.yaml:4 a template")),
        "{said:?}"
    );
}
