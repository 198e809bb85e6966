//! Any project gives a map, of which an audit finds nothing that was not told.

use proptest::prelude::*;
use test_import::written::{any_project, clean_project};
use test_import::{Made, of};

fn made(files: &[(&str, String)]) -> Made {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    of(&files)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_found_that_was_not_told(project in any_project()) {
        let made = made(&project.files());
        let text = &made.imported.map;
        prop_assert!(text.lines().all(|line| line.len() < 400), "{text}");
    }

    #[test]
    fn of_clean_files_nothing_is_told(project in clean_project()) {
        let made = made(&project.files());
        prop_assert!(made.imported.reported.is_empty(), "{:#?}\n{}", made.reported(), made.imported.map);
    }
}
