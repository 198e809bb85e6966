//! What is said inside of containers, and what of it counts outside.

use test_audit::{errors, notes};

#[track_caller]
fn finds(said: &[&str], files: &[(&str, &str)]) {
    assert_eq!(errors(files), said);
}

const COMPOSE: &str = "services:\n  web:\n    ports: ['8080:80']\n    volumes: ['./nginx/shop.conf:/etc/nginx/conf.d/default.conf:ro']\n";

#[test]
fn a_server_listens_where_its_container_does() {
    let listen = |port: u16| format!("server {{\n  listen {port};\n  server_name _;\n}}\n");
    let compose = ("compose.yaml", COMPOSE);
    finds(&[], &[compose, ("nginx/shop.conf", &listen(80))]);
    finds(
        &["wrong-container-port nginx/shop.conf:2"],
        &[compose, ("nginx/shop.conf", &listen(8080))],
    );
    // One more beside what the image has, or beside another file, may be any.
    let part = COMPOSE.replace("default.conf", "status.conf");
    finds(
        &[],
        &[("compose.yaml", &part), ("nginx/shop.conf", &listen(8080))],
    );
    let both = COMPOSE.replace(
        "./nginx/shop.conf:/etc/nginx/conf.d/default.conf",
        "./nginx:/etc/nginx/conf.d",
    );
    finds(
        &[],
        &[
            ("compose.yaml", &both),
            ("nginx/shop.conf", &listen(80)),
            ("nginx/status.conf", &listen(8081)),
        ],
    );
}

const MAP: &str = "[map]\nname = 'shop'\n[services.collector]\ncontainer = 'shop-collector'\n[services.collector.endpoints.grpc]\nport = 4327\ncontainer-port = 4317\nprotocol = 'grpc'\n[services.collector.endpoints.http]\nport = 4328\ncontainer-port = 4318\nprotocol = 'http'\n[services.collector.endpoints.own]\ncontainer-port = 8888\nprotocol = 'http'\n";

#[test]
fn a_collector_listens_where_its_container_does() {
    let compose = "services:\n  collector:\n    container_name: shop-collector\n    volumes: ['./otel.yml:/etc/otel.yml']\n    ports: ['4327:4317', '4328:4318']\n";
    let config = |http: u16| {
        format!(
            "receivers:\n  otlp:\n    protocols:\n      grpc:\n      http:\n        endpoint: 0.0.0.0:{http}\nexporters:\n  debug: {{}}\nextensions:\n  zpages:\n    endpoint: 0.0.0.0:55680\nservice:\n  extensions: [zpages]\n  pipelines:\n    traces:\n      receivers: [otlp]\n      exporters: [debug]\n"
        )
    };
    let found = |http: u16| {
        errors(&[
            ("ports.toml", MAP),
            ("compose.yaml", compose),
            ("otel.yml", &config(http)),
        ])
    };
    assert_eq!(found(4318), [""; 0]);
    assert_eq!(found(4319), ["wrong-container-port otel.yml:6"]);
}

#[track_caller]
fn is_quiet_in(file: &str, lines: &[&str]) {
    for line in lines {
        finds(&[], &[(file, line)]);
    }
}

#[test]
fn what_runs_inside_asks_the_container() {
    let lines = [
        "docker compose exec -T web curl http://localhost:9999/",
        "docker compose -f a.yml exec --user root web sh -c 'curl http://localhost:9999/'",
        "docker-compose exec web curl http://localhost:5432/",
        "docker compose run --rm web curl http://localhost:9999/",
        "podman compose exec web curl http://localhost:9999/",
        "podman-compose exec web curl http://localhost:9999/",
        "kubectl exec deploy/web -- curl http://localhost:9999/",
        "kubectl -n shop exec -it web -c app -- curl http://localhost:5432/",
        "sudo kubectl exec web -- sh -c 'curl http://localhost:9999/'",
    ];
    is_quiet_in("start.sh", &lines);
    is_quiet_in("start.ps1", &lines);
    is_quiet_in("start.cmd", &lines[2..5]);
    let recipes = lines.map(|line| format!("all:\n\t{line}\n"));
    is_quiet_in("Makefile", &recipes.each_ref().map(String::as_str));
    // What asks from outside is no part of it.
    finds(
        &["unlisted-target start.sh:1"],
        &[(
            "start.sh",
            "docker compose exec web true && curl http://localhost:9999/",
        )],
    );
}

