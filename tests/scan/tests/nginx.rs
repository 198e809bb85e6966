//! Configurations of nginx: what it listens on, and what it passes requests to.

use test_scan::{bindings, of, references, remarks};

fn listens(text: &str) -> Vec<String> {
    let all = bindings(&[("nginx.conf", text)]);
    all.iter()
        .map(|it| it.replace("nginx.conf:", "").replace("*->", ""))
        .collect()
}

fn asks(text: &str) -> Vec<String> {
    let all = references(&[("nginx.conf", text)]);
    all.iter().map(|it| it.replace("nginx.conf:", "")).collect()
}

#[test]
fn listening() {
    let text = "http {\n  server {\n    listen 80 default_server; # listen 1;\n    listen [::]:8080;\n    listen 127.0.0.1:8443 ssl;\n    listen *:81;\n    listen localhost;\n    listen unix:/run/x;\n    listen 443 quic reuseport;\n    listen\n      8000-8010;\n  }\n}\n\
        stream { server { listen 53 udp; } }\n";
    let expected = [
        "3 ? 80/tcp",
        "4 ? :::8080/tcp",
        "5 ? 127.0.0.1:8443/tcp",
        "6 ? 81/tcp",
        "7 ? localhost:80/tcp",
        "9 ? 443/udp",
        "11 ? 8000-8010/tcp",
        "14 ? 53/udp",
    ];
    assert_eq!(listens(text), expected);
}

#[test]
fn variables_of_a_template() {
    let text = "server {\n  listen ${PORT};\n  listen 0.0.0.0:$PORT;\n  listen ${HOST}:8080;\n  listen {{ port }};\n  listen 70000;\n  location / {\n    proxy_pass http://api:${API_PORT};\n    proxy_pass http://$host:9000;\n    proxy_pass $unknown;\n  }\n}\n";
    let files = [("templates/default.conf.template", text)];
    let scan = of(&files);
    assert_eq!(
        bindings(&files),
        ["templates/default.conf.template:4 ? *->8080/tcp"]
    );
    let lines: Vec<usize> = scan.cannot_know.iter().map(|it| it.location.line).collect();
    assert_eq!(lines, [2, 3, 5, 8, 10]);
    assert_eq!(
        remarks(&scan.refused),
        ["templates/default.conf.template:6 not a port: a number from 1 to 65535"]
    );
    assert_eq!(
        references(&files),
        ["templates/default.conf.template:9 ?:9000"]
    );
}

#[test]
fn passing_on() {
    let text = "upstream backend {\n  server api:8080 max_fails=3;\n  server 127.0.0.1:3000 backup;\n  server web;\n  server unix:/tmp/x;\n}\n\
        server {\n  location / { proxy_pass http://backend; }\n  location /a/ { proxy_pass http://minio:9000/a/; }\n  location ~ \\.php$ { fastcgi_pass php:9000; }\n\
        location /g { grpc_pass grpc://search:50051; }\n  location /u { set $up http://grafana:3000/; proxy_pass $up; }\n  location /h { set $host_of qdrant; proxy_pass http://$host_of:6333; }\n\
        location /w { proxy_pass http://web; }\n  location /x { proxy_pass https://example.com; }\n  # proxy_pass http://old:1;\n  resolver 127.0.0.11 valid=30s;\n  proxy_set_header Host minio:9000;\n}\n\
        stream { server { listen 1; proxy_pass db:5432; } }\n";
    let expected = [
        "2 api:8080",
        "3 127.0.0.1:3000",
        "4 web:80",
        "9 minio:9000",
        "10 php:9000",
        "11 search:50051",
        "12 grafana:3000",
        "13 qdrant:6333",
        "14 web:80",
        "20 db:5432",
    ];
    assert_eq!(asks(text), expected);
}

#[test]
fn servers_of_another_file() {
    let files = [
        (
            "nginx/conf.d/app.conf",
            "server {\n  listen 80;\n  location / { proxy_pass http://backend; }\n}\n",
        ),
        (
            "nginx/conf.d/up.conf",
            "upstream backend {\n  server api:8080;\n}\n",
        ),
        ("redis.conf", "port 6379\n"),
    ];
    assert_eq!(references(&files)[..1], ["nginx/conf.d/up.conf:2 api:8080"]);
    assert_eq!(bindings(&files), ["nginx/conf.d/app.conf:2 ? *->80/tcp"]);
}
