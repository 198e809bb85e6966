//! Files that are read together, and their variables.

use deeplens_ports_cli::Ports;
use test_scan::{bindings, of, remarks};

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
    assert_eq!(
        bindings(&[("compose.yaml", own)]),
        ["compose.yaml:4 a 1->1/tcp"]
    );
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
