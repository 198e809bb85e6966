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

#[test]
fn the_readme_is_read_to_its_end() {
    let text = fs::read_to_string(repository().join("README.md")).expect("it is there");
    let lines = text.lines().count();
    assert!(lines < 120, "it has {lines} lines");
}

/// What a merge leaves where two have written.
#[test]
fn no_page_has_the_marks_of_a_merge() {
    for folder in [
        "",
        "docs",
        "deeplens-ports/guide",
        "deeplens-ports-build/guide",
    ] {
        let entries = fs::read_dir(repository().join(folder)).expect("the folder is there");
        for entry in entries {
            let path = entry.expect("the entry can be read").path();
            if path.extension().is_some_and(|ending| ending == "md") {
                let text = fs::read_to_string(&path).expect("the file can be read");
                let marked = text
                    .lines()
                    .any(|line| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>"));
                assert!(!marked, "{}", path.display());
            }
        }
    }
}
