//! What the benchmarks share.

pub mod maps;
pub mod packages;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// The median of the times of each candidate, which take turns, so that what else the machine does meets all alike.
pub fn medians(rounds: usize, candidates: &mut [(&str, &mut dyn FnMut())]) -> Vec<Duration> {
    let mut times = vec![Vec::new(); candidates.len()];
    for _ in 0..rounds {
        for (times, (_, run)) in times.iter_mut().zip(candidates.iter_mut()) {
            let start = Instant::now();
            run();
            times.push(start.elapsed());
        }
    }
    times.into_iter().map(median).collect()
}

/// The folder that `benches` is in.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("benches is in it")
}

/// Runs it to its end, which has to be a good one.
pub fn succeeds(command: &mut Command) {
    let output = command.output().expect("it starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Milliseconds with three digits.
pub fn ms(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1000.0)
}