#[test]
fn another_machine_has_a_localhost_of_its_own() {
    let lines = [
        "ssh ops@prod.example.com \"curl http://localhost:9999/\"",
        "ssh -p 2222 ops@prod.example.com curl http://localhost:5432/",
        "ssh -L 15432:localhost:5432 ops@prod.example.com\npsql postgres://localhost:15432/shop",
        "ssh -fNL 127.0.0.1:15432:db.example.com:5432 ops@prod.example.com\npsql postgres://localhost:15432/shop",
        "kubectl port-forward svc/web 3000:80 &\ncurl http://localhost:3000/",
        "kubectl -n shop port-forward --address 0.0.0.0 deploy/web 3000 3001:81\ncurl http://localhost:3000/ http://localhost:3001/",
    ];
    is_quiet_in("start.sh", &lines);
    is_quiet_in("start.ps1", &lines[..2]);
    finds(
        &["unlisted-target start.sh:2"],
        &[(
            "start.sh",
            "kubectl port-forward svc/web 3000:80\ncurl http://localhost:3002/",
        )],
    );
}

/// What a container listens on is opened for nobody outside.
#[test]
fn who_listens_inside_opens_nothing_on_the_host() {
    let asked = ("start.sh", "curl postgres://localhost:5432/\n");
    for (file, text) in [
        ("db/Dockerfile", "FROM postgres\nEXPOSE 5432\n"),
        (
            "db/Dockerfile",
            "FROM x\nENV ASPNETCORE_URLS=http://+:5432\nEXPOSE 5432\n",
        ),
        ("other/Dockerfile", "FROM x\nENV PORT=5432\nEXPOSE 5432\n"),
        (
            "src/Shop.Db/appsettings.json",
            "{\"Urls\": \"http://+:5432\"}",
        ),
        (
            "otel.yml",
            "receivers:\n  otlp:\n    protocols:\n      grpc:\n        endpoint: 0.0.0.0:5432\nexporters:\n  debug: {}\n",
        ),
    ] {
        finds(&["wrong-side start.sh:1"], &[asked, (file, text)]);
    }
    // A program on the host does.
    let native = "{\"profiles\": {\"http\": {\"commandName\": \"Project\", \"applicationUrl\": \"http://localhost:5432\"}}}";
    finds(
        &["unlisted-port src/Tool/Properties/launchSettings.json:1"],
        &[asked, ("src/Tool/Properties/launchSettings.json", native)],
    );
    // What lies with the image may be run in it.
    finds(&[], &[("db/healthcheck.sh", asked.1)]);
}

#[test]
fn a_health_check_asks_the_container() {
    let check = |port: u16| {
        format!(
            "services:\n  web:\n    ports: ['8080:80']\n    healthcheck:\n      test: [CMD, curl, 'http://localhost:{port}/']\n"
        )
    };
    finds(&[], &[("compose.yaml", &check(80))]);
    finds(
        &["wrong-side compose.yaml:5"],
        &[("compose.yaml", &check(8080))],
    );
    let noted = |port: u16| notes(&[("compose.yaml", &check(port))]);
    let wrong = "wrong-port compose.yaml:5".to_owned();
    assert!(!noted(80).contains(&wrong));
    assert!(noted(3999).contains(&wrong));
    let image = |port: u16| format!("FROM nginx\nHEALTHCHECK CMD curl http://localhost:{port}/\n");
    finds(&[], &[("web/Dockerfile", &image(80))]);
    finds(
        &["wrong-side web/Dockerfile:2"],
        &[("web/Dockerfile", &image(8080))],
    );
}

/// The name alone does not tell the side, its use does.
#[test]
fn a_variable_of_the_host_has_the_number_of_the_host() {
    for used in ["localhost:${DB_PORT}", "127.0.0.1:$DB_PORT"] {
        let text = format!("DB_PORT=5432\npsql postgres://{used}/shop\n");
        finds(&["wrong-side start.sh:1"], &[("start.sh", &text)]);
    }
    is_quiet_in(
        "start.sh",
        &[
            "DB_PORT=5433\npsql postgres://localhost:${DB_PORT}/shop\n",
            "DB_PORT=5432\npsql postgres://shop-db:${DB_PORT}/shop\n",
            "DB_PORT=5432\npsql postgres://localhost:$DB_PORT_OUTSIDE/shop\n",
        ],
    );
}

#[test]
fn a_test_of_a_connection_names_its_host() {
    let asked = |rest: &str| format!("Test-NetConnection -ComputerName localhost {rest}\n");
    finds(
        &["wrong-side start.ps1:1"],
        &[("start.ps1", &asked("-Port 5432"))],
    );
    finds(
        &["unlisted-target start.ps1:1"],
        &[("start.ps1", &asked("-Port 9999"))],
    );
    is_quiet_in(
        "start.ps1",
        &[
            &asked("-Port 5433"),
            "Test-NetConnection -ComputerName db.example.com -Port 9999\n",
        ],
    );
}
