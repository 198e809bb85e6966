//! A rust-analyzer that has opened a package, and what it answers an editor.

mod uri;
mod wire;

use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use test_builds::{Sandbox, repository};
use wire::Wire;

/// An editor with one file open. In all questions the cursor stands behind the first place of a text in the file.
///
/// It panics where rust-analyzer does not answer.
#[derive(Debug)]
pub struct Editor {
    wire: Wire,
    file: PathBuf,
}

/// A line of a file, counted from 0.
#[derive(Debug)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// The text of the line.
    pub line: String,
}

impl Editor {
    /// Opens the package in a folder of the sandbox, and waits until rust-analyzer knows all of it, with what its build
    /// scripts wrote. The file is one of the package.
    #[must_use]
    pub fn open(sandbox: &Sandbox, package: &str, file: &str) -> Self {
        let mut command = sandbox.command("rust-analyzer", package);
        command
            .env("CARGO_TARGET_DIR", repository().join("target/editor"))
            .env("CARGO_NET_OFFLINE", "true");
        let mut wire = Wire::new(command);
        let folder = sandbox.path(package);
        let parameters = json!({
            "processId": null,
            "rootUri": uri::of(&folder),
            "capabilities": {
                "experimental": { "serverStatusNotification": true },
                "textDocument": {
                    "completion": { "completionItem": { "labelDetailsSupport": true } },
                    "hover": { "contentFormat": ["markdown"] },
                },
            },
            "initializationOptions": { "checkOnSave": false, "cachePriming": { "enable": false } },
        });
        wire.ask("initialize", &parameters);
        wire.tell("initialized", &json!({}));
        loop {
            let status = wire.told("experimental/serverStatus");
            if status["quiescent"] == true {
                assert_ne!(status["health"], "error", "{status}");
                break;
            }
        }
        Self {
            wire,
            file: folder.join(file),
        }
    }

    /// What is shown under the mouse, as Markdown; empty where nothing is known.
    pub fn hover(&mut self, text: &str) -> String {
        let answer = self.ask("textDocument/hover", text);
        let shown = answer["contents"]["value"].as_str();
        shown.unwrap_or_default().to_owned()
    }

    /// Where go-to-definition leads, if it leads to one place.
    pub fn definition(&mut self, text: &str) -> Option<Place> {
        let answer = self.ask("textDocument/definition", text);
        let [place] = answer.as_array()?.as_slice() else {
            return None;
        };
        let file = uri::path(place["uri"].as_str()?);
        let line = usize::try_from(place["range"]["start"]["line"].as_u64()?).ok()?;
        let module = fs::read_to_string(&file).ok()?;
        let line = module.lines().nth(line)?.to_owned();
        Some(Place { file, line })
    }

    /// The names that could stand there.
    pub fn completions(&mut self, text: &str) -> Vec<String> {
        let answer = self.ask("textDocument/completion", text);
        let items = answer["items"].as_array().or(answer.as_array());
        let names = items.into_iter().flatten().map(|item| &item["label"]);
        names.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn ask(&mut self, method: &str, text: &str) -> Value {
        let file = fs::read_to_string(&self.file).expect("the file is there");
        let (before, _) = file.split_once(text).expect("the text is in the file");
        let before = format!("{before}{text}");
        let line = before.matches('\n').count();
        let column = before
            .lines()
            .last()
            .map_or(0, |it| it.encode_utf16().count());
        let parameters = json!({
            "textDocument": { "uri": uri::of(&self.file) },
            "position": { "line": line, "character": column },
        });
        self.wire.ask(method, &parameters)
    }
}
