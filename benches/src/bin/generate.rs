//! `generate` in an unoptimised build, as in a build script of the dev profile.

use benches::{maps, median, ms};
use std::time::{Duration, Instant};

fn main() {
    assert!(
        cfg!(debug_assertions),
        "run it unoptimised, as build scripts are"
    );
    println!("| map | time | per endpoint |");
    println!("| --- | --- | --- |");
    let deeplens = include_str!("../../../ports.toml").to_owned();
    row("DeepLens, 22", 22, 61, &deeplens);
    for (count, rounds) in [(22, 61), (100, 31), (1000, 11), (10000, 3)] {
        row(
            &format!("{count}"),
            count,
            rounds,
            &maps::text(count as usize),
        );
    }
}

fn row(name: &str, count: u32, rounds: usize, text: &str) {
    let times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            let module = deeplens_ports_build::generate("ports.toml", text);
            let time = start.elapsed();
            assert!(module.is_ok(), "{}", module.unwrap_err());
            time
        })
        .collect();
    let time = median(times);
    println!("| {name} | {} | {} |", ms(time), ms(time / count));
}
