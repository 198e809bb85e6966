//! No false alarms: what looks like a disagreement and is none.

use test_audit::{errors, of};

#[track_caller]
fn is_quiet(files: &[(&str, &str)]) {
    let audit = of(files);
    assert!(audit.agrees(), "{audit}");
}

/// The files, with `said` found in them.
#[track_caller]
fn finds(said: &[&str], files: &[(&str, &str)]) {
    assert_eq!(errors(files), said);
}

fn compose(service: &str) -> String {
    format!("services:\n{service}")
}

#[test]
fn no_knowledge_no_finding() {
    let compose =
        compose("  legacy:\n    image: mysql\n  app:\n    environment:\n      DB: legacy:3306\n");
    is_quiet(&[("compose.yaml", &compose)]);
}

#[test]
fn what_else_a_container_listens_on_is_not_known() {
    let compose = compose(
        "  legacy:\n    ports: ['8080:80']\n    profiles: [old]\n  app:\n    environment:\n      ADMIN: http://legacy:8081\n",
    );
    is_quiet(&[("compose.yaml", &compose)]);
}

#[test]
fn what_a_container_mentions_is_its_own() {
    let own = "  db:\n    ports: ['5433:5432']\n    environment:\n      LISTENERS: INTERNAL://:29092\n      ADVERTISED_PORT: 29092\n  app:\n    environment:\n      BROKER: http://db:29092\n";
    is_quiet(&[("compose.yaml", &compose(own))]);
    let other = own.replace("http://db:29092", "http://db:29093");
    finds(
        &["wrong-port compose.yaml:9"],
        &[("compose.yaml", &compose(&other))],
    );
}

#[test]
fn a_name_with_fewer_digits_is_no_address() {
    let image = "  app:\n    environment:\n      IMAGE: app:12\n      STARTS: at:30\n";
    is_quiet(&[("compose.yaml", &compose(image))]);
    let address = "  app:\n    environment:\n      TARGET: nobody:1234\n";
    finds(
        &["unknown-host compose.yaml:4"],
        &[("compose.yaml", &compose(address))],
    );
}

#[test]
fn one_of_the_exposed_ports_is_enough() {
    is_quiet(&[(
        "web/Dockerfile",
        "FROM nginx\nEXPOSE 443\nEXPOSE 80\nEXPOSE 9113\n",
    )]);
    finds(
        &["wrong-container-port web/Dockerfile:2"],
        &[("web/Dockerfile", "FROM nginx\nEXPOSE 443\nEXPOSE 9113\n")],
    );
}

#[test]
fn a_name_without_its_prefix_links_and_is_no_host() {
    let linked = "  db:\n    ports: ['5433:5432']\n";
    is_quiet(&[("compose.yaml", &compose(linked))]);
    let scrape =
        "scrape_configs:\n  - job_name: db\n    static_configs:\n      - targets: ['db:5432']\n";
    finds(
        &["unknown-host prometheus.yml:4"],
        &[("prometheus.yml", scrape)],
    );
    // It is one where a file gives it to a container.
    is_quiet(&[
        ("compose.yaml", &compose(linked)),
        ("prometheus.yml", scrape),
    ]);
}

#[test]
fn localhost_in_a_container_is_the_container() {
    let checked = "  web:\n    ports: ['8080:80']\n    healthcheck:\n      test: curl http://localhost:9913/\n    environment:\n      SELF: http://127.0.0.1:5432\n";
    is_quiet(&[("compose.yaml", &compose(checked))]);
    // That of the host is not.
    let asked = "  web:\n    environment:\n      API: http://host.docker.internal:5001\n";
    finds(
        &["unlisted-target compose.yaml:4"],
        &[("compose.yaml", &compose(asked))],
    );
}

#[test]
fn dotted_names_are_of_other_people() {
    is_quiet(&[(
        ".env",
        "A_URL=https://api.example.com:8443\nB_URL=http://10.0.0.7:9200\nC_URL=http://shop-db.internal:1\n",
    )]);
}

#[test]
fn other_transports_and_addresses_do_not_meet() {
    let both = "  names:\n    ports: ['5353:5353/udp', '127.0.0.1:5000:1', '127.0.0.2:5000:2']\n";
    let audit = of(&[("compose.yaml", &compose(both))]);
    assert!(
        audit
            .errors()
            .all(|it| it.rule().as_str() != "duplicate-binding"),
        "{audit}"
    );
    let two = "  one:\n    ports: ['127.0.0.1:7000:1', '7001:1/udp']\n  two:\n    ports: ['127.0.0.2:7000:1', '7001:1/tcp']\n";
    let audit = of(&[("compose.yaml", &compose(two))]);
    assert!(
        audit
            .errors()
            .all(|it| it.rule().as_str() == "unlisted-port"),
        "{audit}"
    );
}

