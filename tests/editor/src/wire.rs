//! The messages of the Language Server Protocol, over the standard streams of a process.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

#[derive(Debug)]
pub(crate) struct Wire {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: u64,
}

impl Wire {
    /// Starts a server.
    pub(crate) fn new(mut command: Command) -> Self {
        let started = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut server =
            started.expect("rust-analyzer is installed: rustup component add rust-analyzer");
        Self {
            input: server.stdin.take().expect("it is piped"),
            output: BufReader::new(server.stdout.take().expect("it is piped")),
            server,
            asked: 0,
        }
    }

    /// Sends a request, and returns its result.
    pub(crate) fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(json!({ "id": id, "method": method, "params": parameters }));
        let mut answer = self.receive(|message| message["id"] == id && message["method"].is_null());
        assert!(answer["error"].is_null(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Sends a notification.
    pub(crate) fn tell(&mut self, method: &str, parameters: &Value) {
        self.send(json!({ "method": method, "params": parameters }));
    }

    /// The next notification of that name.
    pub(crate) fn told(&mut self, method: &str) -> Value {
        self.receive(|message| message["method"] == method)["params"].take()
    }

    /// The next message that is wanted. Until then, what the server asks is answered with nothing.
    fn receive(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.read();
            if is_wanted(&message) {
                return message;
            }
            if !message["id"].is_null() {
                self.send(json!({ "id": message["id"], "result": null }));
            }
        }
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = "2.0".into();
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("it listens");
        self.input.flush().expect("it listens");
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).expect("it speaks");
            assert!(!line.is_empty(), "rust-analyzer ended");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", digits)) => length = digits.parse().expect("a number"),
                Some(_) => {}
                None => break,
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text).expect("it speaks");
        serde_json::from_slice(&text).expect("it speaks JSON")
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
