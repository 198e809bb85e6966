//! A question to an engine, with an end.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::string::String;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// A running command; it ends with this value.
pub(super) struct Asked {
    child: Child,
    text: Receiver<std::io::Result<String>>,
}

impl Asked {
    /// `None` where there is no such program.
    pub(super) fn start(program: &str, arguments: &[&str]) -> Option<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut stdout = child.stdout.take()?;
        let (sender, text) = mpsc::channel();
        // Not joined: what the command started can hold the pipe open for longer than it lives.
        thread::spawn(move || {
            let mut text = String::new();
            let read = stdout.read_to_string(&mut text);
            // The receiver may have given up.
            let _ = sender.send(read.map(|_| text));
        });
        Some(Self { child, text })
    }

    /// What it printed, if it ended well and in time.
    pub(super) fn answer(mut self, end: Instant) -> Option<String> {
        let left = end.saturating_duration_since(Instant::now());
        let text = self.text.recv_timeout(left).ok()?.ok()?;
        self.ends_well(end).then_some(text)
    }

    fn ends_well(&mut self, end: Instant) -> bool {
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(1)),
                Ok(None) | Err(_) => return false,
            }
        }
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