#[test]
fn profiles_that_need_not_run_together_do_not_meet() {
    let two = |a: &str, b: &str| {
        compose(&format!(
            "  web:\n    profiles: [{a}]\n    ports: ['8080:80']\n  shop-web:\n    profiles: [{b}]\n    ports: ['8080:80']\n"
        ))
    };
    is_quiet(&[("compose.yaml", &two("apache", "nginx"))]);
    finds(
        &["duplicate-binding compose.yaml:7"],
        &[("compose.yaml", &two("apache, all", "nginx, all"))],
    );
}

#[test]
fn files_of_two_projects_do_not_run_together() {
    let one = compose("  web:\n    ports: ['8080:80']\n");
    is_quiet(&[
        ("a/compose.yaml", &one),
        ("b/compose.yaml", &one.replace("web", "shop-web")),
    ]);
}

#[test]
fn a_name_that_the_map_does_not_know_may_be_the_owner() {
    let one = compose("  postgres:\n    ports: ['5433:5432']\n");
    is_quiet(&[("compose.yaml", &one)]);
    let other = compose("  postgres:\n    ports: ['5433:3306']\n");
    finds(&["wrong-owner compose.yaml:3"], &[("compose.yaml", &other)]);
}

#[test]
fn comments_times_owners_and_tags_are_no_ports() {
    let text = "# curl http://localhost:9999\n# ports: 9999:9999\nchown 1000:1000 /data\ndate -d 12:30\ndocker pull example/web:8081\n";
    is_quiet(&[("start.sh", text)]);
    is_quiet(&[(
        "compose.yaml",
        &compose(
            "  web:\n    image: example/web:8081\n    user: '1000:1000'\n    # ports: ['9999:9999']\n    ports: ['8080:80']\n",
        ),
    )]);
}

#[test]
fn an_opened_port_is_there_to_be_reached() {
    let one = compose("  mail:\n    ports: ['1025:25', '4000-4005:1']\n");
    let files = [
        ("compose.yaml", &*one),
        (
            ".env",
            "MAIL_URL=http://localhost:1025\nX_URL=http://localhost:4003\n",
        ),
    ];
    finds(
        &[
            "unlisted-port compose.yaml:3",
            "unlisted-port compose.yaml:3",
        ],
        &files,
    );
}

#[test]
fn a_port_of_the_map_may_be_that_of_either_side_where_nobody_knows() {
    is_quiet(&[(".env", "DB_PORT=5432\n"), ("x/.env", "DB_PORT=5433\n")]);
    finds(&["wrong-port .env:1"], &[(".env", "DB_HOST_PORT=5432\n")]);
    finds(
        &["wrong-container-port .env:1"],
        &[(".env", "DB_CONTAINER_PORT=5433\n")],
    );
}

#[test]
fn a_part_of_a_key_is_no_key() {
    is_quiet(&[(".env", "MY_DB_PORT=1\nDB_PORT_TIMEOUT=2\nDBX_PORT=3\n")]);
}

#[test]
fn what_else_answers_on_a_network_is_known() {
    let aliases = "  one:\n    hostname: first\n    networks:\n      back:\n        aliases: [second]\n    extra_hosts: ['third:10.0.0.1']\n  two:\n    environment:\n      A: http://first:1000\n      B: http://second:1000\n      C: http://third:1000\n";
    is_quiet(&[("compose.yaml", &compose(aliases))]);
}

#[test]
fn a_default_that_the_map_has_is_not_what_is_wrong() {
    let one = compose("  web:\n    ports: ['${WEB_PORT:-8080}:80']\n");
    finds(
        &["wrong-port .env:1"],
        &[("compose.yaml", &one), (".env", "WEB_PORT=8081\n")],
    );
}

#[test]
fn a_comment_in_an_env_file_is_a_note() {
    let audit = of(&[(".env", "DB_PORT=5432 # inside\n")]);
    assert!(audit.agrees(), "{audit}");
    assert!(
        audit
            .notes()
            .any(|it| it.rule().as_str() == "read-differently")
    );
}

#[test]
fn the_map_says_nothing_of_itself() {
    is_quiet(&[
        (
            "ports.toml",
            "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\nnote = 'was http://localhost:8081'\n",
        ),
        (".env", "WEB_PORT=8080\n"),
    ]);
}

