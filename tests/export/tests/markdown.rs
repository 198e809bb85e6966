//! Pages: what is made of maps, and of texts that are no one's idea of a text.

use deeplens_ports::Map;
use deeplens_ports_cli::export::{Export, Format, check, export};
use std::fmt::Write as _;
use std::path::Path;
use test_export::{MAPS, map, new, of};

fn page_of(map: Map) -> String {
    new(map, &Export::new(Format::Markdown, "PORTS.md")).text
}

/// One region alone.
fn region(map: Map, name: &str) -> String {
    let begin = format!("<!-- deeplens-ports: begin {name} -->");
    let end = format!("<!-- deeplens-ports: end {name} -->");
    let page = format!("{begin}\n{end}\n");
    let wanted = Export::new(Format::Markdown, "PORTS.md");
    let made = export(map, &wanted, Some(page.as_bytes())).expect("the markers are right");
    let inner = made.text.trim().strip_prefix(&begin).expect("a marker");
    inner
        .strip_suffix(&end)
        .expect("a marker")
        .trim()
        .to_owned()
}

#[test]
fn each_map_has_its_page() {
    let mut differences = Vec::new();
    for (name, file) in MAPS
        .into_iter()
        .chain([("empty", "tests/modules/good/empty.toml")])
    {
        let page = page_of(map(file));
        let wanted = Export::new(Format::Markdown, "PORTS.md");
        check(map(file), &wanted, &page).unwrap_or_else(|error| panic!("{error}"));
        let path = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = path.join("golden/markdown").join(format!("{name}.md"));
        differences.extend(test_reports::compare(&path, &page).err());
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn a_text_of_a_million_letters_is_in_the_table_and_not_in_the_drawing() {
    let long = "| ` ".repeat(250_000);
    let map = of(&format!(
        "[map]\nname = 'long'\n[services.a]\ntitle = '{long}'\nport = 8080\nprotocol = 'http'\n\
         [services.b]\nport = 8081\nprotocol = 'http'\n"
    ));
    let table = region(map, "table");
    assert!(table.contains(&r"\| \` ".repeat(200_000)));
    // The other row is not padded to the same width.
    let other = table
        .lines()
        .find(|line| line.contains("8081"))
        .expect("a row");
    assert!(other.len() < 100, "{other}");
    assert!(region(map, "diagram").len() < 1000);
}

#[test]
fn what_is_too_large_to_be_drawn_is_said_in_words() {
    let mut text = "[map]\nname = 'large'\n".to_owned();
    for at in 0..=500 {
        let port = 2000 + at;
        let _ = write!(text, "[services.s{at}]\nport = {port}\nprotocol = 'tcp'\n");
    }
    let said = region(of(&text), "diagram");
    assert_eq!(
        said,
        "With 501 services the map is too large for a drawing."
    );
    let one_less = text.replace("[services.s500]\nport = 2500\nprotocol = 'tcp'\n", "");
    assert!(region(of(&one_less), "diagram").starts_with("```mermaid\n"));
}

#[test]
fn a_service_with_many_ports_names_the_first_of_them_in_the_drawing() {
    let mut text = "[map]\nname = 'many'\n".to_owned();
    for at in 10..30 {
        let _ = write!(
            text,
            "[services.s.endpoints.e{at}]\nport = 20{at}\nprotocol = 'tcp'\n"
        );
    }
    let drawn = region(of(&text), "diagram");
    assert!(drawn.contains("2020 TCP<br/>and 9 more"), "{drawn}");
    assert!(!drawn.contains("2021 TCP"), "{drawn}");
}

#[test]
fn a_map_of_another_machine_and_of_udp_alone_has_commands_too() {
    let udp = of("[map]\nname = 'udp'\n[services.a]\nport = 5353\nprotocol = 'udp'\n");
    let commands = region(udp, "check");
    assert!(
        commands.contains("(Get-NetUDPEndpoint -LocalPort 5353).OwningProcess"),
        "{commands}"
    );
    assert!(!commands.contains("Test-NetConnection"), "{commands}");
    assert!(!commands.contains("Every TCP port"), "{commands}");
    let elsewhere =
        "[map]\nname = 'far'\n[services.a]\nport = 5353\nprotocol = 'tcp'\nhost = '10.0.0.1'\n";
    let commands = region(of(elsewhere), "check");
    assert!(commands.contains("deeplens-ports check a "), "{commands}");
    assert!(!commands.contains("5353"), "{commands}");
}

#[test]
fn places_of_a_group_are_said_once_if_they_are_for_all() {
    let head = "[map]\nname = 'places'\n[groups.g]\nconfigured-in = [{ file = 'all.ps1' }]\n";
    let a = "[services.a]\ngroup = 'g'\nport = 8080\nprotocol = 'http'\n";
    let b = "[services.b]\ngroup = 'g'\nport = 8081\nprotocol = 'http'\n";
    let groups = region(of(&format!("{head}{a}{b}")), "groups");
    assert!(groups.ends_with("\n\nSet in `all.ps1`."), "{groups}");
    let own = "configured-in = [{ file = '.env', key = 'PORT' }]\n";
    let groups = region(of(&format!("{head}{a}{b}{own}")), "groups");
    assert!(
        groups.ends_with("\n\nSet in:\n\n- `all.ps1`: a\n- `.env` (`PORT`): b"),
        "{groups}"
    );
}

#[test]
fn a_map_without_groups_and_conflicts_has_no_words_for_them() {
    let map = of("[map]\nname = 'small'\n[services.web]\nport = 8080\nprotocol = 'http'\n");
    let table = "\
| Port | Endpoint | Protocol | Conflicts |
| ---: | -------- | -------- | --------- |
| 8080 | web      | HTTP     | none      |";
    assert_eq!(region(map, "table"), table);
    assert!(!region(map, "groups").contains('#'));
    assert_eq!(region(map, "conflicts"), "### None known\n\n**8080** web");
    let page = page_of(map);
    assert!(!page.contains("Between containers"), "{page}");
    assert!(!page.contains("proxied"), "{page}");
}

#[test]
fn a_note_stands_beside_the_conflict_if_there_is_one_and_else_in_the_table() {
    let map = of(
        "[map]\nname = 'notes'\n[services.a]\nport = 8080\nprotocol = 'http'\nnote = 'of the first'\n\
         conflict.with = ['Tomcat']\n[services.a.endpoints.old]\nsame-as = 'a'\nnote = 'of the second'\n\
         [services.b]\nport = 8081\nprotocol = 'http'\nnote = 'of the third'\n",
    );
    let (table, conflicts) = (region(map, "table"), region(map, "conflicts"));
    for (note, is_in_table) in [
        ("of the first", false),
        ("of the second", true),
        ("of the third", true),
    ] {
        assert_eq!(table.contains(note), is_in_table, "{table}");
        assert_eq!(conflicts.contains(note), !is_in_table, "{conflicts}");
    }
}
