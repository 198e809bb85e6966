//! Prometheus and the Collector.

use deeplens_ports_cli::Ports;
use test_scan::{bindings, of, references, remarks};

fn lines(found: &[String], name: &str) -> Vec<String> {
    found
        .iter()
        .map(|it| it.replace(&format!("{name}:"), ""))
        .collect()
}

#[test]
fn targets_of_all_kinds() {
    let text = "scrape_configs:\n- static_configs:\n  - targets: [web:8080, 'localhost:9090', '[::1]:9100', plain, 'bad:port', '{{ x }}:1', 'a:70000']\n- scheme: https\n  static_configs:\n  - targets: [plain]\n";
    let files = [("prometheus.yml", text)];
    let expected = [
        "3 web:8080",
        "3 localhost:9090",
        "3 ::1:9100",
        "3 plain:80",
        "6 plain:443",
    ];
    assert_eq!(lines(&references(&files), "prometheus.yml"), expected);
    assert_eq!(of(&files).cannot_know.len(), 3);
}

#[test]
fn what_is_discovered_is_not_known() {
    let text = "scrape_configs:\n- consul_sd_configs:\n  - server: consul:8500\n- http_sd_configs:\n  - url: http://discovery:8000/targets\n- kubernetes_sd_configs:\n  - role: pod\n- dns_sd_configs:\n  - names: [web, api]\n    type: A\n    port: 8080\n- dns_sd_configs:\n  - names: [_web._tcp]\n";
    let files = [("p.yml", text)];
    assert_eq!(
        lines(&references(&files), "p.yml"),
        [
            "3 consul:8500",
            "5 discovery:8000",
            "9 web:8080",
            "9 api:8080"
        ]
    );
    let said = remarks(&of(&files).cannot_know);
    let at: Vec<&str> = said.iter().filter_map(|it| it.split(' ').next()).collect();
    assert_eq!(at, ["p.yml:2", "p.yml:4", "p.yml:6", "p.yml:12"]);
}

#[test]
fn an_address_that_is_made_of_labels_is_not_known() {
    let text = "scrape_configs:\n- static_configs:\n  - targets: [web:8080]\n  relabel_configs:\n  - source_labels: [__address__]\n    regex: '(.*):\\d+'\n    target_label: __address__\n    replacement: '${1}:9100'\n";
    let scan = of(&[("p.yml", text)]);
    assert_eq!(scan.references, []);
    assert_eq!(
        remarks(&scan.cannot_know),
        ["p.yml:8 the address is made of labels: what is scraped is not known"]
    );
}

#[test]
fn files_of_targets_and_where_alerts_go() {
    let files = [
        (
            "targets.json",
            r#"[{"targets": ["web:8080"], "labels": {"port": "9"}}]"#,
        ),
        (
            "p.yml",
            "scrape_configs: []\nalerting:\n  alertmanagers:\n  - static_configs:\n    - targets: ['alert:9093']\nremote_write:\n- url: http://u:secret@mimir:9009/api\n",
        ),
    ];
    assert_eq!(
        references(&files),
        [
            "p.yml:5 alert:9093",
            "p.yml:7 mimir:9009",
            "targets.json:1 web:8080"
        ]
    );
}

#[test]
fn defaults_of_the_collector() {
    let text = "receivers:\n  otlp:\n    protocols:\n      grpc:\n      http: {}\n  otlp/own:\n    protocols:\n      grpc:\n        endpoint: ${env:IP}:5317\n  jaeger:\n    protocols:\n      thrift_compact:\n  zipkin:\n  statsd:\n    endpoint: 0.0.0.0:9125\nexporters:\n  debug:\nextensions:\n  health_check:\n  zpages:\n    endpoint: localhost:${env:ZPAGES:-55680}\nservice:\n  extensions: [health_check, zpages]\n  telemetry:\n    metrics:\n      address: 0.0.0.0:8888\n  pipelines:\n    traces:\n      receivers: [otlp, otlp/own, jaeger, zipkin, statsd]\n      exporters: [debug]\n";
    let files = [("c.yaml", text)];
    let expected = [
        "4 ? localhost:*->4317/tcp",
        "5 ? localhost:*->4318/tcp",
        "9 ? *->5317/tcp",
        "12 ? localhost:*->6831/udp",
        "13 ? localhost:*->9411/tcp",
        "15 ? 0.0.0.0:*->9125/udp",
        "19 ? localhost:*->13133/tcp",
        "21 ? localhost:*->55680/tcp",
        "26 ? 0.0.0.0:*->8888/tcp",
    ];
    assert_eq!(lines(&bindings(&files), "c.yaml"), expected);
    let scan = of(&files);
    let variable = scan.bindings[7].variable.as_ref().expect("it is a default");
    assert_eq!(
        (&*variable.name, variable.default),
        ("ZPAGES", Some(Ports::One(55680)))
    );
}

#[test]
fn what_the_collector_asks() {
    let text = "receivers:\n  postgresql:\n    endpoint: db:5432\n  redis:\n    endpoint: cache:80\n  kafka:\n    brokers: [kafka:29092]\n  httpcheck:\n    targets:\n    - endpoint: http://web:8080/health\nexporters:\n  otlp:\n    endpoint: ${env:TEMPO}\n  otlphttp/b:\n    endpoint: https://tempo.example:4318\n    headers: {x: 'y:9999'}\n  prometheus:\n    endpoint: :8889\n";
    let files = [("c.yaml", text)];
    let expected = [
        "3 db:5432",
        "5 cache:80",
        "7 kafka:29092",
        "10 web:8080",
        "15 tempo.example:4318",
    ];
    assert_eq!(lines(&references(&files), "c.yaml"), expected);
    assert_eq!(bindings(&files), ["c.yaml:18 ? *->8889/tcp"]);
    let scan = of(&files);
    assert_eq!(scan.cannot_know.len(), 1);
    assert_eq!(scan.cannot_know[0].variable.as_deref(), Some("TEMPO"));
}