/// An endpoint on the container network alone has no port of the host.
#[test]
fn a_port_inside_alone_is_reached_inside_alone() {
    let map = "[map]\nname = 'shop'\n[services.queue]\ncontainer = 'shop-queue'\n[services.queue.endpoints.broker]\nport = 9092\nprotocol = 'tcp'\n[services.queue.endpoints.peers]\ncontainer-port = 29092\nprotocol = 'tcp'\n";
    let url = |host: &str, port: u16| format!("A_URL=tcp://{host}:{port}\n");
    let asked = |text: &str| errors(&[("ports.toml", map), (".env", text)]);
    assert_eq!(asked(&url("shop-queue", 29_092)), [""; 0]);
    assert_eq!(asked(&url("localhost", 9092)), [""; 0]);
    assert_eq!(asked(&url("localhost", 29_092)), ["unlisted-target .env:1"]);
    let opened = compose("  queue:\n    ports: ['29092:29092']\n");
    finds(
        &["unlisted-port compose.yaml:3"],
        &[("ports.toml", map), ("compose.yaml", &opened)],
    );
}

/// A range has no port inside; its service has a container all the same.
#[test]
fn a_service_with_a_range_alone_is_known_by_its_container() {
    let map = "[map]\nname = 'sys'\n[services.media]\ncontainer = 'sfu'\nports = '40000-40003'\nprotocol = 'udp'\n[policy]\nrange = '1024-65535'\nallow = ['ephemeral-port']\n";
    let compose = compose(
        "  rtc:\n    container_name: sfu\n    ports: ['40000-40003:40000-40003/udp', '40009:40009/udp']\n",
    );
    let audit = of(&[("ports.toml", map), ("compose.yaml", &compose)]);
    let report = audit.to_string();
    assert!(report.contains("opened by `media`"), "{report}");
    assert_eq!(audit.errors().count(), 1, "{report}");
}

/// It is read inside: `localhost` is the container that has it.
#[test]
fn what_a_container_has_of_the_tree_is_seen_from_inside() {
    let scrape = "scrape_configs:\n  - job_name: own\n    static_configs:\n      - targets: ['localhost:80', 'localhost:9999']\n";
    for mount in [
        "volumes: ['./prom/prometheus.yml:/etc/prometheus/prometheus.yml:ro']",
        "volumes: ['./prom:/etc/prometheus']",
        "volumes: [{type: bind, source: ./prom/prometheus.yml, target: /prometheus.yml}]",
        "configs: [scrapes]\nconfigs:\n  scrapes:\n    file: prom/prometheus.yml",
    ] {
        let compose = compose(&format!("  web:\n    ports: ['8080:80']\n    {mount}\n"));
        is_quiet(&[("compose.yaml", &compose), ("prom/prometheus.yml", scrape)]);
    }
    let code = compose("  web:\n    ports: ['8080:80']\n    volumes: ['.:/app']\n");
    finds(
        &[
            "wrong-side prom/prometheus.yml:4",
            "unlisted-target prom/prometheus.yml:4",
        ],
        &[("compose.yaml", &code), ("prom/prometheus.yml", scrape)],
    );
}

/// What a job of a workflow starts is on the machine of the job.
#[test]
fn a_workflow_has_services_of_its_own() {
    let workflow = |url: &str| {
        format!(
            "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    services:\n      postgres:\n        image: postgres\n        ports:\n          - 5432:5432\n          - 9876:80/tcp\n    env:\n      DATABASE_URL: postgres://{url}/shop\n      DB_HOST_PORT: 5432\n    steps:\n      - run: curl http://localhost:9876/\n"
        )
    };
    for url in ["localhost:5432", "127.0.0.1:5432", "postgres:5432"] {
        is_quiet(&[(".github/workflows/ci.yml", &workflow(url))]);
    }
    finds(
        &[
            "wrong-side .github/workflows/ci.yml:12",
            "wrong-port .github/workflows/ci.yml:13",
        ],
        &[(
            ".github/workflows/ci.yml",
            &workflow("localhost:5432").replace("5432:5432", "5439:5432"),
        )],
    );
}

/// A port of the nodes of a cluster is none of this machine.
#[test]
fn a_port_of_nodes_is_not_the_hosts() {
    let service = |port: &str| {
        format!(
            "apiVersion: v1\nkind: Service\nmetadata: {{ name: web }}\nspec:\n  type: NodePort\n  ports:\n    - {{ port: 80, targetPort: 80, nodePort: {port} }}\n"
        )
    };
    is_quiet(&[("web.yaml", &service("30080"))]);
    is_quiet(&[
        ("web.yaml", &service("30080")),
        ("start.sh", "curl http://localhost:30080/\n"),
    ]);
}
