//! A password never shows up, wherever it stands.

use deeplens_ports_cli::{Tree, scan};
use std::fs;
use std::path::Path;
use test_scan::of;

const SECRET: &str = "hunter2hunter";

#[track_caller]
fn is_hidden(path: &str, text: &str) {
    let tree: Tree = [(path, text)].into_iter().collect();
    let found = format!("{:?}", scan(&tree));
    assert!(!found.contains(SECRET), "{path}:\n{text}\n{found}");
}

/// Into each line of each case, in each way that a value can be written.
#[test]
fn of_any_line_of_any_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let url = format!("postgres://shop:{SECRET}@db:5432/shop");
    let forms = [
        url.clone(),
        format!("\"{url}\""),
        format!("'{url}',"),
        format!("- {url}"),
        format!("- \"${{X:-{url}}}:80\""),
        format!("PASSWORD={SECRET}"),
        format!("DB=Host=db;Port=5432;Password={SECRET}"),
        format!("\"Shop\": \"Server=db,1433;Password={SECRET}\","),
        format!("API_PORT={SECRET}"),
        format!("      {url}: {url}"),
        format!("    image: {url}"),
        format!("      - target: {SECRET}"),
        format!("-p {SECRET}:80"),
        format!("docker run --name x -e PASSWORD={SECRET} -p {url}:80 image"),
    ];
    let mut count = 0;
    for file in fs::read_dir(folder).expect("the folder is there") {
        let path = file.expect("it can be read").path();
        let name = path
            .file_name()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        if !path.is_file() || name.ends_with(".expected.json") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it is a text");
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..=lines.len() {
            let indent = lines
                .get(at)
                .map_or("", |line| &line[..line.len() - line.trim_start().len()]);
            for form in &forms {
                let mut changed = lines.clone();
                let line = format!("{indent}{form}");
                changed.insert(at, &line);
                is_hidden(&name, &changed.join("\n"));
                count += 1;
            }
        }
    }
    assert!(count > 3000, "{count}");
}

#[test]
fn of_values_from_which_a_port_is_read() {
    for value in [
        "postgres://shop:SECRET@db:5432/shop",
        "postgres://shop:SECRET/x@db:5432/shop?password=SECRET",
        "amqp://SECRET@db:5432",
        "http://db:5432/path?token=SECRET",
        "db:5432,password=SECRET",
        "Host=db;Port=5432;Username=shop;Password=SECRET",
        "Server=tcp:db,5432;Password=SECRET",
        "mongodb+srv://a:SECRET@db:5432,other:5433/x",
    ] {
        let value = value.replace("SECRET", SECRET);
        let scan = of(&[(".env", &format!("A_URL={value}\nB_URL='{value}'\n"))]);
        assert_eq!(scan.references[0].port.first(), 5432, "{value}: {scan:?}");
        assert_eq!(scan.references[0].host.as_deref(), Some("db"), "{value}");
        is_hidden(
            ".env",
            &format!("A_URL={value}\nA_PORT={value} # and more\nB_PORT={SECRET}\n"),
        );
        let compose = format!(
            "services:\n  a:\n    environment:\n      A: {value}\n      B_PORT: {SECRET}\n    command: serve --db {value} --port {SECRET}\n    ports: ['${{GONE:-{value}}}', '{SECRET}:80']\n"
        );
        is_hidden("compose.yaml", &compose);
    }
}

/// A quote that is not closed makes a name of whatever follows.
#[test]
fn of_what_stands_where_a_name_should() {
    let url = format!("postgres://shop:{SECRET}@db:5432/shop");
    for line in [
        format!("ENV {url}_PORT $(port)"),
        format!("ENV {url}_PORT=8080"),
        format!("ENV \"{url} PORT\"=$PORT"),
        format!("ARG {url}_PORT=8080"),
    ] {
        is_hidden("Dockerfile", &format!("FROM scratch\n{line}\n"));
    }
}
