//! Files that stand in both crates, since neither has the other.

use std::fs;
use test_builds::repository;

#[test]
fn both_crates_know_hosts_by_the_same_code() {
    for file in ["host.rs", "host/ip.rs"] {
        let path = |package: &str| format!("{package}/src/{file}");
        let read = |path: &str| {
            let text = fs::read(repository().join(path));
            text.unwrap_or_else(|error| panic!("{path}: {error}"))
        };
        let (edited, copy) = (path("deeplens-ports"), path("deeplens-ports-build"));
        assert!(
            read(&edited) == read(&copy),
            "the two differ: edit the first, and `cp {edited} {copy}`"
        );
    }
}
