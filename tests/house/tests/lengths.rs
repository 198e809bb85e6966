//! Files are short enough to be read at once.

use std::fs;
use test_house::{files, repository};

/// The most lines of one file.
const MOST: usize = 350;
/// Half of the files have no more than this.
const MEDIAN: usize = 130;

#[test]
fn no_file_is_long_and_most_are_short() {
    let mut lengths = Vec::new();
    for folder in [
        "deeplens-ports",
        "deeplens-ports-build",
        "deeplens-ports-cli",
    ] {
        for file in files(&repository().join(folder).join("src")) {
            let text = fs::read_to_string(&file).expect("the file can be read");
            lengths.push((text.lines().count(), file));
        }
    }
    lengths.sort();
    let long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > MOST).collect();
    assert!(long.is_empty(), "{long:?}");
    let (median, _) = &lengths[lengths.len() / 2];
    assert!(*median <= MEDIAN, "the median file has {median} lines");
}
