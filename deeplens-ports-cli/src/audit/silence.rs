//! What users said of findings: comments on the line, and the configuration.

mod comment;

use super::finding::Finding;
use super::fold::Group;
use super::rule::Rule;
use crate::config::{Config, Ignore};
use crate::source::Source;
use crate::tree::{Tree, Unread};
use comment::Comment;
use std::collections::HashMap;
use std::sync::Arc;

/// Takes out what is silenced. What silences nothing is a finding itself.
pub(super) fn silence(tree: &Tree, config: &Config, groups: Vec<Group>) -> Vec<Group> {
    let mut comments = comments(tree, config);
    let mut is_needed = vec![false; config.ignores().len()];
    let mut left = Vec::new();
    for mut group in groups {
        group.findings.retain(|it| {
            let by_config = || {
                config
                    .ignores()
                    .iter()
                    .position(|ignore| covers(ignore, it))
            };
            if is_commented(&mut comments, it) {
                return false;
            }
            by_config().inspect(|at| is_needed[*at] = true).is_none()
        });
        if !group.findings.is_empty() {
            left.push(group);
        }
    }
    let unneeded = comments.into_values().flatten().filter(|it| !it.is_used);
    let mut unneeded: Vec<Finding> = unneeded.map(|it| of_comment(&it)).collect();
    let ignores = config.ignores().iter().zip(is_needed);
    let ignores = ignores.filter(|(ignore, is_needed)| !is_needed && is_judged(tree, &ignore.file));
    unneeded.extend(ignores.map(|(ignore, _)| unneeded_ignore(&ignore.location, ignore.rule)));
    left.extend(unneeded.into_iter().map(|finding| Group {
        findings: vec![finding],
    }));
    left
}

fn covers(ignore: &Ignore, it: &Finding) -> bool {
    let is_port = ignore.port.is_none_or(|port| it.port == Some(port));
    ignore.rule == it.rule && *ignore.file == *it.at.file && is_port
}

/// What was not read now may be needed another time.
fn is_judged(tree: &Tree, file: &str) -> bool {
    tree.paths().any(|path| path == file) || matches!(tree.text(file), Err(Unread::Missing))
}

fn comments(tree: &Tree, config: &Config) -> HashMap<Arc<str>, Vec<Comment>> {
    let files = tree.names().filter(|path| !config.skips(path));
    let found = files.filter_map(|path| {
        let source = Source::read(tree, path).ok()?;
        let comments = comment::all(&source);
        (!comments.is_empty()).then(|| (Arc::clone(path), comments))
    });
    found.collect()
}

/// Whether a comment covers the finding. Each covers one place.
fn is_commented(comments: &mut HashMap<Arc<str>, Vec<Comment>>, it: &Finding) -> bool {
    let of_file = comments.get_mut(&it.at.file).into_iter().flatten();
    let mut matching = of_file.filter(|comment| {
        comment.covers == it.at.line && comment.rule == Ok(it.rule) && !comment.is_used
    });
    matching
        .next()
        .map(|comment| comment.is_used = true)
        .is_some()
}

fn of_comment(it: &Comment) -> Finding {
    match &it.rule {
        Ok(rule) => unneeded_ignore(&it.location, *rule),
        Err(name) if name.is_empty() => {
            Finding::new(Rule::UnneededIgnore, &it.location, "ignore without a rule")
                .labelled("expected `ignore[rule]`")
                .about(format!("{}:{}", it.location.file, it.location.line), None)
        }
        Err(name) => Finding::new(
            Rule::UnneededIgnore,
            &it.location,
            format!("unknown rule `{name}`"),
        )
        .labelled("no rule has this name")
        .about(format!("{}:{}", it.location.file, it.location.line), None),
    }
}

fn unneeded_ignore(at: &crate::place::Location, rule: Rule) -> Finding {
    Finding::new(
        Rule::UnneededIgnore,
        at,
        format!("unneeded ignore of `{rule}`"),
    )
    .labelled("it silences nothing")
    .about(format!("{}:{}", at.file, at.line), None)
}
