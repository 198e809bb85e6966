//! What cannot be made, and why.

use deeplens_ports::ports;
use deeplens_ports_cli::export::{Export, Format, export};
use test_export::{map, new, of};

#[track_caller]
fn refused(wanted: &Export, said: &str) {
    let error = export(ports::map(), wanted, None).expect_err("it is refused");
    assert_eq!(error.to_string(), said);
    assert!(!error.is_stale());
}

#[test]
fn options_of_other_formats() {
    refused(
        &Export::new(Format::Json, "x").inside(),
        "`json` takes no `inside`",
    );
    refused(
        &Export::new(Format::Env, "x").endpoint("grafana"),
        "`env` takes no `endpoints`",
    );
    refused(
        &Export::new(Format::Prometheus, "x").configured("x"),
        "`prometheus` takes no `configured`",
    );
}

#[test]
fn targets_that_are_none() {
    let wanted = || Export::new(Format::Prometheus, "x");
    refused(
        &wanted(),
        "`prometheus` needs the names of endpoints, such as `grafana`",
    );
    refused(
        &wanted().endpoint("grafna"),
        "nothing in the map is called `grafna`",
    );
    refused(
        &wanted().endpoint("search-api").inside(),
        "nothing of `search-api` is reached between containers",
    );
}

const KEYS: &str = "\
[map]
name = 'Shop'
[services.web]
container      = 'shop-web'
port           = 8080
container-port = 80
protocol       = 'http'
configured-in  = [
    { file = './web/.env', key = 'PORT' },
    { file = 'web/.env', key = 'WEB_URL' },
    { file = 'web/.env', key = 'WEB_ADDR' },
    { file = 'web/.env', key = 'WEB_HOST' },
    { file = 'web/.env', key = 'WEB_HOST_PORT' },
    { file = 'web/.env', key = 'WEB_CONTAINER_PORT' },
    { file = 'web/.env' },
    { file = 'other/.env', key = 'WEB_BROKERS' },
    { file = 'odd/.env', key = 'web-port' },
]
[services.native]
port          = 8081
protocol      = 'http'
configured-in = [{ file = 'native/.env', key = 'NATIVE_URL' }, { file = 'both/.env', key = 'PORT' }]
[services.second]
port          = 8082
protocol      = 'http'
configured-in = [{ file = 'both/.env', key = 'PORT' }]
";

#[track_caller]
fn configured(file: &str, inside: bool) -> Result<Vec<String>, String> {
    let wanted = Export::new(Format::Env, file).configured(file);
    let wanted = if inside { wanted.inside() } else { wanted };
    let made = export(of(KEYS), &wanted, None).map_err(|error| error.to_string())?;
    let lines = made.text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

#[test]
fn keys_say_what_they_hold() {
    let outside = configured("web/.env", false);
    let expected = [
        "PORT=8080",
        "WEB_ADDR=localhost:8080",
        "WEB_CONTAINER_PORT=80",
        "WEB_HOST=localhost",
        "WEB_HOST_PORT=8080",
        "WEB_URL=http://localhost:8080",
    ];
    assert_eq!(outside, Ok(expected.map(str::to_owned).to_vec()));
    let inside = configured("web\\.env", true);
    let expected = [
        "PORT=80",
        "WEB_ADDR=shop-web:80",
        "WEB_CONTAINER_PORT=80",
        "WEB_HOST=shop-web",
        "WEB_HOST_PORT=8080",
        "WEB_URL=http://shop-web:80",
    ];
    assert_eq!(inside, Ok(expected.map(str::to_owned).to_vec()));
}

#[test]
fn keys_that_do_not_are_refused() {
    let error = |file, inside| configured(file, inside).expect_err("it is refused");
    assert_eq!(
        error("x/.env", false),
        "`configured-in` of the map names no key of `x/.env`"
    );
    assert_eq!(
        error("other/.env", false),
        "`WEB_BROKERS` of `web` does not end in what it holds: PORT, URL, URI, ENDPOINT, ADDR, ADDRESS or HOST"
    );
    assert_eq!(
        error("odd/.env", false),
        "`web-port` of `web` can be no variable"
    );
    assert_eq!(
        error("native/.env", true),
        "`native` has nothing between containers for `NATIVE_URL`"
    );
    assert_eq!(
        error("both/.env", false),
        "`PORT` of `both/.env` is of both `native` and `second`, by `configured-in` of the map"
    );
}

#[test]
fn who_runs_on_the_host_is_told() {
    let made = new(
        map("ports.toml"),
        &Export::new(Format::Env, ".env").inside(),
    );
    let [remark] = &made.remarks[..] else {
        panic!("{:?}", made.remarks);
    };
    assert!(
        remark.contains("`identity-api`, `search-api`, `whatsapp-processor`"),
        "{remark}"
    );
    assert_eq!(
        new(map("ports.toml"), &Export::new(Format::Env, ".env")).remarks,
        [""; 0]
    );
}

#[test]
fn a_key_that_is_set_twice_is_told() {
    let found = "API_PORT=1\n# deeplens-ports: begin env\n# deeplens-ports: end env\n";
    let file = "src/whatsapp-processor/.env";
    let wanted = Export::new(Format::Env, file).configured(file);
    let made = export(ports::map(), &wanted, Some(found.as_bytes())).expect("it is right");
    let remark = "`API_PORT` is set in lines 1 and 4: some readers take the first, some the last";
    assert_eq!(made.remarks, [remark]);
}
