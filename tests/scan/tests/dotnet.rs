//! Launch settings and appsettings.

use deeplens_ports_cli::Side;
use test_scan::{bindings, of, references, remarks};

#[test]
fn two_addresses_of_one_profile_and_two_files() {
    let text = r#"{ "profiles": { "web": { "commandName": "Project", "applicationUrl": "https://localhost:7001; http://localhost:5001" } } }"#;
    let files = [
        ("a/Properties/launchSettings.json", text),
        ("b/Properties/launchSettings.json", text),
    ];
    let expected = [
        "a/Properties/launchSettings.json:1 web localhost:7001->*/tcp",
        "a/Properties/launchSettings.json:1 web localhost:5001->*/tcp",
        "b/Properties/launchSettings.json:1 web localhost:7001->*/tcp",
        "b/Properties/launchSettings.json:1 web localhost:5001->*/tcp",
    ];
    assert_eq!(bindings(&files), expected);
    let scan = of(&files);
    assert_eq!(scan.bindings[0].names.project.as_deref(), Some("a"));
    assert_eq!(
        &text[scan.bindings[1].location.span.clone()],
        "localhost:5001"
    );
}

#[test]
fn variables_of_a_profile() {
    let text = r#"{ "profiles": {
      "web": { "commandName": "Project", "environmentVariables": {
        "ASPNETCORE_URLS": "http://+:5001",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4317",
        "ASPNETCORE_ENVIRONMENT": "Development" } },
      "container": { "commandName": "Docker", "httpPort": 8080, "environmentVariables": {
        "ASPNETCORE_URLS": "http://+:80",
        "DB": "Host=db;Port=5432;Password=secret" } } } }"#;
    let files = [("launchSettings.json", text)];
    assert_eq!(
        bindings(&files),
        [
            "launchSettings.json:3 web 5001->*/tcp",
            "launchSettings.json:6 container 8080->*/tcp"
        ]
    );
    assert_eq!(
        references(&files),
        [
            "launchSettings.json:4 localhost:4317",
            "launchSettings.json:8 db:5432"
        ]
    );
    let sides: Vec<Side> = of(&files).references.iter().map(|it| it.side).collect();
    assert_eq!(sides, [Side::Host, Side::Container]);
}

#[test]
fn settings_that_are_broken_are_named() {
    for name in ["launchSettings.json", "appsettings.json"] {
        let scan = of(&[(name, "{ \"profiles\": {\n  oops\n")]);
        assert_eq!(scan.unread().count(), 1, "{name}");
    }
    assert_eq!(
        remarks(&of(&[("launchSettings.json", "")]).cannot_know),
        Vec::<String>::new()
    );
}

#[test]
fn what_kestrel_listens_on() {
    let text = r#"{
      "Urls": "http://*:5001;https://localhost:5002",
      "Kestrel": { "Endpoints": {
        "Grpc": { "Url": "http://0.0.0.0:5003", "Protocols": "Http2" },
        "Socket": { "Url": "http://unix:/run/shop.sock" } } },
      "ConnectionStrings": { "Shop": "Host=localhost;Port=5433;Password=secret", "Sql": "Server=sql,1433;Password=secret" },
      "Seq": { "ServerUrl": "http://seq:5341", "BatchPostingLimit": 5000 },
      "Smtp": { "Host": "mail", "Port": 587 },
      "AllowedHosts": "*"
    }"#;
    let files = [("web/appsettings.Development.json", text)];
    let found = bindings(&files);
    let found: Vec<&str> = found
        .iter()
        .map(|it| it.trim_start_matches("web/appsettings.Development.json:"))
        .collect();
    assert_eq!(
        found,
        [
            "2 ? *->5001/tcp",
            "2 ? localhost:*->5002/tcp",
            "4 ? 0.0.0.0:*->5003/tcp"
        ]
    );
    let scan = of(&files);
    let asked: Vec<(Option<&str>, u16, Option<&str>)> = scan
        .references
        .iter()
        .map(|it| (it.host.as_deref(), it.port.first(), it.key.as_deref()))
        .collect();
    let expected = [
        (Some("localhost"), 5433, Some("ConnectionStrings:Shop")),
        (Some("sql"), 1433, Some("ConnectionStrings:Sql")),
        (Some("seq"), 5341, Some("Seq:ServerUrl")),
        (Some("mail"), 587, Some("Smtp:Port")),
    ];
    assert_eq!(asked, expected);
}
