//! A line on a terminal that says how far something is, where it takes longer than a second.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The line goes when this is dropped.
pub(crate) struct Progress {
    pub(crate) done: Arc<AtomicUsize>,
    ticker: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Of so many files.
    pub(crate) fn new(all: usize) -> Self {
        let done = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&done);
        let ticker = io::stderr().is_terminal().then(|| {
            let (stop, stopped) = mpsc::channel();
            let ticker = thread::spawn(move || {
                let mut wait = Duration::from_secs(1);
                let mut is_shown = false;
                while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    wait = Duration::from_millis(100);
                    is_shown = true;
                    let done = counted.load(Ordering::Relaxed);
                    show(&format!("reading file {done} of {all}"));
                }
                if is_shown {
                    show("");
                }
            });
            (stop, ticker)
        });
        Self { done, ticker }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, ticker)) = self.ticker.take() {
            drop(stop);
            // It cannot fail but by a panic, of which nothing depends.
            let _ = ticker.join();
        }
    }
}

/// In place of the line that was there.
fn show(text: &str) {
    let mut stderr = io::stderr();
    // There may be nobody to see it.
    let _ = write!(stderr, "\r\x1b[K{text}");
    let _ = stderr.flush();
}
