//! Makefiles: what their recipes start, and with which ports.

use deeplens_ports_cli::Ports;
use test_scan::{bindings, of, references, remarks};

/// The bindings of a Makefile, without its name: `4 web 127.0.0.1:8080->80/tcp`.
fn opened(text: &str) -> Vec<String> {
    let all = bindings(&[("Makefile", text)]);
    all.iter().map(|it| it.replace("Makefile:", "")).collect()
}

fn unknown(text: &str) -> Vec<String> {
    let all = remarks(&of(&[("Makefile", text)]).cannot_know);
    all.iter().map(|it| it.replace("Makefile:", "")).collect()
}

#[test]
fn recipes() {
    let text = "PORT ?= 8080\nWEB := 3000 # the web\nDOCKER = docker\n\n\
        .PHONY: run\nrun: build\n\t@echo docker run -p 1:1 a\n\t# docker run -p 2:2 a\n\
        \t@$(DOCKER) run -d --name web \\\n\t  -p $(PORT):80 \\\n\t  -p ${WEB}:81 -p \"$(PORT):82\" a\n\
        \t-docker run -p 9000:90 $(IMAGE)\nstop: ; docker run -p 9001:91 a\n";
    let expected = [
        "10 web 8080->80/tcp",
        "11 web 3000->81/tcp",
        "11 web 8080->82/tcp",
        "12 ? 9000->90/tcp",
        "13 ? 9001->91/tcp",
    ];
    assert_eq!(opened(text), expected);
    let scan = of(&[("Makefile", text)]);
    let variables: Vec<_> = scan
        .bindings
        .iter()
        .filter_map(|it| it.variable.as_ref())
        .collect();
    assert_eq!(variables[0].default, Some(Ports::One(8080)));
    assert_eq!(variables[1].set_at.as_ref().map(|at| at.line), Some(2));
    assert_eq!(references(&[("Makefile", text)]), ["Makefile:1 ?:8080"]);
}

#[test]
fn variables_of_variables() {
    let text = "OPTS = --rm $(PORTS)\nPORTS = -p $(PORT):80\nPORTS += -p 8081:81\nPORT = 8080\nrun:\n\tdocker run $(OPTS) a\n";
    assert_eq!(opened(text), ["2 ? 8080->80/tcp", "3 ? 8081->81/tcp"]);
}

#[test]
fn variables_of_the_shell() {
    let text = "run:\n\tPORT=8080; docker run -p $$PORT:80 -p $${WEB:-3000}:81 a\n\tdocker run -p $$PORT:82 a\n\
        \tfor p in 1 2; do docker run -p $$p:80 a; done\n\tID=$$(docker run -d -p 8083:83 a)\n";
    assert_eq!(
        opened(text),
        ["2 ? 8080->80/tcp", "2 ? 3000->81/tcp", "5 ? 8083->83/tcp"]
    );
    assert_eq!(unknown(text).len(), 2);
}

#[test]
fn what_nobody_knows() {
    let text = "FREE := $(shell free-port)\nOUT != free-port\nrun:\n\tdocker run -p $(FREE):80 a\n\tdocker run -p $(OUT):80 a\n\
        \tdocker run -p $(OTHER):80 a\n\tdocker run -p $(or $(PORT),80):80 a\n\
        ifdef CI\nX = 80\nelse\nX = 81\nendif\ntest:\n\tdocker run -p $(X):80 a\n\
        define start\n\tdocker run -p $(1):80 a\nendef\n";
    assert_eq!(opened(text), [""; 0]);
    let lines: Vec<String> = unknown(text)
        .iter()
        .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(lines, ["4", "5", "6", "7", "14", "16"]);
}

#[test]
fn files_that_are_included() {
    let files = [
        (
            "app/Makefile",
            "include .env\n-include ../common.mk missing.mk\nexport\nrun:\n\tdocker run -p $(PORT):80 -p $(WEB):81 a\n",
        ),
        ("app/.env", "PORT=8080\n"),
        ("common.mk", "include app/Makefile\nWEB ?= 3000\n"),
    ];
    assert_eq!(
        bindings(&files),
        [
            "app/Makefile:5 ? 8080->80/tcp",
            "app/Makefile:5 ? 3000->81/tcp"
        ]
    );
    let scan = of(&files);
    let set_at = scan.bindings[0]
        .variable
        .as_ref()
        .and_then(|it| it.set_at.clone())
        .expect("a file sets it");
    assert_eq!((&*set_at.file, set_at.line), ("app/.env", 1));
}

#[test]
fn a_target_of_its_own() {
    let text = "PORT = 80\ndev: PORT = 8080\ndev:\n\tdocker run -p $(PORT):80 a\n";
    assert_eq!(opened(text), [""; 0]);
    assert_eq!(
        unknown(text),
        ["4 `PORT` is set in several ways, and which of them holds is not known"]
    );
}
