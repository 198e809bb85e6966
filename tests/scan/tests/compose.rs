//! What Compose 2 makes of its files, kind by kind.

use test_scan::{bindings, of, remarks};

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
