//! Asks until all answer, or until the time is over.

use super::answer::Answer;
use super::ask;
use crate::output::visible;
use crate::target::Target;
use std::io::{self, Write};
use std::thread;
use std::time::{Duration, Instant};

/// Between two questions.
const PAUSE: Duration = Duration::from_millis(200);

/// What the last question gets, so that it fails for a reason and not for want of time.
const LEAST: Duration = Duration::from_millis(100);

/// Asks each until it answers, and says on standard error what it waits for, where that changes.
pub(super) fn for_all(targets: &[Target], timeout: Duration, wait: Duration) -> Vec<Answer> {
    let end = Instant::now() + wait;
    let all: Vec<&Target> = targets.iter().collect();
    let mut answers = ask::all(&all, timeout.min(wait.max(LEAST)));
    let mut told = vec![String::new(); targets.len()];
    loop {
        let pending: Vec<usize> = (0..targets.len())
            .filter(|at| answers[*at].state.is_amiss())
            .collect();
        let left = end.saturating_duration_since(Instant::now());
        if pending.is_empty() || left.is_zero() {
            return answers;
        }
        for at in &pending {
            let summary = &answers[*at].summary;
            if told[*at] != *summary {
                tell(&targets[*at], summary);
                told[*at].clone_from(summary);
            }
        }
        thread::sleep(PAUSE.min(left));
        let asked: Vec<&Target> = pending.iter().map(|at| &targets[*at]).collect();
        let again = ask::all(&asked, timeout.min(left.max(LEAST)));
        for (at, answer) in pending.into_iter().zip(again) {
            answers[at] = answer;
        }
    }
}

fn tell(target: &Target, summary: &str) {
    let text = format!("waiting for {}, which {summary}", target.place());
    let line: String = text.chars().map(visible).collect();
    // There may be nobody to be told.
    let _ = writeln!(io::stderr(), "{line}");
}
