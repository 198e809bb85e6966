//! `by_port` and `by_name` beside `phf` and a sorted slice, which give a place in the same table.

use benches::{maps, medians};
use std::hint::black_box;

macro_rules! sizes {
    ($($module:ident $name:literal $tables:ident $count:literal;)*) => {
        $(
            mod $module {
                deeplens_ports::include_ports!($name);
            }
            mod $tables {
                include!(concat!(env!("OUT_DIR"), "/phf", $count, ".rs"));
            }
        )*
        fn main() {
            println!("| endpoints | lookup | ours | phf | sorted slice |");
            println!("| --- | --- | --- | --- | --- |");
            $({
                let mut ports = maps::ports($count);
                let names = maps::names($count);
                shuffle(&mut ports);
                let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
                shuffle(&mut names);
                let all = $module::ALL;
                let times = medians(31, &mut [
                    ("ours", &mut || for port in &ports {
                        black_box($module::by_port(black_box(*port)));
                    }),
                    ("phf", &mut || for port in &ports {
                        black_box($tables::PORTS.get(black_box(port)).map(|at| all[*at]));
                    }),
                    ("slice", &mut || for port in &ports {
                        let at = $tables::SORTED_PORTS.binary_search_by_key(black_box(port), |it| it.0);
                        black_box(at.ok().map(|at| all[$tables::SORTED_PORTS[at].1]));
                    }),
                ]);
                row($count, "by_port", &times);
                let times = medians(31, &mut [
                    ("ours", &mut || for name in &names {
                        black_box($module::by_name(black_box(name)));
                    }),
                    ("phf", &mut || for name in &names {
                        black_box($tables::NAMES.get(black_box(name)).map(|at| all[*at]));
                    }),
                    ("slice", &mut || for name in &names {
                        let at = $tables::SORTED_NAMES.binary_search_by_key(black_box(name), |it| it.0);
                        black_box(at.ok().map(|at| all[$tables::SORTED_NAMES[at].1]));
                    }),
                ]);
                row($count, "by_name", &times);
            })*
        }
    };
}

sizes! {
    m22 "m22" phf22 22;
    m1000 "m1000" phf1000 1000;
    m10000 "m10000" phf10000 10000;
}

fn row(count: u32, name: &str, times: &[std::time::Duration]) {
    let cells: Vec<String> = times
        .iter()
        .map(|time| format!("{:.1} ns", time.as_secs_f64() * 1e9 / f64::from(count)))
        .collect();
    println!("| {count} | `{name}` | {} |", cells.join(" | "));
}

/// Always the same order, and not the sorted one.
fn shuffle<T>(items: &mut [T]) {
    let mut state: u64 = 42;
    for at in (1..items.len()).rev() {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        items.swap(at, (state >> 33) as usize % (at + 1));
    }
}
