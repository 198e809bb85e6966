//! `.env` files, as compose-go reads them.

use test_scan::{of, references, remarks};

#[track_caller]
fn says(text: &str, expected: &[&str]) {
    let found = references(&[(".env", text)]);
    let found: Vec<&str> = found
        .iter()
        .map(|it| it.trim_start_matches(".env:"))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn keys_whose_last_word_is_port() {
    let text = "API_PORT=1\nPORT=2\nPORTS=3\nPORT2=4\nPORT_3=5\napiPort=6\nAPI.PORT=7\nSUPPORT=8\nPORT_TIMEOUT=9\nEXPORT=10\nPORTAL=11\nREPORT_COUNT=12\n";
    says(
        text,
        &[
            "1 ?:1", "2 ?:2", "3 ?:3", "4 ?:4", "5 ?:5", "6 ?:6", "7 ?:7",
        ],
    );
}

#[test]
fn quotes_exports_and_several_lines() {
    let text = "export A_PORT=1\nB_PORT = 2\nC_PORT: 3\nD='one\nD_PORT=9\n'\nE_PORT=4\nF_URL=\"http://f:5/\n\"\nG=\"a \\\" b\"\nH_PORT='6'\r\nI_PORT=7\r\n";
    says(
        text,
        &[
            "1 ?:1", "2 ?:2", "3 ?:3", "7 ?:4", "8 f:5", "11 ?:6", "12 ?:7",
        ],
    );
}

#[test]
fn variables_of_the_file_itself() {
    let text = "BASE=80\nA_PORT=${BASE}80\nB_URL=http://b:$A_PORT/x\nC_PORT='$BASE'\nD_PORT=${GONE:-81}\nE_PORT=\"${BASE}\"\n";
    says(text, &["2 ?:8080", "3 b:8080", "5 ?:81", "6 ?:80"]);
    let scan = of(&[(".env", text)]);
    assert_eq!(
        remarks(&scan.cannot_know),
        [".env:4 a variable stands in place of the port"]
    );
}

#[test]
fn addresses_in_any_value() {
    let text = "A=http://a:1,http://b:2\nB=redis://:pass:word@c:3/0\nC=amqp://u:p@ss@d:4\nD=e:5000,f:5001\nE=redis:7\nF=127.0.0.1:6\nG=localhost:7,password=x\nH=Server=tcp:sql,1433;Password=1\nI=Host=i;Port=8;Password=9\nJ=12:30:45\nK=http://[::1]:9/\nL=jdbc:postgresql://l:10/x?port=11\nM=mongodb://m:12,n:13/db\nN=1.2.3:4\nO=https://o.example\nP=http://${HOST}:14/\n";
    let expected = [
        "1 a:1",
        "1 b:2",
        "2 c:3",
        "3 d:4",
        "4 e:5000",
        "4 f:5001",
        "6 127.0.0.1:6",
        "7 localhost:7",
        "8 sql:1433",
        "9 i:8",
        "11 ::1:9",
        "12 l:10",
        "13 m:12",
    ];
    let found = references(&[(".env", text)]);
    let found: Vec<&str> = found
        .iter()
        .map(|it| it.trim_start_matches(".env:"))
        .collect();
    assert_eq!(found[..13], expected);
}

#[test]
fn what_no_reader_takes_is_said() {
    let text = "A B=1\n=2\nC!=3\nD_PORT=4\nE=\"open\n";
    let said = remarks(&of(&[(".env", text)]).cannot_know);
    assert_eq!(said.len(), 4, "{said:?}");
    says(text, &["4 ?:4"]);
    assert_eq!(
        of(&[(".env", "A_PORT=70000\nB_PORT=0\nC_PORT=\n")])
            .cannot_know
            .len(),
        2
    );
}

#[test]
fn names_of_files() {
    let text = "PORT=1";
    let files = [
        "a/.env",
        "a/.env.local",
        "a/web.env",
        "a/.envrc",
        "a/environment",
    ]
    .map(|name| (name, text));
    assert_eq!(
        references(&files),
        ["a/.env:1 ?:1", "a/.env.local:1 ?:1", "a/web.env:1 ?:1"]
    );
    assert_eq!(of(&files).references[0].names.project.as_deref(), Some("a"));
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_name() {
    let scan = of(&[(".env", "\u{feff}PORT=8080\n")]);
    let it = &scan.references[0];
    assert_eq!(it.variable.as_deref(), Some("PORT"));
    assert_eq!(
        (
            it.location.line,
            it.location.column,
            it.location.span.clone()
        ),
        (1, 6, 5..9)
    );
}
